"""All pages of a site, each the fastest way that gives the engine's own bytes.

The engine's way always is the measure: a page that `blocks` does not know is converted by it, and a page of
a kind whose shell cannot be told is rendered by it. The first page, and the
first of each kind, is made both ways, and the fast one is used from then on only if they are equal.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from arkiv.memory import Recall, Results
from arkiv.rendering.blocks import convert
from arkiv.rendering.body import Address, Body, Heading, Links, Unforeseen
from arkiv.rendering.remembered import Bodies
from arkiv.rendering.shells import Row, Shell, Witness, contents, shell, token, token_rows
from arkiv.workers import divided

WORTH_A_PROCESS = 150
"""Pages; fewer are made before a process has started."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page before it is converted; `url` is relative to the site's root and ends in a slash."""

    path: str
    url: str
    canonical: str | None
    markdown: str
    meta: Mapping[str, Any]
    in_menu: bool


class Engine(Protocol):
    """What a site generator does for a page; pages are named by their paths in docs/."""

    warnings: list[str]

    @property
    def permalink(self) -> str:
        """What ends every heading, with `{id}` for the heading's id."""
        ...

    def begin(self) -> None:
        """Write everything but the pages, into an empty folder."""
        ...

    def addresses(self) -> Mapping[str, str]:
        """The pages to make: relative to the site's root, each ends in a slash."""
        ...

    def source(self, path: str) -> Source:
        """A page to make. Read when it is asked for: a large archive's are not all held at a time."""
        ...

    @property
    def paths(self) -> frozenset[str]:
        """All pages and files that can be linked to."""
        ...

    def linking(self, path: str) -> tuple[Address, Callable[[], Links]]:
        """How links are written on a page, and what was linked to so far."""
        ...

    def body(self, path: str) -> Body:
        """A page's Markdown, converted."""
        ...

    def page(self, path: str, body: Body) -> str:
        """A page as the theme renders it."""
        ...

    def shell(self, stand_in: Witness) -> str:
        """What the theme renders where something else stands in for a page."""
        ...

    def write(self, path: str, html: str) -> None:
        """Write a page."""
        ...

    def finish(self, bodies: Mapping[str, Body]) -> None:
        """Warn of links to anchors that are not there."""
        ...


@dataclass(frozen=True, slots=True)
class Kind:
    """What pages have in common that share a shell."""

    folder: str
    meta: tuple[tuple[str, str], ...]
    texts: frozenset[str]
    top: str
    has_rows: bool


def press(engine: Engine, recall: Recall | None = None) -> None:
    """Make all pages of a site; `recall` has the bodies that were converted before."""
    engine.begin()
    addresses = engine.addresses()
    maker = _Press(engine, _folders(addresses.values()), recall or Recall())
    bodies: dict[str, Body] = {}
    for made, warnings, used in divided(maker.part, [*addresses], at_least=WORTH_A_PROCESS):
        maker.bodies.recall.take(used)
        bodies |= made
        engine.warnings += warnings
    engine.finish(bodies)


def _folders(urls: Iterable[str]) -> frozenset[str]:
    """Addresses with others below: such a page does not write its links as its neighbours do."""
    parts = [url.strip("/").split("/") for url in urls]
    return frozenset("/".join(part[:end]) + "/" for part in parts for end in range(1, len(part)))


