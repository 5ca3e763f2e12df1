"""Files as bytes, once their name, size and first bytes agree with the allow-list."""

from pathlib import Path

from arkiv.attachments.refusals import UnreadableAttachment
from arkiv.attachments.types import ALLOWED, FileType, file_type

LARGEST = 20_000_000
"""Bytes of a file. What is larger belongs in another system than a website's source folder."""

_STARTS = {
    "application/pdf": (b"%PDF-",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/webp": (b"RIFF",),
}
_ZIP = (b"PK\x03\x04",)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = (_OLE, *_ZIP, *(start for starts in _STARTS.values() for start in starts), b"{\\rtf")


def open_attachment(path: Path) -> tuple[FileType, bytes]:
    """The kind and the bytes of a file that may be looked into.

    Raises:
        UnreadableAttachment: it is not there, too large, empty, or not of an allowed kind.
    """
    kind = file_type(path.name)
    if kind is None:
        raise UnreadableAttachment(
            f"is not of a kind that may be published ({', '.join(ALLOWED)})",
            "save it as a PDF and attach that",
        )
    data = _bytes(path)
    _check_start(kind, data)
    return kind, data


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        raise UnreadableAttachment(
            "cannot be opened", "check that the file is there and may be read"
        ) from None
    if len(data) > LARGEST:
        raise UnreadableAttachment("is larger than 20 MB", "make it smaller, or split it")
    if not data:
        raise UnreadableAttachment("is empty", "save it again, or remove it from the page")
    return data


def _check_start(kind: FileType, data: bytes) -> None:
    if data.startswith(_OLE) and kind.media_type.startswith("application/"):
        raise UnreadableAttachment(
            "is protected by a password, or in the format Office had before 2007",
            "save it without a password, in the format its name says",
        )
    text = kind.media_type.startswith("text/")
    starts = _STARTS.get(kind.media_type, _ZIP)
    if data.startswith(_BINARY) if text else not data.startswith(starts):
        raise UnreadableAttachment(
            f"is named .{kind.suffix} but is another kind of file", "give it the suffix of what it is"
        )
