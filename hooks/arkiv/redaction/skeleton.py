"""A text as a reader hears it, with the way back: markup, entities and invisible characters undone.

`read` is the text without what does not show, still cased; `folded` the same in bare letters. Both are
of one length, and `source(start, end)` tells which part of the text a part of them was made from.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from urllib.parse import unquote_to_bytes

from arkiv.redaction.folding import ENCLOSED, INVISIBLE, LONG, fold

_SPELLED = LONG | ENCLOSED

_HIDDEN = f"[{re.escape(INVISIBLE)}]+"
_LETTER = r"[^\W\d_]"
_BRACE = r"(?:\{|&#123;)"
_NOTE = r"\[\^[^\[\]\n]{1,200}\]"
_WITHIN = "|".join(
    (
        r"!\[[^\[\]\n]{0,1000}\]\([^()\n]{0,2000}\)",
        rf"{_BRACE}[^{{}}\n]{{0,200}}\}}",
        r"\^[^\s^]{1,8}\^|~[^\s~]{1,8}~",
        r"<su[bp]>[\d*†,) ]{1,8}</su[bp]>",
        r":[a-z][a-z0-9_+-]{1,40}:",
        r"[\u2600-\u27bf\U0001f300-\U0001faff]{1,8}",
        r"[\[\]]",
    )
)
"""What may stand between two letters of a word without parting it: pictures, signs, notes."""

_MARKUP = "|".join(
    (
        rf"{_NOTE}(?!:)|(?<=\S){_NOTE}",
        rf"(?<={_LETTER})(?:{_WITHIN})(?={_LETTER})",
        rf"{_BRACE}[+=~-]{{2}}|[+=~-]{{2}}\}}|\+{{2,}}",
        r"&lt;/?[A-Za-z][^<>&\n]{0,500}>",
        r"[*`~]+(?!\s)|(?<=\S)[*`~]+|_{2,}|={2,}|\^{2,}",
        r"</?[A-Za-z][^<>]{0,2000}>",
        r"<!--(?:[^-]|-(?!->)){0,1000}-->",
        r"\\(?=[!-/:-@\[-`{-~\r\n])",
        r"\[(?=[^\[\]\n]{0,1000}\][(\[])",
        r"\]\([^()\s]{0,2000}(?:\s+(?:\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'))?\)",
        r"\]\[[^\[\]\n]{0,200}\]",
        r"(?<=\n)[ \t]{0,8}>[> \t]{0,20}",
    )
)
_ENTITY = r"&(?:amp;){0,4}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_PERCENT = r"(?:%(?:25)*[0-9a-fA-F]{2})+"
_ESCAPED = r"\\u[0-9a-fA-F]{4}"
_HALF = r"\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc"
_MOJIBAKE = rf"(?:[ÃÂ][{_HALF}\u2013-\u203a\u20ac\u2122]|[ÅÄ][{_HALF}])+"
_WRAPPED = r"(?<=[^\W\d_])-[ \t]{0,8}\r?\n[ \t>]{0,20}(?=[a-zåäö])"
_LETTERS = f"[{''.join(_SPELLED)}]"

_FIRST = (
    re.escape(INVISIBLE + "\\*`~_=^<[]&%ÃÂÅÄ->+!:{" + "".join(_SPELLED))
    + r"\u2600-\u27bf\U0001f300-\U0001faff"
)


def _special(*kinds: str, first: str = _FIRST) -> re.Pattern[str]:
    """Any of these; what a special part may begin with is looked at first, since most letters are none."""
    return re.compile(f"(?=[{first}])(?:{'|'.join(kinds)})")


_CANDIDATE = re.compile(f"[{_FIRST}]")
"""What any special part begins with, `>` with spaces before it aside: found ten times as fast as a part."""

_PLAIN = bytes(code for code in range(0x100) if not _CANDIDATE.match(chr(code)))

_KINDS = (_HIDDEN, _ESCAPED, _MARKUP, _ENTITY, _PERCENT, _MOJIBAKE, _WRAPPED, _LETTERS)
_TEXTUAL = _special(*_KINDS)
_QUOTED = _special(*_KINDS, first=rf"{_FIRST} \t")
"""The same for a text with a `>`: only before one may a space be special, and most candidates are spaces."""

_VERBATIM = _special(_HIDDEN, _ESCAPED, _ENTITY, _PERCENT, _MOJIBAKE, _LETTERS)
"""Every part has a bound, so that no text makes reading it take more than linear time."""


_LOST = re.compile(r"(?<=[^\W\d_])\?(?=[a-zåäö])")
"""What programs write in place of a letter they do not know: `Sj?berg`."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The readable letters of a text. `starts` and `origins` are the pieces of the map back."""

    read: str
    folded: str
    starts: list[int]
    origins: list[tuple[int, int]]
    """For each piece: where it begins in the text, and its length there if it looks different, else -1."""

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


