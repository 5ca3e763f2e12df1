"""What a stretch that one build shows and the other does not is: a name, and of whom, or something else."""

import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass

from arkiv.ledger.entries import Counts, Kind, Passage, Spot
from arkiv.ledger.naming import Find, Names
from arkiv.ledger.stretches import Stretch, differences, overlap, pieces
from arkiv.redaction import Redactor

_BETWEEN = re.compile(r"\s*(?:,|;|&|\boch\b|\bsamt\b)\s*")
_WORD = re.compile(r"\w")
_PART = 4
"""Characters that a part of a phrase needs to be known as one."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A text at its place as both builds show it; `named` says whether the laxer one names people there.

    None where no network says so: nobody is masked there.
    """

    spot: Spot
    line: int
    laxer: str
    stricter: str
    named: bool | None
    listed: bool
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells what has gone: by the names that only the laxer build shows, and by the stricter one's redactor.

    `phrases` are what the laxer build says in place of names, in small letters.
    """

    names: Names
    redactor: Redactor
    hidden: Set[str]
    phrases: Set[str]

    def passage(self, texts: Texts) -> Passage:
        """One text with its changes marked and counted."""
        here, there = differences(texts.laxer, texts.stricter)
        finds = [find for find in self.names.finds(texts.laxer) if _is_gone(find, here)]
        counts = Counter(find.kind for find in finds)
        others = [stretch for stretch in here if not any(overlap(stretch, find.stretch) for find in finds)]
        rest, people = self._rest(texts, others)
        found = (person for find in finds for person in sorted(find.people))
        return Passage(
            spot=texts.spot,
            line=texts.line,
            laxer=pieces(texts.laxer, [*here, *(find.stretch for find in finds)]),
            stricter=pieces(texts.stricter, there),
            counts=counts + rest,
            people=tuple(dict.fromkeys((*found, *people))),
        )

    def withheld(self, texts: Texts) -> Passage:
        """One text of a page that is not built: all of it is gone."""
        finds = self.names.finds(texts.laxer)
        counts = Counter(find.kind for find in finds)
        counts[Kind.ATTACHMENT] += texts.kind is Kind.ATTACHMENT
        people = tuple(dict.fromkeys(person for find in finds for person in sorted(find.people)))
        whole = pieces(texts.laxer, [(0, len(texts.laxer))])
        return Passage(texts.spot, texts.line, whole, (), +counts, people)

    def _rest(self, texts: Texts, stretches: list[Stretch]) -> tuple[Counts, list[str]]:
        """The stretches in which no name stands as it is written in the sources."""
        if texts.kind:
            return Counter({texts.kind: int(bool(stretches))}), []
        if texts.listed:
            lost = len(texts.laxer.splitlines()) - len(texts.stricter.splitlines())
            return Counter({Kind.ROLE: max(0, lost)}), []
        counts: Counts = Counter()
        people: list[str] = []
        for kind, count, who in self._judged(texts, stretches):
            counts[kind] += count
            people += who
        return counts, people

    def _judged(self, texts: Texts, stretches: list[Stretch]) -> Iterator[tuple[Kind, int, list[str]]]:
        redacted = self._redacted(texts.laxer) if stretches else []
        for start, end in stretches:
            said = texts.laxer[start:end]
            if "](" in said:
                yield Kind.PICTURE if "![" in said else Kind.LINK, 1, []
            elif _WORD.search(said) and any(overlap((start, end), one) for one in redacted):
                yield Kind.OTHER_FORM, 1, sorted(self.names.near(said))
            elif _WORD.search(said):
                kind = self._unnamed(said, texts.named)
                yield kind, _people(said) if kind is Kind.UNREGISTERED else 1, []

    def _redacted(self, text: str) -> list[Stretch]:
        """What the names alone take out of the text, masks aside."""
        return differences(text, self.redactor.text(text, self.hidden))[0]

    def _unnamed(self, said: str, named: bool | None) -> Kind:
        """What goes from a text and is no registered name: what stood for one, or a name that is masked."""
        words = said.strip(" ,.;:").casefold()
        if any(phrase in words or (len(words) >= _PART and words in phrase) for phrase in self.phrases):
            return Kind.ROLE
        if named is None:
            return Kind.WORDING
        return Kind.UNREGISTERED if named else Kind.ROLE


def _is_gone(find: Find, stretches: list[Stretch]) -> bool:
    """Whether any of it changes: where nothing does, it is a word that looks like the name."""
    return any(overlap(find.stretch, one) for one in stretches)


def _people(said: str) -> int:
    """How many people a row of names may be."""
    return sum(bool(_WORD.search(one)) for one in _BETWEEN.split(said))
