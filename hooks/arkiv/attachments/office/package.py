"""Every part of an office file, and what its zip says besides."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from arkiv.attachments.content import Content
from arkiv.attachments.loose_text import loose_text
from arkiv.attachments.office.container import check_container, loose_bytes
from arkiv.attachments.office.tables import sheet_rows
from arkiv.attachments.office.xml_text import said_by, shown_by, tree
from arkiv.attachments.pictures.publication import said
from arkiv.attachments.refusals import UnreadableAttachment, broken
from arkiv.attachments.types import FileType, file_type

_MACROS = re.compile(r"vbaProject|vbaData|^Basic/|^Scripts/|macrosheets/|activeX|customUI", re.IGNORECASE)
_MACRO_KINDS = ("macroEnabled", "vnd.ms-office.vbaProject")
_INSIDE = re.compile(r"(^|/)embeddings/|oleObject|(^|/)afchunk", re.IGNORECASE)
_OTHER_FILES = (
    b"\xd0\xcf\x11\xe0",
    b"PK\x03\x04",
    b"%PDF-",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"{\\rtf",
)
_FONTS = frozenset({".odttf", ".ttf", ".otf", ".fntdata"})
_BODIES = re.compile(r"^(word/document|xl/sharedStrings|xl/worksheets/.*|ppt/slides/[^/]*|content)\.xml$")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def read_office(kind: FileType, data: bytes) -> Content:
    """All text in the package: of every part, of the names of parts, and of pictures' metadata.

    Raises:
        UnreadableAttachment: it is broken, encrypted, a zip bomb, or carries macros or other files.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            check_container(package, data)
            parts = {
                entry.filename: package.read(entry) for entry in package.infolist() if not entry.is_dir()
            }
            loose = loose_bytes(package, data)
            names = "\n".join(package.namelist())
    except _BROKEN:
        raise broken(f"{kind.label} file") from None
    _check_parts(kind, parts)
    texts = [names, *(text for found in loose for text in loose_text(found))]
    texts += [text for name, part in sorted(parts.items()) for text in _part(name, part)]
    texts += sheet_rows({name: part for name, part in parts.items() if name.startswith("xl/")})
    return Content("\n".join(texts), _readable(parts))


def _check_parts(kind: FileType, parts: dict[str, bytes]) -> None:
    """Refuse what runs, and files inside the file, which nobody would look into before it is published."""
    types = parts.get("[Content_Types].xml", b"")
    if any(_MACROS.search(name) for name in parts) or any(word.encode() in types for word in _MACRO_KINDS):
        raise UnreadableAttachment("has macros", "save it without macros, or as a PDF")
    if any(_INSIDE.search(name) for name in parts) or any(
        part.startswith(_OTHER_FILES) for part in parts.values()
    ):
        raise UnreadableAttachment("has another file inside", "take the object out, or save it as a PDF")
    if not _is(kind, parts):
        raise UnreadableAttachment(f"is no {kind.label} file", "give it the suffix of what it is")
    if kind.suffix.startswith("od") and b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise UnreadableAttachment("is protected by a password", "save it without a password")


def _is(kind: FileType, parts: dict[str, bytes]) -> bool:
    if kind.suffix.startswith("od"):
        return parts.get("mimetype", b"").strip() == kind.media_type.encode()
    return kind.media_type.encode() in parts.get("[Content_Types].xml", b"")


def _part(name: str, part: bytes) -> Iterator[str]:
    picture = file_type(name)
    if picture is not None and picture.is_picture:
        yield from said(picture, part)
    elif not part.strip():
        return
    elif _is_xml(name, part):
        yield from said_by(part)
    elif PurePosixPath(name).suffix.lower() not in _FONTS:
        yield from loose_text(part)


def _is_xml(name: str, part: bytes) -> bool:
    start = part[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return name.endswith((".xml", ".rels", ".vml", ".rdf", ".svg")) or start.startswith(b"<")


def _readable(parts: dict[str, bytes]) -> bool:
    """Whether the document has words of its own, or shows no picture that could hold the words instead."""
    kinds = [file_type(name) for name in parts if "thumbnail" not in name.lower()]
    if not any(kind is not None and kind.is_picture for kind in kinds):
        return True
    bodies = [part for name, part in parts.items() if _BODIES.match(name)]
    return any(letter.isalpha() for body in bodies for letter in shown_by(tree(body)))
