"""ICC colour profiles, rebuilt from what decides colours: their other tags name screens, people and firms."""

from arkiv.attachments.pictures.parts import BrokenPicture

_COLOUR_TAGS = frozenset(
    {
        b"rXYZ",
        b"gXYZ",
        b"bXYZ",
        b"wtpt",
        b"bkpt",
        b"rTRC",
        b"gTRC",
        b"bTRC",
        b"kTRC",
        b"chad",
        b"cicp",
        b"gamt",
    }
    | {b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2"}
)
_COLOUR_TYPES = frozenset(
    {
        b"XYZ ",
        b"curv",
        b"para",
        b"sf32",
        b"cicp",
        b"mft1",
        b"mft2",
        b"mAB ",
        b"mBA ",
    }  # ICC.1:2022, section 10
)
_HEADER, _ENTRY = 128, 12
_HEADER_NAMES = (slice(4, 8), slice(24, 36), slice(40, 64), slice(80, 128))
"""Preferred module, date, platform to attributes, and creator to the end: nothing there decides colours."""


def colours(profile: bytes) -> bytes:
    """The same profile with its colour tags alone, or nothing where none is left.

    Raises:
        BrokenPicture: the profile is no profile.
    """
    if profile[36:40] != b"acsp" or len(profile) < _HEADER + 4:
        raise BrokenPicture
    tags = _tags(profile)
    if not tags:
        return b""
    table, body, start = bytearray(), bytearray(), _HEADER + 4 + _ENTRY * len(tags)
    for name, content in tags.items():
        table += name + (start + len(body)).to_bytes(4, "big") + len(content).to_bytes(4, "big")
        body += content + bytes(-len(content) % 4)
    header = bytearray(profile[:_HEADER])
    for names in _HEADER_NAMES:
        header[names] = bytes(names.stop - names.start)
    header[:4] = (start + len(body)).to_bytes(4, "big")
    return bytes(header + len(tags).to_bytes(4, "big") + table + body)


def _tags(profile: bytes) -> dict[bytes, bytes]:
    """The tags that decide colours, in the order of their names."""
    found = {}
    for place in range(_HEADER + 4, _HEADER + 4 + _ENTRY * _number(profile, _HEADER), _ENTRY):
        name, start, size = (
            profile[place : place + 4],
            _number(profile, place + 4),
            _number(profile, place + 8),
        )
        content = profile[start : start + size]
        if len(content) != size or place > len(profile):
            raise BrokenPicture
        if name in _COLOUR_TAGS and content[:4] in _COLOUR_TYPES:
            found[name] = content
    return dict(sorted(found.items()))


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 4], "big")
