"""What an attached file says, so that it can be left out where it names someone hidden."""

import re
from dataclasses import replace
from pathlib import Path

from arkiv.attachments.content import Content
from arkiv.attachments.files import open_attachment
from arkiv.attachments.loose_text import text_file
from arkiv.attachments.office.package import read_office
from arkiv.attachments.pdf.document import read_pdf
from arkiv.attachments.pictures.publication import stripped
from arkiv.attachments.spoilt_text import as_meant
from arkiv.attachments.types import FileType

_DELIMITERS = re.compile(r'[;,\t|"]+')


def examine(path: Path) -> Content:
    """All text in the file at `path`, hidden parts too; of a picture none, as its metadata is not published.

    What looks spoilt is told once more as it was meant.

    Raises:
        UnreadableAttachment: it is of no allowed kind, broken, encrypted, too large, or has macros or files.
    """
    found = _read(*open_attachment(path))
    return replace(found, text="\n".join((found.text, *as_meant(found.text))))


def _read(kind: FileType, data: bytes) -> Content:
    if kind.is_picture:
        stripped(kind, data)
        return Content("", readable=False)
    if kind.suffix == "pdf":
        return read_pdf(data)
    if kind.media_type.startswith("text/"):
        text = text_file(data)
        cells = _DELIMITERS.sub(" ", text) if kind.suffix == "csv" else ""
        return Content(f"{text}\n{cells}", readable=True)
    return read_office(kind, data)
