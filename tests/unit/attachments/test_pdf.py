import base64
import io
import logging
import zlib

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from arkiv.attachments import UnreadableAttachment, examine, published
from tests.unit.attachments.conftest import Keep
from tests.unit.attachments.files import FILL, WORD, pdf, picture, stream, updated

NAME = WORD.encode()
WIDE = b"<" + WORD.encode("utf-16").hex().encode() + b">"
LINE = FILL.encode("cp1252")
SHOWS = b"BT /F1 12 Tf 9 9 Td (" + LINE + b") Tj ET "
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>>>"
HALVES = b"BT /F1 12 Tf 9 9 Td (Lovisa) Tj 40 0 Td (lunda) Tj ET"

COURIER = b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"


def apart(length: int, *, order: int = 1, step: bytes = b"%d 500 Td", width: int = 6) -> bytes:
    """The name in pieces, each drawn alone; a letter of ten points in Courier is six wide."""
    pieces = [(at, NAME[at : at + length]) for at in range(0, len(NAME), length)]
    drawn = [step % (300 + width * at) + b" (" + piece + b") Tj" for at, piece in pieces[::order]]
    return SHOWS + b" ".join(b"BT /F1 10 Tf " + one + b" ET" for one in drawn)


def objects_in_a_stream() -> bytes:
    out = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.add_metadata({"/Author": WORD})
    writer.compress_identical_objects()
    writer.write(out)
    return out.getvalue()


def bookmarked() -> bytes:
    out = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.add_outline_item(title=f"{WORD} åker", page_number=0)
    writer.write(out)
    return out.getvalue()


