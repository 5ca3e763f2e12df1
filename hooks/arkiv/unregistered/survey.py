"""Every person-like name in an archive that is in no roster and not settled: where it stands, in groups.

A group is what one decision settles. Nothing here prints a name unless it is asked to: a message tells
places.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import astuple, dataclass, field

from arkiv.memory import Recall, key
from arkiv.model import Archive, Block, Event, Minutes, Network, Page, Place
from arkiv.policy.people import People
from arkiv.problems import Problem
from arkiv.sources.settlements import FILE, Kind, Settlements
from arkiv.unregistered.detector import Detector
from arkiv.unregistered.finds import Find
from arkiv.unregistered.learning import Lessons, learn
from arkiv.workers import divided

_MANY = 2000
"""Passages that are worth a process of their own."""

_SHOWN = 5
"""Places that a message tells; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the archive: the page it stands on, and where it begins."""

    page: str
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A person-like name that nobody has settled. `name`, its most usual full form, is private."""

    number: int
    name: str = field(repr=False)
    places: tuple[Place, ...]
    """Every place, each once for every time it stands there, in the order of the files."""
    certain: bool = False
    """Whether it is surely a person: treated as another person until an editor says else."""

    @property
    def count(self) -> int:
        """How often it stands."""
        return len(self.places)

    def problem(self, *, show_names: bool = False) -> Problem:
        """The warning for `check`, at its first place."""
        who = f"`{self.name}`" if show_names else f"a person-like name (no. {self.number})"
        what = f"{who} is in no roster{_elsewhere(self.places)}"
        return Problem(
            self.places[0], "unregistered", what, f"settle it in {FILE}, or add the person", "warning"
        )


def _elsewhere(places: Sequence[Place]) -> str:
    others = [*dict.fromkeys(places[1:])]
    shown = ", ".join(map(str, others[:_SHOWN]))
    more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
    return f", also at {shown}{more}" if others else ""


def unsettled(suspicions: Iterable[Suspicion]) -> tuple[Problem, ...]:
    """One warning for each doubtful name, and one for each file that is the first to name certain people.

    The doubtful ones want a decision. The others are hidden wherever strangers are, and want none.
    """
    found = [*suspicions]
    by_file: dict[str, list[Suspicion]] = defaultdict(list)
    for one in found:
        if one.certain:
            by_file[one.places[0].file].append(one)
    return (*(one.problem() for one in found if not one.certain), *map(_of_certain, by_file.values()))


def _of_certain(group: Sequence[Suspicion]) -> Problem:
    if len(group) == 1:
        numbers = f"a person (no. {group[0].number}) is in no roster"
    else:
        numbers = f"{len(group)} people (no. {', '.join(str(one.number) for one in group)}) are in no roster"
    places = sorted(
        (place for one in group for place in one.places), key=lambda place: (place.file, place.line)
    )
    first = min(group, key=lambda one: one.places[0].line).places[0]
    others = [first, *(place for place in places if place != first)]
    remedy = f"hidden as people outside the networks; add members, or settle what is no name in {FILE}"
    return Problem(first, "unregistered", numbers + _elsewhere(others), remedy, "warning")


def passages(archive: Archive) -> Iterator[Passage]:
    """All texts of the archive that a page shows, hidden ones included."""
    for minutes in archive.minutes:
        yield from (Passage(minutes.path, place, text) for place, text in _of_minutes(minutes))
    owners: tuple[Network | Page | Event, ...] = (*archive.networks, *archive.pages, *archive.events)
    for owner in owners:
        yield from (Passage(owner.path, block.place, block.text) for block in owner.body)


def _of_minutes(minutes: Minutes) -> Iterator[tuple[Place, str]]:
    for said in (minutes.title, minutes.location, *minutes.tags):
        if said:
            yield minutes.place, said
    blocks: list[Block] = [*minutes.preamble]
    for item in minutes.items:
        yield item.place, item.title
        blocks += item.blocks
    yield from ((block.place, block.text) for block in blocks)


def innocent_words(archive: Archive) -> frozenset[str]:
    """Names of organisations and networks: no people's, whatever they look like."""
    found = {network.name for network in archive.networks}
    for network in archive.networks:
        found |= {member.person.organization for member in network.members if member.person.organization}
    for minutes in archive.minutes:
        people = (*(one.person for one in (*minutes.present, *minutes.absent)), *minutes.mentioned)
        found |= {person.organization for person in people if person.organization}
    return frozenset(found)