@lru_cache(maxsize=2048)
def textual(text: str) -> Skeleton:
    """The skeleton of running Markdown: what a reader of the page sees, markup gone."""
    return _skeleton(text, _QUOTED if ">" in text else _TEXTUAL)


@lru_cache(maxsize=2048)
def verbatim(text: str) -> Skeleton:
    """The skeleton of a text as it is, markup and link targets included."""
    return _skeleton(text, _VERBATIM)


def _skeleton(text: str, special: re.Pattern[str]) -> Skeleton:
    pieces = [piece for piece in _pieces(text, special) if piece[0]]
    starts = list(accumulate((len(shown) for shown, _, _ in pieces), initial=0))
    read = "".join(shown for shown, _, _ in pieces)
    read = _LOST.sub("\ufffd", read) if "?" in read else read
    return Skeleton(read, fold(read), starts[:-1] or [0], [(origin, length) for _, origin, length in pieces])


def _pieces(text: str, special: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """What is shown, where it begins in the text, and its length there or -1."""
    at = 0
    for match in _specials(text, special):
        yield text[at : match.start()], at, -1
        yield _shown(match[0]), match.start(), len(match[0])
        at = match.end()
    yield text[at:], at, -1


def _specials(text: str, special: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The special parts in order, as `finditer` finds them."""
    if special is _QUOTED:
        yield from special.finditer(text)
        return
    if _is_plain(text):
        return
    end = 0
    for candidate in _CANDIDATE.finditer(text):
        start = candidate.start()
        if start >= end and (match := special.match(text, start)):
            yield match
            end = match.end()


def _is_plain(text: str) -> bool:
    """Whether nothing special can begin anywhere; bytes tell it at once for letters of Latin-1."""
    try:
        return not text.encode("latin-1").translate(None, _PLAIN)
    except UnicodeEncodeError:
        return False


def _shown(special: str) -> str:
    """What a reader sees in place of something special; nothing for what is invisible."""
    if special in _SPELLED:
        return _SPELLED[special]
    if special[0] == "&" and special[-1] != ";":
        return ""
    if special[0] == "\\":
        return _visible(chr(int(special[2:], 16))) if len(special) > 1 else ""
    reader = _READERS.get(special[0])
    return _visible(reader(special)) if reader and len(special) > 1 else ""


def _visible(text: str) -> str:
    """Without invisible characters; long letters spelled out."""
    return "".join(_SPELLED.get(character, character) for character in text if character not in INVISIBLE)


def _unescaped(entity: str) -> str:
    """The character, however often its ampersand was escaped again."""
    while entity.startswith("&amp;") and len(entity) > len("&amp;"):
        entity = "&" + entity[len("&amp;") :]
    return html.unescape(entity)


def _unquoted(text: str) -> str:
    text = re.sub("%(?:25)+(?=[0-9a-fA-F]{2})", "%", text)
    return unquote_to_bytes(text).decode("utf-8", errors="replace")


def _mended(pairs: str) -> str:
    """Letters that were read in the wrong encoding, once or twice; honest letters stay."""
    for _ in range(3):
        mended = _decoded(pairs)
        if mended is None:
            break
        pairs = mended
    return pairs


def _decoded(pairs: str) -> str | None:
    for encoding in ("cp1252", "latin-1"):
        try:
            return pairs.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return None


_READERS = {"&": _unescaped, "%": _unquoted} | dict.fromkeys("ÃÂÅÄ", _mended)
