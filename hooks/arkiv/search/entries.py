"""What registers list with a page each: topics, organisations, and members who are named.

Who has a page is settled by the projection; a hidden member has none, and so is no entry.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from arkiv.public import PublicArchive, PublicMember, PublicNetwork, PublicOrganization, PublicTopic
from arkiv.search.labels import Labels


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a register leads to; `path` is relative to docs/, `shown_as` says what it is a page of."""

    path: str
    title: str
    texts: tuple[str, ...]
    shown_as: str


Seats = tuple[tuple[PublicNetwork, PublicMember], ...]


def entries(archive: PublicArchive, labels: Labels) -> Iterator[Entry]:
    """Every entry of this build: topics and organisations in the archive's order, members by their seats."""
    seats = tuple((one, seat) for one in archive.networks for seat in (*one.members, *one.former))
    networks = {meeting.path: meeting.network_name for meeting in archive.meetings}
    for topic in archive.topics:
        yield _topic(topic, networks, labels)
    for organization in archive.organizations:
        yield _organization(organization, seats, labels)
    yield from _members(seats, labels)


def _topic(topic: PublicTopic, networks: Mapping[str, str], labels: Labels) -> Entry:
    """A topic: how it is written, and the networks that have met on it."""
    met = _each(networks[path] for path in topic.sources if path in networks)
    return Entry(topic.path, topic.label, (*_others(topic.spellings, topic.label), *met), labels.topic)


def _organization(one: PublicOrganization, seats: Seats, labels: Labels) -> Entry:
    """An organisation: how it is written, and the networks that it has a seat in."""
    own = _each(network.name for network, seat in seats if seat.person.organization in one.spellings)
    return Entry(one.path, one.label, (*_others(one.spellings, one.label), *own), labels.organization)


def _members(seats: Seats, labels: Labels) -> Iterator[Entry]:
    """Each member with a page: role, organisation and networks, as their seats say them."""
    found: dict[str, list[tuple[PublicNetwork, PublicMember]]] = {}
    for network, seat in seats:
        if seat.person.page:
            found.setdefault(seat.person.page, []).append((network, seat))
    for path, own in found.items():
        texts = _each(text for network, seat in own for text in (_role(seat), network.name) if text)
        yield Entry(path, own[0][1].person.name or "", texts, labels.member)


def _role(seat: PublicMember) -> str:
    """`skogschef, Almeå`."""
    return ", ".join(part for part in (seat.person.role, seat.person.organization) if part)


def _others(spellings: tuple[str, ...], label: str) -> Iterator[str]:
    """Other ways to write a label."""
    return (spelling for spelling in spellings if spelling != label)


def _each(texts: Iterator[str]) -> tuple[str, ...]:
    """Every text once, in order."""
    return tuple(dict.fromkeys(texts))
