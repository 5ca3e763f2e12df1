"""The shell of a page: what the theme writes around the few things that differ between pages of one kind.

The theme renders a page of each kind once, with tokens in the place of what differs. A token says by its
form whether the theme escaped it, so each place is filled as the theme would have. What the theme asks of a
page beyond what is known here is an error, and pages of that kind are then rendered one by one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape as marked

from arkiv.rendering.body import Unforeseen

_MARK = "arkivtoken"
_TOKEN = re.compile(rf"{_MARK}(\w+?)(&amp;|&)z")
_ROWS = 3
"""Headings that the shell is rendered with: with three, it shows that each is written like the last."""

Kind = tuple[object, ...]
"""What pages that share a shell have in common."""

ROWS = "rows"
TEXTS = ("title", "description", "content", "canonical")


def token(name: str) -> str:
    """What stands in the shell for the text of this name."""
    return f"{_MARK}{name}&z"


@dataclass(frozen=True, slots=True)
class Row:
    """A heading in the page's table of contents; `title` is HTML."""

    url: str
    title: str


class Witness:
    """Stands in for a page or a heading: has what it is given, and nothing else may be asked for."""

    def __init__(self, **known: object) -> None:
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # what the template's engine asks of any value
            raise AttributeError(name)
        raise Unforeseen

    def __getitem__(self, name: str) -> object:
        raise Unforeseen


def contents(url: str, rows: Iterable[Row]) -> tuple[Witness, ...]:
    """A table of contents as the theme is given it: the page's title, and below it what the theme lists."""
    return (Witness(url=url, children=[Witness(url=row.url, title=row.title) for row in rows]),)


def token_rows() -> tuple[Row, ...]:
    """Headings to render a shell with."""
    return tuple(Row(token(f"url{n}"), token(f"name{n}")) for n in range(_ROWS))


@dataclass(frozen=True, slots=True)
class Piece:
    """A place for the text of this name, and whether the theme escapes it there."""

    name: str
    escaped: bool

    def filled(self, texts: Mapping[str, str]) -> str:
        """The text as it stands in this place."""
        return str(marked(texts[self.name])) if self.escaped else texts[self.name]


Parts = tuple[str | Piece, ...]


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered page in parts; `row` is what a heading is written with, `between` what parts two of them."""

    parts: Parts
    row: Parts = ()
    between: str = ""

    def filled(self, texts: Mapping[str, str], rows: Iterable[Row]) -> str:
        """The page with these texts, by name, and these headings."""
        listed = self.between.join(_filled(self.row, {"url": row.url, "name": row.title}) for row in rows)
        return _filled(self.parts, {**texts, ROWS: listed})


def shell(rendered: str, *, has_rows: bool) -> Shell:
    """A page that was rendered with tokens, in parts.

    Raises:
        Unforeseen: the headings are not written one like the other, or not where one can tell.
    """
    parts = tuple(_parts(rendered))
    found = _with_rows(parts) if has_rows else Shell(parts)
    unknown = {part.name for part in found.parts if isinstance(part, Piece)} - {*TEXTS, ROWS}
    if unknown:
        raise Unforeseen
    return found


def _with_rows(parts: Parts) -> Shell:
    """`... url0 A name0 B url1 A name1 B url2 A name2 ...` with the same A and B each time."""
    first = next((at for at, part in enumerate(parts) if isinstance(part, Piece) and part.name == "url0"), 0)
    end = first + 4 * _ROWS - 1
    listed = [_plain_name(part) for part in parts[first:end]]
    row, between = listed[:3], listed[3:4]
    if listed != [*(row + between) * (_ROWS - 1), *row] or not isinstance(between[0], str):
        raise Unforeseen
    placed = (*parts[:first], Piece(ROWS, escaped=False), *parts[end:])
    return Shell(placed, tuple(row), between[0])


def _plain_name(part: str | Piece) -> str | Piece:
    """A piece without the number of its heading."""
    return part if isinstance(part, str) else Piece(part.name.rstrip("0123456789"), part.escaped)


def _filled(parts: Parts, texts: Mapping[str, str]) -> str:
    return "".join(part if isinstance(part, str) else part.filled(texts) for part in parts)


def _parts(rendered: str) -> Iterator[str | Piece]:
    at = 0
    for match in _TOKEN.finditer(rendered):
        yield rendered[at : match.start()]
        yield Piece(match[1], escaped=match[2] == "&amp;")
        at = match.end()
    yield rendered[at:]
