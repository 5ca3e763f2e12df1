import io
import zipfile

import pytest

from arkiv.attachments import UnreadableAttachment, examine, published
from tests.unit.attachments.conftest import Keep
from tests.unit.attachments.files import (
    FILL,
    WORD,
    A,
    S,
    T,
    W,
    ooxml,
    open_document,
    package,
    picture,
    word,
)  # fmt: skip

RUN = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
SPLIT = "<w:p><w:r><w:t>Lovisa</w:t></w:r><w:proofErr/><w:r><w:t>lunda</w:t></w:r></w:p>"
SHEET = f"<worksheet {S}><sheetData>{{}}</sheetData></worksheet>"
STRINGS = (
    f"<sst {S}><si><t>Ort</t></si><si><t>gamla</t></si><si><r><t>Lovisa</t></r><r><t>lunda</t></r></si></sst>"
)
TEXT = RUN.format(FILL)
SLIDE = f"<s {A}><a:p><a:r><a:t>Lovisa</a:t></a:r><a:r><a:t>lunda</a:t></a:r></a:p></s>"


TYPES = zipfile.ZipFile(io.BytesIO(word(""))).read("[Content_Types].xml")


def extra_field() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(TEXT))) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            entry.extra = b"\x99\x99" + len(WORD).to_bytes(2, "little") + WORD.encode()
            after.writestr(entry, content)
    return out.getvalue()


def local_extra_field() -> bytes:
    """As Word pads its first part: in the part's own header and not in the directory at the end."""
    data, field = bytearray(package({"[Content_Types].xml": TYPES})), b"\x99\x99\x0b\0" + WORD.encode()
    after_name = 30 + len("[Content_Types].xml")
    data[28:30] = len(field).to_bytes(2, "little")
    data[after_name:after_name] = field
    start = data.rfind(b"PK\5\6") + 16
    data[start : start + 4] = data.find(b"PK\1\2").to_bytes(4, "little")
    return bytes(data)


def remark() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        entry = zipfile.ZipInfo("[Content_Types].xml")
        entry.comment = WORD.encode()
        zipped.writestr(entry, TYPES)
    return out.getvalue()


