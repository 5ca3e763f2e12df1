"""The strings and names in PDF code (ISO 32000-2, 7.3), whichever object they stand in."""

import re
from collections.abc import Iterator

from pypdf import constants

_MARK = re.compile(rb"\\.|[()\[\]]|<<|<[0-9A-Fa-f\s]*>", re.DOTALL)
_BRACKETS = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_PLAIN = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_NAME = re.compile(rb"/([^\x00\t\n\f\r ()<>\[\]{}/%]{4,127})")
_NUMBER_SIGN = re.compile(rb"#([0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def _vocabulary() -> Iterator[str]:
    """The names that the format itself uses, as far as the library lists them."""
    for holder in vars(constants).values():
        if isinstance(holder, type):
            yield from (
                value[1:] for value in vars(holder).values() if isinstance(value, str) and value[:1] == "/"
            )


_KNOWN = frozenset(_vocabulary())


def strings(code: bytes) -> Iterator[str]:
    """Every string, and the strings of each array as one word: an array moves letters apart."""
    array: list[bytes] = []
    for mark, found in _marks(code):
        if mark in b"[]":
            yield from (text_string(b"".join(array)),) if len(array) > 1 else ()
            array = []
        elif found:
            yield text_string(found)
            array.append(found)


def _marks(code: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each bracket of an array, and each string with its content."""
    place = 0
    while mark := _MARK.search(code, place):
        place = mark.end()
        if mark[0] == b"(":
            place = _end(code, place)
            yield b"(", _unescaped(code[mark.end() : place - 1])
        elif mark[0].endswith(b">"):
            yield b"<", _hexadecimal(mark[0][1:-1])
        elif mark[0] in b"[]":
            yield mark[0], b""


def _end(code: bytes, place: int) -> int:
    """Where a string that starts here has ended; brackets within it come in pairs."""
    depth = 1
    while depth and (mark := _BRACKETS.search(code, place)):
        place = mark.end()
        depth += {b"(": 1, b")": -1}.get(mark[0], 0)
    return place if not depth else len(code) + 1


def _unescaped(raw: bytes) -> bytes:
    def meant(escape: re.Match[bytes]) -> bytes:
        if escape[1][:1].isdigit():
            return bytes((int(escape[1], 8) & 0xFF,))
        return _PLAIN.get(escape[1], escape[1])

    return _ESCAPE.sub(meant, raw)


def _hexadecimal(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def text_string(raw: bytes) -> str:
    """A text string (7.9.2.2), UTF-16 without its mark included; control characters become spaces."""
    for mark, encoding in (
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xef\xbb\xbf", "utf-8"),
    ):
        if raw.startswith(mark):
            return _CONTROL.sub(" ", raw[len(mark) :].decode(encoding, "replace"))
    if len(raw) > 3 and len(raw) % 2 == 0 and max(raw[::2]) <= 6:
        return _CONTROL.sub(" ", raw.decode("utf-16-be", "replace"))
    try:
        return _CONTROL.sub(" ", raw.decode())
    except UnicodeDecodeError:
        return _CONTROL.sub(" ", raw.decode("cp1252", "replace"))


def names(code: bytes) -> Iterator[str]:
    """Names that are somebody's own: of destinations, layers, colours, fields."""
    found = {
        _NUMBER_SIGN.sub(lambda sign: bytes.fromhex(sign[1].decode()), name) for name in _NAME.findall(code)
    }
    texts = {text_string(name) for name in found}
    yield from sorted(texts - _KNOWN)
