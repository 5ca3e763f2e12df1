"""All that a PDF says: on its pages, in what is attached to them, and in bytes that nothing points to."""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise

from pypdf.errors import PyPdfError

from arkiv.attachments.content import Content
from arkiv.attachments.loose_text import loose_text
from arkiv.attachments.pdf.pages import Shown, revisions, shown
from arkiv.attachments.pdf.streams import Stream, split
from arkiv.attachments.pdf.syntax import names, strings
from arkiv.attachments.pictures.publication import said
from arkiv.attachments.refusals import UnreadableAttachment, broken
from arkiv.attachments.types import ALLOWED

_FILES = re.compile(rb"/EF\s*(?:<<|\d)|/EmbeddedFile\b|/FileAttachment\b|/RichMedia\b|/Collection\b")
_SCRIPTS = re.compile(rb"/S\s*/(?:JavaScript|Launch)\b|/JS\s*[(<\d]")
_NUMBER_SIGN = re.compile(rb"#([0-9A-Fa-f]{2})")
_TEXT_OPERATORS = re.compile(rb"\bBT\b"), re.compile(rb"\b(?:Tj|TJ)\b")
_CODE = re.compile(rb"/Type\s*/ObjStm\b")
_GLYPHS = re.compile(rb"\bbegincmap\b")
_HYPHEN = re.compile(r"[-­]\s*\n\s*")
_BROKEN = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, ArithmeticError,
    NotImplementedError, AssertionError, OSError, EOFError, LookupError,
)  # fmt: skip
"""All that pypdf raises on files that are not as the standard says."""


def read_pdf(data: bytes) -> Content:
    """All text in the file.

    Raises:
        UnreadableAttachment: it is broken, encrypted, too large, or carries scripts or other files.
    """
    code, streams = split(data)
    _check(code, streams)
    found = _shown(data)
    texts = [*strings(code), *names(code)]
    texts += [text for stream in streams for text in _said(stream)]
    if any(
        _draws_text(stream.body) and stream.body.strip() not in found.code
        for stream in streams
        if not stream.shown
    ):
        found.readable = False
    return Content("\n".join((*_readings(found.texts), *texts)), found.readable)


def _check(code: bytes, streams: Iterable[Stream]) -> None:
    for text in (code, *(stream.head + stream.body for stream in streams if _CODE.search(stream.head))):
        plain = _NUMBER_SIGN.sub(lambda sign: bytes.fromhex(sign[1].decode()), text)
        if _FILES.search(plain):
            raise UnreadableAttachment("is a PDF with other files inside", "print it to a new PDF")
        if _SCRIPTS.search(plain):
            raise UnreadableAttachment("is a PDF with scripts inside", "print it to a new PDF")


def _shown(data: bytes) -> Shown:
    """What all revisions show together; the last decides whether there is a document at all."""
    total = Shown()
    with _silence():
        for revision in revisions(data):
            try:
                found = shown(revision)
            except _BROKEN:
                raise broken("PDF") from None
            total.texts += found.texts
            total.code |= found.code
            total.readable = total.readable and found.readable
    return total


@contextmanager
def _silence() -> Iterator[None]:
    """The library's warnings quote the file, and no log may."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _said(stream: Stream) -> Iterator[str]:
    """What a stream says: code as strings and names, all else (XMP, profiles) as what reads as text."""
    if stream.jpeg:
        yield from said(ALLOWED["jpeg"], stream.body)
    elif stream.shown or _GLYPHS.search(stream.body):
        return
    elif _CODE.search(stream.head) or _draws_text(stream.body):
        yield from strings(stream.body)
        yield from names(stream.body)
    else:
        yield from loose_text(stream.body)
        yield from strings(stream.body)


def _draws_text(body: bytes) -> bool:
    return all(operator.search(body) for operator in _TEXT_OPERATORS)


def _readings(pages: Iterable[str]) -> Iterator[str]:
    """Each page as it is read, without the hyphens of line ends, and with the parts of words put together."""
    for page in dict.fromkeys(pages):
        yield page
        yield from (text for text in (_HYPHEN.sub("", page),) if text != page)
        yield from (_rejoined(line.split()) for line in page.splitlines())


def _rejoined(words: list[str]) -> str:
    """Letters drawn apart may be read as `Ex empel`: each word with what follows it in small letters."""
    pairs = [a + b for a, b in pairwise(words) if b[:1].islower()]
    return " ".join(pairs)
