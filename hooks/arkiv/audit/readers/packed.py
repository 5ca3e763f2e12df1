"""Gzip files, read to the end and no further than is sane."""

import zlib
from collections.abc import Iterator

from arkiv.audit.passages import MAX_BYTES, Part, Passage, Piece, Unreadable, View

_MAGIC = b"\x1f\x8b"


def unpacked(data: bytes) -> bytes:
    """The content of a gzip file of any number of members.

    Raises:
        Unreadable: it is broken, cut short, followed by something else, or too large.
    """
    if not data.startswith(_MAGIC):
        raise Unreadable("is not a gzip file")
    out = b""
    while data:
        stream = zlib.decompressobj(wbits=31)
        try:
            out += stream.decompress(data, MAX_BYTES - len(out) + 1)
        except zlib.error as error:
            raise Unreadable("is not a whole gzip file") from error
        if not stream.eof or len(out) > MAX_BYTES:
            raise Unreadable("is a gzip file that is cut short or unpacks to more than the audit reads")
        data = stream.unused_data
    return out


def inflated(data: bytes) -> bytes:
    """The content of a zlib stream.

    Raises:
        Unreadable: it is broken or too large.
    """
    stream = zlib.decompressobj()
    try:
        out = stream.decompress(data, MAX_BYTES + 1)
    except zlib.error as error:
        raise Unreadable("has a compressed part that is broken") from error
    if len(out) > MAX_BYTES:
        raise Unreadable("unpacks to more than the audit reads")
    return out


def read_gzip(name: str, data: bytes) -> Iterator[Piece]:
    """What is packed, under its name without `.gz`; and the name and remark in the gzip header.

    Raises:
        Unreadable: as `unpacked`.
    """
    yield Part(name.removesuffix(".gz"), unpacked(data), "unpacked")
    yield Passage(_header(data).decode("latin-1"), View.LABEL, "gzip header")


def _header(data: bytes) -> bytes:
    """The header's free fields: extra, name, remark (RFC 1952, section 2.3)."""
    flags, place = data[3], 10
    if flags & 4:
        place += 2 + int.from_bytes(data[10:12], "little")
    for flag in (8, 16):
        if flags & flag:
            place = data.index(b"\0", place) + 1
    return data[10:place].replace(b"\0", b" ")
