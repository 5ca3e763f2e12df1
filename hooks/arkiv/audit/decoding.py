"""The ways in which letters are written without being written: entities, escapes, wrong encodings."""

import html
import re
from collections.abc import Iterator

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_SCRIPT = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([nrtbfv0])|([/'\"\\\n-]))"
)
_STYLE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})[ \t\n]?|(\n))")
_QUOTED = re.compile(r"=[0-9A-F]{2}(?:=[0-9A-F]{2})*")
_BROKEN = re.compile("[Â-ô][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}")
_MAY_BE_BROKEN = re.compile(rb"\xc3[\x82-\xb4][\xc2-\xcb\xe2]")
"""The same in UTF-8, which is looked through in a tenth of the time; hardly any text has it."""

_ROUNDS = 4


def layers(text: str) -> Iterator[str]:
    """`text` as it stands, then each different reading of it once its codes are undone.

    Codes within codes (`&amp;#65;`, `%2541`) are undone four times over.
    """
    yield text
    seen = {text}
    for style in (False, True) if "\\" in text else (False,):
        current = text
        for _ in range(_ROUNDS):
            current = _decoded(current, style=style)
            if current in seen:
                break
            seen.add(current)
            yield current


def _decoded(text: str, *, style: bool) -> str:
    if "&" in text:
        text = html.unescape(text)
    if "%" in text:
        text = _PERCENT.sub(_percent, text)
    if "\\" in text:
        text = _STYLE.sub(_style, text) if style else _SCRIPT.sub(_script, text)
    if "=" in text:
        text = _QUOTED.sub(_quoted, text)
    if not text.isascii() and _MAY_BE_BROKEN.search(text.encode("utf-8", "surrogatepass")):
        text = _BROKEN.sub(_broken, text)
    return text


def _percent(match: re.Match[str]) -> str:
    return _text(bytes.fromhex(match.group().replace("%", ""))).replace("\n", " ")


def _quoted(match: re.Match[str]) -> str:
    """Quoted-printable, where it makes letters; `=3D` in a query string is left."""
    decoded = _text(bytes.fromhex(match.group().replace("=", "")))
    return decoded if decoded.isalpha() else match.group()


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _script(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3] or match[4]
    if code:
        return _char(code)
    return " " if match[5] else match[6].strip("\n")


def _style(match: re.Match[str]) -> str:
    return _char(match[1]) if match[1] else ""


def _char(code: str) -> str:
    number = int(code, 16)
    return chr(number).replace("\n", " ") if number <= 0x10FFFF else "\ufffd"


def _broken(match: re.Match[str]) -> str:
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
