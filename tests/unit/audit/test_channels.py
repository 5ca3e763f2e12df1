"""One leak in each kind of file a site can hold, and in each place of it; and each is found."""

import base64
import io
import json
import os
import zlib
from functools import reduce
from pathlib import Path

import pytest
from PIL import Image

from arkiv.audit import FormKind, audit
from arkiv.policy.secrets import Secrets
from tests.unit.audit import builders as make
from tests.unit.audit.conftest import Judge
from tests.unit.audit.pdf_channels import PDFS

NAME = "Åkerblom"
NESTED = reduce(lambda data, _: make.packed(data), range(5), b"hej")
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{NAME}</a></x:xmpmeta>'.encode()
PICTURE = base64.b64encode(make.png_with(b"tEXt", b"Author\0Torvald")).decode()
WORD = "<w:p><w:r><w:t>Hej</w:t></w:r></w:p>"


def exif(text: str) -> Image.Exif:
    data = Image.Exif()
    data[0x013B] = text  # Artist
    return data


def gif_with_comment(text: str) -> bytes:
    out = io.BytesIO()
    Image.new("P", (4, 4)).save(out, "GIF", comment=text.encode())
    return out.getvalue()


def named_gzip(name: bytes) -> bytes:
    gzipped = make.packed(b"<a/>")
    return gzipped[:3] + b"\x08" + gzipped[4:10] + name + b"\0" + gzipped[10:]


def office(part: str, body: str) -> bytes:
    return make.package({part: make.xml(body)})


