"""What docs/namn.yml settles, brought to where it counts: the registry of people, and the detector."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import groupby

from arkiv.memory import Memory, Recall
from arkiv.model import Archive, Person
from arkiv.policy.people import Mention, People
from arkiv.policy.secrets import Secrets
from arkiv.projection.masking import Masks
from arkiv.redaction.replacement import Words
from arkiv.sources.settlements import Settlements
from arkiv.unregistered import Detector, Lessons, innocent_words, learn_pages, names_near, passages
from arkiv.unregistered.changes import doubts, plain


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


def learnt(archive: Archive, people: People, ordinary: Set[str], foreign: Set[str], memory: Memory) -> Learnt:
    """Read every text of the archive once.

    Args:
        archive: the sources.
        people: everybody who is registered.
        ordinary: words that are no names.
        foreign: words of the archive's language that may be names as Swedish words may.
        memory: where what was learnt before is kept.
    """
    names = [name for one in people.individuals for name in one.names]
    innocent = innocent_words(archive) | ordinary
    pages = groupby(passages(archive), lambda passage: passage.page)
    texts = ([passage.text for passage in found] for _, found in pages)
    recall = memory.recall("lessons", repr(names), repr(sorted(innocent)), str(len(foreign)))
    lessons = learn_pages(texts, names, innocent, recall, foreign)
    return Learnt(lessons, innocent, names_near(archive, people))


def remembering(lessons: Lessons, memory: Memory, name: str, *on: str) -> Recall:
    """What a detector found before, by the same names, in texts of whose words it has learnt nothing new."""
    recall = memory.recall(name, *on)
    recall.doubts = doubts(recall.beside, lessons)
    recall.beside = plain(lessons)
    return recall


def masks(
    found: Learnt, settled: Settlements, secrets: Secrets, words: Words, memory: Memory, site: str
) -> Masks:
    """The masks of one build: whoever is named in it is no news, and nobody else is.

    Args:
        found: what the texts teach.
        settled: what docs/namn.yml says.
        secrets: who is hidden in the build, and who is named.
        words: the constant words.
        memory: where what was masked before is kept.
        site: tells one build from others there.
    """
    named = frozenset(secrets.named)
    detector = Detector(secrets.named, settled, found.lessons, found.innocent, words)
    near = {page: tuple(name for name in names if name in named) for page, names in found.near.items()}
    on = (repr(secrets.named), repr(settled), repr(sorted(found.innocent)), repr(words))
    return Masks(detector, near, remembering(found.lessons, memory, f"masks-{site}", *on))