CHANNELS = {
    "the text.docx": word(RUN.format(WORD)),
    "two runs.docx": word(SPLIT),
    "two runs around a deletion.docx": word(
        "<w:p><w:r><w:t>Lovisa</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t>lunda</w:t></w:r></w:p>"
    ),
    "a deletion.docx": word(f"{TEXT}<w:del><w:r><w:delText>{WORD}</w:delText></w:r></w:del>"),
    "half of it deleted.docx": word(
        "<w:p><w:r><w:t>Lovisa</w:t></w:r><w:del><w:r><w:delText>lunda</w:delText></w:r></w:del></w:p>"
    ),
    "a field's code.docx": word(
        f"<w:p><w:r><w:instrText>HYPERLINK mailto:{WORD}@ort.example</w:instrText></w:r></w:p>"
    ),
    "a change's author.docx": word(f'{TEXT}<w:ins w:author="{WORD}"/>'),
    "alternative text.docx": word(f'{TEXT}<w:drawing descr="{WORD}"/>'),
    "a comment.docx": word(TEXT, {"word/comments.xml": f"<w:comments {W}>{SPLIT}</w:comments>"}),
    "a header.docx": word(TEXT, {"word/header1.xml": f"<w:hdr {W}>{SPLIT}</w:hdr>"}),
    "a footnote.docx": word(TEXT, {"word/footnotes.xml": f"<w:footnotes {W}>{SPLIT}</w:footnotes>"}),
    "core properties.docx": word(TEXT, {"docProps/core.xml": f"<c><creator>{WORD}</creator></c>"}),
    "app properties.docx": word(TEXT, {"docProps/app.xml": f"<c><Manager>{WORD}</Manager></c>"}),
    "custom properties.docx": word(TEXT, {"docProps/custom.xml": f'<c><property name="{WORD}"/></c>'}),
    "a relation's target.docx": word(
        TEXT, {"word/_rels/document.xml.rels": f'<R><R Target="mailto:{WORD}@ort.example"/></R>'}
    ),
    "a part's name.docx": word(TEXT, {f"word/media/{WORD}.png": picture("PNG")}),
    "a picture's metadata.docx": word(
        TEXT, {"word/media/image1.jpeg": picture("JPEG", comment=WORD.encode())}
    ),
    "somebody's own element.docx": word(TEXT, {"customXml/item1.xml": f"<{WORD}/>"}),
    "somebody's own namespace.docx": word(TEXT, {"customXml/item1.xml": f'<a xmlns="urn:{WORD}"/>'}),
    "an XML comment.docx": word(TEXT, {"customXml/item1.xml": f"<a><!-- {WORD} --></a>"}),
    "an XML instruction.docx": word(TEXT, {"customXml/item1.xml": f"<a><?till {WORD}?></a>"}),
    "a document type.docx": word(TEXT, {"customXml/item1.xml": f"<!DOCTYPE a [<!ELEMENT {WORD} ANY>]><a/>"}),
    "character references.docx": word(RUN.format("".join(f"&#{ord(letter)};" for letter in WORD))),
    "UTF-16.docx": word(
        TEXT,
        {"customXml/item1.xml": f'<?xml version="1.0" encoding="UTF-16"?><a>{WORD}</a>'.encode("utf-16")},
    ),
    "printer settings.docx": word(
        TEXT, {"word/printerSettings1.bin": b"\1\0\2\0" + WORD.encode("utf-16-le")}
    ),
    "an 8-bit metafile.docx": word(TEXT, {"word/media/image1.emf": b"\1\0\0\0" + WORD.encode() + b"\0\0\0"}),
    "the zip's remark.docx": package(
        {"[Content_Types].xml": zipfile.ZipFile(io.BytesIO(word(""))).read("[Content_Types].xml")},
        WORD.encode(),
    ),
    "an extra field.docx": extra_field(),
    "an extra field of the part alone.docx": local_extra_field(),
    "a part's remark.docx": remark(),
    "a shared text.xlsx": ooxml(
        "xlsx", {"xl/sharedStrings.xml": STRINGS, "xl/worksheets/sheet1.xml": SHEET.format("")}
    ),
    "a text in its cell.xlsx": ooxml(
        "xlsx",
        {"xl/worksheets/sheet1.xml": SHEET.format(f'<row><c t="inlineStr"><is><t>{WORD}</t></is></c></row>')},
    ),
    "a sheet's name.xlsx": ooxml(
        "xlsx", {"xl/workbook.xml": f'<workbook {S}><sheets><sheet name="{WORD}"/></sheets></workbook>'}
    ),
    "a formula.xlsx": ooxml(
        "xlsx", {"xl/worksheets/sheet1.xml": SHEET.format(f'<row><c><f>"{WORD}"</f></c></row>')}
    ),
    "a slide.pptx": ooxml(
        "pptx",
        {"ppt/slides/slide1.xml": SLIDE},
    ),
    "a slide's notes.pptx": ooxml(
        "pptx", {"ppt/notesSlides/notesSlide1.xml": f"<s {A}><a:p><a:t>{WORD}</a:t></a:p></s>"}
    ),
    "the text.odt": open_document(
        "odt", {"content.xml": f"<o {T}><text:p>Lovisa<text:span>lunda</text:span></text:p></o>"}
    ),
    "the author.odt": open_document("odt", {"meta.xml": f"<m><creator>{WORD}</creator></m>"}),
    "a style's name.ods": open_document("ods", {"styles.xml": f'<m><style name="{WORD}"/></m>'}),
    "a note.odp": open_document(
        "odp", {"content.xml": f"<o {T}><text:h>Lovi<text:s/></text:h><text:p>{WORD}</text:p></o>"}
    ),
}


@pytest.mark.parametrize("name", CHANNELS)
def test_a_name_in_an_office_file_is_found_in(name: str, keep: Keep) -> None:
    assert WORD in examine(keep(name, CHANNELS[name])).text


@pytest.mark.parametrize("name", CHANNELS)
def test_an_office_file_is_published_byte_for_byte(name: str, keep: Keep) -> None:
    assert published(keep(name, CHANNELS[name])) == CHANNELS[name]


def test_cells_of_a_row_are_read_side_by_side(keep: Keep) -> None:
    row = '<row><c t="s"><v>1</v></c><c><v>7</v></c><c t="s"><v>2</v></c></row>'
    data = ooxml("xlsx", {"xl/sharedStrings.xml": STRINGS, "xl/worksheets/sheet1.xml": SHEET.format(row)})
    assert "gamla 7 Lovisalunda" in examine(keep("a.xlsx", data)).text.splitlines()


def test_cells_of_a_table_in_word_are_read_side_by_side(keep: Keep) -> None:
    cells = "".join(f"<w:tc>{RUN.format(text)}</w:tc>" for text in ("gamla", WORD))
    text = examine(keep("a.docx", word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))).text
    assert f"gamla {WORD}" in (" ".join(line.split()) for line in text.splitlines())