CHANNELS = {
    "the page": pdf(SHOWS + b"BT /F1 12 Tf 9 9 Td (" + NAME + b") Tj ET"),
    "the page, packed": pdf(b"", stream(SHOWS + HALVES, packed=True), leaf=b"/Contents 6 0 R"),
    "letters moved apart": pdf(SHOWS + b"BT /F1 12 Tf 9 9 Td [(Lo) -900 (vis) 9 (alunda)] TJ ET"),
    "letters moved far apart": pdf(SHOWS + b"BT /F1 12 Tf 9 9 Td [(Lo) -900 (vis) -900 (alunda)] TJ ET"),
    "a word drawn in two steps": pdf(SHOWS + HALVES),
    "a word over two lines": pdf(SHOWS + b"BT /F1 12 Tf 9 90 Td (Lovisa-) Tj 0 -20 Td (lunda) Tj ET"),
    "letters each drawn alone": pdf(apart(1), font=COURIER),
    "letters drawn alone, the last first": pdf(apart(1, order=-1), font=COURIER),
    "pieces of three letters": pdf(apart(3), font=COURIER),
    "letters one above the other": pdf(apart(1, step=b"40 %d Td", width=-20), font=COURIER),
    "octal escapes": pdf(SHOWS + b"BT /F1 12 Tf 9 9 Td (\\114ovisalunda) Tj ET"),
    "text that is not painted": pdf(SHOWS + b"BT 3 Tr /F1 12 Tf 9 9 Td (" + NAME + b") Tj ET"),
    "replacement text": pdf(b"/Span <</ActualText " + WIDE + b">> BDC " + SHOWS + b"EMC"),
    "information": pdf(b"", b"<</Author(" + NAME + b")>>", trailer=b"/Info 6 0 R"),
    "information with escapes": pdf(SHOWS, b"<</Author(\\114ovisa\\\nlunda)>>", trailer=b"/Info 6 0 R"),
    "information in UTF-16": pdf(SHOWS, b"<</Author" + WIDE + b">>", trailer=b"/Info 6 0 R"),
    "XMP": pdf(
        SHOWS,
        stream(b"<x:xmpmeta>" + NAME + b"</x:xmpmeta>", b"/Type/Metadata/Subtype/XML"),
        catalog=b"/Metadata 6 0 R",
    ),
    "XMP in UTF-16": pdf(
        SHOWS, stream(WORD.encode("utf-16"), b"/Type/Metadata/Subtype/XML"), catalog=b"/Metadata 6 0 R"
    ),
    "a bookmark": bookmarked(),
    "objects in a stream": objects_in_a_stream(),
    "a remark": pdf(
        SHOWS, b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(" + NAME + b")>>", leaf=b"/Annots[6 0 R]"
    ),
    "a remark's author": pdf(
        SHOWS, b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(" + NAME + b")>>", leaf=b"/Annots[6 0 R]"
    ),
    "a remark's look": pdf(
        SHOWS,
        b"<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]/AP<</N 7 0 R>>>>",
        stream(HALVES, FORM, packed=True),
        leaf=b"/Annots[6 0 R]",
    ),
    "a link": pdf(
        SHOWS, b"<</Subtype/Link/A<</S/URI/URI(mailto:" + NAME + b"@ort.example)>>>>", leaf=b"/Annots[6 0 R]"
    ),
    "a form field": pdf(
        SHOWS, b"<</FT/Tx/T(namn)/V(" + NAME + b")>>", catalog=b"/AcroForm<</Fields[6 0 R]>>"
    ),
    "an XFA form": pdf(
        SHOWS, stream(b"<xdp>" + NAME + b"</xdp>", packed=True), catalog=b"/AcroForm<</XFA 6 0 R>>"
    ),
    "alternative text": pdf(
        SHOWS, b"<</S/Figure/Alt(" + NAME + b")>>", catalog=b"/StructTreeRoot<</K 6 0 R>>"
    ),
    "a destination's name": pdf(SHOWS, catalog=b"/Dests<</Lovisa#6cunda[3 0 R/Fit]>>"),
    "a layer": pdf(SHOWS, b"<</Type/OCG/Name(" + NAME + b")>>", catalog=b"/OCProperties<</OCGs[6 0 R]>>"),
    "a comment in the code": pdf(SHOWS).replace(b"%PDF-1.7\n", b"%PDF-1.7\n(" + NAME + b")\n"),
    "a page that is in no list of pages": pdf(
        SHOWS,
        b"<</Type/Page/MediaBox[0 0 9 9]/Contents 7 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        stream(HALVES, packed=True),
    ),
    "an object that nothing points to": pdf(SHOWS, b"(" + NAME + b")"),
    "an earlier revision's page": updated(pdf(SHOWS + HALVES), 4, stream(SHOWS)),
    "an earlier revision's information": updated(pdf(SHOWS, b"<</Author(" + NAME + b")>>"), 6, b"<<>>"),
    "a picture's metadata": pdf(
        SHOWS, stream(picture("JPEG", comment=NAME), b"/Subtype/Image/Width 16/Height 8/Filter/DCTDecode")
    ),
    "ASCII85": pdf(
        SHOWS, stream(base64.a85encode(b"<xdp>" + NAME + b"</xdp>") + b"~>", b"/Filter/ASCII85Decode")
    ),
    "two filters": pdf(
        SHOWS, stream(zlib.compress(NAME).hex().encode() + b">", b"/Filter[/ASCIIHexDecode/FlateDecode]")
    ),
}


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_name_in_a_pdf_is_found_in(channel: str, keep: Keep) -> None:
    assert WORD in examine(keep("a.pdf", CHANNELS[channel])).text


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_pdf_is_published_byte_for_byte(channel: str, keep: Keep) -> None:
    assert published(keep("a.pdf", CHANNELS[channel])) == CHANNELS[channel]


def test_a_pdf_that_tells_its_words_is_readable_and_gives_them_in_swedish(keep: Keep) -> None:
    content = examine(keep("a.pdf", pdf()))
    assert content.readable
    assert FILL.split(" som ")[1].strip() in content.text


@pytest.mark.parametrize(
    "data",
    [
        pdf(b"q 100 0 0 100 0 0 cm /Im1 Do Q"),
        pdf(b"0 0 m 9 9 l S"),
        pdf(
            b"BT /F1 12 Tf <00010002> Tj ET",
            font=b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H>>",
        ),
        pdf(
            SHOWS,
            font=b"<</Type/Font/Subtype/Type1/BaseFont/A/Encoding<</Differences[65/g17/g18]>>>>",
        ),
        pdf(
            b"BT /F1 12 Tf 9 9 Td (Sida 1) Tj ET /Im1 Do",
            stream(b"", b"/Subtype/Image/Width 1240/Height 1754"),
            resources=b"/XObject<</Im1 6 0 R>>",
        ),
        pdf(SHOWS, stream(HALVES, packed=True)),
    ],
    ids=[
        "a scan",
        "lines only",
        "glyphs without letters",
        "numbered glyphs",
        "a scan with a stamp",
        "code no page shows",
    ],
)
def test_a_pdf_that_shows_more_than_its_words_is_not_readable(data: bytes, keep: Keep) -> None:
    assert not examine(keep("a.pdf", data)).readable


