"""What a zip file holds besides the content of its parts, to the last byte (APPNOTE.TXT, section 4.3)."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

_LOCAL, _ENTRY, _END, _END_64, _LOCATOR = b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\6", b"PK\6\7"
_DESCRIPTOR = b"PK\7\x08"
_HAS_DESCRIPTOR = 0x8
_SAYS_NOTHING = b"\0 \t\r\n"


@dataclass(slots=True)
class Rest:
    """The bytes around the parts.

    `remarks` are names as they are written, extra fields and comments; `unknown` is what belongs to nothing:
    before, between and behind the parts. Zeros and spaces there are left out.
    """

    remarks: list[bytes] = field(default_factory=list)
    unknown: list[bytes] = field(default_factory=list)


def rest_of(package: zipfile.ZipFile, data: bytes) -> Rest:
    """Everything in `data` but the content of the parts.

    Raises:
        BadZipFile: parts overlap, or the file is not laid out as its own tables say.
    """
    rest = Rest()
    rest.unknown.append(_between(data, _parts(package, data, rest), package.start_dir))
    place = _tables(package, data, rest)
    rest.unknown.append(data[place:])
    rest.unknown = [found for found in rest.unknown if found.strip(_SAYS_NOTHING)]
    return rest


def _parts(package: zipfile.ZipFile, data: bytes, rest: Rest) -> int:
    """Note what stands before and between the parts, and how they are headed; where the last of them ends."""
    place = 0
    for entry in sorted(package.infolist(), key=lambda entry: entry.header_offset):
        rest.unknown.append(_between(data, place, entry.header_offset))
        name, extra = _lengths(data, entry.header_offset, _LOCAL, 26, 28)
        start = entry.header_offset + 30
        rest.remarks += [data[start : start + name], data[start + name : start + name + extra]]
        place = start + name + extra + entry.compress_size
        place += _descriptor(data, place, entry)
    return place


def _tables(package: zipfile.ZipFile, data: bytes, rest: Rest) -> int:
    """Note what the tables behind the parts say; where the last of them ends."""
    place = package.start_dir
    for _ in package.infolist():
        lengths = _lengths(data, place, _ENTRY, 28, 30, 32)
        rest.remarks.append(data[place + 46 : place + 46 + sum(lengths)])
        place += 46 + sum(lengths)
    ends = list(_ends(data, place))
    rest.remarks += [record[said:] for said, record in ends]
    return place + sum(len(record) for _, record in ends)


def _between(data: bytes, end: int, start: int) -> bytes:
    if start < end:
        raise zipfile.BadZipFile
    return data[end:start]


def _lengths(data: bytes, place: int, start: bytes, *fields: int) -> list[int]:
    """The lengths that a header holds at these places, if it begins as it should."""
    if data[place : place + 4] != start:
        raise zipfile.BadZipFile
    return [int.from_bytes(data[place + at : place + at + 2], "little") for at in fields]


def _descriptor(data: bytes, place: int, entry: zipfile.ZipInfo) -> int:
    """How long the part's checksum and sizes are that stand behind it; 0 where they are not its own."""
    if not entry.flag_bits & _HAS_DESCRIPTOR:
        return 0
    mark = _DESCRIPTOR if data.startswith(_DESCRIPTOR, place) else b""
    for width in (4, 8):
        sizes = entry.compress_size.to_bytes(width, "little") + entry.file_size.to_bytes(width, "little")
        expected = mark + entry.CRC.to_bytes(4, "little") + sizes
        if data.startswith(expected, place):
            return len(expected)
    return 0


def _ends(data: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """The records that close the file (a large one, its locator, the last), and where each's numbers end."""
    if data.startswith(_END_64, place):
        length = 12 + int.from_bytes(data[place + 4 : place + 12], "little")
        yield 56, data[place : place + length]
        place += length
    if data.startswith(_LOCATOR, place):
        yield 20, data[place : place + 20]
        place += 20
    comment = sum(_lengths(data, place, _END, 20))
    yield 22, data[place : place + 22 + comment]
