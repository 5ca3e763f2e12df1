"""What the pages of a PDF show, in each revision that its bytes still hold."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from arkiv.attachments.refusals import UnreadableAttachment
from arkiv.pdfium import UnshownPdf, page_texts, shows_paper

_END = re.compile(rb"%%EOF\s*")
_LINEARIZED = re.compile(rb"/Linearized\b[^>]*/L\s+(\d+)")
_MOST_REVISIONS = 20
_FEW_LETTERS, _SCAN = 100, 500_000
"""A page with so few letters and a picture of so many pixels (A4 at 75 dpi) is a scan with a stamp on it."""
_UNMAPPED = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_NUMBERED_GLYPH = re.compile(r"/(?!uni|u[0-9A-F]{4,6}$|afii)[A-Za-z]{1,5}\d+$")


@dataclass(slots=True)
class Shown:
    """The texts of pages, the code that drew them, and whether every page's words could be read."""

    texts: list[str] = field(default_factory=list)
    code: set[bytes] = field(default_factory=set)
    readable: bool = True


def revisions(data: bytes) -> list[bytes]:
    """The file as it was after each time it was saved, the last first.

    Raises:
        UnreadableAttachment: it was saved very many times, or something follows its end.
    """
    ends = [match.end() for match in _END.finditer(data)]
    if not ends or data[ends[-1] :].strip(b"\0 \r\n\t"):
        raise UnreadableAttachment("is a PDF with something after its end", "print it to a new PDF")
    linearized = _LINEARIZED.search(data, 0, 2_000)
    if linearized:  # its first end is that of the first page's table, which points forward
        ends = [end for end in ends[1:] if end >= int(linearized[1])] or ends[-1:]
    if len(ends) > _MOST_REVISIONS:
        raise UnreadableAttachment("is a PDF with very many revisions inside", "print it to a new PDF")
    return [data[:end] for end in reversed(ends)]


def shown(data: bytes) -> Shown:
    """What one revision shows. What pypdf raises on a broken file is for the caller.

    Raises:
        UnreadableAttachment: it is encrypted.
    """
    reader, found = PdfReader(io.BytesIO(data)), Shown()
    if reader.is_encrypted:
        raise UnreadableAttachment("is a PDF protected by a password", "save it without protection")
    for page in reader.pages:
        _page(page, found)
    for reference in _references(reader):
        _object(reader, reference, found)
    try:
        found.texts += page_texts(data)
        found.readable = found.readable and not shows_paper(data)
    except UnshownPdf:
        found.readable = False
    return found


def _references(reader: PdfReader) -> list[IndirectObject]:
    ids = {(number, generation) for generation, table in reader.xref.items() for number in table}
    ids |= {(number, 0) for number in reader.xref_objStm}
    return [IndirectObject(number, generation, reader) for number, generation in sorted(ids) if number]


def _page(page: PageObject, found: Shown) -> None:
    text, contents = page.extract_text(), list(_contents(page))
    found.texts.append(text)
    found.code |= {code.strip() for code in contents}
    letters = sum(letter.isalpha() for letter in text)
    drawn = any(code.strip() for code in contents)
    unmapped = len(_UNMAPPED.findall(text))
    if (drawn and not letters) or unmapped * 20 > letters or (letters < _FEW_LETTERS and _scanned(page)):
        found.readable = False


def _contents(page: PageObject) -> Iterator[bytes]:
    contents = page.get("/Contents")
    found = contents.get_object() if contents is not None else None
    for part in found if isinstance(found, list) else [found]:
        stream = part.get_object() if part is not None else None
        if isinstance(stream, StreamObject):
            yield stream.get_data()


def _scanned(page: PageObject) -> bool:
    """Whether the page shows a picture large enough to be a page of text, however deep in its forms."""
    waiting, seen = [page.get("/Resources")], set[int]()
    while waiting:
        resources = waiting.pop()
        held = resources.get_object() if resources is not None else None
        if not isinstance(held, DictionaryObject) or id(held) in seen:
            continue
        seen.add(id(held))
        pictures = held.get("/XObject", DictionaryObject()).get_object()
        for picture in (value.get_object() for value in pictures.values()):
            if picture.get("/Subtype") == "/Image" and _pixels(picture) >= _SCAN:
                return True
            waiting.append(picture.get("/Resources"))
    return False


def _pixels(picture: DictionaryObject) -> int:
    return int(picture.get("/Width", 0)) * int(picture.get("/Height", 0))


def _object(reader: PdfReader, reference: IndirectObject, found: Shown) -> None:
    """Forms (the looks of remarks and fields among them), pages that no list of pages holds, and fonts."""
    value = reference.get_object()
    if isinstance(value, StreamObject) and value.get("/Subtype") == "/Form":
        found.code.add(value.get_data().strip())
        found.texts.append(PageObject(reader).extract_xform_text(value))  # type: ignore[arg-type]
    elif isinstance(value, DictionaryObject) and value.get("/Type") == "/Page":
        page = PageObject(reader, reference)
        page.update(value)
        found.texts.append(page.extract_text())
        found.code |= {code.strip() for code in _contents(page)}
    elif (
        isinstance(value, DictionaryObject) and value.get("/Type") == "/Font" and not _font_has_letters(value)
    ):
        found.readable = False


def _font_has_letters(font: DictionaryObject) -> bool:
    """Whether a program can tell which letters its glyphs are (ISO 32000-2, 9.10.2)."""
    if "/ToUnicode" in font:
        return True
    encoding = font["/Encoding"].get_object() if "/Encoding" in font else None
    if font.get("/Subtype") == "/Type0":
        return not str(encoding).startswith("/Identity")
    differences = encoding.get("/Differences") if isinstance(encoding, DictionaryObject) else None
    glyphs = differences.get_object() if differences is not None else []
    numbered = any(_NUMBERED_GLYPH.match(str(glyph)) for glyph in glyphs)
    return "Dingbats" in str(font.get("/BaseFont")) or not numbered
