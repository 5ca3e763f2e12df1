"""OpenDocument text (.odt): paragraphs, headings, lists, tables, notes, page headers and footers."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from arkiv.importers.package import Package
from arkiv.importers.source import BOLD, SourceText, UnreadableSource, escaped, numbered

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SKIPPED = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}forms", f"{_TEXT}sequence-decls"}
)
_NOTE = f"{_TEXT}note"

Row = tuple[str, int | None]


def accepts(path: Path) -> bool:
    """Whether the name says OpenDocument text."""
    return path.suffix.casefold() == ".odt"


def convert(path: Path) -> SourceText:
    """The document's paragraphs as lines, numbered from 1 with a blank one between paragraphs.

    Raises:
        UnreadableSource: it is no OpenDocument text, or a damaged one.
    """
    with Package(path) as package:
        content, styles = package.xml("content.xml"), package.xml("styles.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise UnreadableSource(
            "the file is no OpenDocument text", "save it as .odt, or import the text as .txt"
        )
    bold = _bold_styles(content) | (_bold_styles(styles) if styles is not None else set())
    rows = list(_blocks(body, bold))
    for note in body.iter(_NOTE):
        rows += _blocks(note.find(f"{_TEXT}note-body"), bold)
    margins = [text for part in _margins(styles) for text, _ in _blocks(part, bold)]
    return SourceText(path, numbered(rows, margins), _comments(body))


def _comments(body: Element) -> tuple[str, ...]:
    found = body.find(f".//{_OFFICE}annotation") is not None
    return ("comments in the document are not imported",) if found else ()


def _bold_styles(part: Element) -> set[str]:
    return {
        style.get(f"{_STYLE}name", "")
        for style in part.iter(f"{_STYLE}style")
        if any(text.get(f"{_FO}font-weight") == "bold" for text in style.iter(f"{_STYLE}text-properties"))
    }


def _margins(styles: Element | None) -> Iterator[Element]:
    for page in styles.iter(f"{_STYLE}master-page") if styles is not None else ():
        yield from (part for part in page if part.tag in {f"{_STYLE}header", f"{_STYLE}footer"})


def _blocks(element: Element | None, bold: set[str], indent: str = "", mark: str = "") -> Iterator[Row]:
    for child in element if element is not None else ():
        if child.tag in {f"{_TEXT}h", f"{_TEXT}p"}:
            yield from _paragraph(child, bold, mark)
            yield "", None
            mark = " " * len(mark)
        elif child.tag == f"{_TEXT}list":
            for item in child:
                yield from _blocks(item, bold, indent + "  ", f"{indent}- ")
        elif child.tag == f"{_TABLE}table":
            yield from _table(child)
        elif child.tag not in _SKIPPED:
            yield from _blocks(child, bold, indent, mark)


def _paragraph(element: Element, bold: set[str], mark: str) -> Iterator[Row]:
    heading = element.tag == f"{_TEXT}h"
    level = min(6, max(1, int(element.get(f"{_TEXT}outline-level", "1")))) if heading else None
    for row in "".join(_pieces(element)).split("\n"):
        text = escaped(row.strip())
        if text and not heading and not mark and _is_bold(element, bold):
            yield f"**{text}**", BOLD
        elif text:
            yield ("" if heading else mark) + text, level


def _is_bold(element: Element, bold: set[str]) -> bool:
    if element.get(f"{_TEXT}style-name") in bold:
        return True
    spans = list(element)
    loose = [element.text or "", *(span.tail or "" for span in spans)]
    return (
        bool(spans) and not "".join(loose).strip() and all(s.get(f"{_TEXT}style-name") in bold for s in spans)
    )


def _table(table: Element) -> Iterator[Row]:
    """Rows as Markdown, with a rule after the first."""
    for number, row in enumerate(table.iter(f"{_TABLE}table-row")):
        cells = [" ".join("".join(_pieces(p)) for p in cell.iter(f"{_TEXT}p")).split() for cell in row]
        yield "| " + " | ".join(escaped(" ".join(cell)) for cell in cells) + " |", None
        if number == 0:
            yield "|" + " --- |" * len(cells), None
    yield "", None


def _pieces(element: Element) -> Iterator[str]:
    """Text in order; spaces, tabs and breaks are elements of their own."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * int(child.get(f"{_TEXT}c", "1"))
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag not in _SKIPPED and child.tag != _NOTE:
            yield from _pieces(child)
        yield child.tail or ""
