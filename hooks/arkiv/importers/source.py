"""A document as lines: what every format converts to, and all that later steps read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LARGEST_FILE = 20_000_000
"""Bytes. Minutes are a hundredth of this; what is larger is another kind of file."""

BOLD = 7
"""The level of a line that is bold from end to end: a heading to the eye, weaker than level 6."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>{}|~^])|^(\s*)([#:=]|-(?=-+\s*$))", re.MULTILINE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source as Markdown.

    `number` counts from 1 (the file's lines, or lines made of its paragraphs). `level` is 1 to 6 for a
    heading, `BOLD` for a line that is all bold, else None; a heading's `text` is without its marks.
    `margin` is text outside the running text: page headers and footers.
    """

    number: int
    text: str
    level: int | None = None
    margin: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read."""
        return not self.text.strip()

    @property
    def plain(self) -> str:
        """The text without the marks of bold, italics and hard breaks, and with single spaces."""
        text = unescaped(re.sub(r"\*\*|__|\\$", "", self.text.strip()))
        return re.sub(r"\s+", " ", text).strip(" *_")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document read. `notes` are things about it that the editor must know, without names."""

    path: Path
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


class UnreadableSource(Exception):
    """The file is no document that can be read: `what` is wrong, and the `remedy`."""

    def __init__(self, what: str, remedy: str, line: int = 1) -> None:
        """Keep both; neither may hold text from the document."""
        super().__init__(what)
        self.what, self.remedy, self.line = what, remedy, line


def escaped(text: str) -> str:
    """Plain text from a format that is not Markdown, so that Markdown shows it as it stood."""
    return _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    if match[1]:
        return f"\\{match[1]}"
    return f"{match[2]}\\{match[3]}"


def words(text: str) -> list[str]:
    """The words and numbers of a text, in order: what must not be lost (contract, promise 6)."""
    return _WORD.findall(text.replace("_", " "))


def unescaped(text: str) -> str:
    """Text without Markdown's backslashes."""
    return re.sub(r"\\(?=[^\w\s])", "", text)


def numbered(rows: Iterable[tuple[str, int | None]], margins: Iterable[str] = ()) -> tuple[Line, ...]:
    """Lines from (text, level), counted from 1; then what stood in the margins of pages."""
    lines = [Line(number, text, level) for number, (text, level) in enumerate(rows, start=1)]
    last = len(lines)
    return (*lines, *(Line(last + number, text, margin=True) for number, text in enumerate(margins, start=1)))
