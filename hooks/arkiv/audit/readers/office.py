"""Word, Excel, PowerPoint and OpenDocument files: every part of the package, its names and remarks."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from arkiv.audit.passages import MAX_BYTES, Part, Passage, Piece, Unreadable, View
from arkiv.audit.readers.loose import loose_texts
from arkiv.zip_rest import rest_of

_XML = frozenset({".xml", ".rels", ".vml", ".rdf"})
_TEXTS = frozenset({".htm", ".html", ".xhtml", ".txt"})
_STARTS = {
    b"\x89PNG\r\n\x1a\n": "picture.png", b"\xff\xd8\xff": "picture.jpg", b"GIF8": "picture.gif",
    b"<": "part.xml", b"\xef\xbb\xbf<": "part.xml", b"\xff\xfe<\0": "part.xml", b"\xfe\xff\0<": "part.xml",
}  # fmt: skip
"""What a part is by its first bytes, where its name does not say so."""
_DELETED = re.compile(rb"<w:delText\b[^<>]*>[^<]*</w:delText>")
_MAX_PARTS = 10_000


def read_office(data: bytes) -> Iterator[Piece]:
    """Every part, to be read by its own kind; the names of parts and the remarks of the package.

    Raises:
        Unreadable: it is no zip file, is encrypted, broken, too large, or has bytes outside its parts.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield from _parts(package)
            yield from _around(package, data)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise Unreadable("is an office file that is broken or encrypted") from error


def _parts(package: zipfile.ZipFile) -> Iterator[Part]:
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    if len(entries) > _MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise Unreadable("unpacks to more than the audit reads")
    for entry in entries:
        data, place = package.read(entry), f"part {entry.filename}"
        if data.strip():  # an empty part says nothing, whatever it is called
            yield Part(_name(entry.filename, data), data, place, may_be_loose=True)
            if _DELETED.search(data):  # what Word shows once the changes are accepted
                yield Part("part.xml", _DELETED.sub(b"", data), place)


def _name(path: str, data: bytes) -> str:
    """A name with the suffix of the part's kind; XML and pictures go by many suffixes in a package."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in _XML or PurePosixPath(path).name == ".rels":
        return "part.xml"
    if suffix in _TEXTS:
        return PurePosixPath(path).name
    return next((name for start, name in _STARTS.items() if data.startswith(start)), PurePosixPath(path).name)


def _around(package: zipfile.ZipFile, data: bytes) -> Iterator[Piece]:
    """The names of parts, in every encoding they may be in, and what stands around the parts."""
    rest = rest_of(package, data)
    yield Passage("\n".join(package.namelist()), View.LABEL, "package")
    for text in loose_texts(b"\0".join((*rest.remarks, *rest.unknown))):
        yield Passage(text, View.LABEL, "package")
    if rest.unknown:  # a part that was deleted, or something that was hung on
        raise Unreadable("has bytes that belong to none of its parts")
