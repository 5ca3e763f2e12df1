"""Web pages (.html): headings, paragraphs, lists and tables; scripts, styles and comments are no text."""

import re
from html.parser import HTMLParser
from pathlib import Path

from arkiv.importers.plain import decoded
from arkiv.importers.source import BOLD, SourceText, escaped, numbered

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
_SILENT = frozenset({"script", "style", "head", "template", "noscript"})
_BOLD = frozenset({"b", "strong"})


def accepts(path: Path) -> bool:
    """Whether the name says HTML."""
    return path.suffix.casefold() in {".html", ".htm", ".xhtml"}


def convert(path: Path) -> SourceText:
    """The page's blocks as lines, numbered from 1 with a blank one between blocks.

    Raises:
        UnreadableSource: it is not UTF-8.
    """
    reader = _Reader()
    reader.feed(decoded(path.read_bytes()))
    reader.close()
    reader.end_block()
    return SourceText(path, numbered(reader.rows))


class _Reader(HTMLParser):
    """Collects the text of one block at a time."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[str, int | None]] = []
        self.text: list[tuple[str, bool]] = []
        self.cells: list[str] | None = None
        self.level: int | None = None
        self.silent = self.bold = self.depth = self.table_rows = 0
        self.mark = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser gives it
        """Open a block, or change how text is taken."""
        if tag in _BLOCKS:
            self.end_block()
        self.silent += tag in _SILENT
        self.bold += tag in _BOLD
        self.depth += tag in {"ul", "ol"}
        if tag == "br":
            self.text.append(("\n", True))
        elif tag == "tr":
            self.cells = []
        elif tag == "table":
            self.table_rows = 0
        elif tag == "li":
            self.mark = "  " * max(0, self.depth - 1) + "- "
        elif re.fullmatch(r"h[1-6]", tag):
            self.level = int(tag[1])

    def handle_endtag(self, tag: str) -> None:
        """Close a block."""
        if tag in _BLOCKS:
            self.end_block()
        self.silent = max(0, self.silent - (tag in _SILENT))
        self.bold = max(0, self.bold - (tag in _BOLD))
        self.depth = max(0, self.depth - (tag in {"ul", "ol"}))
        if tag == "tr":
            self._end_row()
        elif re.fullmatch(r"h[1-6]", tag):
            self.level = None

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self.silent:
            self.text.append((re.sub(r"\s+", " ", data.replace("\u00ad", "")), bool(self.bold)))

    def _end_row(self) -> None:
        if self.cells:
            self.rows.append(("| " + " | ".join(self.cells) + " |", None))
            self.table_rows += 1
            if self.table_rows == 1:
                self.rows.append(("|" + " --- |" * len(self.cells), None))
        self.cells = None

    def end_block(self) -> None:
        """Write the block read so far as lines."""
        pieces, self.text = self.text, []
        bold = all(is_bold for text, is_bold in pieces if text.strip())
        written = [escaped(row.strip()) for row in "".join(text for text, _ in pieces).split("\n")]
        rows = [row for row in written if row]
        if not rows:
            return
        if self.cells is not None:
            self.cells.append(" ".join(rows))
            return
        if not self.mark or not self.rows or not self.rows[-1][0].lstrip().startswith("- "):
            self.rows.append(("", None))
        self.rows.extend(self._row(row, bold=bold) for row in rows)
        self.mark = "  " * self.depth if self.depth else ""

    def _row(self, row: str, *, bold: bool) -> tuple[str, int | None]:
        if self.level:
            return row, self.level
        if bold and not self.mark:
            return f"**{row}**", BOLD
        mark, self.mark = self.mark, " " * len(self.mark)
        return mark + row, None
