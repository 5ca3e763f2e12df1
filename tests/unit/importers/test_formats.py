import zipfile
from pathlib import Path

import pytest

from arkiv.importers import read_source
from arkiv.importers.draft import Draft, draft
from arkiv.importers.source import UnreadableSource
from tests.unit.importers.documents import open_document, paragraph, pdf, word

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


def made(path: Path) -> Draft:
    return draft(read_source(path), "prov")


def present(found: Draft) -> list[tuple[str, str | None, tuple[int, ...]]]:
    return [(one.person.name, one.person.organization, one.items) for one in found.minutes.present]


def test_word_documents_keep_headings_lists_tables_numbers_and_footnotes(tmp_path: Path) -> None:
    table = "".join(
        f"<w:tr><w:tc>{paragraph(left)}</w:tc><w:tc>{paragraph(right)}</w:tc></w:tr>"
        for left, right in (("År", "Kr"), ("1", "2"))
    )
    body = (
        paragraph("Anteckningar 2025-03-04", "Rubrik1")
        + paragraph("Närvarande", bold=True)
        + paragraph("Anna Ekfors, Almvik (p 1)")
        + paragraph("Öppnande", "Rubrik2", numbered=True)
        + paragraph("Text * med <tecken>")
        + paragraph("ett", bullet=True)
        + paragraph("två", bullet=True)
        + paragraph("Ekonomi", "Rubrik2", numbered=True)
        + f"<w:tbl>{table}</w:tbl>"
        + "<w:p><w:del><w:r><w:delText>struket</w:delText></w:r></w:del><w:r><w:t>kvar</w:t></w:r></w:p>"
        + paragraph("Antecknat av: Anna Ekfors")
    )
    found = made(
        word(tmp_path / "prov.docx", body, header1=paragraph("Sidhuvud"), footnotes=paragraph("Fotnot"))
    )
    assert present(found) == [("Anna Ekfors", "Almvik", (1,))]
    assert found.body.split("\n") == [
        "## 1. Öppnande", "", r"Text \* med \<tecken\>", "", "- ett", "- två", "", "## 2. Ekonomi", "",
        "| År | Kr |", "| --- | --- |", "| 1 | 2 |", "", "kvar", "", "Fotnot",
    ]  # fmt: skip
    assert [leftover.text for leftover in found.leftovers if not leftover.became] == ["Sidhuvud"]
    assert found.minutes.recorder
    assert found.minutes.recorder.role is None


def test_open_documents_keep_headings_lists_and_breaks(tmp_path: Path) -> None:
    body = (
        '<text:h text:outline-level="1">Anteckningar 2025-03-04</text:h><text:p>Närvarande</text:p>'
        '<text:p>Anna Ekfors, Almvik</text:p><text:h text:outline-level="2">1. Öppnande</text:h>'
        '<text:p>Hej<text:s text:c="1"/>då<text:line-break/>ny rad<text:note>'
        "<text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Fotnot</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>ett</text:p></text:list-item></text:list>"
    )
    found = made(open_document(tmp_path / "prov.odt", body, "<text:p>Sidfot</text:p>"))
    assert present(found) == [("Anna Ekfors", "Almvik", ())]
    assert found.body.split("\n") == ["## 1. Öppnande", "", "Hej då", "ny rad", "", "- ett", "", "Fotnot"]
    assert [leftover.text for leftover in found.leftovers if not leftover.became] == ["Sidfot"]


def test_web_pages_keep_headings_lists_and_tables_but_no_scripts(tmp_path: Path) -> None:
    path = tmp_path / "prov.html"
    path.write_text(
        "<html><head><title>t</title><style>p{}</style></head><body>"
        "<h1>Anteckningar 2025-03-04</h1><p><b>Närvarande</b></p>"
        "<ul><li>Anna Ekfors, Almvik<li>Bo Lind, Tallmo (p&nbsp;1)</ul>"
        "<h2>1. Öppnande</h2><p>Hej &lt;du&gt;</p>"
        "<table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>"
        "<script>alert(1)</script></body></html>",
        encoding="utf-8",
    )
    found = made(path)
    assert present(found) == [("Anna Ekfors", "Almvik", ()), ("Bo Lind", "Tallmo", (1,))]
    assert found.body.split("\n") == [
        "## 1. Öppnande", "", r"Hej \<du\>", "", "| A | B |", "| --- | --- |", "| 1 | 2 |",
    ]  # fmt: skip


