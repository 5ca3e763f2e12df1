"""What has a page of its own without being a source: topics, organisations, members.

Addresses are made of words, and must not tell of anybody hidden. So a label gets a page only where it
stands in the sources just as it is shown: one that a name was taken out of has none.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from arkiv.collation import Order
from arkiv.model import Archive, Attendee, Person
from arkiv.policy.hiding import Hiding
from arkiv.projection.addresses import address_of
from arkiv.public import (
    PublicMeeting,
    PublicNetwork,
    PublicOrganization,
    PublicPage,
    PublicPerson,
    PublicText,
    PublicTopic,
)

TOPICS, ORGANIZATIONS, MEMBERS = "amnen", "organisationer", "ledamoter"

Clean = Callable[[str], bool]
"""Whether a path tells of nobody hidden."""


def member_pages(archive: Archive, hiding: Hiding, shown: Iterable[str], clean: Clean) -> dict[str, str]:
    """The page of each person with a seat in a shown network who is named, by the individual's id.

    The address is that id and never a name: addresses are left behind in histories and logs when the level
    is raised. Two people whose ids make one address have no page: it must not be about somebody else.
    """
    addresses = {one.id: address_of(MEMBERS, one.id) for one in hiding.people.individuals}
    count = Counter(addresses.values())
    found: dict[str, str] = {}
    for member in _members(archive, {*shown}):
        for one in hiding.people.of(member):
            path = addresses[one.id]
            if path and count[path] == 1 and hiding.disclosure(one).shows_names and clean(path):
                found[one.id] = path
    return found


def _members(archive: Archive, shown: set[str]) -> Iterator[Person]:
    """Everyone who has or had a seat in these networks."""
    for network in archive.networks:
        if network.id in shown:
            yield from (member.person for member in network.members)


def topics(
    archive: Archive,
    meetings: Sequence[PublicMeeting],
    networks: Sequence[PublicNetwork],
    pages: Sequence[PublicPage],
    clean: Clean,
    order: Order,
) -> tuple[PublicTopic, ...]:
    """The tags of all pages of this build, in alphabetical order, each with the pages that have it."""
    written = {_one_line(tag) for source in _tagged(archive) for tag in source}
    labels: dict[str, set[PublicText]] = defaultdict(set)
    sources: dict[str, list[str]] = defaultdict(list)
    for page, tags in _public_tags(meetings, networks, pages):
        for tag in tags:
            if tag in written and (path := address_of(TOPICS, tag)) and clean(path):
                labels[path].add(tag)
                sources[path].append(page)
    found = [
        PublicTopic(path, *_labels(labels[path], order), tuple(dict.fromkeys(sources[path])))
        for path in labels
    ]
    return tuple(sorted(found, key=lambda topic: (order(topic.label), topic.path)))


def organizations(
    archive: Archive,
    meetings: Sequence[PublicMeeting],
    networks: Sequence[PublicNetwork],
    clean: Clean,
    order: Order,
) -> tuple[PublicOrganization, ...]:
    """The organisations of everyone who is listed in this build, in alphabetical order."""
    written = {_one_line(said) for said in _organizations(archive)}
    labels: dict[str, set[PublicText]] = defaultdict(set)
    for person in _listed(meetings, networks):
        said = person.organization
        if said in written and (path := address_of(ORGANIZATIONS, said)) and clean(path):
            labels[path].add(said)
    found = [PublicOrganization(path, *_labels(labels[path], order)) for path in labels]
    return tuple(sorted(found, key=lambda one: (order(one.label), one.path)))


def _labels(said: set[PublicText], order: Order) -> tuple[PublicText, tuple[PublicText, ...]]:
    """The spelling to show, and all of them."""
    spellings = tuple(sorted(said, key=lambda label: (order(label), label)))
    return spellings[0], spellings


def _public_tags(
    meetings: Sequence[PublicMeeting], networks: Sequence[PublicNetwork], pages: Sequence[PublicPage]
) -> Iterator[tuple[str, tuple[PublicText, ...]]]:
    """Paths with their tags."""
    yield from ((meeting.path, meeting.tags) for meeting in meetings)
    yield from ((network.path, network.tags) for network in networks)
    yield from ((page.path, page.tags) for page in pages)


def _tagged(archive: Archive) -> Iterator[tuple[str, ...]]:
    yield from (minutes.tags for minutes in archive.minutes)
    yield from (network.tags for network in archive.networks)
    yield from (page.tags for page in archive.pages)


def _organizations(archive: Archive) -> Iterator[str]:
    for minutes in archive.minutes:
        yield from _of_attendees((*minutes.present, *minutes.absent))
    for network in archive.networks:
        yield from (said for member in network.members if (said := member.person.organization))


def _of_attendees(attendees: Iterable[Attendee]) -> Iterator[str]:
    return (said for attendee in attendees if (said := attendee.person.organization))


def _listed(meetings: Sequence[PublicMeeting], networks: Sequence[PublicNetwork]) -> Iterator[PublicPerson]:
    for meeting in meetings:
        for attendees in (meeting.present.listed, meeting.present.guests, meeting.absent.listed):
            yield from (attendee.person for attendee in attendees)
    for network in networks:
        yield from (seat.person for seat in (*network.members, *network.former))


def _one_line(text: str) -> str:
    return " ".join(text.split())
