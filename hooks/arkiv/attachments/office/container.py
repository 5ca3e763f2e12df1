"""The zip around an office file: what it promises to unpack to, and the bytes around its parts."""

import zipfile

from arkiv.attachments.refusals import UnreadableAttachment, too_large
from arkiv.zip_rest import rest_of

_MOST_PARTS = 5_000
_LARGEST = 100_000_000
"""Bytes of all parts together, unpacked."""
_WORTH_PACKING, _RATIO = 10_000_000, 100
"""A real document packs to a tenth; only past this many bytes is the ratio looked at."""
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


def loose_bytes(package: zipfile.ZipFile, data: bytes) -> list[bytes]:
    """Names as they are written, remarks and extra fields of the parts and of the package.

    Raises:
        UnreadableAttachment: bytes stand outside the parts, such as a part that was deleted.
        BadZipFile: it is not laid out as its own tables say.
    """
    rest = rest_of(package, data)
    if rest.unknown:
        raise UnreadableAttachment(
            "has bytes that belong to no part", "open it in its own program and save it again"
        )
    return rest.remarks
