"""Places of a PDF where a name may stand, besides those that test_channels.py lists."""

import base64
import zlib

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.unit.audit import builders as make

_SHOWN = b"(Torvald) Tj"


def _apart(text: str, length: int) -> bytes:
    """The text in pieces, each drawn alone in its place (Courier's letters are 0.6 of their size wide)."""
    shown = [(at, text[at : at + length].encode("cp1252")) for at in range(0, len(text), length)]
    return b" ".join(
        b"BT /F1 10 Tf %d 200 Td (" % (20 + 6 * at) + piece + b") Tj ET" for at, piece in shown[::-1]
    )


PDFS: dict[str, bytes] = {
    "PDF, letters each drawn alone": make.saved(make.pdf(code=_apart("Åkerblom", 1), font="Courier")),
    "PDF, pieces of three letters": make.saved(make.pdf(code=_apart("Åkerblom", 3), font="Courier")),
    "PDF, attached Word file": make.pdf_with_file(
        "a.docx", make.package({"word/document.xml": make.xml("Torvald")})
    ),
    "PDF, name of an object": make.pdf_with_object(NameObject("/Torvald")),
    "PDF, key": make.pdf_with_object(DictionaryObject({NameObject("/Torvald"): NumberObject(1)})),
    "PDF, string in a list": make.pdf_with_object(ArrayObject([TextStringObject("Torvald")])),
    "PDF, bytes in UTF-16": make.pdf_with_object(ByteStringObject("Åkerblom".encode("utf-16-le"))),
    "PDF, stream of its own": make.pdf_with_object(make.pdf_stream(b"Torvald")),
    "PDF, stream packed twice": make.pdf_with_object(make.pdf_stream(b"(Torvald) Tj").flate_encode()),
    "PDF, stream in UTF-16": make.pdf_with_object(make.pdf_stream("Torvald".encode("utf-16-be"))),
    "PDF, title of a picture": make.pdf_with_object(
        make.pdf_stream(b"\0", Subtype=NameObject("/Image"), Title=TextStringObject("Torvald"))
    ),
    "PDF, rich text of a remark": make.pdf_with_object(
        DictionaryObject({NameObject("/RC"): TextStringObject("<p>Tor<span>vald</span></p>")})
    ),
    "PDF, replacement text": make.saved(
        make.pdf(
            code=b"/Span <</ActualText <FEFF%s>>> BDC EMC" % "Åkerblom".encode("utf-16-be").hex().encode()
        )
    ),
    "PDF, XMP with entities": make.pdf_with_object(make.pdf_stream(b"<x>Granl&#246;f</x>")),
    "PDF, XMP left behind": make.pdf_with_left_behind(b"/Length 24", b"<x>Tor<!-- -->vald</x>"),
    "PDF, XMP in UTF-16": make.pdf_with_object(make.pdf_stream("<x>Granl&#xf6;f</x>".encode("utf-16"))),
    "PDF, remark in the code": make.pdf_with_left_behind(b"/A 1 % Torvald", b""),
    "PDF, name with escapes, left behind": make.pdf_with_left_behind(b"/T#6Frvald 1", b""),
    "PDF, stream left behind": make.pdf_with_left_behind(b"/Length 12", _SHOWN),
    "PDF, stream left behind, packed": make.pdf_with_left_behind(
        b"/Filter/FlateDecode", zlib.compress(_SHOWN)
    ),
    "PDF, stream left behind, in hexadecimal": make.pdf_with_left_behind(
        b"/Filter/ASCIIHexDecode", _SHOWN.hex().encode() + b">"
    ),
    "PDF, stream left behind, in base 85": make.pdf_with_left_behind(
        b"/Filter/ASCII85Decode", base64.a85encode(_SHOWN) + b"~>"
    ),
    "PDF, stream left behind, packed in base 85": make.pdf_with_left_behind(
        b"/Filter[/A85/FlateDecode]", base64.a85encode(zlib.compress(_SHOWN)) + b"~>"
    ),
}
"""Each with the surname Åkerblom or the first name Torvald in one place."""
