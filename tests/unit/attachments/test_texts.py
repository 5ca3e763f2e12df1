from pathlib import Path

import pytest

from arkiv.attachments import UnreadableAttachment, examine, published
from tests.unit.attachments.conftest import Keep
from tests.unit.attachments.files import WORD, pdf, picture, word


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp850", "mac_roman"])
def test_a_text_is_read_in_the_encoding_it_is_in(encoding: str, keep: Keep) -> None:
    content = examine(keep("a.txt", "Åsa Ängsö\n".encode(encoding)))
    assert "Åsa Ängsö" in content.text
    assert content.readable


SPOILT = {
    "quoted-printable": b"Kalls=C3=A4ter",
    "quoted-printable, small": b"Kalls=c3=a4ter",
    "quoted-printable in Latin-1": b"Kalls=E4ter",
    "quoted-printable over lines": b"Kal=\nls=C3=\r\n=A4ter",
    "an accent before its letter": "Kalls¨ater".encode(),
    "an accent behind its letter": "Kallsa¨ter".encode(),
    "an accent apart": "Kalls ¨ater".encode(),
    "an accent behind its letter, apart": "Kallsa ¨ter".encode(),
    "UTF-8 read on a Macintosh": "Kallsäter".encode().decode("mac_roman").encode(),
    "UTF-8 read in DOS": "Kallsäter".encode().decode("cp850").encode(),
    "UTF-8 read in DOS in America": "Kallsäter".encode().decode("cp437").encode(),
}


@pytest.mark.parametrize("case", SPOILT)
def test_a_text_is_read_as_it_was_meant_where_it_is(case: str, keep: Keep) -> None:
    assert "Kallsäter" in examine(keep("a.txt", SPOILT[case])).text.split()


@pytest.mark.parametrize("text", ["a=b, x ==", "Rum 5: 20°C", "├──┤ √2 ≈ 1,41", "Q`"])
def test_what_only_looks_spoilt_is_told_as_it_stands(text: str, keep: Keep) -> None:
    assert examine(keep("a.txt", text.encode())).text.strip() == text


def test_a_table_is_read_as_it_stands_and_cell_by_cell(keep: Keep) -> None:
    text = examine(keep("a.csv", f'namn;"ort";{WORD}\n'.encode())).text
    assert f'namn;"ort";{WORD}' in text
    assert f"namn ort {WORD}" in text


@pytest.mark.parametrize("data", [b"a\0b", b"\x01\x02text", bytes(range(256))])
def test_what_is_no_text_is_not_taken_for_one(data: bytes, keep: Keep) -> None:
    with pytest.raises(UnreadableAttachment, match="is no text"):
        examine(keep("a.txt", data))


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_a_text_is_published_byte_for_byte(name: str, keep: Keep) -> None:
    data = "Ängsö;1\r\n".encode("cp1252")
    assert published(keep(name, data)) == data


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", picture("PNG")),
        ("a.png", picture("JPEG")),
        ("a.jpg", pdf()),
        ("a.docx", pdf()),
        ("a.txt", pdf()),
        ("a.csv", word("")),
        ("a.webp", picture("GIF")),
    ],
)
def test_a_file_is_what_its_name_says_or_it_is_refused(name: str, data: bytes, keep: Keep) -> None:
    path = keep(name, data)
    for look in (examine, published):
        with pytest.raises(UnreadableAttachment, match=r"is named \.\w+ but is another kind of file"):
            look(path)


@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.docm", "a"])
def test_a_kind_that_is_not_on_the_list_is_refused(name: str, keep: Keep) -> None:
    path = keep(name, b"<svg/>")
    for look in (examine, published):
        with pytest.raises(UnreadableAttachment, match="not of a kind that may be published"):
            look(path)


def test_a_file_that_is_missing_empty_or_huge_is_refused(tmp_path: Path, keep: Keep) -> None:
    (tmp_path / "folder.pdf").mkdir()
    for path, reason in (
        (tmp_path / "none.pdf", "cannot be opened"),
        (tmp_path / "folder.pdf", "cannot be opened"),
        (keep("a.txt", b""), "is empty"),
        (keep("b.txt", b"a" * 20_000_001), "is larger than 20 MB"),
    ):
        for look in (examine, published):
            with pytest.raises(UnreadableAttachment, match=reason):
                look(path)
