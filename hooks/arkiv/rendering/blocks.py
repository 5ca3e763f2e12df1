"""The Markdown that pages are made of, as HTML: the same bytes as the engine's, or a refusal.

Python-Markdown reads a text five times over, which is most of what a large site costs. Pages are made of few
kinds of blocks, and minutes are mostly plain paragraphs; those are converted here. Everything that could be
read in another way (an indented line, a footnote, raw HTML, a list in a list) is refused, and then the
engine converts the whole page. A test holds the two to the same bytes.
"""

import re
from collections.abc import Iterator

from arkiv.rendering.attributes import ATTRIBUTES, opened, read
from arkiv.rendering.body import Address, Body, Heading, Unforeseen
from arkiv.rendering.inline import Inline

_HEADING = re.compile(rf"(?P<signs>#{{1,3}}) (?P<text>[^\n]+?) {ATTRIBUTES}")
_NAME = re.compile(r"(?:[^\\`*_\[\]<>&{}|!#\s\x00-\x1f\x7f-\x9f]|[ \xa0]|!(?!\[)|\\[.#+\-()!])+")
_OPEN = re.compile(r"<(?P<tag>div|nav|section) (?P<marks>(?:[\w-]+=\"[^\"<>&\n]*\" )+)markdown>")
_MARK = re.compile(r"([\w-]+)=\"([^\"]*)\"")
_RAW = re.compile(r"<(?:div|details|p)(?: [^<>]*)?>")
_TAG = re.compile(r"<(/?[a-z][a-z0-9]*)(?: [\w:-]+(?:=\"[^\"<>]*\")?)*(/?)>")
_VOID = frozenset({"br", "hr", "img", "input"})
_ID = re.compile(r" id=\"([^\"]+)\"")
_LAST_LINE = re.compile(rf"\n{ATTRIBUTES}\Z")
_ROW = re.compile(r"\| (.*) \|")
_ODD_LINE = re.compile(
    r"(?m)^(?:[ \xa0#=\-+>:~|{]|\d+[.)]|\*(?![*\w(])|\*\*\*|<(?!/?(?:em|small|span|time)[ >]|br>)|\[\^|$)"
    r"|(?<! ) $|   $|\xa0$"
)
"""Lines that can open a block of another kind, or whose end says something."""


def convert(markdown: str, permalink: str, address: Address) -> Body:
    """A page's Markdown as HTML; `permalink` ends every heading, with the heading's id for each `{id}`.

    Raises:
        Unforeseen: it holds something that is not known here.
    """
    if "\n\n\n" in markdown or "[TOC]" in markdown:
        raise Unforeseen
    page = _Page(Inline(address), permalink)
    html = page.blocks(iter(markdown.strip("\n").split("\n\n")), None).rstrip("\n")
    return Body(html, tuple(page.headings), frozenset(page.inline.ids))


