"""Pictures as visitors get them: the same pixels, the right way up, and not a word."""

import io
import warnings
from collections.abc import Callable, Iterator

from PIL import Image, ImageOps, JpegImagePlugin

from arkiv.attachments.loose_text import loose_text
from arkiv.attachments.pictures.gif import gif_parts
from arkiv.attachments.pictures.jpeg import jpeg_parts
from arkiv.attachments.pictures.parts import BrokenPicture, Parts
from arkiv.attachments.pictures.png import png_parts
from arkiv.attachments.pictures.webp import webp_parts
from arkiv.attachments.refusals import UnreadableAttachment, broken, too_large
from arkiv.attachments.types import FileType

_READERS: dict[str, tuple[str, Callable[[bytes], Parts]]] = {
    "image/png": ("PNG", png_parts),
    "image/jpeg": ("JPEG", jpeg_parts),
    "image/webp": ("WEBP", webp_parts),
    "image/gif": ("GIF", gif_parts),
}
_LARGEST = 100_000_000
"""Pixels: a page at 600 dpi has a third of this."""
_ORIENTATION = 0x0112
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    IndexError,
    EOFError,
    KeyError,
    TypeError,
    OverflowError,
    BrokenPicture,
)


def stripped(kind: FileType, data: bytes) -> bytes:
    """The picture without metadata; turned where its metadata says so, and otherwise without loss.

    Raises:
        UnreadableAttachment: it is broken, or has too many pixels.
    """
    form, take_apart = _READERS[kind.media_type]
    try:
        upright = _upright(data, form)
        kept = bytes(take_apart(data if upright is None else upright).kept)
        _upright(kept, form)
    except Image.DecompressionBombError:
        raise too_large("picture") from None
    except _BROKEN:
        raise broken("picture") from None
    return kept


def said(kind: FileType, data: bytes) -> Iterator[str]:
    """The metadata of a picture that stays inside another file, which is published as it is.

    Raises:
        UnreadableAttachment: it is broken.
    """
    try:
        removed = _READERS[kind.media_type][1](data).removed
    except (BrokenPicture, IndexError):
        raise UnreadableAttachment("has a picture inside that is broken", "replace the picture") from None
    for part in removed:
        yield from loose_text(part)


def _upright(data: bytes, form: str) -> bytes | None:
    """The picture decoded, turned and coded again; None where it stands as it should."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=[form]) as picture:
            if picture.width * picture.height > _LARGEST:
                raise Image.DecompressionBombError
            picture.load()
            if getattr(picture, "n_frames", 1) > 1 or picture.getexif().get(_ORIENTATION, 1) not in range(
                2, 9
            ):
                return None
            return _turned(picture, form)


def _turned(picture: Image.Image, form: str) -> bytes:
    options: dict[str, object] = {"quality": 95, "icc_profile": picture.info.get("icc_profile")}
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        options["subsampling"] = JpegImagePlugin.get_sampling(picture)
    if form == "WEBP":
        options["lossless"] = True
    turned, out = ImageOps.exif_transpose(picture), io.BytesIO()
    turned.save(out, form, **options)
    return out.getvalue()
