"""The part of CBOR (RFC 8949) that Pagefind writes: numbers, strings, lists; anything else is an error."""

import re

from arkiv.audit.passages import Unreadable

_MAX_NESTING = 32
_TEXT = 3
_UNKNOWN = "is an index part of a kind the audit does not know"


_SKIPPED = re.compile(
    rb"(?:[\x00-\x17\x20-\x37\x80-\x97]+|[\x18\x38\x98].|[\x19\x39\x99]..|[\x1a\x3a\x9a].{4}|[\x1b\x3b\x9b].{8})*",
    re.DOTALL,
)


def strings_in_cbor(data: bytes) -> set[str]:
    """Every string in `data`, without building the lists of numbers around them.

    Raises:
        Unreadable: it holds anything but numbers, strings and lists, or is cut short.
    """
    found, place = set(), _end(data, 0)
    while place < len(data):
        if data[place] >> 5 != _TEXT:
            raise Unreadable(_UNKNOWN)
        length, place = _number(data, place + 1, data[place] & 31)
        found.add(str(data[place : place + length], "utf-8"))
        place = _end(data, place + length)
    if place != len(data) or not found:
        raise Unreadable("is an index part that is cut short")
    return found


def _end(data: bytes, place: int) -> int:
    """Where the numbers and heads of lists that begin here end."""
    match = _SKIPPED.match(data, place)
    return match.end() if match else place


def read_cbor(data: bytes) -> object:
    """The one value that `data` holds, to its last byte.

    Raises:
        Unreadable: it holds something else, is cut short, or something follows.
    """
    try:
        value, end = _value(data, 0, 0)
    except (IndexError, UnicodeDecodeError) as error:
        raise Unreadable("is an index part that is cut short") from error
    if end != len(data):
        raise Unreadable("is an index part with something behind its end")
    return value


def _value(data: bytes, place: int, depth: int) -> tuple[object, int]:
    kind, number = data[place] >> 5, data[place] & 31
    number, place = _number(data, place + 1, number)
    if kind in (0, 1):
        return (number if kind == 0 else -1 - number), place
    if kind in (2, 3):
        return _string(data, place, number, text=kind == 3)
    if kind == 4 and depth < _MAX_NESTING:
        return _list(data, place, number, depth)
    raise Unreadable(_UNKNOWN)


def _number(data: bytes, place: int, short: int) -> tuple[int, int]:
    if short < 24:
        return short, place
    if short > 27:
        raise Unreadable(_UNKNOWN)
    size = 1 << (short - 24)
    if place + size > len(data):
        raise IndexError
    return int.from_bytes(data[place : place + size], "big"), place + size


def _string(data: bytes, place: int, length: int, *, text: bool) -> tuple[object, int]:
    raw = data[place : place + length]
    if len(raw) != length:
        raise IndexError
    return (raw.decode() if text else raw), place + length


def _list(data: bytes, place: int, length: int, depth: int) -> tuple[object, int]:
    values = []
    for _ in range(length):
        value, place = _value(data, place, depth + 1)
        values.append(value)
    return values, place