class _Press:
    def __init__(self, engine: Engine, folders: frozenset[str], recall: Recall) -> None:
        self.engine, self.folders = engine, folders
        self.bodies = Bodies(recall, engine.permalink, engine.paths)
        self.shells: dict[Kind, Shell | None] = {}
        self.trusted: bool | None = None

    def part(self, paths: Iterable[str]) -> tuple[dict[str, Body], list[str], Results]:
        """Make some pages; what others need to know, the warnings, and what the next build may use."""
        before = len(self.engine.warnings)
        made = {path: self._made(self.engine.source(path)) for path in paths}
        warnings = self.engine.warnings[before:]
        del self.engine.warnings[before:]
        return made, warnings, self.bodies.recall.handed_over()

    def _made(self, source: Source) -> Body:
        body = self._body(source)
        self.engine.write(source.path, self._html(source, body))
        return replace(body, html="", headings=())

    def _body(self, source: Source) -> Body:
        body = None if self.trusted is False else self._converted(source)
        if body is None or self.trusted is None:
            made = self.engine.body(source.path)
            # The first is made both ways: a setting of the engine's that nobody foresaw shows in it.
            self.trusted = (
                self.trusted if body is None else replace(made, links={}) == replace(body, links={})
            )
            return made
        return body

    def _converted(self, source: Source) -> Body | None:
        """The body made the fast way; None where it is not known, or the engine would warn of it."""
        return self.bodies.known(source.path, source.markdown) or self._fresh(source)

    def _fresh(self, source: Source) -> Body | None:
        address, links = self.engine.linking(source.path)
        before, met = len(self.engine.warnings), dict[str, None]()

        def noted(link: str) -> str | None:
            met[link] = None
            return address(link)

        try:
            body = convert(source.markdown, self.engine.permalink, noted)
        except Unforeseen:
            return None
        finally:
            noticed = len(self.engine.warnings) > before
            del self.engine.warnings[before:]
        if noticed:
            return None
        body = replace(body, links=links())
        self.bodies.keep(source.path, source.markdown, body, met)
        return body

    def _html(self, source: Source, body: Body) -> str:
        kind = self._kind(source, body)
        if kind is None:
            return self.engine.page(source.path, body)
        if kind not in self.shells:
            html = self.engine.page(source.path, body)
            self.shells[kind] = self._shell(kind, source, body, html)
            return html
        found = self.shells[kind]
        return (
            found.filled(_texts(source, body), _rows(body)) if found else self.engine.page(source.path, body)
        )

    def _kind(self, source: Source, body: Body) -> Kind | None:
        """The page's kind; None where it is the only one of it, or its texts are no texts."""
        texts = [source.meta[name] for name in ("title", "description") if name in source.meta]
        alone = source.in_menu or source.url in self.folders or "template" in source.meta
        if alone or not body.headings or not all(isinstance(text, str) and text for text in texts):
            return None
        meta = tuple(sorted((key, repr(value)) for key, value in source.meta.items() if key not in _SPLICED))
        filled = frozenset(_texts(source, body))
        folder = source.url.rstrip("/").rpartition("/")[0]
        return Kind(folder, meta, filled, body.headings[0].id, bool(_rows(body)))

    def _shell(self, kind: Kind, source: Source, body: Body, html: str) -> Shell | None:
        """The shell of a kind, if it gives for its first page what the engine gave."""
        try:
            rendered = self.engine.shell(_stand_in(kind, source))
            found = shell(rendered, has_rows=kind.has_rows)
        except Unforeseen:
            return None
        return found if found.filled(_texts(source, body), _rows(body)) == html else None


_SPLICED = ("title", "description")


def _texts(source: Source, body: Body) -> dict[str, str]:
    """What differs between pages of a kind."""
    texts = {name: source.meta[name] for name in _SPLICED if name in source.meta}
    if source.canonical:
        texts["canonical"] = source.canonical
    return {**texts, "content": body.html}


def _rows(body: Body) -> list[Row]:
    """The headings below the page's first: those that follow it until one of its own level."""
    return [Row(f"#{one.id}", one.name) for one in _children(body.headings)]


def _children(headings: Sequence[Heading]) -> list[Heading]:
    first, *rest = headings
    found: list[Heading] = []
    for one in rest:
        if one.level <= first.level:
            break
        if not found or one.level <= found[-1].level:
            found.append(one)
    return found


def _stand_in(kind: Kind, source: Source) -> Witness:
    """A page with tokens in the place of its texts."""
    meta = {**source.meta, **{name: token(name) for name in _SPLICED if name in source.meta}}
    return Witness(
        meta=meta,
        content=token("content"),
        toc=contents(f"#{kind.top}", token_rows() if kind.has_rows else ()),
        url=source.url,
        canonical_url=token("canonical") if source.canonical else None,
        is_homepage=False,
        file=Witness(src_uri=source.path),
    )
