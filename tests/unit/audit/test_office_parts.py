"""What ordinary programs put into their packages is read, and never taken for something unreadable."""

import struct

import pytest

from arkiv.audit import FormKind
from tests.unit.audit import builders as make
from tests.unit.audit.conftest import Judge

FONT = bytes(range(256)) * 40
METAFILE = struct.pack("<II", 1, 88) + b"\0" * 32 + b" EMF" + b"\0" * 44
PLIST = b'\2\0\0\0\1\0\0\0<?xml version="1.0"?><plist><string>Skrivare</string></plist>\n'

ORDINARY: dict[str, tuple[str, str, bytes]] = {
    "printer settings of Excel": (
        "a.xlsx", "xl/printerSettings/printerSettings1.bin", "Skrivare 4".encode("utf-16-le") + b"\0" * 61,
    ),
    "printer settings of PowerPoint": ("a.pptx", "ppt/printerSettings/printerSettings1.bin", PLIST),
    "a metafile": ("a.docx", "word/media/image1.emf", METAFILE),
    "an old metafile": ("a.docx", "word/media/image1.wmf", b"\xd7\xcd\xc6\x9a" + b"\0" * 40),
    "a bitmap": ("a.docx", "word/media/image1.bmp", b"BM" + b"\0" * 60),
    "a TIFF": ("a.docx", "word/media/image1.tiff", b"II*\0" + b"\0" * 100),
    "a font in Word": ("a.docx", "word/fonts/font1.odttf", FONT),
    "a font in PowerPoint": ("a.pptx", "ppt/fonts/font1.fntdata", FONT),
    "the layout of LibreOffice": ("a.odt", "layout-cache", b"\1\0" * 10),
    "the look of an object": ("a.odt", "ObjectReplacements/Object 1", b"VCLMTF" + b"\0" * 40),
}  # fmt: skip
HARMLESS: dict[str, tuple[str, str, bytes]] = {
    **ORDINARY,
    "an empty part": ("a.odt", "Configurations2/accelerator/current.xml", b""),
    "a part of spaces": ("a.docx", "customXml/item1.xml", b" \n"),
    "a picture filled up with zeros": ("a.docx", "docProps/thumbnail.jpeg", make.picture("JPEG") + b"\0"),
    "a picture by another suffix": ("a.docx", "word/media/image1.jfif", make.picture("JPEG")),
    "a drawing by no suffix": ("a.odt", "Pictures/1", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
}
UNREADABLE = {
    "an archive": make.package({"a.txt": "hej"}),
    "a packed file": make.packed(b"hej"),
    "an old Office file": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "a PDF": make.saved(make.pdf("hej")),
}
SPELLED = {
    "ASCII": b"Torvald",
    "Latin-1": "Åkerblom".encode("latin-1"),
    "UTF-8": "Åkerblom".encode(),
    "UTF-16": "Åkerblom".encode("utf-16-le"),
    "UTF-16, big end first": "Åkerblom".encode("utf-16-be"),
    "UTF-16, Arabic": "محمد الخطيب".encode("utf-16-le"),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_a_package_passes_with(judge: Judge, case: str) -> None:
    name, part, data = HARMLESS[case]
    assert judge(name, make.package({"a.xml": make.xml("Hej"), part: data})) == ()


@pytest.mark.parametrize("spelled", SPELLED)
@pytest.mark.parametrize("case", ORDINARY)
def test_a_name_is_found_in(judge: Judge, case: str, spelled: str) -> None:
    name, part, data = ORDINARY[case]
    leak = data + b"\0\7" + SPELLED[spelled] + b"\0\0\7" + data
    places = {finding.place for finding in judge(name, make.package({part: leak})) if finding.person}
    assert any(place.startswith(f"part {part}") for place in places)


def test_the_xml_in_a_part_of_any_name_is_read_across_its_tags(judge: Judge) -> None:
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'><tspan>Åker</tspan><tspan>blom</tspan></svg>"
    assert any(finding.person for finding in judge("a.odt", make.package({"Pictures/1": drawing})))


def unflagged(name: bytes) -> bytes:
    """A package with a part of this name, as a program writes it that knows nothing of UTF-8."""
    return make.package({"word/" + "x" * len(name): "hej"}).replace(b"x" * len(name), name)


AROUND = {
    "behind the end": make.package({"a.xml": "<a/>"}) + b"Torvald",
    "before the first part": b"Torvald" + make.package({"a.xml": "<a/>"}),
    "a part's name in UTF-8": unflagged("åkerblom.xml".encode()),
    "a part's name in Latin-1": unflagged("åkerblom.xml".encode("latin-1")),
    "a part's name as DOS wrote it": unflagged("åkerblom.xml".encode("cp850")),
    "a remark in UTF-16": make.package({"a.xml": "<a/>"}, comment="Torvald".encode("utf-16-le")),
}


@pytest.mark.parametrize("case", AROUND)
def test_a_name_around_the_parts_is_found_as(judge: Judge, case: str) -> None:
    assert any(finding.person for finding in judge("a.docx", AROUND[case]))


ENTITY = '<!DOCTYPE a [<!ENTITY x "vald">]><a>Tor&x;</a>'


@pytest.mark.parametrize("part", ["word/a.vml", "_rels/.rels", "manifest.rdf", "Pictures/1"])
def test_xml_of_whatever_name_declares_no_entities(judge: Judge, part: str) -> None:
    assert [one.form for one in judge("a.docx", make.package({part: ENTITY}))] == [FormKind.UNREADABLE]


@pytest.mark.parametrize("kind", UNREADABLE)
def test_no_part_may_be_a_file_that_holds_more_than_its_bytes_show(judge: Judge, kind: str) -> None:
    assert [one.form for one in judge("a.docx", make.package({"word/a.bin": UNREADABLE[kind]}))] == [
        FormKind.UNREADABLE
    ]