def test_an_empty_page_hides_nothing(keep: Keep) -> None:
    assert examine(keep("a.pdf", pdf(b""))).readable


def encrypted() -> bytes:
    out = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("", "hemligt", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def with_a_file() -> bytes:
    out = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.add_attachment("bilaga.txt", b"text")
    writer.write(out)
    return out.getvalue()


REFUSED = {
    "no PDF after its first bytes": (b"%PDF-1.7\n" + NAME * 99, "something after its end"),
    "cut short": (pdf(SHOWS)[:300], "something after its end"),
    "without its table": (pdf(SHOWS).replace(b"/Pages 2 0 R", b"/Pagez 2 0 R"), "broken"),
    "a stream that does not unpack": (pdf(SHOWS, stream(b"x" + NAME, b"/Filter/FlateDecode")), "broken"),
    "encrypted": (encrypted(), "password"),
    "a file inside": (with_a_file(), "other files inside"),
    "a file inside, spelled otherwise": (
        pdf(SHOWS, stream(NAME, b"/Type/Embedded#46ile")),
        "other files inside",
    ),
    "a file on a page": (pdf(SHOWS, b"<</Subtype/FileAttachment>>"), "other files inside"),
    "a script": (pdf(SHOWS, catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), "scripts inside"),
    "a program to start": (pdf(SHOWS, catalog=b"/OpenAction<</S/Launch/F(a.exe)>>"), "scripts inside"),
    "something after the end": (pdf(SHOWS) + NAME, "something after its end"),
    "another packing": (pdf(SHOWS, stream(NAME, b"/Filter 9 0 R")), "packed in a way that is not known"),
    "a bomb": (pdf(SHOWS, stream(bytes(120_000_000), packed=True)), "unpacks to too much"),
    "thirty revisions": (pdf(SHOWS) + b"%%EOF\n" * 30, "very many revisions"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_pdf_is_refused_without_a_word_of_it_when_it_has_or_is(
    case: str, keep: Keep, caplog: pytest.LogCaptureFixture
) -> None:
    data, reason = REFUSED[case]
    with caplog.at_level(logging.DEBUG), pytest.raises(UnreadableAttachment, match=reason) as refusal:
        examine(keep("a.pdf", data))
    assert WORD not in f"{refusal.value!r} {caplog.text}"
    assert refusal.value.__suppress_context__ or refusal.value.__context__ is None
    assert refusal.value.remedy


def test_the_library_that_reads_pdf_says_nothing_of_the_file_in_a_log(
    keep: Keep, caplog: pytest.LogCaptureFixture
) -> None:
    odd = pdf(SHOWS).replace(b"startxref\n", b"startxref\n9")
    with caplog.at_level(logging.DEBUG):
        PdfReader(io.BytesIO(odd))
    assert caplog.records, "the library is to have something to say of this file"
    caplog.clear()
    examine(keep("a.pdf", odd))
    assert not caplog.records


def test_a_pdf_is_examined_alike_every_time(keep: Keep) -> None:
    path = keep("a.pdf", CHANNELS["a destination's name"])
    assert examine(path) == examine(path)


def test_a_picture_on_a_page_of_text_leaves_it_readable(keep: Keep) -> None:
    out = io.BytesIO()
    Image.new("RGB", (1200, 900)).save(out, "JPEG")
    shown = stream(out.getvalue(), b"/Subtype/Image/Width 1200/Height 900/Filter/DCTDecode")
    resources = b"/XObject<</Im1 6 0 R>>"
    assert examine(keep("a.pdf", pdf(SHOWS + b" /Im1 Do", shown, resources=resources))).readable
