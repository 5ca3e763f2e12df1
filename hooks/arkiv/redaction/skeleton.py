"""A text as a reader hears it, with the way back: markup, entities and invisible characters undone.

`read` is the text without what does not show, still cased; `folded` the same in bare letters. Both are
of one length, and `source(start, end)` tells which part of the text a part of them was made from.
"""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from arkiv.redaction.folding import INVISIBLE, LONG, fold

_HIDDEN = f"[{re.escape(INVISIBLE)}]+"
_MARKUP = r"[*`~]+|</?[A-Za-z][^<>]*>|<!--.*?-->|\\(?=[!-/:-@\[-`{-~])|\[(?=[^\[\]\n]*\]\()|\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_PERCENT = r"(?:%(?:25)*[0-9a-fA-F]{2})+"
_ESCAPED = r"\\u[0-9a-fA-F]{4}"
_MOJIBAKE = r"[ÃÂÅÄ][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
_WRAPPED = r"(?<=[^\W\d_])-[ \t]*\n[ \t>]*(?=[a-zåäö])"

_TEXTUAL = re.compile("|".join((_HIDDEN, _MARKUP, _ENTITY, _PERCENT, _ESCAPED, _MOJIBAKE, _WRAPPED, f"[{''.join(LONG)}]")), re.S)
_VERBATIM = re.compile("|".join((_HIDDEN, _ENTITY, _PERCENT, _ESCAPED, _MOJIBAKE, f"[{''.join(LONG)}]")))


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The readable letters of a text. `starts` and `origins` are the pieces of the map back."""

    read: str
    folded: str
    starts: list[int]
    origins: list[tuple[int, int]]
    """For each piece: where it begins in the text, and its length there if it stands for more or less than itself,
    else -1."""

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The part of the text that `read[start:end]` came from."""
        return self._origin(start)[0], self._origin(end - 1)[1]

    def _origin(self, at: int) -> tuple[int, int]:
        piece = bisect_right(self.starts, at) - 1
        origin, length = self.origins[piece]
        if length >= 0:
            return origin, origin + length
        begin = origin + at - self.starts[piece]
        return begin, begin + 1


def textual(text: str) -> Skeleton:
    """The skeleton of running Markdown: what a reader of the page sees, markup gone."""
    return _skeleton(text, _TEXTUAL)


def verbatim(text: str) -> Skeleton:
    """The skeleton of a text as it is, markup and link targets included."""
    return _skeleton(text, _VERBATIM)


def _skeleton(text: str, special: re.Pattern[str]) -> Skeleton:
    parts: list[str] = []
    starts: list[int] = []
    origins: list[tuple[int, int]] = []
    length = at = 0
    for match in special.finditer(text):
        if match.start() > at:
            length = _add(text[at : match.start()], at, -1, length, parts, starts, origins)
        shown = _shown(match[0])
        if shown:
            length = _add(shown, match.start(), len(match[0]), length, parts, starts, origins)
        at = match.end()
    if at < len(text):
        _add(text[at:], at, -1, length, parts, starts, origins)
    read = "".join(parts)
    return Skeleton(read, fold(read), starts, origins)


def _add(
    shown: str, origin: int, span: int, length: int, parts: list[str], starts: list[int], origins: list[tuple[int, int]]
) -> int:
    parts.append(shown)
    starts.append(length)
    origins.append((origin, span))
    return length + len(shown)


def _shown(special: str) -> str:
    """What a reader sees in place of something special; nothing for what is invisible."""
    first = special[0]
    if special in LONG:
        return LONG[special]
    if first == "&":
        return _visible(html.unescape(special))
    if first == "%":
        return _visible(_unquoted(special))
    if first == "\\" and len(special) > 1:
        return _visible(chr(int(special[2:], 16)))
    if first in "ÃÂÅÄ" and len(special) == 2:
        return _mended(special)
    return ""


def _visible(text: str) -> str:
    """Without invisible characters; long letters spelled out."""
    return "".join(LONG.get(character, character) for character in text if character not in INVISIBLE)


def _unquoted(text: str) -> str:
    while "%25" in text:
        text = text.replace("%25", "%")
    return unquote_to_bytes(text).decode("utf-8", errors="replace")


def _mended(pair: str) -> str:
    """A letter that was read in the wrong encoding; two honest letters stay."""
    for encoding in ("latin-1", "cp1252"):
        try:
            return pair.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return pair
