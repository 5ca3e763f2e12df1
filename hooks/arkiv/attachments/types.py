"""The kinds of file that may be published at all. SVG and HTML are not among them: both can run scripts."""

from dataclasses import dataclass
from pathlib import PurePosixPath

_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"


@dataclass(frozen=True, slots=True)
class FileType:
    """One kind of file: `label` is for readers, in Swedish; `suffix` is in lower case, without a dot."""

    suffix: str
    label: str
    media_type: str
    is_picture: bool = False


ALLOWED = {
    kind.suffix: kind
    for kind in (
        FileType("pdf", "PDF", "application/pdf"),
        FileType("docx", "Word", f"{_OOXML}.wordprocessingml.document"),
        FileType("xlsx", "Excel", f"{_OOXML}.spreadsheetml.sheet"),
        FileType("pptx", "PowerPoint", f"{_OOXML}.presentationml.presentation"),
        FileType("odt", "OpenDocument-text", f"{_ODF}.text"),
        FileType("ods", "OpenDocument-kalkylblad", f"{_ODF}.spreadsheet"),
        FileType("odp", "OpenDocument-presentation", f"{_ODF}.presentation"),
        FileType("txt", "text", "text/plain"),
        FileType("csv", "tabell (CSV)", "text/csv"),
        FileType("png", "bild (PNG)", "image/png", is_picture=True),
        FileType("jpg", "bild (JPEG)", "image/jpeg", is_picture=True),
        FileType("jpeg", "bild (JPEG)", "image/jpeg", is_picture=True),
        FileType("webp", "bild (WebP)", "image/webp", is_picture=True),
        FileType("gif", "bild (GIF)", "image/gif", is_picture=True),
    )
}
"""Suffix to kind."""


def file_type(path: str) -> FileType | None:
    """The kind a file's name says it is, whatever the case of its suffix; None where it is not allowed."""
    return ALLOWED.get(PurePosixPath(path).suffix.lower().removeprefix("."))
