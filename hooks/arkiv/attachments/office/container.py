"""The zip around an office file: what it promises to unpack to, and the bytes between its parts."""

import zipfile
from collections.abc import Iterator

from arkiv.attachments.refusals import UnreadableAttachment, too_large

_MOST_PARTS = 5_000
_LARGEST = 100_000_000
"""Bytes of all parts together, unpacked."""
_WORTH_PACKING, _RATIO = 10_000_000, 100
"""A real document packs to a tenth; only past this many bytes is the ratio looked at."""
_LOCAL_HEADER, _DESCRIPTOR = 30, 24
_ENCRYPTED = 0x1


def check_container(package: zipfile.ZipFile, data: bytes) -> None:
    """Refuse a package before anything in it is unpacked.

    Raises:
        UnreadableAttachment: it is encrypted, unpacks to too much, or names a part twice.
    """
    entries = package.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableAttachment("is protected by a password", "save it without a password")
    total = sum(entry.file_size for entry in entries)
    if (
        len(entries) > _MOST_PARTS
        or total > _LARGEST
        or (total > _WORTH_PACKING and total > _RATIO * len(data))
    ):
        raise too_large("document")
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise UnreadableAttachment(
            "has two parts of the same name", "open it in its own program and save it again"
        )


def loose_bytes(package: zipfile.ZipFile, data: bytes) -> Iterator[bytes]:
    """Remarks and extra fields of the parts.

    Raises:
        UnreadableAttachment: bytes stand outside the parts, such as a part that was deleted.
    """
    place = 0
    for entry in sorted(package.infolist(), key=lambda entry: entry.header_offset):
        yield entry.comment
        yield entry.extra
        place = _contiguous(place, entry.header_offset)
        head = data[place : place + _LOCAL_HEADER]
        name, extra = (int.from_bytes(head[at : at + 2], "little") for at in (26, 28))
        place += _LOCAL_HEADER + name
        yield data[place : place + extra]
        place += extra + entry.compress_size
    _contiguous(place, package.start_dir)


def _contiguous(end: int, start: int) -> int:
    """Between two parts there is a data descriptor at most."""
    if not 0 <= start - end <= _DESCRIPTOR:
        raise UnreadableAttachment(
            "has bytes that belong to no part", "open it in its own program and save it again"
        )
    return start