def names_near(archive: Archive, people: People) -> dict[str, tuple[str, ...]]:
    """By page of minutes or a network, the names of the people it knows; a first name alone is theirs."""
    near: dict[str, set[str]] = defaultdict(set)
    for one in people.individuals:
        for page in one.pages:
            near[page].update(one.names)
    paths = {network.id: network.path for network in archive.networks}
    for minutes in archive.minutes:
        near[minutes.path] |= near[paths[minutes.network]] if minutes.network in paths else set()
    pages = {*paths.values(), *(minutes.path for minutes in archive.minutes)}
    return {page: tuple(sorted(near[page])) for page in pages}


def survey(
    archive: Archive,
    people: People,
    settled: Settlements | None = None,
    lessons: Lessons | None = None,
    ordinary: Set[str] = frozenset(),
    recall: Recall | None = None,
) -> tuple[Suspicion, ...]:
    """The groups of unsettled person-like names: doubtful ones first, then those that stand most often.

    Args:
        archive: the sources.
        people: everybody who is registered.
        settled: what docs/namn.yml says.
        lessons: what the archive's own texts teach with everybody known, where that has been learnt already.
        ordinary: words that are no names.
        recall: what was found before, by the same names and words.
    """
    names = [name for one in people.individuals for name in one.names]
    innocent = innocent_words(archive) | ordinary
    texts = [*passages(archive)]
    lessons = lessons or learn((one.text for one in texts), names, innocent)
    detector = Detector(names, settled, lessons, innocent)
    near = names_near(archive, people)
    groups: dict[str, list[tuple[Place, Find]]] = defaultdict(list)

    asking = _Asking(detector, near, recall or Recall())
    for found, used in divided(asking.found, texts, at_least=_MANY):
        asking.recall.take(used)
        for place, find in found:
            groups[find.group].append((place, find))
    ordered = sorted(groups.values(), key=_order)
    return tuple(
        Suspicion(
            number,
            _best([find.name for _, find in found]),
            tuple(place for place, _ in found),
            _is_certain(found),
        )
        for number, found in enumerate(ordered, start=1)
    )


@dataclass(frozen=True, slots=True)
class _Asking:
    """Asks a detector for the finds of passages, but for those that are recalled."""

    detector: Detector
    near: Mapping[str, tuple[str, ...]]
    recall: Recall
    _keys: dict[str, str] = field(default_factory=dict)

    def found(self, part: Sequence[Passage]) -> tuple[list[tuple[Place, Find]], dict[bytes, object]]:
        """What is not settled in some passages, with its place; and what was asked, in whatever process."""
        finds = ((one, find) for one in part for find in self._finds(one))
        found = [(_place(one, find), find) for one, find in finds if not find.settled]
        return found, self.recall.handed_over()

    def _finds(self, passage: Passage) -> Iterator[Find]:
        near = self.near.get(passage.page)
        if passage.page not in self._keys:
            self._keys[passage.page] = key(str(near is None), *(near or ())).hex()
        kept = self.recall.of(
            key(passage.text, self._keys[passage.page]),
            lambda: tuple(astuple(find) for find in self.detector.find(passage.text, near)),
            passage.text,
        )
        return (Find(*values) for values in kept)


def _is_certain(found: Sequence[tuple[Place, Find]]) -> bool:
    return any(find.certain for _, find in found)


def _order(found: Sequence[tuple[Place, Find]]) -> tuple[bool, int, str, int]:
    return _is_certain(found), -len(found), found[0][0].file, found[0][0].line


def _place(passage: Passage, find: Find) -> Place:
    return Place(passage.place.file, passage.place.line + passage.text.count("\n", 0, find.start))


def _best(names: Sequence[str]) -> str:
    """The fullest form, of those the most usual, of those the shortest: without the s of a genitive."""
    words = max(len(name.split()) for name in names)
    full = [" ".join(name.split()) for name in names if len(name.split()) == words]
    return min(full, key=lambda name: (-full.count(name), len(name), name))


def snippet(suspicions: Sequence[Suspicion]) -> str:
    """Lines to paste under `names:` in namn.yml, one a group, other people until an editor says else.

    It holds names: show it on a terminal or when `--show-names` was given, and never in a log.
    """
    return "".join(
        f'  - {{name: "{one.name}", is: {Kind.OTHER_PERSON.value}}}  # {one.places[0]}, {one.count} in all\n'
        for one in suspicions
    )
