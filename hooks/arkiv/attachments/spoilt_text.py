"""Text that a program has spoilt on its way into a file, as it was meant to be read."""

import re
import unicodedata
from collections.abc import Iterator
from functools import partial

_COMBINING = {
    "¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "¸": "\u0327",
    "˚": "\u030a", "°": "\u030a", "ˇ": "\u030c", "˘": "\u0306", "˙": "\u0307", "˛": "\u0328", "˝": "\u030b",
}  # fmt: skip
_ACCENTS = "".join(_COMBINING)
_BEFORE = re.compile(rf"([{_ACCENTS}]) ?([^\W\d_])")
_AFTER = re.compile(rf"([^\W\d_]) ?([{_ACCENTS}])")
_INSIDE = re.compile(rf"(?<=[^\W\d_]) (?=[{_ACCENTS}])")
"""LaTeX and old PDF programs draw an accent by itself, some before its letter and some behind it."""

_SOFT_BREAK = re.compile(r"=[ \t]*\r?\n")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2}|=[cd][0-9a-f]=[89ab][0-9a-f]|=[c-f][0-9])+")
_DOS = re.compile("├[^\x00-\x7f]|[─┼][^\x00-\x7f─-▟]")
_TABLES = {"mac_roman": re.compile("[√ƒ≈][^\x00-\x7f]"), "cp850": _DOS, "cp437": _DOS}
"""How old programs show a Latin letter in UTF-8. How newer ones do is known where names are looked for."""


def as_meant(text: str) -> Iterator[str]:
    """Each other way to read the text; none where nothing in it looks spoilt."""
    mended = _in_its_encoding(_unquoted(text) if "=" in text else text)
    if mended != text:
        yield mended
    if any(accent in mended for accent in _ACCENTS):
        closed = _INSIDE.sub("", mended)
        readings = (_BEFORE.sub(_onto_next, closed), _AFTER.sub(_onto_last, closed))
        yield from dict.fromkeys(reading for reading in readings if reading != mended)


def _unquoted(text: str) -> str:
    """Quoted-printable, where it makes letters."""
    meant = _QUOTED.sub(_letters, _SOFT_BREAK.sub("", text))
    return meant if _QUOTED.search(text) else text


def _letters(match: re.Match[str]) -> str:
    raw = bytes.fromhex(match[0].replace("=", ""))
    for encoding in ("utf-8", "cp1252"):
        try:
            decoded = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if decoded.replace(" ", "").isalpha():
            return decoded
    return match[0]


def _in_its_encoding(text: str) -> str:
    """UTF-8 that was read as Macintosh or DOS programs read."""
    for encoding, shown in _TABLES.items():
        text = shown.sub(partial(_utf_8, encoding), text)
    return text


def _utf_8(encoding: str, shown: re.Match[str]) -> str:
    try:
        return shown[0].encode(encoding).decode("utf-8")
    except UnicodeError:
        return shown[0]


def _onto_next(match: re.Match[str]) -> str:
    return _accented(match[2], match[1]) or match[0]


def _onto_last(match: re.Match[str]) -> str:
    return _accented(match[1], match[2]) or match[0]


def _accented(letter: str, accent: str) -> str:
    """The letter with its accent; nothing where there is no such letter."""
    made = unicodedata.normalize("NFC", letter + _COMBINING[accent])
    return made if len(made) == 1 else ""
