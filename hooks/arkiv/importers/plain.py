"""Text and Markdown files (.txt, .md): UTF-8, with Markdown headings, underlined ones and bold lines."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from arkiv.importers.source import BOLD, Line, SourceText, UnreadableSource

LONGEST_LINE = 100_000
"""Characters. A longer line is a file of another kind."""

_ATX = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(={3,}|-{3,}|_{3,})[ \t]*$")
_BOLD = re.compile(r"^\s*(\*\*|__)(?=\S)(.+?)(?<=\S)\1[ \t\\]*$")
_BULLET = re.compile(r"^(\s*)[•·▪◦‣∙●○–][ \t]+")
_LIST = re.compile(r"^\s*(?:[-*+•·▪◦‣●○–]|\d+[.)])\s")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")


def accepts(path: Path) -> bool:
    """Whether the name says text or Markdown."""
    return path.suffix.casefold() in {".txt", ".text", ".md", ".markdown"}


def convert(path: Path) -> SourceText:
    """The file's lines, numbered as in the file.

    Raises:
        UnreadableSource: it is not UTF-8 text.
    """
    return SourceText(path, tuple(lines_of(decoded(path.read_bytes()))))


def decoded(data: bytes) -> str:
    """UTF-8 text, composed (NFC), without control characters.

    Raises:
        UnreadableSource: it is in another encoding, or no text.
    """
    remedy = "save it as text with the encoding UTF-8 and import that file"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableSource("the file is UTF-16, not UTF-8", remedy)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableSource("the file is not UTF-8", remedy, line) from None
    if "\0" in text:
        raise UnreadableSource(
            "the file holds zero bytes, so it is no text", "export it as text or .docx first"
        )
    return clean(text)


def clean(text: str) -> str:
    """Composed characters (NFC), page breaks as line breaks, no control characters."""
    return _CONTROL.sub(" ", unicodedata.normalize("NFC", text.replace("\f", "\n")))


def lines_of(text: str) -> Iterator[Line]:
    """Markdown text to lines with levels; an underline is taken into its heading.

    Raises:
        UnreadableSource: a line is too long for a document.
    """
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, row in enumerate(rows, start=1):
        if len(row) > LONGEST_LINE:
            raise UnreadableSource(f"the line has {len(row)} characters", "break it into paragraphs", number)
    yield from _levelled(rows)


def _levelled(rows: list[str]) -> Iterator[Line]:
    fenced = _fenced(rows)
    skip = False
    for index, row in enumerate(rows):
        if skip:
            skip = False
            yield Line(index + 1, "")
        elif index in fenced:
            yield Line(index + 1, row)
        elif skip := _is_underlined(rows, index):
            yield Line(index + 1, row.strip(), 1 if rows[index + 1].strip().startswith("=") else 2)
        else:
            # A fence that nothing closes would make code of all that follows.
            yield Line(index + 1, f"\\{row.strip()}") if _FENCE.match(row) else _line(rows, index)


def _fenced(rows: list[str]) -> set[int]:
    """The indexes of code between fences, with the fences; an open one at the end is none."""
    found: set[int] = set()
    start, fence = 0, ""
    for index, row in enumerate(rows):
        mark = _FENCE.match(row)
        if mark and not fence:
            start, fence = index, mark[1]
        elif mark and mark[1].startswith(fence):
            found.update(range(start, index + 1))
            fence = ""
    return found


def _is_underlined(rows: list[str], index: int) -> bool:
    """A one-line paragraph with a rule below it: Markdown's setext heading, or a typist's."""
    row = rows[index]
    below = rows[index + 1] if index + 1 < len(rows) else ""
    if not row.strip() or not _UNDERLINE.match(below) or len(row) > 120:
        return False
    alone = index == 0 or not rows[index - 1].strip()
    return alone and not (_ATX.match(row) or _LIST.match(row) or _UNDERLINE.match(row))


def _line(rows: list[str], index: int) -> Line:
    row, number = rows[index], index + 1
    if heading := _ATX.match(row):
        return Line(number, heading[2] or "", len(heading[1]))
    bold = _BOLD.match(row)
    if bold and bold[1] not in bold[2] and not (bold[2].endswith(":") and _continues(rows, index)):
        return Line(number, row.strip(), BOLD)
    return Line(number, _indented(_BULLET.sub(r"\1- ", row), rows, index))


def _continues(rows: list[str], index: int) -> bool:
    return index > 0 and bool(rows[index - 1].strip())


def _indented(row: str, rows: list[str], index: int) -> str:
    """Four spaces mean code to Markdown but only layout to a typist, unless they stand below a list."""
    if not row.startswith(("    ", "\t")):
        return row
    above = next((other for other in reversed(rows[max(0, index - 20) : index]) if other.strip()), "")
    return row if _LIST.match(above) or (above.startswith((" ", "\t")) and _LIST.match(row)) else row.lstrip()
