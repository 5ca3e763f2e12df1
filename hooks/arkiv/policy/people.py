"""Individuals: the mentions of people all over the archive, brought together.

The same name is the same person unless ids differ (contract, section 1). Where a mention could be
several individuals it counts for each of them, so that doubt never shows a name.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from arkiv.identifiers import tells_name
from arkiv.model import Archive, Minutes, Person, Place, Record, RecordKind
from arkiv.problems import Problem

_CAPITALISED = re.compile(r"[^\W\d_a-zåäö][\w’'-]+")
_PARTICLES = frozenset("af av da de del der di el la le ter van von und".split())
_LONGEST_NAME = 6
"""Words of the longest name that is looked for among others."""

_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\boch\b|\bsamt\b)\s*")


@dataclass(slots=True)
class Individual:
    """Somebody. `id` is opaque, and need not be the sources' own.

    `networks` are those they belong to, or stand in minutes of.
    """

    id: str
    names: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    networks: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    protected: bool = False
    exempt: bool = False
    role: str | None = None
    organization: str | None = None
    organizations: set[str] = field(default_factory=set)
    place: Place | None = None
    exempt_place: Place | None = None

    def add(self, person: Person, network: str | None, page: str) -> None:
        """Take in one mention; role and organisation are those of the first that has them."""
        for name in (person.name, *person.other_names):
            if name and name not in self.names:
                self.names.append(name)
        self.contacts += [c for c in (person.email, person.phone) if c and c not in self.contacts]
        self.networks |= {network} if network else set()
        self.pages.add(page)
        self.protected |= person.protected
        self.exempt |= bool(person.always_named)
        self.role = self.role or person.role
        self.organization = self.organization or person.organization
        self.organizations |= {person.organization} if person.organization else set()
        self.place = self.place or person.place
        if person.always_named:
            self.exempt_place = self.exempt_place or person.place


@dataclass(frozen=True, slots=True)
class Mention:
    """A person on a page, for a network; of none where another mention says which."""

    person: Person
    network: str | None
    page: str


class People:
    """All individuals of an archive, in the order in which the sources first mention them."""

    def __init__(self, archive: Archive, settled: Iterable[Mention] = ()) -> None:
        """Bring all mentions together: those with ids first, so that names find them.

        Args:
            archive: the archive.
            settled: mentions that an editor has settled, beside those in the archive.
        """
        self._by_id: dict[str, Individual] = {}
        self._printed: set[str] = set()
        self.individuals: list[Individual] = []
        self._by_name: dict[str, list[Individual]] = defaultdict(list)
        mentions = [*_mentions(archive), *settled]
        self._clashes = [*_clashes(mention.person for mention in _mentions(archive))]
        people = [mention.person for mention in mentions]
        known = {key(name) for person in people for name in (person.name, *person.other_names)}
        mentions += [*_substituted(archive, known), *_responsible(archive, known)]
        for mention in sorted(mentions, key=lambda mention: mention.person.id is None):
            self._take(mention)

    def of(self, person: Person) -> tuple[Individual, ...]:
        """The individuals a mention may be; never empty for a person of the archive."""
        if person.id is not None and person.id in self._by_id:
            return (self._by_id[person.id],)
        return self.called(person.name)

    def called(self, name: str) -> tuple[Individual, ...]:
        """The individuals who have this name, or it as another name."""
        return tuple(self._by_name.get(key(name), ()))

    def problems(self) -> Iterator[Problem]:
        """Settings that contradict each other over several mentions, and ids that people share."""
        yield from self._clashes
        for individual in self.individuals:
            if individual.protected and individual.exempt:
                place = individual.exempt_place or Place("")
                what = f"contradicts `protected` of the same person ({individual.id})"
                yield Problem(place, "always_named", what, "remove one of the two, wherever they stand")

    def _take(self, mention: Mention) -> None:
        for individual in self._found(mention.person) or [self._new(mention.person)]:
            individual.add(mention.person, mention.network, mention.page)
            for name in individual.names:
                known = self._by_name[key(name)]
                if individual not in known:
                    known.append(individual)

    def _found(self, person: Person) -> list[Individual]:
        if person.id is not None:
            return [self._by_id[person.id]] if person.id in self._by_id else []
        found = {id(one): one for name in (person.name, *person.other_names) for one in self.called(name)}
        return list(found.values())

    def with_id(self, said: str) -> Individual | None:
        """The individual who has this id in the sources."""
        return self._by_id.get(said)

    def _new(self, person: Person) -> Individual:
        printed = (self._is_printable(person) and person.id) or self._unused(person.ref)
        individual = Individual(printed)
        self._printed.add(printed)
        self._by_id[person.id or printed] = individual
        self.individuals.append(individual)
        return individual

    def _is_printable(self, person: Person) -> bool:
        names = (person.name, *person.other_names)
        return person.id is not None and person.id not in self._printed and not tells_name(person.id, names)

    def _unused(self, ref: str) -> str:
        """The ref, or it with a number: two names may stand on one line, and an id may look like a ref."""
        taken = self._printed | self._by_id.keys()
        if ref not in taken:
            return ref
        return next(found for number in count(2) if (found := f"{ref}-{number}") not in taken)


def _clashes(people: Iterable[Person]) -> Iterator[Problem]:
    """Ids that stand for two people, as a row that was copied keeps the id of another.

    Names that have a word in common may be one person's, who has a new surname; not so where one of them may
    always be named, which would show the other.
    """
    told: dict[str, dict[tuple[frozenset[str], bool], None]] = defaultdict(dict)
    for person in people:
        if person.id is None:
            continue
        row = frozenset(_names(person)), bool(person.always_named)
        if row not in told[person.id] and any(_are_two(row, other) for other in told[person.id]):
            remedy = "give one of them an id of its own, or add the former name to `other_names`"
            yield Problem(person.place, "id", "stands for two people", remedy)
        told[person.id][row] = None


def _are_two(one: tuple[frozenset[str], bool], other: tuple[frozenset[str], bool]) -> bool:
    (names, named), (others, other_named) = one, other
    words, other_words = ({word for name in some for word in name.split()} for some in (names, others))
    return names.isdisjoint(others) and (named or other_named or words.isdisjoint(other_words))


def _names(person: Person) -> set[str]:
    return {key(name) for name in (person.name, *person.other_names)}


def key(name: str) -> str:
    """A name for comparison: one form of each letter, case and space aside."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _mentions(archive: Archive) -> Iterator[Mention]:
    for network in archive.networks:
        for member in network.members:
            yield Mention(member.person, network.id, network.path)
    for minutes in archive.minutes:
        for person in minutes_people(minutes):
            yield Mention(person, minutes.network, minutes.path)


