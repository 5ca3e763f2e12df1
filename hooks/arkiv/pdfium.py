"""The pages of a PDF as a browser shows them: words put together by where their letters stand.

A program may draw a word in pieces, each on its own and in any order, and only their places tell that they
are one. PDFium is what Chrome and others show PDF files with, and what a visitor copies text from.
"""

import re
from collections.abc import Callable, Iterable
from statistics import median
from threading import Lock
from typing import TypeVar

from pypdfium2 import PdfDocument, PdfImage, PdfiumError, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

T = TypeVar("T")

_BROKEN = (PdfiumError, ValueError, TypeError, AssertionError, OSError, OverflowError, LookupError)
_ONE_AT_A_TIME = Lock()
"""PDFium is not for two threads at once, whatever documents they read; processes are another matter."""

_LINE_END_HYPHEN = re.compile("[\ufffe\x02]")
"""How PDFium tells of a hyphen that breaks a word at the end of a line."""
_COLUMN = re.compile(r"(?m)^\w(?:\n\w){3,}$")

_READABLE = 500_000
"""Pixels of a page of text (A4 at 75 dpi), in however many strips."""
_PARTS = 8
"""Pictures count from an eighth of the page on: the mark of a letterhead is smaller."""
_MOST_DECODED = 50_000_000
_LIGHT, _TONES = 120, 40
"""How light paper is (255 is white), and how far a shadow takes most of it from its own tone."""


class UnshownPdf(Exception):
    """PDFium cannot show the file, or not all of it."""


def page_texts(data: bytes) -> list[str]:
    """What each page shows; words that stand upright, a letter a line, are told once more as words.

    Raises:
        UnshownPdf: the file is broken, encrypted or of a kind that PDFium does not know.
    """
    return _of_each_page(data, _text)


def shows_paper(data: bytes) -> bool:
    """Whether a page shows a picture of a sheet of paper, large enough for what stands on it to be read.

    That is a scan, a screenshot or a chart: some light tone over more than half of it. A photograph is none.

    Raises:
        UnshownPdf: as `page_texts`.
    """
    return any(_of_each_page(data, _has_paper))


def _of_each_page(data: bytes, read: Callable[[PdfPage], T]) -> list[T]:
    with _ONE_AT_A_TIME:
        try:
            document = PdfDocument(data)
            try:
                return [_read(document[number], read) for number in range(len(document))]
            finally:
                document.close()
        except _BROKEN:
            raise UnshownPdf from None


def _read(page: PdfPage, read: Callable[[PdfPage], T]) -> T:
    try:
        return read(page)
    finally:
        page.close()


def _text(page: PdfPage) -> str:
    shown = page.get_textpage()
    text = _LINE_END_HYPHEN.sub("", shown.get_text_range().replace("\r\n", "\n"))
    shown.close()
    return "\n".join((text, *(column.replace("\n", "") for column in _COLUMN.findall(text))))


def _has_paper(page: PdfPage) -> bool:
    width, height = page.get_size()
    pictures = list(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))
    if not _is_page_like(pictures, width * height):
        return False
    return _is_page_like([picture for picture in pictures if _is_paper(picture)], width * height)


def _is_page_like(pictures: Iterable[PdfImage], page: float) -> bool:
    """Whether these pictures together have the pixels and the size of a page of text."""
    sizes = [(_pixels(picture), _area(picture)) for picture in pictures]
    return sum(pixels for pixels, _ in sizes) >= _READABLE and sum(area for _, area in sizes) * _PARTS >= page


def _pixels(picture: PdfImage) -> int:
    width, height = picture.get_px_size()
    return int(width * height)


def _area(picture: PdfImage) -> float:
    """Square points on the page, through the forms that the picture stands in."""
    bounds, form = picture.get_bounds(), picture.container
    while form is not None:
        bounds, form = form.get_matrix().on_rect(*bounds), form.container
    left, bottom, right, top = bounds
    return float(abs((right - left) * (top - bottom)))


def _is_paper(picture: PdfImage) -> bool:
    """Whether most of it is of one light tone; black and white alone is a scan in any case."""
    if _pixels(picture) > _MOST_DECODED or picture.get_metadata().bits_per_pixel <= 2:
        return True
    tones = picture.get_bitmap().to_pil().convert("L").resize((64, 64)).tobytes()
    own = float(median(tones))
    return own >= _LIGHT and sum(abs(tone - own) <= _TONES for tone in tones) * 2 > len(tones)
