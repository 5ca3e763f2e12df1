"""A PDF's pages read as a browser shows them, or not at all."""

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pypdf import PdfWriter

from arkiv.attachments import examine
from arkiv.attachments.pdf import pages
from arkiv.audit import FormKind, Judge
from arkiv.pdfium import UnshownPdf, page_texts
from arkiv.policy.secrets import Secrets
from tests.unit.attachments.files import FILL, pdf

LINES = b"BT /F1 12 Tf 72 700 Td (Ett) Tj 0 -20 Td (tv\\345) Tj 0 -20 Td (av-) Tj 0 -20 Td (stavat) Tj ET"


def encrypted() -> bytes:
    out = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("hemligt", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_lines_stay_lines_and_a_word_broken_over_two_is_whole() -> None:
    assert page_texts(pdf(LINES)) == ["Ett\ntvå\navstavat"]


def test_a_file_of_no_pages_of_its_own_or_behind_a_password_is_not_shown() -> None:
    for data in (b"%PDF-1.7\nhej", encrypted()):
        with pytest.raises(UnshownPdf) as refusal:
            page_texts(data)
        assert not str(refusal.value)


def test_what_a_browser_cannot_show_is_not_readable_and_does_not_pass_the_audit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unshown(data: bytes) -> list[str]:
        raise UnshownPdf

    path = tmp_path / "a.pdf"
    path.write_bytes(pdf())
    assert examine(path).readable
    assert Judge(Secrets((), ())).refuses("a.pdf", path.read_bytes()) is None
    monkeypatch.setattr(pages, "page_texts", unshown)
    monkeypatch.setattr("arkiv.audit.readers.pdf.page_texts", unshown)
    assert not examine(path).readable
    found = Judge(Secrets((), ())).refuses("a.pdf", path.read_bytes())
    assert found is not None
    assert found.form is FormKind.UNREADABLE


def test_two_threads_read_one_after_the_other() -> None:
    with ThreadPoolExecutor(4) as threads:
        assert set(map(tuple, threads.map(page_texts, [pdf()] * 40))) == {(FILL,)}
