"""Alphabetical order, for lists that are sorted by label.

The interpreter's own collation (`locale.strxfrm`) depends on what is installed on the machine, and the built
bytes must not; Babel has none.
"""

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

Order = Callable[[str | None], str]
"""A sort key: accents and case do not count, and nothing is last."""

_LAST = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}  # the characters after z in Unicode
_AFTER_Z = {"{": "Å", "|": "Ä", "}": "Ö"}


@lru_cache(maxsize=2**14)
def swedish(label: str | None) -> str:
    """A sort key by which å, ä and ö come last, in that order."""
    return _key(label, _LAST)


@lru_cache(maxsize=2**14)
def plain(label: str | None) -> str:
    """A sort key from a to z, as in English: å and ä are kinds of a, ö and ø of o."""
    return _key(label, {"æ": "ae", "ø": "o"})


def order(language: str) -> Order:
    """The order of a language's alphabet."""
    return swedish if language in ("sv", "fi") else plain


def initial(label: str, language: str) -> str:
    """The letter a label is sorted under; empty for digits and marks."""
    first = order(language)(label)[:1]
    return _AFTER_Z.get(first, first.upper()) if label[:1].isalpha() else ""


def _key(label: str | None, own: Mapping[str, str]) -> str:
    if not label:
        return "\uffff"
    return "".join(
        own.get(letter, _bare(letter)) for letter in unicodedata.normalize("NFC", label.casefold())
    )


def _bare(letter: str) -> str:
    """A letter without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
