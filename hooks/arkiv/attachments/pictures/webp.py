"""WebP (RFC 9649): the chunks that draw are kept, frame by frame, and nothing after the container."""

from collections.abc import Iterator

from arkiv.attachments.pictures.parts import BrokenPicture, Parts
from arkiv.attachments.pictures.profile import colours

_DRAWS = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM"})
_FRAME_HEADER = 16
_PROFILE, _EXIF, _XMP = 0x20, 0x08, 0x04


def webp_parts(data: bytes) -> Parts:
    """The picture without loss, with a colour profile of colours alone.

    Raises:
        BrokenPicture: a chunk is cut short, or it is no WebP.
    """
    size = int.from_bytes(data[4:8], "little")
    if data[8:12] != b"WEBP" or len(data) < 8 + size:
        raise BrokenPicture
    parts, body = Parts(), bytearray()
    chunks = list(_chunks(data[12 : 8 + size]))
    profile = b"".join(colours(content) for kind, content in chunks if kind == b"ICCP")
    for kind, content in chunks:
        body += _kept(kind, content, profile, parts)
    parts.removed.append(data[8 + size :])
    parts.kept += b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body
    return parts


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 0
    while place < len(data):
        kind, size = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        content = data[place + 8 : place + 8 + size]
        if len(content) != size or len(kind) != 4:
            raise BrokenPicture
        yield kind, content
        place += 8 + size + size % 2


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)


def _kept(kind: bytes, content: bytes, profile: bytes, parts: Parts) -> bytes:
    if kind in _DRAWS:
        return _chunk(kind, content)
    if kind == b"VP8X":
        flags = content[0] & ~(_PROFILE | _EXIF | _XMP) | (_PROFILE if profile else 0)
        return _chunk(kind, bytes((flags,)) + content[1:10])
    if kind == b"ANMF":
        inner = b"".join(_frame_part(*part, parts) for part in _chunks(content[_FRAME_HEADER:]))
        return _chunk(kind, content[:_FRAME_HEADER] + inner)
    parts.removed.append(content)
    return _chunk(kind, profile) if kind == b"ICCP" and profile else b""


def _frame_part(kind: bytes, content: bytes, parts: Parts) -> bytes:
    if kind in _DRAWS:
        return _chunk(kind, content)
    parts.removed.append(content)
    return b""
