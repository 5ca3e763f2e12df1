"""Small files made by hand, with a word in a chosen place; the word stands for a name."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from PIL import Image

WORD = "Lovisalunda"
FILL = (
    "En mening som visas på sidan och som är så lång att ingen tar den för en stämpel på en inläst sida. " * 2
)

_KINDS = "application/vnd.openxmlformats-officedocument"
_MAIN = {
    "docx": f"{_KINDS}.wordprocessingml.document.main+xml",
    "xlsx": f"{_KINDS}.spreadsheetml.sheet.main+xml",
    "pptx": f"{_KINDS}.presentationml.presentation.main+xml",
}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
T = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def pdf(
    page: bytes = b"BT /F1 12 Tf 72 700 Td (" + FILL.encode("cp1252") + b") Tj ET",
    *more: bytes,
    catalog: bytes = b"",
    leaf: bytes = b"",
    resources: bytes = b"",
    trailer: bytes = b"",
    font: bytes = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
) -> bytes:
    """A PDF of one page; `more` are objects from number 6 on."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>"
        + (resources + b">>" + leaf)
        + (b">>" if b"/Contents" in leaf else b"/Contents 4 0 R>>"),
        stream(page),
        font,
        *more,
    )
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return out + _tables(dict(enumerate(places, 1)), len(out), trailer)


def _tables(places: Mapping[int, int], start: int, trailer: bytes) -> bytes:
    rows = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places.items())
    size = max(places) + 1
    head = b"xref\n0 1\n0000000000 65535 f \n" + rows
    return head + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)


def updated(data: bytes, number: int, content: bytes) -> bytes:
    """The same PDF, saved again with one object replaced; the old one stays in the bytes."""
    previous = data.rfind(b"xref\n0")
    out = data + b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(data))
    return (
        out
        + rows
        + b"trailer\n<</Size 20/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (previous, len(out))
    )


def stream(content: bytes, head: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream object."""
    body = zlib.compress(content) if packed else content
    head += b"/Filter/FlateDecode" if packed else b""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (head, len(body), body)


def package(parts: Mapping[str, str | bytes], comment: bytes = b"") -> bytes:
    """A zip of these parts, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        zipped.comment = comment
    return out.getvalue()


def ooxml(suffix: str, parts: Mapping[str, str | bytes]) -> bytes:
    """A Word, Excel or PowerPoint file of these parts."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/main.xml" ContentType="{_MAIN[suffix]}"/></Types>'
    )
    return package({"[Content_Types].xml": types, **parts})


def word(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with this inside its body."""
    return ooxml(
        "docx", {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **(more or {})}
    )


def open_document(suffix: str, parts: Mapping[str, str | bytes]) -> bytes:
    """An OpenDocument file of these parts."""
    kind = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}[suffix]
    return package({"mimetype": f"application/vnd.oasis.opendocument.{kind}", **parts})


def drawing() -> Image.Image:
    """A picture that is not the same turned: every pixel has a colour of its own."""
    picture = Image.new("RGB", (16, 8))
    picture.putdata([(x * 15, y * 30, (x + y) * 10) for y in range(8) for x in range(16)])
    return picture


def picture(form: str, **options: object) -> bytes:
    """The drawing in a format, with what Pillow writes of metadata."""
    out = io.BytesIO()
    drawing().save(out, form, **options)
    return out.getvalue()
