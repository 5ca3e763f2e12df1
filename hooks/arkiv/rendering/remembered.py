"""Bodies that were converted in an earlier build, used again where their links still lead as they did."""

import zlib
from collections.abc import Callable

from arkiv.memory import Recall, key
from arkiv.rendering.body import Address, Body, Heading, Unforeseen

Convert = Callable[[str, str, Address], Body]

_Kept = tuple[bytes, tuple[tuple[int, str, str], ...], tuple[str, ...], tuple[tuple[str, str], ...]]
"""A body as plain values: its HTML, packed, for it is most of what is kept; headings; ids; and its links."""


def remembered(recall: Recall, markdown: str, permalink: str, address: Address, convert: Convert) -> Body:
    """What `convert` makes of a page, which depends on nothing but the arguments.

    Every link is asked for again, in the order in which it was met: so the engine notes it, and where it
    leads elsewhere the page is converted anew.

    Raises:
        Unforeseen: as `convert`.
    """
    asked = key(markdown, permalink)
    kept: _Kept | None = recall.before.get(asked)
    if kept is None or any(address(target) != led for target, led in kept[3]):
        kept = _made(markdown, permalink, address, convert)
    recall.take({asked: kept})
    html, headings, ids, _ = kept
    return Body(zlib.decompress(html).decode(), tuple(Heading(*one) for one in headings), frozenset(ids))


def _made(markdown: str, permalink: str, address: Address, convert: Convert) -> _Kept:
    links: dict[str, str] = {}

    def noted(target: str) -> str:
        led = address(target)
        if led is None:
            raise Unforeseen
        links[target] = led
        return led

    body = convert(markdown, permalink, noted)
    headings = tuple((one.level, one.id, one.name) for one in body.headings)
    return zlib.compress(body.html.encode(), 1), headings, tuple(body.ids), tuple(links.items())
