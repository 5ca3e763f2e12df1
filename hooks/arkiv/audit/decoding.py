"""The ways in which letters are written without being written: entities, escapes, wrong encodings."""

import html
import re
from collections.abc import Iterator
from itertools import product

from arkiv.audit.mending import mended, unquoted

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_SCRIPT = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([nrtbfv0])|([/'\"\\\n-]))"
)
_STYLE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})[ \t\n]?|(\n))")
_ROUNDS = 4


def layers(text: str) -> Iterator[str]:
    """`text` as it stands, then each different reading of it once its codes are undone.

    Codes within codes (`&amp;#65;`, `%2541`) are undone four times over. Quoted-printable is read beside
    them and not among them: `=fa` in an address is no letter.
    """
    yield text
    seen = {text}
    styles = (False, True) if "\\" in text else (False,)
    for start, style in product((text, *unquoted(text)), styles):
        current = start
        if start not in seen:
            seen.add(start)
            yield start
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
    return mended(text)


def _percent(match: re.Match[str]) -> str:
    return _text(bytes.fromhex(match.group().replace("%", ""))).replace("\n", " ")


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
