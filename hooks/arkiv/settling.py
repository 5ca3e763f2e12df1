"""What docs/namn.yml settles, brought to where it counts: the registry of people, and the detector."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from arkiv.model import Archive, Person
from arkiv.policy.people import Mention, People
from arkiv.policy.secrets import Secrets
from arkiv.projection.masking import Masks
from arkiv.redaction.replacement import Words
from arkiv.sources.settlements import Settlements
from arkiv.unregistered import Detector, Lessons, innocent_words, learn, names_near, passages


def settled_mentions(settled: Settlements) -> Iterator[Mention]:
    """Settled members as if they stood in a roster."""
    for one in settled.members:
        person = Person(one.name, f"namn-{one.place.line}", one.place, id=one.person)
        yield Mention(person, one.network, one.place.file)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the archive's own texts teach a detector; the same for every build."""

    lessons: Lessons
    innocent: frozenset[str]
    near: Mapping[str, tuple[str, ...]]


def learnt(archive: Archive, people: People, ordinary: Set[str] = frozenset()) -> Learnt:
    """Read every text of the archive once; `ordinary` are words that are no names."""
    names = [name for one in people.individuals for name in one.names]
    innocent = innocent_words(archive) | ordinary
    lessons = learn((passage.text for passage in passages(archive)), names, innocent)
    return Learnt(lessons, innocent, names_near(archive, people))


def masks(found: Learnt, settled: Settlements, secrets: Secrets, words: Words) -> Masks:
    """The masks of one build: whoever is named in it is no news, and nobody else is."""
    named = frozenset(secrets.named)
    detector = Detector(secrets.named, settled, found.lessons, found.innocent, words)
    near = {page: tuple(name for name in names if name in named) for page, names in found.near.items()}
    return Masks(detector, near)