CHANNELS: dict[str, tuple[str, bytes | str]] = {
    "HTML": ("index.html", f"<p>{NAME}</p>"),
    "HTML in UTF-16": ("index.html", f"<p>{NAME}</p>".encode("utf-16")),
    "HTML in UTF-16 without a mark": ("index.html", f"<p>{NAME} och Torvald</p>".encode("utf-16-le")),
    "HTML in Latin-1": ("index.html", f"<p>{NAME}</p>".encode("latin-1")),
    "text": ("a.txt", NAME),
    "text, broken over lines": ("a.txt", "Åker-\nblom"),
    "text as DOS wrote it": ("a.txt", NAME.encode("cp850")),
    "text as a Macintosh wrote it": ("a.txt", NAME.encode("mac_roman")),
    "XML in an encoding of its own": (
        "a.xml", f'<?xml version="1.0" encoding="cp850"?><a>{NAME}</a>'.encode("cp850"),
    ),
    "text with tags": ("a.txt", "Enligt Tor<b>vald</b>"),
    "Markdown": ("a.md", "Enligt Tor**vald**"),
    "Markdown, struck out": ("a.md", "Enligt Tor~~va~~ld"),
    "JSON with HTML": ("a.json", json.dumps({"a": "Tor<b>vald</b>"})),
    "feed with HTML": ("a.xml", '<feed><content type="html">Tor&lt;b&gt;vald&lt;/b&gt;</content></feed>'),
    "table with Markdown": ("a.csv", "Möte;Tor__va__ld"),
    "text with a byte order mark": ("a.txt", NAME.encode("utf-8-sig")),
    "text in UTF-16, big end first": ("a.txt", NAME.encode("utf-16-be")),
    "text in UTF-32": ("a.txt", NAME.encode("utf-32")),
    "JSON": ("a.json", json.dumps({"a": [NAME]})),
    "JSON unescaped": ("a.json", json.dumps({"a": [NAME]}, ensure_ascii=False)),
    "JSON key": ("a.json", json.dumps({"a": {NAME: 1}})),
    "JSON, split by escapes": ("a.json", '{"a": "Tor\\u00advald"}'),
    "source map": ("a.js.map", json.dumps({"sourcesContent": [NAME]})),
    "script": ("a.js", f"var x = '{NAME}'"),
    "style sheet": ("a.css", ".torvald { color: red }"),
    "calendar, folded": ("a.ics", "SUMMARY:Möte med Tor\r\n vald\r\n"),
    "feed": ("a.xml", f"<feed><author><name>{NAME}</name></author></feed>"),
    "feed in CDATA": ("a.xml", "<feed><summary><![CDATA[Åker<b>blom</b>]]></summary></feed>"),
    "sitemap": ("sitemap.xml", "<urlset><url><loc>https://a.example/torvald/</loc></url></urlset>"),
    "sitemap, packed": ("sitemap.xml.gz", make.packed(f"<a>{NAME}</a>".encode())),
    "second member of a gzip": ("a.txt.gz", make.packed(b"hej ") + make.packed(NAME.encode())),
    "gzip header": ("sitemap.xml.gz", named_gzip(b"torvald.xml")),
    "SVG text": ("a.svg", "<svg><text><tspan>Åker</tspan><tspan>blom</tspan></text></svg>"),
    "SVG title": ("a.svg", f"<svg><title>{NAME}</title></svg>"),
    "SVG with a picture inside": ("a.svg", f'<svg><image href="data:image/png;base64,{PICTURE}"/></svg>'),
    "robots": ("robots.txt", "Disallow: /torvald/"),
    "headers": ("_headers", "/torvald/*"),
    "redirects": ("_redirects", "/folk/torvald /folk/ 301"),
    "domain": ("CNAME", "torvald.example"),
    "server settings": (".htaccess", "Redirect /torvald /folk"),
    "table": ("a.csv", "Möte;Torvald"),
    "table in UTF-16 without a mark": ("a.csv", "Möte;Torvald".encode("utf-16-be")),
    "text in UTF-16, cut": ("a.txt", "Möte med Torvald".encode("utf-16-le") + b"x"),
    "script in UTF-16": ("a.js", "var x = 'Torvald'".encode("utf-16-le")),
    "address card, folded": ("a.vcf", "FN:Tor\r\n vald"),
    "PNG, unknown chunk in UTF-16": ("a.png", make.png_with(b"teSt", b"x" + "Torvald".encode("utf-16-be"))),
    **{name: ("a.pdf", data) for name, data in PDFS.items()},
    "dotfile": (".nojekyll", NAME),
    "file name": ("torvald.html", "<p>x</p>"),
    "file name of a weak name": ("sten-berg.html", "<p>x</p>"),
    "folder name": ("moten/torvald/index.html", "<p>x</p>"),
    "folder and file": ("sten/berg.html", "<p>x</p>"),
    "file name, percent": ("t%6Frvald.html", "<p>x</p>"),
    "file name in Latin-1": (os.fsdecode("ÅKERBLOM.html".encode("latin-1")), "<p>x</p>"),
    "file name as DOS wrote it": (os.fsdecode("åkerblom.html".encode("cp850")), "<p>x</p>"),
    "file name, spoilt": ("åkerblom.html".encode().decode("mac_roman"), "<p>x</p>"),
    "PNG tEXt": ("a.png", make.png_with(b"tEXt", b"Author\0" + NAME.encode("latin-1"))),
    "PNG zTXt": ("a.png", make.png_with(b"zTXt", b"Author\0\0" + zlib.compress(NAME.encode("latin-1")))),
    "PNG iTXt": ("a.png", make.png_with(b"iTXt", b"Author\0\0\0\0\0" + NAME.encode())),
    "PNG iTXt, packed": ("a.png", make.png_with(b"iTXt", b"Author\0\1\0\0\0" + zlib.compress(NAME.encode()))),
    "PNG, profile in hexadecimal": ("a.png", make.png_with(b"tEXt", make.raw_profile(NAME.encode()))),
    "PNG, packed profile in hexadecimal": (
        "a.png",
        make.png_with(b"zTXt", b"Raw profile type xmp\0\0" + zlib.compress(make.raw_profile(XMP)[21:])),
    ),
    "PNG eXIf": ("a.png", make.picture(exif=exif("Torvald"))),
    "PNG, unknown chunk": ("a.png", make.png_with(b"teSt", NAME.encode())),
    "JPEG EXIF": ("a.jpg", make.picture("JPEG", exif=exif("Torvald"))),
    "JPEG XMP": ("a.jpg", make.jpeg_with(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)),
    "JPEG comment": ("a.jpeg", make.jpeg_with(0xFE, NAME.encode())),
    "JPEG Windows author": ("a.jpg", make.jpeg_with(0xE1, b"Exif\0\0" + NAME.encode("utf-16-le"))),
    "WebP EXIF": ("a.webp", make.picture("WEBP", exif=exif("Torvald"))),
    "WebP XMP": ("a.webp", make.webp_with(b"XMP ", XMP)),
    "GIF comment": ("a.gif", gif_with_comment("Torvald")),
    "PDF text": ("a.pdf", make.saved(make.pdf(NAME))),
    "PDF text, letters moved apart": (
        "a.pdf",
        make.saved(make.pdf(code=b"BT /F1 12 Tf 20 200 Td [(Tor) -250 (va) 20 (ld)] TJ ET")),
    ),
    "PDF text, in octal": ("a.pdf", make.saved(make.pdf(code=b"BT /F1 12 Tf (\\305kerblom) Tj ET"))),
    "PDF text, in hexadecimal": (
        "a.pdf",
        make.saved(make.pdf(code=b"BT /F1 12 Tf <" + b"Torvald".hex().encode() + b"> Tj ET")),
    ),
    "PDF author": ("a.pdf", make.pdf_with_metadata("/Author", NAME)),
    "PDF property of its own": ("a.pdf", make.pdf_with_metadata("/Projekt", NAME)),
    "PDF XMP": ("a.pdf", make.pdf_with_xmp(NAME)),
    "PDF bookmark": ("a.pdf", make.pdf_with_bookmark(NAME)),
    "PDF remark": ("a.pdf", make.pdf_with_remark(NAME)),
    "PDF attached file": ("a.pdf", make.pdf_with_file("a.txt", NAME.encode())),
    "PDF attached file's name": ("a.pdf", make.pdf_with_file("torvald.txt", b"hej")),
    "PDF alternative text": ("a.pdf", make.pdf_with_alternative_text(NAME)),
    "PDF, earlier revision": ("a.pdf", make.pdf_revised("Torvald sade")),
    "PDF, earlier revision in hexadecimal": (
        "a.pdf",
        make.saved(make.pdf(code=b"BT <" + b"Torvald".hex().encode() + b"> Tj ET"))
        + b"\n"
        + make.saved(make.pdf("Nytt")),
    ),
    "Word text over runs": (
        "a.docx",
        office("word/document.xml", "<w:p><w:r>Åker</w:r><w:r>blom</w:r></w:p>"),
    ),
    "Word, deleted text": (
        "a.docx",
        office("word/document.xml", f"<w:p><w:del><w:delText>{NAME}</w:delText></w:del></w:p>"),
    ),
    "Word, around deleted text": (
        "a.docx",
        office("word/document.xml", "<w:p>Tor<w:del><w:delText>n</w:delText></w:del>vald</w:p>"),
    ),
    "Word, comment's author": (
        "a.docx",
        office("word/comments.xml", '<w:comment w:author="Torvald"/>'),
    ),
    "Word, creator": ("a.docx", office("docProps/core.xml", f"<dc:creator>{NAME}</dc:creator>")),
    "Word, picture": ("a.docx", make.package({"word/media/image1.jpg": make.jpeg_with(0xFE, NAME.encode())})),
    "Word, part's name": ("a.docx", office("word/torvald.xml", WORD)),
    "Word, remark on the package": ("a.docx", make.package({"a.xml": "<a/>"}, comment=b"Torvald")),
    "Excel": ("a.xlsx", office("xl/sharedStrings.xml", "<si><t>Sten</t></si><si><t>Berg</t></si>")),
    "PowerPoint": ("a.pptx", office("ppt/slides/slide1.xml", f"<a:p><a:t>{NAME}</a:t></a:p>")),
    "OpenDocument": (
        "a.odt",
        office("content.xml", "<text:p>Åker<text:span>blom</text:span></text:p>"),
    ),
    "OpenDocument, author": (
        "a.odt",
        office("meta.xml", f"<meta:initial-creator>{NAME}</meta:initial-creator>"),
    ),
    "packed Word file": ("a.docx.gz", make.packed(office("word/document.xml", NAME))),
}  # fmt: skip

