"""PDF: the text of pages, every string and stream that can be reached, and what revisions left behind."""

import base64
import io
import re
import zlib
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from arkiv.audit.passages import MAX_BYTES, Part, Passage, Piece, Unreadable, View
from arkiv.audit.readers.plain import binary_readings, prose
from arkiv.pdfium import UnshownPdf, page_texts

_BROKEN = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, ArithmeticError,
    NotImplementedError, AssertionError, OSError, zlib.error, EOFError,
)  # fmt: skip
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_NO_TEXT = re.compile(rb"/(?:Image|DCTDecode|JPXDecode|Length1|Length2|Type1C|CIDFontType0C|OpenType|XRef)\b")
_ESCAPED = re.compile(r"\\(?P<octal>[0-7]{1,3})|#(?P<hex>[0-9A-Fa-f]{2})")
"""A letter of a string, or of a name (ISO 32000-1, sections 7.3.4.2 and 7.3.5)."""
_KERNING = re.compile(r"[)>]\s*(?:-?[\d.]+\s*)?[(<]")
_HEX = re.compile(r"<([0-9A-Fa-f\s]{4,})>")
_FONT_FILES = frozenset({"/FontFile", "/FontFile2", "/FontFile3"})


def read_pdf(data: bytes) -> Iterator[Piece]:
    """All that a PDF says.

    Raises:
        Unreadable: it is encrypted, broken, or a scan, whose pages are pictures of text.
    """
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Unreadable("is an encrypted PDF")
        yield from _pages(reader, data)
        yield from _objects(reader)
        for name, contents in reader.attachments.items():
            for content in contents:
                yield Part(name, content, "attached file")
    except (*_BROKEN, UnshownPdf) as error:
        raise Unreadable("is a PDF that cannot be read to its end") from error
    yield from _left_behind(data)


def _pages(reader: PdfReader, data: bytes) -> Iterator[Piece]:
    """Each page twice: as its code tells it, and as a browser puts its letters together."""
    for number, text in enumerate(page_texts(data), 1):
        yield from prose(text, f"page {number}")
    said = False
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        said = said or bool(text.strip())
        yield from prose(text, f"page {number}")
    if not said and any(page.images for page in reader.pages):
        raise Unreadable("is a PDF of pictures only, whose text cannot be searched")


def _objects(reader: PdfReader) -> Iterator[Piece]:
    """Every object that the document reaches: metadata, bookmarks, remarks, forms, scripts, alt texts."""
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[str, object, str]] = [("/", reader.trailer, "document")]
    while waiting:
        key, value, place = waiting.pop()
        if isinstance(value, IndirectObject):
            if (value.idnum, value.generation) in seen:
                continue
            seen.add((value.idnum, value.generation))
            place = f"object {value.idnum}"
            value = value.get_object()
        yield from _own(key, value, place)
        waiting.extend((inner, part, place) for inner, part in _inside(value))


def _inside(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, DictionaryObject):
        yield from ((str(key), value.raw_get(key)) for key in value)
    elif isinstance(value, ArrayObject):
        yield from (("", part) for part in list.__iter__(value))


def _own(key: str, value: object, place: str) -> Iterator[Piece]:
    where = _WELL_KNOWN.get(key, place)
    if isinstance(value, StreamObject) and key not in _FONT_FILES:
        yield from _stream(value, where)
    elif isinstance(value, NameObject):
        yield Passage(str(value), View.SOURCE, where)
    elif isinstance(value, str):
        yield Passage(value, View.MARKUP if "<" in value else View.PROSE, where)
    elif isinstance(value, bytes):
        for text in binary_readings(value):
            yield Passage(text, View.SOURCE, where)


_WELL_KNOWN = {
    "/Author": "document author", "/Creator": "document creator", "/Keywords": "document keywords",
    "/Subject": "document subject", "/Producer": "document producer", "/Contents": "remark or page",
    "/T": "field or remark author", "/Title": "title or bookmark", "/Alt": "alternative text",
    "/URI": "link", "/Metadata": "XMP metadata",
}  # fmt: skip


def _stream(stream: StreamObject, place: str) -> Iterator[Piece]:
    filters = str(stream.get("/Filter", ""))
    if "DCTDecode" in filters:
        yield Part("picture.jpg", bytes(stream._data), place)  # noqa: SLF001 - get_data would decode the picture
    elif stream.get("/Subtype") == "/Image" or "/Length1" in stream or stream.get("/Type") == "/XRef":
        return
    elif stream.get("/Type") != "/EmbeddedFile":
        yield from _code(stream.get_data(), place)


def _left_behind(data: bytes) -> Iterator[Piece]:
    """What stands in the bytes whether or not the document still reaches it."""
    outside, last = [], 0
    for match in _STREAM.finditer(data):
        before = data[last : match.start()]
        outside.append(before)
        last = match.end()
        head = before[before.rfind(b"obj") :]
        if not _NO_TEXT.search(head):
            yield from _code(_unpacked(match[1], head), "earlier revision or page code")
    yield from _code(b"\n".join((*outside, data[last:])), "document code")


def _unpacked(raw: bytes, head: bytes) -> bytes:
    """A stream as it was before the filters that its head names; what is packed otherwise, as it stands."""
    try:
        if b"ASCIIHexDecode" in head or b"/AHx" in head:
            raw = bytes.fromhex(raw.partition(b">")[0].decode("ascii"))
        elif b"ASCII85Decode" in head or b"/A85" in head:
            raw = base64.a85decode(raw.partition(b"~>")[0].removeprefix(b"<~"))
        return zlib.decompressobj().decompress(raw, MAX_BYTES)
    except (zlib.error, ValueError):
        return raw


def _code(data: bytes, place: str) -> Iterator[Piece]:
    """PDF code as text: strings with their escapes undone, and joined where letters were moved apart.

    A stream may be XML instead (XMP, forms), whether or not its head says so.
    """
    for text in binary_readings(data):
        if text.lstrip("\ufeff\0 \t\r\n").startswith("<"):
            yield Passage(text, View.MARKUP, place)
        spelled = _ESCAPED.sub(_spelled, text)
        yield Passage(_KERNING.sub("", spelled), View.SOURCE, place)
        strings = "\n".join(_unhexed(match[1]) for match in _HEX.finditer(_KERNING.sub("", text)))
        if strings:
            yield Passage(strings, View.SOURCE, place)


def _spelled(match: re.Match[str]) -> str:
    return chr(int(match["octal"], 8) & 0xFF) if match["octal"] else chr(int(match["hex"], 16))


def _unhexed(digits: str) -> str:
    digits = "".join(digits.split())
    return "\n".join(binary_readings(bytes.fromhex(digits + "0" * (len(digits) % 2))))
