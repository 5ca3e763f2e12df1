"""PNG (third edition, W3C): chunks that draw are kept, and nothing after the last."""

import zlib

from arkiv.attachments.pictures.parts import BrokenPicture, Parts
from arkiv.attachments.pictures.profile import colours

_DRAWS = frozenset(
    {
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"sBIT",
        b"bKGD",
        b"pHYs",
        b"cICP",
    }
    | {b"acTL", b"fcTL", b"fdAT"}
)
_START = b"\x89PNG\r\n\x1a\n"
LARGEST_TEXT = 10_000_000
"""Bytes of one packed text or profile, unpacked."""


def png_parts(data: bytes) -> Parts:
    """The picture, with a colour profile of colours alone.

    Raises:
        BrokenPicture: a chunk is cut short or does not match its checksum, or there is no end.
    """
    parts, place, kind = Parts(bytearray(_START)), len(_START), b""
    while kind != b"IEND":
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        content, check = data[place + 8 : place + 8 + size], data[place + 8 + size : place + 12 + size]
        if check != zlib.crc32(kind + content).to_bytes(4, "big"):
            raise BrokenPicture
        _sort(kind, content, parts)
        place += 12 + size
    parts.removed.append(data[place:])
    return parts


def _sort(kind: bytes, content: bytes, parts: Parts) -> None:
    if kind in _DRAWS:
        parts.kept += _chunk(kind, content)
        return
    text = _text(kind, content)
    parts.removed.append(text)
    if kind == b"iCCP" and (profile := colours(text.partition(b"\0")[2])):
        parts.kept += _chunk(kind, b"ICC\0\0" + zlib.compress(profile, 9))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def _text(kind: bytes, content: bytes) -> bytes:
    """A chunk's content, with its packed part unpacked (sections 11.3.2.3 and 11.3.3)."""
    if kind in {b"zTXt", b"iCCP"}:
        keyword, _, packed = content.partition(b"\0")
        return keyword + b"\0" + _unpacked(packed[1:])
    keyword, _, rest = content.partition(b"\0")
    if kind == b"iTXt" and rest[:1] == b"\1" and rest.count(b"\0") >= 2:
        language, translated, packed = rest[2:].split(b"\0", 2)
        return b"\0".join((keyword, language, translated, _unpacked(packed)))
    return content


def _unpacked(packed: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(packed, LARGEST_TEXT)
    except zlib.error:
        raise BrokenPicture from None
    if not unpacking.eof:
        raise BrokenPicture
    return text + unpacking.unused_data