def minutes_people(minutes: Minutes) -> Iterator[Person]:
    """Everyone in the minutes' frontmatter."""
    for attendee in (*minutes.present, *minutes.absent):
        yield attendee.person
    yield from minutes.mentioned
    yield from (person for person in (minutes.recorder, minutes.adjusted_by) if person)


def _substituted(archive: Archive, known: set[str]) -> Iterator[Mention]:
    """People whom a member stands in for, where they are given by name."""
    for network in archive.networks:
        for member in network.members:
            name = member.substitute_for or ""
            if key(name) in known or looks_like_name(name):
                person = Person(name, f"{member.person.ref}-for", member.person.place)
                yield Mention(person, network.id, network.path)


def _responsible(archive: Archive, known: set[str]) -> list[Mention]:
    """People in the records' fields: those known by name, and those who look like nothing but a person."""
    organizations = _organizations(archive)
    mentions = []
    for minutes in archive.minutes:
        for record, said in _said_in_records(minutes):
            names = _known_names(said, known) or [
                name for name in _leading_names(said) if key(name) not in organizations
            ]
            ref = f"{minutes.id}-{record.kind}-{record.place.line}"
            people = (Person(name, ref, record.place) for name in names)
            mentions += [Mention(person, minutes.network, minutes.path) for person in people]
    return mentions


def _said_in_records(minutes: Minutes) -> Iterator[tuple[Record, str]]:
    for item in minutes.items:
        for block in item.blocks:
            if isinstance(block, Record):
                for said in record_names(block):
                    yield block, said


def record_names(record: Record) -> Iterable[str]:
    """What stands where a record names who is responsible, chosen or substitute."""
    said = [record.fields.get("ansvarig", ""), record.fields.get("ersättare", "")]
    if record.kind is RecordKind.APPOINTMENT:
        said.append(record.text)
    return [name.strip(" .*_") for text in said for name in _BETWEEN.split(text) if name.strip(" .*_")]


def _known_names(said: str, known: set[str]) -> list[str]:
    """The known names in a few words, the longest first: `kommundirektör Anna Exempel` holds one."""
    words = [word.strip(".:()*_") for word in said.split()]
    for length in range(min(len(words), _LONGEST_NAME), 0, -1):
        runs = (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))
        found = [run for run in runs if key(run) in known]
        if found:
            return found
    return []


def _leading_names(said: str) -> list[str]:
    """The name that some words are, or begin with: `Anna Exempel väljs till ordförande`."""
    words = said.split()
    while words and not looks_like_name(" ".join(words)):
        words.pop()
    return [" ".join(words)] if words else []


def looks_like_name(text: str) -> bool:
    """Two to five words, capitalised but for particles, and no other kind of word among them."""
    words = text.split()
    if not 2 <= len(words) <= 5 or words[0] in _PARTICLES or words[-1] in _PARTICLES:
        return False
    return all(word in _PARTICLES or _CAPITALISED.fullmatch(word) for word in words)


def _organizations(archive: Archive) -> set[str]:
    """Names that are no person's: networks, and whatever stands as an organisation."""
    found = {key(network.name) for network in archive.networks} | {network.id for network in archive.networks}
    people = [mention.person for mention in _mentions(archive)]
    return found | {key(person.organization) for person in people if person.organization}
