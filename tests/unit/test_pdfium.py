"""A PDF's pages read as a browser shows them, or not at all."""

import io
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

from arkiv.attachments import examine
from arkiv.attachments.pdf import pages
from arkiv.audit import FormKind, Judge
from arkiv.pdfium import UnshownPdf, page_texts, shows_paper
from arkiv.policy.secrets import Secrets
from tests.unit.attachments.files import FILL, pdf, stream

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


def sheet(size: tuple[int, int] = (700, 1000), mode: str = "L", paper: int = 235) -> Image.Image:
    """A picture of paper with a few lines on it."""
    shown = Image.new(mode, size, 1 if mode == "1" else paper)
    for row in range(40, size[1] - 20, 40):
        shown.paste(0, (40, row, size[0] - 80, row + 8))
    return shown


def photograph() -> Image.Image:
    """A picture of many tones: from a dark wood to a light sky."""
    return Image.linear_gradient("L").resize((1000, 1000))


def showing(picture: Image.Image, *places: bytes, form: bool = False) -> bytes:
    """A page of text with the picture in some places, each its width, height, left and lower edge."""
    data = zlib.compress(picture.tobytes())
    head = b"/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/Filter/FlateDecode" % picture.size
    head += b"/BitsPerComponent 1" if picture.mode == "1" else b"/BitsPerComponent 8"
    drawn = b" ".join(b"q %b cm /Im1 Do Q" % place.replace(b",", b" 0 0") for place in places)
    resources = b"/XObject<</Im1 6 0 R>>"
    if not form:
        return pdf(TEXT + drawn, stream(data, head), resources=resources)
    inside = b"/Type/XObject/Subtype/Form/BBox[0 0 900 900]/Resources<<" + resources + b">>"
    shown = (stream(data, head), stream(drawn, inside))
    return pdf(TEXT + b"q .5 0 0 .5 0 0 cm /Fm1 Do Q", *shown, resources=b"/XObject<</Fm1 7 0 R>>")


TEXT = b"BT /F1 12 Tf 72 700 Td (" + FILL.encode("cp1252") + b") Tj ET "
HALF = b"400, 500 20 20"
PAGES: dict[str, tuple[Callable[[], bytes], bool]] = {
    "a scan below the text": (lambda: showing(sheet(), HALF), True),
    "a scan of grey paper": (lambda: showing(sheet(paper=150), HALF), True),
    "a scan in black and white": (lambda: showing(sheet((1000, 1000), "1"), HALF), True),
    "a scan in strips": (
        lambda: showing(sheet((1000, 200)), *(b"400, 100 20 %d" % at for at in (20, 120, 220))),
        True,
    ),
    "a scan inside a form": (lambda: showing(sheet(), b"800, 900 0 0", form=True), True),
    "a mark at the head of the page": (lambda: showing(sheet(), b"60, 80 20 700"), False),
    "a mark inside a form": (lambda: showing(sheet(), b"200, 220 0 0", form=True), False),
    "a small picture drawn large": (lambda: showing(sheet((100, 140)), HALF), False),
    "a photograph": (lambda: showing(photograph(), HALF), False),
    "a dark picture": (lambda: showing(sheet(paper=60), HALF), False),
    "text alone": (pdf, False),
}


@pytest.mark.parametrize("case", PAGES)
def test_a_page_that_shows_paper_too_is_not_readable_whatever_its_text(case: str, tmp_path: Path) -> None:
    make, shows = PAGES[case]
    path = tmp_path / "a.pdf"
    path.write_bytes(make())
    assert shows_paper(make()) is shows
    assert examine(path).readable is not shows


def test_two_threads_read_one_after_the_other() -> None:
    with ThreadPoolExecutor(4) as threads:
        assert set(map(tuple, threads.map(page_texts, [pdf()] * 40))) == {(FILL,)}
