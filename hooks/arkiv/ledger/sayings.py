"""A page of a build as a flat list of texts, each at its place, so that two builds can be compared.

Markdown is read as it stands but for its entities: whoever uses the texts escapes them for where they go.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from arkiv.ledger.entries import Kind, Spot
from arkiv.public import (
    PublicArchive,
    PublicAttachment,
    PublicBlock,
    PublicEvent,
    PublicItem,
    PublicMeeting,
    PublicMember,
    PublicNetwork,
    PublicPage,
    PublicPerson,
    PublicRecord,
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A text at its place. `kind` is what is lost with all of it; `listed` are people, one a line."""

    spot: Spot
    text: str = field(repr=False)
    kind: Kind | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its kind in the plural, its title, what it says, how many items it has.

    `named` is whether names are shown where it belongs, None where no network says so.
    """

    group: str
    title: str = field(repr=False)
    sayings: tuple[Saying, ...]
    items: int
    named: bool | None


def sheets(archive: PublicArchive) -> Mapping[str, Sheet]:
    """Every page that is made from a source of its own, by path."""
    found = {one.path: _meeting_sheet(one) for one in archive.meetings}
    for one in archive.networks:
        found[one.path] = Sheet("networks", one.name, _said(network(one)), 0, one.disclosure.shows_names)
    found |= {one.path: Sheet("events", one.title, _said(event(one)), 0, None) for one in archive.events}
    return found | {one.path: Sheet("pages", one.title, _said(page(one)), 0, None) for one in archive.pages}


def _meeting_sheet(found: PublicMeeting) -> Sheet:
    named = found.disclosure.shows_names
    return Sheet("meetings", found.title, _said(meeting(found)), len(found.items), named)


def _said(found: Iterator[Saying]) -> tuple[Saying, ...]:
    return tuple(saying for saying in found if saying.text)


def _one(name: str, text: str | None, kind: Kind | None = None, item: int | None = None) -> Saying:
    return Saying(Spot(name, item), text or "", kind)


def meeting(found: PublicMeeting) -> Iterator[Saying]:
    """Everything on a meeting's page that its own source says."""
    yield _one("title", found.title)
    yield _one("time", "–".join(clock for clock in (found.start, found.end) if clock), Kind.TIME)
    yield _one("location", found.location, Kind.PLACE)
    yield _one("reference", found.reference)
    for name, person in (("recorder", found.recorder), ("adjusted_by", found.adjusted_by)):
        yield _people(name, [person] if person else [])
    yield _people("present", (one.person for one in found.present.listed))
    yield _people("guests", (one.person for one in found.present.guests))
    yield _people("absent", (one.person for one in (*found.absent.listed, *found.absent.guests)))
    yield _one("tags", ", ".join(found.tags), Kind.TAG)
    yield from _attachments(found.attachments)
    for nth, prose in enumerate(found.preamble, start=1):
        yield Saying(Spot("preamble", nth=nth), unescape(prose.text))
    for item in found.items:
        yield from _item(item)


def _item(item: PublicItem) -> Iterator[Saying]:
    yield _one("item", item.title, item=item.number)
    for nth, block in enumerate(item.blocks, start=1):
        name = block.kind.value if isinstance(block, PublicRecord) else "passage"
        yield Saying(Spot(name, item.number, nth), _block(block))
        if isinstance(block, PublicRecord):
            links = (*block.replaces, *block.repeals, *block.replaced_by, *block.repealed_by)
            text = ", ".join(link.label for link in links)
            yield Saying(Spot("links", item.number, nth), text, Kind.LINK)


def _block(block: PublicBlock) -> str:
    if not isinstance(block, PublicRecord):
        return unescape(block.text)
    said = ", ".join(text for text in (block.responsible, block.assignment, block.to) if text)
    text = unescape(block.text)
    return f"{text} ({said})" if said else text


def _people(name: str, people: Iterable[PublicPerson]) -> Saying:
    """People, one a line."""
    return Saying(Spot(name), "\n".join(map(_person, people)), listed=True)


def _person(who: PublicPerson) -> str:
    parts = (who.name, who.role, who.organization, who.email, who.phone)
    return ", ".join(part for part in parts if part)


def network(found: PublicNetwork) -> Iterator[Saying]:
    """Everything on a network's page that its own source says."""
    yield _one("title", found.name)
    yield _members("members", found.members)
    yield _members("former", found.former)
    yield from _attachments(found.attachments)
    yield from _body(found.body)


def _members(name: str, members: Iterable[PublicMember]) -> Saying:
    lines = ((_person(one.person), one.substitute_for) for one in members)
    text = "\n".join(", ".join(part for part in line if part) for line in lines)
    return Saying(Spot(name), text, listed=True)


def event(found: PublicEvent) -> Iterator[Saying]:
    """Everything on a date's page."""
    yield _one("title", found.title)
    yield _one("location", found.location, Kind.PLACE)
    yield from _body(found.body)


def page(found: PublicPage) -> Iterator[Saying]:
    """Everything on an ordinary page."""
    yield _one("title", found.title)
    yield _one("tags", ", ".join(found.tags), Kind.TAG)
    yield from _attachments(found.attachments)
    yield from _body(found.body)


def _body(text: str) -> Iterator[Saying]:
    yield Saying(Spot("body"), unescape(text))


def _attachments(found: Iterable[PublicAttachment]) -> Iterator[Saying]:
    """The titles, and as texts of their own the files that are shown."""
    for nth, one in enumerate(found, start=1):
        yield Saying(Spot("attachment", nth=nth), one.title)
        yield Saying(Spot("file", nth=nth), one.type if one.asset else "", Kind.ATTACHMENT)
