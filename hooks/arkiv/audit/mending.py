"""Letters that a program has spoilt on the way: read in a wrong encoding, or parted from their accents."""

import re
from collections.abc import Iterator

_BROKEN = re.compile("[Â-ô][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}")
_MAY_BE_BROKEN = re.compile(rb"\xc3[\x82-\xb4][\xc2-\xcb\xe2]")
"""The same in UTF-8, which is looked through in a tenth of the time; hardly any text has it."""

_LEADS = {"√": "mac_roman", "ƒ": "mac_roman", "≈": "mac_roman", "├": "cp850", "─": "cp850", "┼": "cp850"}
"""How old Macintosh and DOS programs show the first byte of a Latin letter in UTF-8."""
_LED = re.compile("[√ƒ≈├][^\x00-\x7f]|[─┼][^\x00-\x7f─-▟]")

_ACCENTS = "¨´`¯¸°˚ˆ˜ˇ˘˙˛˝"
_APART = re.compile(rf"(?<=[^\W\d_])[{_ACCENTS}](?=[^\W\d_])|(?<=[^\W\d_]) [{_ACCENTS}] ?(?=[^\W\d_])")
"""An accent that stands by itself inside a word, as LaTeX and old PDF programs draw it."""

_SOFT_BREAK = re.compile(r"=[ \t]*\r?\n")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2}|=[cd][0-9a-f]=[89ab][0-9a-f]|=[c-f][0-9])+")
_MAY_BE_QUOTED = re.compile(r"=(?:[89A-F][0-9A-F]|[c-f][0-9]|[cd][a-f]=|[ \t]*\r?\n)")
"""A letter beyond ASCII, or a line that goes on; `width=device` is neither."""


def mended(text: str) -> str:
    """The text with its letters as they were meant; accents that stand by themselves are left out."""
    if not text.isascii():
        if _MAY_BE_BROKEN.search(text.encode("utf-8", "surrogatepass")):
            text = _BROKEN.sub(_windows, text)
        if any(lead in text for lead in _LEADS):
            text = _LED.sub(_older, text)
    if any(accent in text for accent in _ACCENTS):
        text = _APART.sub("", text)
    return text


def unquoted(text: str) -> Iterator[str]:
    """The text as quoted-printable, in small letters too and over its broken lines, if it may be that."""
    if "=" not in text or not _MAY_BE_QUOTED.search(text):
        return
    meant = _QUOTED.sub(_meant, _SOFT_BREAK.sub("", text))
    if meant != text:
        yield meant


def _meant(match: re.Match[str]) -> str:
    """Letters, and spaces among them: `=3D` in a query string is left."""
    raw = bytes.fromhex(match.group().replace("=", ""))
    try:
        decoded = raw.decode("utf-8")
    except UnicodeDecodeError:
        decoded = raw.decode("latin-1")
    return decoded if decoded.replace(" ", "").isalpha() else match.group()


def _windows(match: re.Match[str]) -> str:
    """UTF-8 that was read as Latin-1 or Windows-1252."""
    raw = b"".join(_byte(char) for char in match.group())
    for end in range(len(raw), 1, -1):
        try:
            return raw[:end].decode("utf-8") + match.group()[end:]
        except UnicodeDecodeError:
            continue
    return match.group()


def _byte(char: str) -> bytes:
    return bytes([ord(char)]) if ord(char) < 0x100 else char.encode("cp1252")


def _older(match: re.Match[str]) -> str:
    """UTF-8 that was read as an old Macintosh or DOS program would; DOS had two tables with these letters."""
    encoding = _LEADS[match.group()[0]]
    for table in (encoding, "cp437") if encoding == "cp850" else (encoding,):
        try:
            return match.group().encode(table).decode("utf-8")
        except UnicodeError:
            continue
    return match.group()
