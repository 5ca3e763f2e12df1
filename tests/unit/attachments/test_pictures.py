import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from arkiv.attachments import UnreadableAttachment, examine, published
from arkiv.attachments.pictures.profile import colours
from tests.unit.attachments.conftest import Keep
from tests.unit.attachments.files import WORD, drawing, picture

NAME = WORD.encode()
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>{WORD}</rdf:RDF></x:xmpmeta>'.encode()


def exif(orientation: int = 1) -> Image.Exif:
    tags = Image.Exif()
    tags[0x013B], tags[0x9C9D], tags[0x0112] = WORD, WORD.encode("utf-16-le"), orientation
    return tags


def profile() -> bytes:
    """An sRGB profile whose description is the word, as a calibrated screen's is its owner's."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made.replace("sRGB built-in".encode("utf-16-be"), f"{WORD} x".encode("utf-16-be"))


def png_notes() -> PngInfo:
    notes = PngInfo()
    notes.add_text("Author", WORD)
    notes.add_text("Comment", WORD, zip=True)
    notes.add_itxt("Title", WORD, zip=True)
    notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
    notes.add(b"prVt", NAME)
    return notes


def jpeg_with(kind: int, content: bytes) -> bytes:
    data = picture("JPEG")
    return data[:20] + bytes((0xFF, kind)) + struct.pack(">H", len(content) + 2) + content + data[20:]


def gif_with(block: bytes) -> bytes:
    data = picture("GIF")
    return data[:-1] + block + b"\x3b"


def gif_block(kind: int, content: bytes) -> bytes:
    return bytes((0x21, kind, len(content))) + content + b"\0"


PICTURES = {
    "exif.png": picture("PNG", exif=exif()),
    "notes.png": picture("PNG", pnginfo=png_notes()),
    "profile.png": picture("PNG", icc_profile=profile()),
    "after.png": picture("PNG") + NAME,
    "exif.jpg": picture("JPEG", exif=exif()),
    "xmp.jpg": jpeg_with(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
    "iptc.jpg": jpeg_with(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x50\0\x0b" + NAME),
    "comment.jpeg": picture("JPEG", comment=NAME),
    "profile.jpg": picture("JPEG", icc_profile=profile()),
    "thumbnail.jpg": picture("JPEG").replace(b"\0\x10JFIF", b"\0\x1bJFIF", 1)[:20]
    + NAME
    + picture("JPEG")[20:],
    "adobe.jpg": jpeg_with(0xEE, b"Adobe\0\x64\0\0\0\0\1" + NAME),
    "between.jpg": jpeg_with(0xE7, NAME),
    "after.jpg": picture("JPEG") + picture("JPEG", comment=NAME),
    "progressive.jpg": picture("JPEG", progressive=True, comment=NAME),
    "exif.webp": picture("WEBP", exif=exif()),
    "xmp.webp": picture("WEBP", xmp=XMP, lossless=True),
    "profile.webp": picture("WEBP", icc_profile=profile()),
    "after.webp": picture("WEBP") + NAME,
    "comment.gif": picture("GIF", comment=NAME),
    "words.gif": gif_with(gif_block(0x01, NAME)),
    "application.gif": gif_with(gif_block(0xFF, NAME)),
    "loops.gif": gif_with(b"\x21\xff\x0bNETSCAPE2.0" + bytes((len(NAME),)) + NAME + b"\0"),
    "after.gif": picture("GIF") + NAME,
}
FORMS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP", "gif": "GIF"}


def readings(data: bytes) -> bytes:
    """The bytes with every packed part of a PNG unpacked, and without the zeros of UTF-16."""
    unpacked = []
    for place in (place for place in range(len(data)) if data[place : place + 2] in {b"x\x9c", b"x\xda"}):
        try:
            unpacked.append(zlib.decompressobj().decompress(data[place:]))
        except zlib.error:
            continue
    return b"\n".join((data, *unpacked)).replace(b"\0", b"")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_loses_every_word_and_no_pixel(name: str, keep: Keep) -> None:
    data = PICTURES[name]
    assert NAME in readings(data), "the file is to have the word"
    out = published(keep(name, data))
    assert NAME not in readings(out)
    before, after = Image.open(io.BytesIO(data)), Image.open(io.BytesIO(out))
    assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
    assert after.format == FORMS[name.rpartition(".")[2]]


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_gives_the_same_bytes_every_time_and_again_from_its_own_result(
    name: str, keep: Keep
) -> None:
    once = published(keep(name, PICTURES[name]))
    assert once == published(keep(name, PICTURES[name])) == published(keep(name, once))


@pytest.mark.parametrize("name", ["profile.png", "profile.jpg", "profile.webp"])
def test_a_profile_keeps_its_colours(name: str, keep: Keep) -> None:
    kept = Image.open(io.BytesIO(published(keep(name, PICTURES[name])))).info["icc_profile"]
    assert kept == colours(profile())
    for part in ("red_primary", "green_primary", "blue_primary", "media_white_point"):
        made, left = (ImageCms.ImageCmsProfile(io.BytesIO(data)).profile for data in (profile(), kept))
        assert getattr(left, part) == getattr(made, part)


@pytest.mark.parametrize(("suffix", "form"), [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP")])
def test_a_picture_that_says_it_is_to_be_turned_is_turned(suffix: str, form: str, keep: Keep) -> None:
    out = published(
        keep(f"a.{suffix}", picture(form, exif=exif(6), **({"lossless": True} if form == "WEBP" else {})))
    )
    turned = Image.open(io.BytesIO(out))
    assert turned.size == (8, 16)
    assert turned.getexif().get(0x0112, 1) == 1
    assert NAME not in readings(out)
    if form != "JPEG":
        assert turned.convert("RGB").tobytes() == drawing().transpose(Image.Transpose.ROTATE_270).tobytes()


@pytest.mark.parametrize(("suffix", "form"), [("gif", "GIF"), ("webp", "WEBP"), ("png", "PNG")])
def test_an_animation_keeps_its_frames_and_loops(suffix: str, form: str, keep: Keep) -> None:
    out, frames = io.BytesIO(), [Image.new("RGB", (4, 4), colour) for colour in ("red", "green", "blue")]
    frames[0].save(out, form, save_all=True, append_images=frames[1:], duration=100, loop=3)
    shown = Image.open(io.BytesIO(published(keep(f"a.{suffix}", out.getvalue()))))
    assert (getattr(shown, "n_frames", 1), shown.info["loop"]) == (3, 3)


@pytest.mark.parametrize(
    ("suffix", "form"), [("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP"), ("gif", "GIF")]
)
def test_a_picture_cut_short_is_refused(suffix: str, form: str, keep: Keep) -> None:
    data = picture(form)
    for path in (keep(f"half.{suffix}", data[: len(data) // 2]), keep(f"start.{suffix}", data[:14])):
        with pytest.raises(UnreadableAttachment, match="is a picture that is broken"):
            published(path)
        with pytest.raises(UnreadableAttachment, match="is a picture that is broken"):
            examine(path)


def test_a_picture_with_more_pixels_than_any_page_is_refused_before_it_is_unpacked(keep: Keep) -> None:
    header = struct.pack(">II", 60_000, 60_000) + b"\x08\x02\0\0\0"
    bomb = b"\x89PNG\r\n\x1a\n"
    for kind, content in ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")):
        bomb += (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )
    with pytest.raises(UnreadableAttachment, match="unpacks to too much"):
        published(keep("a.png", bomb))


def test_a_webp_no_longer_says_that_it_has_metadata(keep: Keep) -> None:
    for name in ("exif.webp", "xmp.webp"):
        out = published(keep(name, PICTURES[name]))
        assert (out[12:16], out[20] & 0x2C) == (b"VP8X", 0)


@pytest.mark.parametrize(("suffix", "form"), [("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP")])
def test_a_profile_of_words_alone_is_gone(suffix: str, form: str, keep: Keep) -> None:
    words = b"desc" + (144).to_bytes(4, "big") + len(NAME).to_bytes(4, "big") + NAME
    data = picture(form, icc_profile=profile()[:128] + (1).to_bytes(4, "big") + words)
    out = published(keep(f"a.{suffix}", data))
    assert "icc_profile" not in Image.open(io.BytesIO(out)).info
    assert not (form == "WEBP" and out[12:16] == b"VP8X" and out[20] & 0x20)


def test_a_picture_has_no_text_and_cannot_be_searched(keep: Keep) -> None:
    content = examine(keep("a.png", PICTURES["notes.png"]))
    assert (content.text, content.readable) == ("", False)
