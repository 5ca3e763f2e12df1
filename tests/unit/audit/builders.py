"""Files of every kind, with a text in one place of their own."""

import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping

from PIL import Image
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)


def packed(data: bytes, level: int = 9) -> bytes:
    """gzip without the time of day: a test is the same test in every process."""
    return gzip.compress(data, level, mtime=0)


def picture(kind: str = "PNG", **settings: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "white").save(out, kind, **settings)
    return out.getvalue()


def png_with(kind: bytes, content: bytes) -> bytes:
    """A PNG with one more chunk before its end."""
    chunk = struct.pack(">I", len(content)) + kind + content
    chunk += struct.pack(">I", zlib.crc32(kind + content))
    return picture()[:-12] + chunk + picture()[-12:]


def raw_profile(content: bytes) -> bytes:
    """Metadata as ImageMagick writes it into the text of a PNG, under the keyword that it has for it."""
    lines = [content.hex()[at : at + 72] for at in range(0, 2 * len(content), 72)]
    return b"Raw profile type xmp\0" + "\n".join(("\nxmp", f"{len(content):8}", *lines, "")).encode()


def jpeg_with(marker: int, content: bytes) -> bytes:
    data = picture("JPEG")
    return data[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content + data[2:]


def webp_with(kind: bytes, content: bytes) -> bytes:
    body = picture("WEBP")[8:] + kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def pdf(text: str = "", *, code: bytes | None = None, font: str = "Helvetica") -> PdfWriter:
    """A page with a line in Helvetica or another of the standard fonts, in Windows' own encoding."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=300, height=300)
    outlines = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject(f"/{font}"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): outlines})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    shown = text.encode("cp1252").replace(b"(", b"\\(")
    stream.set_data(code if code is not None else b"BT /F1 12 Tf 20 200 Td (" + shown + b") Tj ET")
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    return writer


def saved(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_with_remark(text: str) -> bytes:
    writer = pdf("Text")
    writer.add_annotation(page_number=0, annotation=FreeText(text=text, rect=(50, 50, 200, 80)))
    return saved(writer)


def pdf_with_bookmark(text: str) -> bytes:
    writer = pdf("Text")
    writer.add_outline_item(title=text, page_number=0)
    return saved(writer)


def pdf_with_metadata(field: str, text: str) -> bytes:
    writer = pdf("Text")
    writer.add_metadata({field: text})
    return saved(writer)


def pdf_with_xmp(text: str) -> bytes:
    writer = pdf("Text")
    stream = StreamObject()
    stream.set_data(f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{text}</a></x:xmpmeta>'.encode())
    stream[NameObject("/Type")] = NameObject("/Metadata")
    writer._root_object[NameObject("/Metadata")] = writer._add_object(stream)
    return saved(writer)


def pdf_with_file(name: str, content: bytes) -> bytes:
    writer = pdf("Text")
    writer.add_attachment(filename=name, data=content)
    return saved(writer)


def pdf_with_alternative_text(text: str) -> bytes:
    writer = pdf("Text")
    writer._root_object[NameObject("/StructTreeRoot")] = writer._add_object(
        DictionaryObject({NameObject("/Alt"): TextStringObject(text)})
    )
    return saved(writer)


def pdf_revised(old: str) -> bytes:
    """A PDF whose first revision said something that the second one does not reach."""
    first = saved(pdf(old))
    return first + b"\n" + saved(pdf("Nytt"))


def pdf_with_left_behind(head: bytes, content: bytes) -> bytes:
    """A PDF with an object at its end that the document does not reach."""
    stream = b"stream\n" + content + b"\nendstream\n" if content else b""
    return saved(pdf("Text")) + b"\n99 0 obj\n<<" + head + b">>\n" + stream + b"endobj\n"


def pdf_with_object(value: PdfObject) -> bytes:
    """A PDF whose catalogue leads to an object under a key of its own."""
    writer = pdf("Text")
    writer._root_object[NameObject("/Sak")] = writer._add_object(value)
    return saved(writer)


def pdf_stream(content: bytes, **head: PdfObject) -> StreamObject:
    """A stream that is packed, with some entries of its own."""
    plain = DecodedStreamObject()
    plain.set_data(content)
    packed = plain.flate_encode()
    packed.update({NameObject(f"/{name}"): value for name, value in head.items()})
    return packed


def pdf_encrypted() -> bytes:
    writer = pdf("Text")
    writer.encrypt("hemligt", algorithm="RC4-128")
    return saved(writer)


def pdf_of_pictures() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(out, "PDF")
    return out.getvalue()


def pdf_of_text_and_picture(text: str) -> bytes:
    """A page of text, and after it one that is a picture."""
    writer = pdf(text)
    writer.append(io.BytesIO(pdf_of_pictures()))
    return saved(writer)


def package(parts: Mapping[str, str | bytes], *, comment: bytes = b"") -> bytes:
    """A zip of parts, as office files are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.comment = comment
        for name, content in parts.items():
            zipped.writestr(name, content)
    return out.getvalue()


def xml(body: str) -> str:
    """XML with the namespaces that office files use."""
    spaces = 'xmlns:w="w" xmlns:dc="d" xmlns:cp="c" xmlns:text="t" xmlns:a="a" xmlns:meta="m"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<root {spaces}>{body}</root>'


def cbor(value: object) -> bytes:
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, str):
        raw = value.encode()
        return _head(3, len(raw)) + raw
    assert isinstance(value, list)
    return _head(4, len(value)) + b"".join(map(cbor, value))


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    return bytes([kind << 5 | 26]) + struct.pack(">I", number)


def pf(payload: bytes) -> bytes:
    return gzip.compress(b"pagefind_dcd" + payload, mtime=0)


def bundle(
    *,
    content: str = "Mötet öppnades av presidiet.",
    title: str = "Möte",
    words: tuple[str, ...] = ("mot", "oppn"),
    variants: tuple[str, ...] = ("möte",),
    filter_value: str = "Almdalen",
    anchor: str = "punkt-1",
) -> dict[str, bytes]:
    """A Pagefind bundle of one fragment, as version 1.5.2 lays it out."""
    fragment = {
        "url": "/moten/", "content": content, "word_count": 4, "filters": {"plats": [filter_value]},
        "meta": {"title": title}, "anchors": [{"element": "h2", "id": anchor, "text": "", "location": 0}],
    }  # fmt: skip
    index = [[[word, [[0, [-25, 0], []]], [[v, [[0, [-25, 0], []]]] for v in variants]] for word in words]]
    meta = ["1.5.2", [["sv_f", 4]], [[words[0], words[-1], "sv_i"]], [["plats", "sv_p"]], [], ["title"]]
    entry = {"version": "1.5.2", "languages": {"sv": {"hash": "sv_m", "wasm": "sv", "page_count": 1}}}
    return {
        "pagefind-entry.json": json.dumps(entry).encode(),
        "pagefind.sv_m.pf_meta": pf(cbor(meta)),
        "fragment/sv_f.pf_fragment": pf(json.dumps(fragment).encode()),
        "index/sv_i.pf_index": pf(cbor(index)),
        "filter/sv_p.pf_filter": pf(cbor(["plats", [[filter_value, [0]]]])),
    }