BROKEN: dict[str, tuple[str, bytes | str, FormKind]] = {
    "unknown kind": ("a.xyz", "hej", FormKind.UNKNOWN_FILE),
    "no suffix": ("fil", "hej", FormKind.UNKNOWN_FILE),
    "font not of the theme": ("a.woff2", b"wOF2\0", FormKind.UNKNOWN_FILE),
    "old Word file": ("a.doc", b"\xd0\xcf\x11\xe0", FormKind.UNKNOWN_FILE),
    "zip": ("a.zip", make.package({"a.txt": "hej"}), FormKind.UNKNOWN_FILE),
    "zip in a Word file": ("a.docx", make.package({"a": make.package({"b": "x"})}), FormKind.UNREADABLE),
    "encrypted Word file": ("a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, FormKind.UNREADABLE),
    "Word file behind something": ("a.docx", b"hej" + make.package({"a.xml": "<a/>"}), FormKind.UNREADABLE),
    "Word file before something": ("a.docx", make.package({"a.xml": "<a/>"}) + b"hej", FormKind.UNREADABLE),
    "Word file with a bomb": ("a.docx", make.package({"a.xml": b" " * (257 << 20)}), FormKind.UNREADABLE),
    "cut gzip": ("a.txt.gz", make.packed(b"hej")[:-4], FormKind.UNREADABLE),
    "gzip with something behind it": ("a.txt.gz", make.packed(b"hej") + b"hej", FormKind.UNREADABLE),
    "gzip bomb": ("a.txt.gz", make.packed(b"\0" * (257 << 20), 1), FormKind.UNREADABLE),
    "empty gzip": ("a.txt.gz", b"", FormKind.UNREADABLE),
    "gzip in gzip in gzip": ("a.txt" + ".gz" * 5, NESTED, FormKind.UNKNOWN_FILE),
    "encrypted PDF": ("a.pdf", make.pdf_encrypted(), FormKind.UNREADABLE),
    "scanned PDF": ("a.pdf", make.pdf_of_pictures(), FormKind.UNREADABLE),
    "cut PDF": ("a.pdf", b"%PDF-1.7\n1 0 obj", FormKind.UNREADABLE),
    "broken JSON": ("a.json", "{", FormKind.UNREADABLE),
    "broken XML": ("a.xml", "<a><b></a>", FormKind.UNREADABLE),
    "XML with entities": ("a.svg", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', FormKind.UNREADABLE),
    "picture with something behind it": ("a.png", make.picture() + b"hej", FormKind.UNREADABLE),
    "JPEG with something behind it": ("a.jpg", make.picture("JPEG") + b"hej", FormKind.UNREADABLE),
    "WebP with something behind it": ("a.webp", make.picture("WEBP") + b"hej", FormKind.UNREADABLE),
    "GIF with something behind it": ("a.gif", make.picture("GIF") + b"hej", FormKind.UNREADABLE),
    "cut picture": ("a.png", make.picture()[:40], FormKind.UNREADABLE),
    "wrong checksum": ("a.png", make.picture()[:-14] + b"\0\0" + make.picture()[-12:], FormKind.UNREADABLE),
    "no picture": ("a.png", "hej", FormKind.UNREADABLE),
    "PDF called text": ("a.txt", make.saved(make.pdf("hej")), FormKind.UNREADABLE),
    "wrong byte order mark": ("a.txt", b"\xef\xbb\xbf\xff\xff", FormKind.UNREADABLE),
    "data address with entities": ("a.html", "data:image/svg+xml,%3C!DOCTYPE", FormKind.UNREADABLE),
    "data address with bytes": ("a.html", '<img src="data:image/svg+xml;base64,AAAA">', FormKind.UNREADABLE),
    "data address not base64": ("a.html", '<a href="data:text/html;base64,a">x</a>', FormKind.UNREADABLE),
}  # fmt: skip

HARMLESS: dict[str, tuple[str, bytes | str]] = {
    "beginning of a data address": ("a.html", "<p>data:image/svg+xml,%3Csvg, data:image/svg+xml,&lt;svg</p>"),
    "HTML": ("a.html", "<p>Möte i Almdalen</p>"),
    "PNG": ("a.png", make.png_with(b"tEXt", b"Software\0Almdalens ritprogram")),
    "JPEG": ("a.jpg", make.picture("JPEG", exif=exif("Almdalens kommun"), progressive=True)),
    "WebP": ("a.webp", make.picture("WEBP")),
    "GIF": ("a.gif", make.picture("GIF")),
    "PDF": ("a.pdf", make.saved(make.pdf("Handslag för Almdalen"))),
    "PDF of text and a picture": ("a.pdf", make.pdf_of_text_and_picture("Handslag")),
    "Word": ("a.docx", office("word/document.xml", WORD)),
    "OpenDocument": ("a.odt", make.package({"mimetype": "odt", "content.xml": "<p>Hej</p>"})),
    "gzip": ("a.xml.gz", make.packed(b"<a/>")),
    "JSON": ("a.json", '{"a": ["Möte", 1, null]}'),
    "calendar": ("a.ics", "BEGIN:VCALENDAR\r\nSUMMARY:Möte\r\n"),
    "empty dotfile": (".nojekyll", ""),
    "SVG": ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 2h3"/></svg>'),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content"), CHANNELS.values(), ids=CHANNELS)
def test_a_hidden_name_is_found_in_every_kind_of_file(judge: Judge, name: str, content: bytes | str) -> None:
    assert any(finding.person for finding in judge(name, content))


@pytest.mark.parametrize(("name", "content", "form"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_cannot_be_read_to_its_end_is_a_finding(
    judge: Judge, name: str, content: bytes | str, form: FormKind
) -> None:
    assert [finding.form for finding in judge(name, content)] == [form]


@pytest.mark.parametrize(("name", "content"), HARMLESS.values(), ids=HARMLESS)
def test_a_readable_file_without_names_passes(judge: Judge, name: str, content: bytes | str) -> None:
    assert judge(name, content) == ()


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.html", "<html>\n<!--\n\n-->\n<p>Åk<b\n>er</b>blom</p>", "line 5"),
        ("a.html", '<html>\n<img src="a" alt="Torvald">', "line 2, attribute alt"),
        ("a.html", "<html>\n<!-- Torvald -->", "line 2, comment"),
        ("a.txt", "ett\n\ntvå Torvald", "line 3"),
        ("a.json", '{"a": [1, "Torvald"]}', "value.a[1]"),
        ("a.png", make.png_with(b"tEXt", b"Author\0Torvald"), "chunk tEXt"),
        ("a.pdf", make.saved(make.pdf("Torvald")), "page 1"),
        ("a.pdf", make.pdf_with_bookmark("Torvald"), "title or bookmark"),
        (
            "a.docx",
            office("docProps/core.xml", "Torvald"),
            "part docProps/core.xml: line 2",
        ),
        ("a.xml.gz", make.packed(b"<a>Torvald</a>"), "unpacked"),
        ("torvald.html", "", "file name"),
    ],
)
def test_a_finding_tells_where(judge: Judge, name: str, content: bytes | str, place: str) -> None:
    assert place in {finding.place for finding in judge(name, content)}


def test_a_file_whose_name_is_in_no_utf_8_is_told_of_in_letters(judge: Judge) -> None:
    assert [one.file for one in judge(os.fsdecode(b"r\xf6d.xyz"), "hej")] == ["röd.xyz"]


def test_a_link_is_a_finding_and_is_not_followed(judge: Judge, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Torvald")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.txt").symlink_to(outside)
    (tmp_path / "site" / "folder").symlink_to(tmp_path)
    assert [finding.form for finding in judge("b.txt", "")] == [FormKind.LINK, FormKind.LINK]


def test_an_empty_folder_does_not_pass(tmp_path: Path) -> None:

    assert [finding.form for finding in audit(tmp_path, Secrets((), ()))] == [FormKind.UNREADABLE]
    assert [finding.form for finding in audit(tmp_path / "none", Secrets((), ()))] == [FormKind.UNREADABLE]