class _Page:
    def __init__(self, inline: Inline, permalink: str) -> None:
        self.inline = inline
        self.permalink = permalink
        self.headings: list[Heading] = []

    def blocks(self, texts: Iterator[str], box: str | None) -> str:
        """The blocks up to the end of the box, or of the text."""
        made, before = list[str](), ""
        for text in texts:
            if box is not None and text == f"</{box}>":
                return "\n".join(made)
            kind = _kind(text)
            # A list takes up the one before it; definitions do too, and that is known here.
            if kind == before == "list":
                raise Unforeseen
            if kind == "raw" and box is not None:
                raise Unforeseen
            html = self._block(kind, text, texts)
            if kind == before == "definition":
                made[-1] = made[-1].removesuffix("\n</dl>") + html.removeprefix("<dl>")
            else:
                made.append(html)
            before = kind
        if box is not None:
            raise Unforeseen
        return "\n".join(made)

    def _block(self, kind: str, text: str, texts: Iterator[str]) -> str:
        if kind == "box":
            return self._box(text, texts)
        make = {
            "heading": self._heading,
            "raw": self._raw,
            "list": self._list,
            "table": self._table,
            "definition": self._definition,
            "paragraph": self._paragraph,
        }
        return make[kind](text)

    def _box(self, text: str, texts: Iterator[str]) -> str:
        match = _OPEN.fullmatch(text)
        if match is None:
            raise Unforeseen
        attributes = dict(_MARK.findall(match["marks"]))
        if "id" in attributes:
            raise Unforeseen
        inner = self.blocks(texts, match["tag"])
        return f"{opened(match['tag'], attributes)}\n{inner}\n</{match['tag']}>"

    def _raw(self, text: str) -> str:
        """HTML as it stands, from the first tag to the one that closes it."""
        open_tags: list[str] = []
        for at, tag in _tags(text):
            if tag.startswith("/"):
                if not open_tags or open_tags.pop() != tag[1:]:
                    raise Unforeseen
            elif tag not in _VOID:
                open_tags.append(tag)
            if not open_tags and at != len(text):
                raise Unforeseen
        if open_tags:
            raise Unforeseen
        self.inline.ids.update(_ID.findall(text))
        return text + "\n"  # the engine leaves a line after it

    def _heading(self, text: str) -> str:
        match = _HEADING.fullmatch(text)
        if match is None or not _NAME.fullmatch(match["text"]) or "  " in match["text"]:
            raise Unforeseen
        attributes = read(match[3])
        anchor = attributes.get("id", "")
        if not anchor or attributes.keys() - {"id", "class"} or match["text"] != match["text"].strip():
            raise Unforeseen
        level, name = len(match["signs"]), self.inline.html(match["text"])
        self.headings.append(Heading(level, anchor, name))
        self.inline.ids.add(anchor)
        return f"{opened(f'h{level}', attributes)}{name}{self.permalink.replace('{id}', anchor)}</h{level}>"

    def _paragraph(self, text: str) -> str:
        attributes: dict[str, str] = {}
        last = _LAST_LINE.search(text)
        if last:
            attributes, text = read(last[1]), text[: last.start()]
        if _ODD_LINE.search(text) or text != text.strip():
            raise Unforeseen
        if "id" in attributes:
            self.inline.ids.add(attributes["id"])
        return f"{opened('p', attributes)}{self._lines(text)}</p>"

    def _lines(self, text: str) -> str:
        """Lines of text; two spaces at the end of one break it there."""
        lines = [self.inline.html(line.removesuffix("  ")) for line in text.split("\n")]
        breaks = [line.endswith("  ") for line in text.split("\n")]
        ends = ["<br />\n" if broken else "\n" for broken in breaks]
        return "".join(line + end for line, end in zip(lines, ends, strict=True)).removesuffix("\n")

    def _list(self, text: str) -> str:
        lines = text.split("\n")
        if not all(line.startswith("- ") for line in lines):
            raise Unforeseen
        items = "\n".join(f"<li>{self._cell(line[2:])}</li>" for line in lines)
        return f"<ul>\n{items}\n</ul>"

    def _cell(self, text: str) -> str:
        """The text of an item, a cell or a definition, which must not look like a block of its own."""
        if _ODD_LINE.search(text) or text != text.strip() or text.endswith("}"):
            raise Unforeseen
        return self.inline.html(text)

    def _definition(self, text: str) -> str:
        term, _, said = text.partition("\n:   ")
        if "\n" in said or "\n" in term:
            raise Unforeseen
        return f"<dl>\n<dt>{self._cell(term)}</dt>\n<dd>{self._cell(said)}</dd>\n</dl>"

    def _table(self, text: str) -> str:
        lines = [_cells(line) for line in text.split("\n")]
        if len(lines) < 3 or set(lines[1]) != {"---"} or len({len(line) for line in lines}) > 1:
            raise Unforeseen
        head, _, *rows = lines
        top = f"<thead>\n{self._row(head, 'th')}\n</thead>"
        body = "\n".join(self._row(row, "td") for row in rows)
        return f"<table>\n{top}\n<tbody>\n{body}\n</tbody>\n</table>"

    def _row(self, cells: list[str], tag: str) -> str:
        made = "\n".join(f"<{tag}>{self._cell(cell) if cell else ''}</{tag}>" for cell in cells)
        return f"<tr>\n{made}\n</tr>"


_KINDS = {"#": "heading", "-": "list", "|": "table"}


def _kind(text: str) -> str:
    if text.startswith("<") and _OPEN.match(text):
        return "box"
    if text.startswith("<") and _RAW.match(text):
        return "raw"
    return _KINDS.get(text[:1], "definition" if "\n:   " in text else "paragraph")


def _tags(text: str) -> Iterator[tuple[int, str]]:
    """The name of every tag, a slash before it if it closes one, and where it ends."""
    if " markdown" in text or text.count("<") != len(_TAG.findall(text)):
        raise Unforeseen
    for match in _TAG.finditer(text):
        yield match.end(), match[1]
        if match[2]:
            yield match.end(), f"/{match[1]}"


def _cells(line: str) -> list[str]:
    match = _ROW.fullmatch(line)
    if match is None or "\\" in line or "`" in line:
        raise Unforeseen
    return [cell.strip(" ") for cell in match[1].split("|")]
