"""The network the minutes belong to: whether it exists, and members named nearly as an attendee is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from arkiv.minutes_file import network_path
from arkiv.model import Attendee, Member, Network, Person
from arkiv.sources.fields import Problems
from arkiv.sources.frontmatter_file import read_file
from arkiv.sources.networks import read_network

NETWORK_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?<!-[2-9])")
"""The stem of a network's file (contract, section 1); a number last would read as a second meeting."""


@dataclass(frozen=True, slots=True)
class Near:
    """An attendee whose name is one letter from a member's. `member` is an id, `place` the member's."""

    person: Person
    member: str
    place: str


def known_networks(docs_dir: Path) -> tuple[str, ...]:
    """The ids of the networks in an archive."""
    return tuple(sorted(path.stem for path in (docs_dir / network_path("x")).parent.glob("*.md")))


def network(docs_dir: Path, network_id: str) -> Network | None:
    """The network's file, as far as it can be read; faults in it are for `check` to tell."""
    path = network_path(network_id)
    problems = Problems(path)
    source = read_file(docs_dir / path, problems) if (docs_dir / path).is_file() else None
    return read_network(path, source, problems) if source else None


def near_members(people: Iterable[Person], found: Network | None) -> tuple[Near, ...]:
    """Attendees that are nobody in the roster, but one letter away from somebody."""
    members = [member.person for member in found.members] if found else []
    exact = {name.casefold() for person in members for name in (person.name, *person.other_names)}
    strangers = [person for person in people if person.name.casefold() not in exact]
    return tuple(
        Near(stranger, member.id or member.ref, str(member.place))
        for stranger in strangers
        for member in members
        if any(
            is_near(stranger.name.casefold(), name.casefold()) for name in (member.name, *member.other_names)
        )
    )


def is_near(one: str, two: str) -> bool:
    """Whether two names differ by one letter: changed, added, dropped, or exchanged with its neighbour."""
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )
    first, second = one[start:], two[start:]
    if len(one) != len(two):
        return first[1:] == second or first == second[1:]
    return first[1:] == second[1:] or (first[:2] == second[1::-1] and first[2:] == second[2:])


def members_of(attendees: Iterable[Attendee]) -> tuple[Member, ...]:
    """A first roster: everybody who belongs to the network, each name once, guests left out."""
    people: dict[str, Person] = {}
    for attendee in attendees:
        if not attendee.guest:
            people.setdefault(attendee.person.name, attendee.person)
    return tuple(Member(person) for person in people.values())
