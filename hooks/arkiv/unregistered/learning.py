"""What the texts of an archive teach about each other: names seen in full, words written small, and evidence.

A full name once seen lends its parts to the whole archive, so that its first name alone is found elsewhere.
Teach what the same build may show (texts after redaction), or all texts with everybody known: then what is
learnt does not depend on how a hidden person is called.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from arkiv.memory import Recall, key
from arkiv.redaction.skeleton import textual
from arkiv.unregistered import lexicon
from arkiv.unregistered.judging import evidence, judged
from arkiv.unregistered.knowledge import Knowledge
from arkiv.unregistered.people import Names, names_of
from arkiv.unregistered.runs import Run, runs
from arkiv.workers import divided

SURE = 3
"""The weight from which a full name lends its parts."""

_MANY = 2000
"""Texts that are worth a process of their own."""

_LOWER = re.compile(r"(?<![\w@./-])[a-zåäöéü]{3,}(?![\w@-])")
_OFTEN = 2
"""Times a word stands in lower case before it counts as a word; once may be a slip."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What was learnt, and the words of the archive's language where that is not Swedish; all casefolded."""

    full: tuple[str, ...] = ()
    given: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    evidence: dict[str, int] = field(default_factory=dict)
    foreign: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        """How much; a name has no place in a log."""
        return f"Lessons({len(self.full)} names, {len(self.common)} words)"


def learn(texts: Iterable[str], known_names: Iterable[str] = (), innocent: Iterable[str] = ()) -> Lessons:
    """Read some texts once; for the arguments see `learn_pages`."""
    return learn_pages(([text] for text in texts), known_names, innocent)


def learn_pages(
    pages: Iterable[Sequence[str]],
    known_names: Iterable[str] = (),
    innocent: Iterable[str] = (),
    recall: Recall | None = None,
    foreign: Set[str] = frozenset(),
) -> Lessons:
    """Read the texts of an archive once.

    Args:
        pages: for each page, its passages of Markdown or plain text.
        known_names: people who are registered; they teach nothing.
        innocent: organisations and settled words.
        recall: what pages held before, by the same names and words.
        foreign: words of the archive's language, where that is not Swedish.
    """
    known = names_of(known_names)
    knowledge = Knowledge(
        known=frozenset(known.by_word),
        innocent=frozenset(word.casefold() for word in innocent),
        foreign=foreign,
    )
    small: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    found: dict[str, None] = {}
    read = [*pages]
    recall = recall or Recall()

    def noted(part: Sequence[Sequence[str]]) -> list[tuple[bytes, _Noted]]:
        asked = [(key(*texts), texts) for texts in part]
        return [(one, recall.of(one, lambda texts=texts: _read(texts, knowledge))) for one, texts in asked]  # type: ignore[misc]

    worth = max(1, _MANY * len(read) // max(1, sum(map(len, read))))
    for part in divided(noted, read, at_least=worth):
        recall.take(dict(part))
        for _, (words, weighed, full) in part:
            small.update(words.split())
            weights.update(weighed)
            found |= dict.fromkeys(full)
    return replace(_lessons(found, small, weights, known), foreign=frozenset(foreign))


_Noted = tuple[str, dict[str, int], tuple[str, ...]]
"""A reading as plain values: words written small, each at most `_OFTEN` times; evidence; full names."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What some of the texts hold: words written small, evidence for words, and full names in their order."""

    small: Counter[str] = field(default_factory=Counter)
    weights: Counter[str] = field(default_factory=Counter)
    found: dict[str, None] = field(default_factory=dict)


def _read(texts: Iterable[str], knowledge: Knowledge) -> _Noted:
    reading = _Reading()
    for text in texts:
        read = textual(text).read
        reading.small.update(_LOWER.findall(read))
        for run in runs(read):
            for one in judged(run, knowledge):
                _weigh(one.run, one.weight, knowledge, reading)
    words = (word for word, times in reading.small.items() for _ in range(min(times, _OFTEN)))
    return " ".join(words), dict(reading.weights), tuple(reading.found)


def _weigh(part: Run, weight: int, knowledge: Knowledge, reading: _Reading) -> None:
    words = [word.text for word in part.words if len(word.text.rstrip(".")) > 1]
    if len(words) == 1:
        form = lexicon.stripped(words[0].casefold())
        reading.weights[form] += evidence(part, knowledge)
    elif weight >= SURE and words and not any(lexicon.forms(word)[-1] in knowledge.known for word in words):
        reading.found.setdefault(" ".join(words).casefold())


def _lessons(found: Collection[str], small: Counter[str], weights: Counter[str], known: Names) -> Lessons:
    given: set[str] = set()
    surnames: set[str] = set()
    full: list[str] = []
    for name in found:
        first, *rest = name.split()
        full.append(" ".join((first, *rest[:-1], _bare(rest[-1], found, first))))
        given.add(first)
        surnames.update(form for word in rest for form in lexicon.forms(word))
    common = {
        word
        for word, times in small.items()
        if times >= _OFTEN
        and not lexicon.is_first_name(word)
        and word not in given | surnames
        and word not in known.by_word
    }
    return Lessons(
        tuple(dict.fromkeys(full)), frozenset(given), frozenset(surnames), frozenset(common), dict(weights)
    )


def _bare(last: str, found: Collection[str], first: str) -> str:
    """The last word of a full name, without the s of a genitive where the name also stands without it."""
    bare = lexicon.stripped(last)
    return bare if bare != last and f"{first} {bare}" in found else last
