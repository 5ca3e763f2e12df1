"""What pictures say besides what they show: every chunk but the picture itself, and nothing may follow it."""

import io
import warnings
from collections.abc import Iterator

from PIL import Image

from arkiv.audit.passages import Passage, Piece, Unreadable, View
from arkiv.audit.readers.packed import inflated
from arkiv.audit.readers.plain import binary_readings

_PNG_PIXELS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
    | {b"hIST", b"acTL", b"fcTL", b"fdAT", b"tIME"}
)
_WEBP_PIXELS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_STANDALONE = frozenset({0x01, 0xD8, *range(0xD0, 0xD8)})
_JPEG_PIXELS = frozenset({0xDB, 0xC4, 0xDD, 0xDA, *range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xD0)})


def read_picture(data: bytes) -> Iterator[Piece]:
    """The metadata of a PNG, JPEG, WebP or GIF.

    Raises:
        Unreadable: it is none of them, broken, or has something behind its end.
    """
    _verify(data)
    walk = next((walk for start, walk in _WALKS.items() if data.startswith(start)), None)
    if walk is None:
        raise Unreadable("is not a picture of a kind the audit reads")
    try:
        for chunk, content in walk(data):
            for text in binary_readings(content):
                for apart in dict.fromkeys((text.replace("\0", " "), text)):
                    yield Passage(apart, View.SOURCE, f"chunk {chunk}")
    except (IndexError, ValueError) as error:
        raise Unreadable("is a picture whose parts do not add up") from error


def _verify(data: bytes) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                picture.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombWarning) as error:
        raise Unreadable("is a picture that cannot be opened") from error


def _png(data: bytes) -> Iterator[tuple[str, bytes]]:
    place, kind = 8, b""
    while place < len(data) and kind != b"IEND":
        length, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        content = data[place + 8 : place + 8 + length]
        place += 12 + length
        if kind not in _PNG_PIXELS:
            text = _png_text(kind, content)
            yield kind.decode("latin-1"), text
            yield f"{kind.decode('latin-1')} in hexadecimal", _profile(text)
    _ended(data, place)


def _png_text(kind: bytes, content: bytes) -> bytes:
    """The text of a chunk, unpacked where it is packed (PNG, third edition, section 11.3)."""
    keyword, _, rest = content.partition(b"\0")
    if kind in {b"zTXt", b"iCCP"}:
        return keyword + b" " + inflated(rest[1:])
    if kind == b"iTXt" and rest[:1] == b"\1":
        language, translated, packed = rest[2:].split(b"\0", 2)
        return b" ".join((keyword, language, translated, inflated(packed)))
    return content


def _profile(text: bytes) -> bytes:
    """EXIF, IPTC or XMP as ImageMagick writes it into a PNG: its kind, its length, and from line 4 its bytes.

    Raises:
        ValueError: they are not in hexadecimal.
    """
    lines = text.split(b"\n")[3:] if text.startswith(b"Raw profile type") else []
    return bytes.fromhex(b"".join(lines).decode("ascii"))


def _jpeg(data: bytes) -> Iterator[tuple[str, bytes]]:
    place = 0
    while place < len(data):
        if data[place] != 0xFF:
            raise ValueError
        kind = data[place + 1]
        place += 1 if kind == 0xFF else 2
        if kind == 0xD9:
            break
        if kind in _STANDALONE or kind == 0xFF:
            continue
        length = int.from_bytes(data[place : place + 2], "big")
        if kind not in _JPEG_PIXELS:
            yield f"FF{kind:02X}", data[place + 2 : place + length]
        place += length
        place = _after_scan(data, place) if kind == 0xDA else place
    _ended(data, place)


def _after_scan(data: bytes, place: int) -> int:
    """Where the next marker stands after the picture's own bytes."""
    while True:
        place = data.index(b"\xff", place)
        if data[place + 1] != 0 and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 2


def _webp(data: bytes) -> Iterator[tuple[str, bytes]]:
    place, end = 12, 8 + int.from_bytes(data[4:8], "little")
    while place < end:
        kind, length = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        if kind not in _WEBP_PIXELS:
            yield kind.decode("latin-1"), data[place + 8 : place + 8 + length]
        place += 8 + length + length % 2
    _ended(data, max(end, place))


def _gif(data: bytes) -> Iterator[tuple[str, bytes]]:
    place = 13 + _palette(data[10])
    while data[place] != 0x3B:
        if data[place] == 0x21:
            content, after = _sub_blocks(data, place + 2)
            yield f"extension {data[place + 1]:02X}", content
            place = after
        elif data[place] == 0x2C:
            _, place = _sub_blocks(data, place + 11 + _palette(data[place + 9]))
        else:
            raise ValueError
    _ended(data, place + 1)


def _palette(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _sub_blocks(data: bytes, place: int) -> tuple[bytes, int]:
    out = b""
    while data[place]:
        out += data[place + 1 : place + 1 + data[place]]
        place += 1 + data[place]
    return out, place + 1


def _ended(data: bytes, place: int) -> None:
    """Nothing follows the picture but zeros, to which cameras fill up a file."""
    if place > len(data) or data[place:].strip(b"\0"):
        raise Unreadable("is a picture that is cut short or has something behind its end")


_WALKS = {b"\x89PNG\r\n\x1a\n": _png, b"\xff\xd8": _jpeg, b"RIFF": _webp, b"GIF8": _gif}
