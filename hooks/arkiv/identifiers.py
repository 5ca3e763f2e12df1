"""Ids of people: they stand in reports where a name must not, so they may not tell one."""

import re
import unicodedata
from collections.abc import Iterable

_PART = 4
"""Letters a name's part needs before it is looked for inside an id; a shorter one must be a word of it."""


def tells_name(person_id: str, names: Iterable[str]) -> bool:
    """Whether somebody who reads the id learns part of one of the names."""
    words = _words(person_id)
    run = "".join(words)
    return any(
        part in words or (len(part) >= _PART and part in run) for name in names for part in _words(name)
    )


def _words(text: str) -> list[str]:
    """Runs of bare lower-case letters and digits."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in decomposed if not unicodedata.combining(one))
    return re.findall(r"[^\W_]+", bare)
