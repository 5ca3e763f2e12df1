"""Letters as the audit compares them: plain ASCII letters, whatever was done to hide what they are.

`fold` works on bytes, since `bytes.translate` is the fastest way there is to look at every letter.
"""

import re
import unicodedata
from functools import cache, lru_cache

_MANY_FOR_ONE = {
    "æ": "ae", "Æ": "Ae", "ß": "ss", "þ": "th", "Þ": "Th", "œ": "oe", "Œ": "Oe", "ł": "l", "Ł": "L", "đ": "d",
    "Đ": "D", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T", "ı": "i", "ȷ": "j", "ŋ": "n", "Ŋ": "N", "ƒ": "f",
}  # fmt: skip
_LOOKALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХЬавеѕіјкмнорстухьһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεζηικμνορτυχϲϳՕօ",
        "ABESIJKMHOPCTYXbabesijkmhopctyxbhqwABEZHIKMNOPTYXabezhikmnoptyxcjOo",
        strict=True,
    )
)
"""Cyrillic, Greek and Armenian letters that look like Latin ones. Capital and small fold to the same
letter, so that real names in those scripts fold alike in any case."""

_RARE = re.compile("[\u0100-\U0010ffffÆæßÞþ]+")
_RARE_BYTES = tuple(char.encode("latin-1") for char in "ÆæßÞþ")
_DROPPED = bytes([0, 0xAD])  # NUL (UTF-16 read as bytes) and the soft hyphen
_SEEN_CATEGORIES_DROPPED = frozenset({"Mn", "Me", "Cf", "Cs", "Cc"})


def _base(code: int) -> int:
    """The byte for a Latin-1 character: its letter without diacritics, or a space."""
    if code < 0x80:
        return code
    letter = unicodedata.normalize("NFKD", chr(code))[0]
    known = {0xD8: "O", 0xF8: "o", 0xD0: "D", 0xF0: "d", 0xB4: "'", 0xAA: "a", 0xBA: "o"}.get(code, letter)
    return ord(known) if known.isascii() else 0x20


_FOLD = bytes(_base(code) for code in range(256))
_SPLIT = bytes(code if chr(code).isalpha() and code < 0x80 else 0x20 for code in range(256))


def fold(text: str) -> bytes:
    """`text` in ASCII: letters without diacritics, case kept, marks and invisible characters gone.

    Line feeds stay, so that lines can be counted. U+FFFD becomes `?`; what is no letter and not
    ASCII becomes a space.
    """
    return _encoded(text).translate(_FOLD, _DROPPED)


def _encoded(text: str) -> bytes:
    """The text in Latin-1; most texts are so already, which encoding tells faster than a search."""
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        return _RARE.sub(_fold_run, text).encode("latin-1")
    if any(rare in data for rare in _RARE_BYTES):
        data = _RARE.sub(_fold_run, text).encode("latin-1")
    return data


def tokens(folded: bytes) -> list[bytes]:
    """The runs of letters, in order, case kept."""
    return folded.translate(_SPLIT).split()


@cache
def words(text: str) -> tuple[bytes, ...]:
    """The folded, lower-case runs of letters of a short text such as a name."""
    return tuple(tokens(fold(text).lower()))


def _fold_run(match: "re.Match[str]") -> str:
    return _folded(match.group())


@lru_cache(maxsize=65536)
def _folded(run: str) -> str:
    return "".join(_letter(char) for char in unicodedata.normalize("NFKD", run))


def _letter(char: str) -> str:
    if char in _MANY_FOR_ONE or char in _LOOKALIKES:
        return _MANY_FOR_ONE.get(char) or _LOOKALIKES[char]
    if ord(char) < 0x100:
        return char
    category = unicodedata.category(char)
    if category in _SEEN_CATEGORIES_DROPPED:
        return ""
    if category.startswith(("L", "Mc")):
        return _spelled(char)
    return _sign(char, category)


def _sign(char: str, category: str) -> str:
    """What stands for a character that is no letter."""
    if char == "\ufffd":
        return "?"
    if category.startswith("P"):
        return "-" if category in {"Pd", "Pc"} else "'" if char in "‘’‛′" else "."
    return " "


def _spelled(char: str) -> str:
    """A letter of another script, spelled in five Latin letters that no word begins with."""
    code = ord(char.casefold()[0])
    letters = ""
    for _ in range(5):
        code, rest = divmod(code, 26)
        letters += chr(ord("a") + rest)
    return "qz" + letters
