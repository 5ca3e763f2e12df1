"""GIF (89a): pictures, their timing and the count of loops are kept, and nothing after the end."""

from arkiv.attachments.pictures.parts import BrokenPicture, Parts

_EXTENSION, _PICTURE, _END = 0x21, 0x2C, 0x3B
_TIMING, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def gif_parts(data: bytes) -> Parts:
    """The picture without loss.

    Raises:
        BrokenPicture: a block is cut short.
    """
    try:
        place = 13 + _palette(data[10])
        parts = Parts(bytearray(data[:place]))
        while place < len(data) and data[place] != _END:  # some programs leave the end out
            place = _block(data, place, parts)
    except IndexError:
        raise BrokenPicture from None
    parts.kept.append(_END)
    parts.removed.append(data[place + 1 :])
    return parts


def _block(data: bytes, place: int, parts: Parts) -> int:
    """Sort the block that starts here; where the next one starts."""
    if data[place] == _PICTURE:
        _, end = _sub_blocks(data, place + 11 + _palette(data[place + 9]))
        parts.kept += data[place:end]
        return end
    if data[place] != _EXTENSION:
        raise BrokenPicture
    kind = data[place + 1]
    blocks, end = _sub_blocks(data, place + 2)
    loops = len(blocks) == 2 and blocks[0] in _LOOPS and len(blocks[1]) == 3
    if (kind == _TIMING and len(blocks) == 1) or (kind == _APPLICATION and loops):
        parts.kept += data[place:end]
    else:
        parts.removed.append(b"".join(blocks))
    return end


def _palette(flags: int) -> int:
    """Bytes of the colour table that these flags announce (sections 18 and 20)."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _sub_blocks(data: bytes, place: int) -> tuple[list[bytes], int]:
    blocks = []
    while size := data[place]:
        blocks.append(data[place + 1 : place + 1 + size])
        place += 1 + size
    return blocks, place + 1
