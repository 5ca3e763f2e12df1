"""The bytes of an attachment that visitors get."""

from pathlib import Path

from arkiv.attachments.files import open_attachment
from arkiv.attachments.pictures.publication import stripped


def published(path: Path) -> bytes:
    """A picture without its metadata, and every other file byte for byte. The same file gives the same bytes.

    Raises:
        UnreadableAttachment: it is of no allowed kind, not what its name says, too large, or broken.
    """
    kind, data = open_attachment(path)
    return stripped(kind, data) if kind.is_picture else data
