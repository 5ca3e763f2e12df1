"""Where in its source file a text of a page begins."""

from collections.abc import Iterable, Iterator

from arkiv.ledger.entries import Spot
from arkiv.model import Archive, Attachment, Audience, Block, Minutes, Network, Page, Person, Prose, Record

Lines = dict[Spot, int]
"""Line numbers, from 1, of the places of a page; a place that is not there begins where its file does."""


def lines(archive: Archive, audience: Audience) -> dict[str, Lines]:
    """The lines of every source, by path, as this audience reads it."""
    found = {one.path: dict(_minutes(one, audience)) for one in archive.minutes}
    found |= {one.path: dict(_network(one, audience)) for one in archive.networks}
    found |= {one.path: dict(_body(one.body, audience)) for one in archive.events}
    found |= {one.path: dict(_page(one, audience)) for one in archive.pages}
    return found


def _minutes(minutes: Minutes, audience: Audience) -> Iterator[tuple[Spot, int]]:
    present = [one for one in minutes.present if not one.guest]
    yield from _first("present", (one.person for one in present))
    yield from _first("guests", (one.person for one in minutes.present if one.guest))
    yield from _first("absent", (one.person for one in minutes.absent))
    yield from _first("recorder", (minutes.recorder,))
    yield from _first("adjusted_by", (minutes.adjusted_by,))
    yield from _attachments(minutes.attachments)
    for nth, prose in enumerate(_shown(minutes.preamble, audience), start=1):
        yield Spot("preamble", nth=nth), prose.place.line
    for item in minutes.items:
        yield Spot("item", item.number), item.place.line
        for nth, block in enumerate(_shown(item.blocks, audience), start=1):
            name = block.kind.value if isinstance(block, Record) else "passage"
            yield Spot(name, item.number, nth), block.place.line
            yield Spot("links", item.number, nth), block.place.line


def _network(network: Network, audience: Audience) -> Iterator[tuple[Spot, int]]:
    yield from _first("members", (one.person for one in network.members if one.end_date is None))
    yield from _first("former", (one.person for one in network.members if one.end_date is not None))
    yield from _attachments(network.attachments)
    yield from _body(network.body, audience)


def _page(page: Page, audience: Audience) -> Iterator[tuple[Spot, int]]:
    yield from _attachments(page.attachments)
    yield from _body(page.body, audience)


def _first(name: str, people: Iterable[Person | None]) -> Iterator[tuple[Spot, int]]:
    """Where a list of people begins."""
    found = [person.place.line for person in people if person]
    if found:
        yield Spot(name), min(found)


def _attachments(found: Iterable[Attachment]) -> Iterator[tuple[Spot, int]]:
    for nth, one in enumerate(found, start=1):
        yield Spot("attachment", nth=nth), one.place.line
        yield Spot("file", nth=nth), one.place.line


def _body(body: Iterable[Prose], audience: Audience) -> Iterator[tuple[Spot, int]]:
    for block in [*_shown(body, audience)][:1]:
        yield Spot("body"), block.place.line


def _shown(blocks: Iterable[Block], audience: Audience) -> Iterator[Block]:
    """The blocks this audience may read: they are counted as the projection counts them."""
    return (block for block in blocks if audience is Audience.INTERNAL or block.audience is Audience.PUBLIC)
