"""Excel keeps texts apart from the cells that show them, and a full name may stand in two cells."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from arkiv.attachments.office.xml_text import local, tree

_SHEET = re.compile(r"^xl/worksheets/[^/]+\.xml$")


def sheet_rows(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Every row of every sheet of an Excel file, its cells joined in order.

    Raises:
        UnreadableAttachment: a part is no XML that can be read safely.
    """
    texts = []
    if "xl/sharedStrings.xml" in parts:
        shared = tree(parts["xl/sharedStrings.xml"])
        texts = ["".join(_texts(item)) for item in shared if local(item) == "si"]
    for name in sorted(parts):
        if _SHEET.match(name):
            yield from _rows(tree(parts[name]), texts)


def _rows(sheet: Element, texts: list[str]) -> Iterator[str]:
    for row in sheet.iter():
        if local(row) == "row":
            yield " ".join(filter(None, (_cell(cell, texts) for cell in row)))


def _cell(cell: Element, texts: list[str]) -> str:
    """What the cell shows: a shared text by its number, or a text of its own."""
    shown = "".join(_texts(cell))
    if cell.get("t") == "s" and shown.isdecimal() and int(shown) < len(texts):
        return texts[int(shown)]
    return shown


def _texts(element: Element) -> Iterator[str]:
    """The texts inside, without formulas, which stand elsewhere."""
    for inner in element.iter():
        if local(inner) in {"t", "v"}:
            yield inner.text or ""
