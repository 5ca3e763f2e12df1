"""The pages of a PDF as a browser shows them: words put together by where their letters stand.

A program may draw a word in pieces, each on its own and in any order, and only their places tell that they
are one. PDFium is what Chrome and others show PDF files with, and what a visitor copies text from.
"""

import re
from threading import Lock

from pypdfium2 import PdfDocument, PdfiumError, PdfPage

_BROKEN = (PdfiumError, ValueError, TypeError, AssertionError, OSError, OverflowError)
_ONE_AT_A_TIME = Lock()
"""PDFium is not for two threads at once, whatever documents they read; processes are another matter."""

_LINE_END_HYPHEN = re.compile("[\ufffe\x02]")
"""How PDFium tells of a hyphen that breaks a word at the end of a line."""
_COLUMN = re.compile(r"(?m)^\w(?:\n\w){3,}$")


class UnshownPdf(Exception):
    """PDFium cannot show the file, or not all of it."""


def page_texts(data: bytes) -> list[str]:
    """What each page shows; words that stand upright, a letter a line, are told once more as words.

    Raises:
        UnshownPdf: the file is broken, encrypted or of a kind that PDFium does not know.
    """
    with _ONE_AT_A_TIME:
        try:
            document = PdfDocument(data)
            try:
                return [_text(document[number]) for number in range(len(document))]
            finally:
                document.close()
        except _BROKEN:
            raise UnshownPdf from None


def _text(page: PdfPage) -> str:
    shown = page.get_textpage()
    text = _LINE_END_HYPHEN.sub("", shown.get_text_range().replace("\r\n", "\n"))
    shown.close()
    page.close()
    return "\n".join((text, *(column.replace("\n", "") for column in _COLUMN.findall(text))))
