"""Bodies that were converted in an earlier build, used again where all that they link to is still there."""

import zlib
from collections.abc import Iterable, Set
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from arkiv.memory import Recall, key
from arkiv.rendering.body import Body, Heading

_Links = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
_Kept = tuple[bytes, tuple[tuple[int, str, str], ...], tuple[str, ...], _Links, tuple[str, ...]]
"""A body as plain values: its HTML, packed, for it is most of what is kept; headings; ids; links; and the
paths of what it links to."""


class Bodies:
    """What became of pages before.

    That depends on a page's text, on where it stands, and on whether what it links to is there: an engine
    writes a link by the two paths.
    """

    def __init__(self, recall: Recall, permalink: str, paths: Set[str]) -> None:
        """Start from what `recall` has of the same settings of the engine.

        Args:
            recall: what was kept.
            permalink: what ends every heading.
            paths: all pages and files there are, relative to docs/.
        """
        self.recall, self._permalink, self._paths = recall, permalink, paths

    def known(self, path: str, markdown: str) -> Body | None:
        """A page's body, if it would be the same today."""
        asked = self._key(path, markdown)
        kept: _Kept | None = self.recall.before.get(asked)
        if kept is None or not self._paths >= {*kept[4]}:
            return None
        self.recall.take({asked: kept})
        html, headings, ids, links, _ = kept
        said = {target: dict(anchors) for target, anchors in links}
        return Body(
            zlib.decompress(html).decode(), tuple(Heading(*one) for one in headings), frozenset(ids), said
        )

    def keep(self, path: str, markdown: str, body: Body, met: Iterable[str]) -> None:
        """Keep a body of which the engine had nothing to warn; `met` are its links as they are written."""
        html = zlib.compress(body.html.encode(), 1)
        headings = tuple((one.level, one.id, one.name) for one in body.headings)
        links = tuple((target, tuple(said.items())) for target, said in body.links.items())
        kept: _Kept = html, headings, tuple(body.ids), links, tuple(_targets(path, met))
        self.recall.take({self._key(path, markdown): kept})

    def _key(self, path: str, markdown: str) -> bytes:
        return key(path, markdown, self._permalink)


def _targets(path: str, links: Iterable[str]) -> dict[str, None]:
    """What relative links lead to, by its path in docs/. An engine that finds it there looks no further."""
    folder, found = dirname(path), dict[str, None]()
    for link in links:
        parts = urlsplit(link)
        if parts.path and not parts.scheme and not parts.netloc:
            found[normpath(join(folder, unquote(parts.path)))] = None
    return found
