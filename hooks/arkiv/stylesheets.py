"""All of a site's styles as one file: a page waits for one answer and not for ten before it is shown.

The parts stay what they are, with a seam between, so that the audit knows each by its bytes.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SEAM = b"\n/* + */\n"

_THEMES = (
    re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css"),
    re.compile(r"assets/stylesheets/palette\.[0-9a-f]+\.min\.css"),
)
"""Material's own, in the order in which its template asks for them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The one stylesheet: `path` has a digest, so that it can be kept for ever; `parts` went into it."""

    path: str
    content: bytes
    parts: frozenset[str]


class StylesMissing(Exception):
    """A stylesheet is not there; the text says which."""


def sheet(available: Mapping[str, bytes], extra: Sequence[str]) -> Sheet:
    """The theme's stylesheets and then the site's, as one.

    Args:
        available: every stylesheet by its path.
        extra: the paths of the site's own, in order (`extra_css`).

    Raises:
        StylesMissing: one of them is not there: another version of the theme may call it differently.
    """
    own = [path for name in _THEMES for path in sorted(available) if name.fullmatch(path)]
    missing = [path for path in extra if path not in available]
    if len(own) != len(_THEMES) or missing:
        which = ", ".join(missing) or "the theme's"
        raise StylesMissing(
            f"extra_css: {which}: is not there - keep to the stylesheets that the theme ships"
        )
    parts = (*own, *extra)
    content = SEAM.join(available[path] for path in parts)
    digest = hashlib.sha256(content).hexdigest()[:8]
    return Sheet(f"assets/stylesheets/arkiv.{digest}.min.css", content, frozenset(parts))
