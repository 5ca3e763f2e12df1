"""Whose name stands in a text, and how: in full, in part, or as an address."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from arkiv.ledger.entries import Kind
from arkiv.ledger.stretches import Stretch, overlap
from arkiv.policy.secrets import HiddenPerson
from arkiv.redaction.folding import fold
from arkiv.redaction.lexicon import NUMBER_LENGTH, PARTICLES, WORD, digits, words_of
from arkiv.redaction.skeleton import Skeleton, textual
from arkiv.redaction.slips import is_slip

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"(?<![\w.])\+?\d[\d\s()/.–-]{4,40}\d(?!\w)")
_NEAR = 4
"""Letters a name needs before what begins with it, or differs by a slip, is taken for a form of it."""


@dataclass(frozen=True, slots=True)
class Find:
    """A name or a contact in a text, and the ids of the people it may be."""

    stretch: Stretch
    kind: Kind
    people: frozenset[str]


@dataclass(slots=True)
class Names:
    """The names of the people whom one build shows and the other hides. Keys are folded."""

    whole: dict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))
    parts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    given: set[str] = field(default_factory=set)
    contacts: dict[str, str] = field(default_factory=dict)
    longest: int = 1

    @classmethod
    def of(cls, people: Iterable[HiddenPerson]) -> "Names":
        """The names of some people."""
        made = cls()
        for one in people:
            for name in one.names:
                made._add(words_of(name), one.id)
            made.contacts |= {_contact(said): one.id for said in one.contacts}
        return made

    def _add(self, words: tuple[str, ...], person: str) -> None:
        if words:
            self.whole[words].add(person)
            self.given.add(words[0])
            self.longest = max(self.longest, len(words))
        for word in words:
            if word not in PARTICLES and len(word) > 1:
                self.parts[word].add(person)

    def finds(self, text: str) -> list[Find]:
        """Every name and contact in the text, in order; none overlaps another."""
        found: list[Find] = [*self._contacts(text)]
        for find in self._named(textual(text)):
            if not any(overlap(find.stretch, other.stretch) for other in found):
                found.append(find)
        return sorted(found, key=lambda find: find.stretch)

    def _contacts(self, text: str) -> Iterator[Find]:
        for pattern, kind in ((_ADDRESS, Kind.ADDRESS), (_NUMBER, Kind.NUMBER)):
            for match in pattern.finditer(text):
                owner = self.contacts.get(_contact(match[0]))
                if owner or kind is Kind.ADDRESS:
                    yield Find(match.span(), kind, frozenset({owner} if owner else ()))

    def _named(self, skeleton: Skeleton) -> Iterator[Find]:
        words = [*WORD.finditer(skeleton.folded)]
        at = 0
        while at < len(words):
            length, people = self._longest(words, at)
            if length:
                kind = self._kind(words[at][0], length)
                end = words[at + length - 1].end()
                yield Find(skeleton.source(words[at].start(), end), kind, frozenset(people))
            at += length or 1

    def _longest(self, words: list[re.Match[str]], at: int) -> tuple[int, set[str]]:
        """How many words from here are one whole name or one part of a name, and whose."""
        for length in range(min(self.longest, len(words) - at), 0, -1):
            said = tuple(word[0] for word in words[at : at + length])
            for form in (said, (*said[:-1], said[-1].removesuffix("s"))):
                if form in self.whole:
                    return length, self.whole[form]
        word = words[at][0]
        known = word if word in self.parts else word.removesuffix("s")
        return (1, self.parts[known]) if known in self.parts else (0, set())

    def _kind(self, word: str, length: int) -> Kind:
        if length > 1:
            return Kind.FULL_NAME
        is_given = word in self.given or word.removesuffix("s") in self.given
        return Kind.FIRST_NAME if is_given else Kind.NAME_PART

    def near(self, text: str) -> frozenset[str]:
        """The people of whose names the text may hold another form: a misspelling, a compound, a handle."""
        said = [word for word in words_of(text) if len(word) >= _NEAR]
        words = {*said, *(word.removesuffix("s") for word in said)}
        return frozenset(
            person
            for part, people in self.parts.items()
            if len(part) >= _NEAR and any(is_slip(part, word) or part in word for word in words)
            for person in people
        )


def _contact(said: str) -> str:
    """An address or a number in one form."""
    number = digits(said)
    return number if "@" not in said and len(number) >= NUMBER_LENGTH else fold(said.strip())
