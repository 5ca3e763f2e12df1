"""Word documents (.docx): paragraphs, headings, lists, tables, notes, page headers and footers.

Read from the XML itself: what is asked for is text and style, and a part that is skipped would be text lost.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from arkiv.importers.package import Package
from arkiv.importers.source import BOLD, SourceText, UnreadableSource, escaped, numbered

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")
_HEADING = re.compile(r"(?:heading|rubrik)\s*(\d)", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:- |\d+\. )")
_DELETED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", _FALLBACK})


def accepts(path: Path) -> bool:
    """Whether the name says Word."""
    return path.suffix.casefold() in {".docx", ".docm"}


def convert(path: Path) -> SourceText:
    """The document's paragraphs as lines, numbered from 1 with a blank one between paragraphs.

    Raises:
        UnreadableSource: it is no Word document, or a damaged one.
    """
    with Package(path) as package:
        document = package.xml("word/document.xml")
        if document is None:
            raise UnreadableSource(
                "the file is no Word document", "save it as .docx, or import the text as .txt"
            )
        reader = _Reader(
            _headings(package.xml("word/styles.xml")), _bulleted(package.xml("word/numbering.xml"))
        )
        rows = list(reader.blocks(document))
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            rows += reader.blocks(package.xml(name))
        parts = [package.xml(name) for name in package.names if _MARGINS.fullmatch(name)]
        margins = [text for part in parts for text, _ in reader.blocks(part)]
        notes = ("comments in the document are not imported",) if "word/comments.xml" in package.names else ()
    return SourceText(path, numbered(rows, margins), notes)


def _headings(styles: Element | None) -> dict[str, int]:
    """Style ids of headings to levels: by the style's English or Swedish name, or its outline level."""
    found = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        name, outline = style.find(f"{_W}name"), style.find(f".//{_W}outlineLvl")
        named = _HEADING.match(_value(name))
        if _value(name).casefold() in {"title", "rubrik"}:
            found[style.get(f"{_W}styleId", "")] = 1
        elif named or _value(outline).isdigit():
            found[style.get(f"{_W}styleId", "")] = int(named[1]) if named else int(_value(outline)) + 1
    return {style: level for style, level in found.items() if 1 <= level <= 6}


def _bulleted(numbering: Element | None) -> dict[tuple[str, str], bool]:
    """(numbering id, level) to whether it is a bullet rather than a number."""
    if numbering is None:
        return {}
    formats = {
        (abstract.get(f"{_W}abstractNumId", ""), level.get(f"{_W}ilvl", "")): _value(
            level.find(f"{_W}numFmt")
        )
        == "bullet"
        for abstract in numbering.iter(f"{_W}abstractNum")
        for level in abstract.iter(f"{_W}lvl")
    }
    uses = {
        num.get(f"{_W}numId", ""): _value(num.find(f"{_W}abstractNumId"))
        for num in numbering.iter(f"{_W}num")
    }
    return {
        (num, level): bullet
        for num, used in uses.items()
        for (abstract, level), bullet in formats.items()
        if abstract == used
    }


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val", "")


class _Reader:
    """Paragraphs of any part, with the styles and the counters of automatic numbers."""

    def __init__(self, headings: dict[str, int], bullets: dict[tuple[str, str], bool]) -> None:
        self.headings, self.bullets = headings, bullets
        self.counts: dict[tuple[str, str], int] = {}

    def blocks(self, part: Element | None) -> Iterator[tuple[str, int | None]]:
        """Lines of a part, with a blank line between blocks but not within a list."""
        listed = False
        for element in _blocks(part) if part is not None else ():
            rows = list(self._table(element) if element.tag == f"{_W}tbl" else self._paragraph(element))
            item = bool(rows) and rows[0][1] is None and bool(_ITEM.match(rows[0][0]))
            if not (listed and item):
                yield "", None
            yield from rows
            listed = item

    def _table(self, table: Element) -> Iterator[tuple[str, int | None]]:
        """Rows as Markdown, with a rule after the first."""
        for number, row in enumerate(table.findall(f"{_W}tr")):
            cells = [" ".join(_text(p) for p in cell.iter(f"{_W}p")).split() for cell in row.iter(f"{_W}tc")]
            yield "| " + " | ".join(escaped(" ".join(cell)) for cell in cells) + " |", None
            if number == 0:
                yield "|" + " --- |" * len(cells), None

    def _paragraph(self, paragraph: Element) -> Iterator[tuple[str, int | None]]:
        rows = _text(paragraph).split("\n")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        level = self.headings.get(_value(style))
        mark = self._mark(paragraph, level) if any(row.strip() for row in rows) else ""
        bold = level is None and _is_bold(paragraph)
        for number, row in enumerate(rows):
            text = escaped(row.strip())
            if bold and text:
                yield f"{mark if number == 0 else ''}**{text}**", BOLD if not mark.startswith("-") else None
            elif text:
                yield f"{mark if number == 0 else ' ' * len(mark)}{text}", level

    def _mark(self, paragraph: Element, level: int | None) -> str:
        """The bullet or the automatic number that Word shows but does not store as text."""
        numbering = paragraph.find(f"{_W}pPr/{_W}numPr")
        if numbering is None:
            return ""
        key = (_value(numbering.find(f"{_W}numId")), _value(numbering.find(f"{_W}ilvl")) or "0")
        if key[0] in {"", "0"}:
            return ""
        if self.bullets.get(key, True):
            return "" if level else "  " * int(key[1]) + "- "
        self.counts[key] = self.counts.get(key, 0) + 1
        return f"{'' if level else '   ' * int(key[1])}{self.counts[key]}. "


def _blocks(element: Element) -> Iterator[Element]:
    """Paragraphs and tables in reading order, those of text boxes too; what is deleted is left out."""
    for child in element:
        if child.tag in {f"{_W}p", f"{_W}tbl"}:
            yield child
            boxes = [] if child.tag == f"{_W}tbl" else _boxes(child)
            for box in boxes:
                yield from _blocks(box)
        elif child.tag not in _DELETED:
            yield from _blocks(child)


def _boxes(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{_W}txbxContent":
            yield child
        elif child.tag not in _DELETED:
            yield from _boxes(child)


def _text(paragraph: Element) -> str:
    return "".join(_pieces(paragraph)).replace("\u00ad", "")


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _DELETED or child.tag == f"{_W}txbxContent":
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield "\t" if element.tag == f"{_W}r" else ""
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(child)


def _is_bold(paragraph: Element) -> bool:
    """Whether every run with text is bold."""
    runs = [run for run in paragraph.iter(f"{_W}r") if "".join(_pieces(run)).strip()]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(marks) and all(mark is not None and _value(mark) not in {"0", "false"} for mark in marks)
