"""JPEG (ITU-T T.81): the segments that decode the picture are kept, and nothing after its end."""

import re

from arkiv.attachments.pictures.parts import BrokenPicture, Parts
from arkiv.attachments.pictures.profile import colours

_SCAN, _END, _APP0, _APP2, _APP14 = 0xDA, 0xD9, 0xE0, 0xE2, 0xEE
_DRAWS = frozenset({0xDB, 0xC4, 0xDD, _SCAN, *range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xD0)})
_AFTER_SCAN = re.compile(rb"\xff+(?=[^\x00\xd0-\xd7\xff])")
_ICC = b"ICC_PROFILE\0"
_LARGEST_PIECE = 65_519


def jpeg_parts(data: bytes) -> Parts:
    """The picture without loss, with a colour profile of colours alone.

    Raises:
        BrokenPicture: a segment is cut short, or there is no end.
    """
    parts, segments, icc = Parts(bytearray(b"\xff\xd8")), bytearray(), bytearray()
    place = 2
    while (kind := _marker(data, place)) != _END:
        place += 2
        size = int.from_bytes(data[place : place + 2], "big") if kind else 0
        content = data[place + 2 : place + size]
        if kind and (size < 2 or len(content) != size - 2):
            raise BrokenPicture
        place += size
        if kind == _APP2 and content.startswith(_ICC):
            icc += content[len(_ICC) + 2 :]
        segments += _kept(kind, content, parts)
        if kind == _SCAN:
            start, place = place, _scan_end(data, place)
            segments += data[start:place]
    parts.removed += [bytes(icc), data[place + 2 :]]
    parts.kept += _with_profile(segments, colours(bytes(icc)) if icc else b"")
    return parts


def _marker(data: bytes, place: int) -> int:
    """The kind of the marker here; 0 for a byte of filling before one."""
    if len(data) < place + 2 or data[place] != 0xFF:
        raise BrokenPicture
    return data[place + 1]


def _kept(kind: int, content: bytes, parts: Parts) -> bytes:
    """The segment where the picture needs it: JFIF without its thumbnail, and what Adobe says of colours."""
    if kind in _DRAWS:
        return _segment(kind, content)
    parts.removed.append(content)
    if kind == _APP0 and content.startswith(b"JFIF\0") and len(content) >= 14:
        return _segment(kind, content[:12] + b"\0\0")
    if kind == _APP14 and content.startswith(b"Adobe") and len(content) >= 12:
        return _segment(kind, content[:12])
    return b""


def _segment(kind: int, content: bytes) -> bytes:
    return bytes((0xFF, kind)) + (len(content) + 2).to_bytes(2, "big") + content


def _scan_end(data: bytes, place: int) -> int:
    end = _AFTER_SCAN.search(data, place)
    if end is None:
        raise BrokenPicture
    return end.end() - 1


def _with_profile(segments: bytearray, profile: bytes) -> bytes:
    """The whole from the first segment to the end; JFIF must come first, so the profile follows it."""
    jfif = 18 if segments[:2] == b"\xff\xe0" else 0
    pieces = [profile[start : start + _LARGEST_PIECE] for start in range(0, len(profile), _LARGEST_PIECE)]
    numbered = enumerate(pieces, 1)
    icc = b"".join(_segment(_APP2, _ICC + bytes((n, len(pieces))) + piece) for n, piece in numbered)
    return bytes(segments[:jfif]) + icc + bytes(segments[jfif:]) + b"\xff\xd9"