def test_a_document_whose_words_may_all_be_in_pictures_is_not_readable(keep: Keep) -> None:
    shown = {"word/media/image1.png": picture("PNG")}
    assert not examine(keep("a.docx", word("<w:p><w:drawing/></w:p>", shown))).readable
    assert examine(keep("b.docx", word(TEXT, shown))).readable
    assert examine(keep("c.docx", word(""))).readable


def encrypted() -> bytes:
    """A package whose parts are marked as encrypted, in both places where a zip says so."""
    data = bytearray(word(RUN.format(WORD)))
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(mark, place + 1)
    return bytes(data)


def with_a_deleted_part() -> bytes:
    whole, other = word(TEXT), package({"word/old.xml": f"<a>{WORD}</a>"})
    lost = other[: other.find(b"PK\1\2")]
    directory = whole.find(b"PK\1\2")
    end = bytearray(whole[directory:])
    start = end.rfind(b"PK\5\6") + 16
    end[start : start + 4] = (directory + len(lost)).to_bytes(4, "little")
    return whole[:directory] + lost + bytes(end)


ENTITY = f'<!DOCTYPE a [<!ENTITY e "{WORD}">]><a>&e;</a>'
EXTERNAL = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + WORD.encode()
REFUSED = {
    "macros": ("a.docx", word(TEXT, {"word/vbaProject.bin": b"x"}), "has macros"),
    "the kind of a file with macros": (
        "a.docx",
        package({"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled.main+xml"}),
        "has macros",
    ),
    "macros in OpenDocument": ("a.odt", open_document("odt", {"Basic/Standard/a.xml": "<a/>"}), "has macros"),
    "another document inside": (
        "a.docx",
        word(TEXT, {"word/embeddings/b.xlsx": b"PK\3\4"}),
        "another file inside",
    ),
    "an OLE object": ("a.docx", word(TEXT, {"word/x.bin": OLE}), "another file inside"),
    "a PDF inside": ("a.odt", open_document("odt", {"Pictures/1": b"%PDF-1.7 x"}), "another file inside"),
    "a password": ("a.docx", OLE, "password"),
    "encrypted parts": ("a.docx", encrypted(), "password"),
    "a password, in OpenDocument": (
        "a.odt",
        open_document("odt", {"META-INF/manifest.xml": "<m><encryption-data/></m>"}),
        "password",
    ),
    "an entity": ("a.docx", word(TEXT, {"customXml/item1.xml": ENTITY}), "XML cannot be read safely"),
    "an external entity": (
        "a.docx",
        word(TEXT, {"customXml/item1.xml": EXTERNAL}),
        "XML cannot be read safely",
    ),
    "broken XML": ("a.docx", word(f"<w:p>{WORD}"), "XML cannot be read safely"),
    "a broken zip": ("a.docx", word(RUN.format(WORD))[:-30], "broken"),
    "a damaged part": ("a.docx", word(TEXT).replace(b"word/document.xml", b"word/dokument.xml", 1), "broken"),
    "a bomb": ("a.docx", word(TEXT, {"word/a.bin": bytes(30_000_000)}), "unpacks to too much"),
    "very many parts": (
        "a.docx",
        word(TEXT, {f"x/{number}": b"" for number in range(5_001)}),
        "unpacks to too much",
    ),
    "something behind the end": ("a.docx", word(TEXT) + WORD.encode(), "bytes that belong to no part"),
    "a deleted part": ("a.docx", with_a_deleted_part(), "bytes that belong to no part"),
    "another zip": ("a.docx", package({"a.txt": WORD}), "is no Word file"),
    "another kind": ("a.odt", open_document("ods", {}), "is no OpenDocument-text file"),
    "a broken picture": (
        "a.docx",
        word(TEXT, {"word/media/a.png": WORD.encode()}),
        "a picture inside that is broken",
    ),
    "two parts of one name": (
        "a.docx",
        word(TEXT, {"word/Document.xml": "<a/>"}),
        "two parts of the same name",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_office_file_is_refused_without_a_word_of_it_when_it_has_or_is(case: str, keep: Keep) -> None:
    name, data, reason = REFUSED[case]
    with pytest.raises(UnreadableAttachment, match=reason) as refusal:
        examine(keep(name, data))
    assert WORD not in repr(refusal.value)
    assert refusal.value.__suppress_context__ or refusal.value.__context__ is None
    assert refusal.value.remedy