def test_pdf_pages_are_read_as_lines_without_their_footers(tmp_path: Path) -> None:
    first = [
        "Anteckningar 2025-03-04",
        "Närvarande",
        "Anna Ekfors, Almvik (p 1)",
        "1. Öppnande",
        "Mötet öppnas.",
        "Sidfot",
    ]
    found = made(pdf(tmp_path / "prov.pdf", first, ["2. Ekonomi", "Läget är gott.", "Sidfot"]))
    assert present(found) == [("Anna Ekfors", "Almvik", (1,))]
    assert [head.number for head in found.parts.agenda.heads.values()] == [1, 2]
    assert [leftover.text for leftover in found.leftovers if not leftover.became] == ["Sidfot", "Sidfot"]


def test_accents_written_as_two_characters_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "prov.txt"
    path.write_bytes("Närvarande\nAnna Ekfo\u0308rs, A\u030abro\n".encode())
    assert present(made(path)) == [("Anna Ekförs", "Åbro", ())]


REFUSED = [
    ("tom.txt", b"", "holds no text"),
    ("blank.md", b" \n\n\t\n", "holds no text"),
    ("latin.txt", "Närvarande".encode("latin-1"), "not UTF-8"),
    ("latin.html", "<p>Närvarande".encode("latin-1"), "not UTF-8"),
    ("utf16.txt", "Närvarande".encode("utf-16"), "UTF-16"),
    ("nollor.txt", b"Hej\0\0", "zero bytes"),
    ("rad.txt", b"x" * 100_001, "100001 characters"),
    ("gammal.doc", b"\xd0\xcf\x11\xe0", "not known"),
    ("utan", b"hej", "not known"),
    ("trasig.docx", b"PK\x03\x04 trasig", "no docx package"),
    ("trasig.odt", b"ingen zip", "no odt package"),
    ("trasig.pdf", b"%PDF-1.4 trasig", "cannot be read"),
]


@pytest.mark.filterwarnings("ignore")  # pypdf warns of what it finds in a broken file before it gives up
@pytest.mark.parametrize(("name", "data", "what"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_what_cannot_be_read_is_refused_with_a_remedy(
    name: str, data: bytes, what: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableSource, match=what) as caught:
        read_source(tmp_path / name)
    assert caught.value.remedy


def test_a_file_that_is_not_there_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no such file") as caught:
        read_source(tmp_path / "borta.txt")
    assert caught.value.remedy == "check the path"


def test_a_line_that_is_not_utf_8_is_pointed_out(tmp_path: Path) -> None:
    (tmp_path / "prov.txt").write_bytes(b"ett\ntv\xe5\n")
    with pytest.raises(UnreadableSource) as caught:
        read_source(tmp_path / "prov.txt")
    assert caught.value.line == 2


def test_xml_that_declares_entities_is_never_expanded(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "prov.docx", "w") as package:
        package.writestr("word/document.xml", BOMB)
    with pytest.raises(UnreadableSource, match="XML cannot be read"):
        read_source(tmp_path / "prov.docx")


def test_a_zip_of_something_else_is_no_document(tmp_path: Path) -> None:
    for name in ("prov.docx", "prov.odt"):
        with zipfile.ZipFile(tmp_path / name, "w") as package:
            package.writestr("hej.txt", "hej")
        with pytest.raises(UnreadableSource, match="is no"):
            read_source(tmp_path / name)


def test_a_pdf_of_pictures_is_refused_until_its_text_is_recognised(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="only pictures") as caught:
        read_source(pdf(tmp_path / "prov.pdf", [], []))
    assert "OCR" in caught.value.remedy
