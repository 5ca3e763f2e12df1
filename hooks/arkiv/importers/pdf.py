"""PDF files (.pdf) that hold text: lines as they stand on the pages, without headings' levels."""

import re
from collections import Counter
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from arkiv.importers.plain import clean
from arkiv.importers.source import SourceText, UnreadableSource, escaped, numbered

_BULLET = re.compile(r"^(\s*)[•·▪◦‣∙●○–]\s+")
_BROKEN = (
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    RecursionError,
    NotImplementedError,
)
_NUMBER_ALONE = re.compile(r"\d{1,3}[.)]")


def accepts(path: Path) -> bool:
    """Whether the name says PDF."""
    return path.suffix.casefold() == ".pdf"


def convert(path: Path) -> SourceText:
    """The pages' lines, numbered from 1 through all pages. What stands on every page is a margin.

    Raises:
        UnreadableSource: it is no PDF, encrypted, or has a page without text, as scanned ones are.
    """
    pages = [_rows(text) for text in _texts(path)]
    if not any(row for page in pages for row in page):
        raise UnreadableSource(
            "the PDF holds no text, only pictures", "run text recognition (OCR) on it first"
        )
    repeated = _repeated(pages)
    rows: list[tuple[str, int | None]] = []
    margins: list[str] = []
    for page in pages:
        rows += [(_BULLET.sub(r"\1- ", escaped(row)), None) for row in page if row not in repeated]
        rows.append(("", None))
        margins += [escaped(row) for row in page if row in repeated]
    notes = ["the layout of a PDF tells little: compare the minutes with it"]
    notes += [f"page {number} holds no text" for number, page in enumerate(pages, start=1) if not any(page)]
    return SourceText(path, numbered(rows, margins), tuple(notes))


def _texts(path: Path) -> list[str]:
    try:
        reader = PdfReader(path)
        if reader.is_encrypted:
            raise UnreadableSource("the PDF is encrypted", "save it without a password")
        return [page.extract_text() for page in reader.pages]
    except _BROKEN:
        raise UnreadableSource(
            "the PDF cannot be read", "export it again, or import the text as .txt"
        ) from None


def _rows(text: str) -> list[str]:
    """Lines of a page; a number alone on its line belongs to the title below it."""
    rows: list[str] = []
    for row in clean(text).split("\n"):
        stripped = row.strip()
        if rows and _NUMBER_ALONE.fullmatch(rows[-1]) and stripped:
            rows[-1] = f"{rows[-1]} {stripped}"
        else:
            rows.append(stripped)
    return rows


def _repeated(pages: list[list[str]]) -> set[str]:
    """First or last lines that stand on every page of several: headers and footers."""
    if len(pages) < 2:
        return set()
    edges = Counter(row for page in pages for row in {*page[:2], *page[-2:]} if row)
    return {row for row, count in edges.items() if count == len(pages)}
