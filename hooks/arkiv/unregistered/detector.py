"""Text in, person-like names out, or the text without them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from arkiv.redaction.replacement import CONSTANT, Words
from arkiv.redaction.skeleton import Skeleton, textual, verbatim
from arkiv.sources.settlements import Settlements
from arkiv.unregistered import lexicon, verbs
from arkiv.unregistered.finds import Find
from arkiv.unregistered.judging import ENOUGH, LINKING, Judged, judged
from arkiv.unregistered.knowledge import Knowledge
from arkiv.unregistered.learning import Lessons
from arkiv.unregistered.masking import masked
from arkiv.unregistered.people import Names, names_of, words_of
from arkiv.unregistered.runs import Run, runs

_JOINED = re.compile(r",?\s+(?:och|samt|eller)\s+|,\s+|\s?/\s?")


@dataclass(frozen=True, slots=True)
class Seen:
    """A find as a part of a skeleton's text."""

    run: Run
    find: Find


class Detector:
    """Finds people nobody registered. One serves a whole build: it is read only, and knows no page."""

    def __init__(
        self,
        known_names: Iterable[str] = (),
        settled: Settlements | None = None,
        lessons: Lessons | None = None,
        innocent: Iterable[str] = (),
        words: Words | None = None,
    ) -> None:
        """Lay out what is known.

        Args:
            known_names: people who are no news. For `mask`, on text that has been redacted, those who are
                named in the build; for a survey, everybody who is registered.
            settled: what docs/namn.yml says.
            lessons: what the archive's own texts teach.
            innocent: organisations, networks' names and the like, of one word or more.
            words: the constant words of the catalogue.
        """
        self._words = words or Words()
        settled, self._lessons = settled or Settlements(), lessons or Lessons()
        self._known = names_of((*known_names, *settled.always_named, *(one.name for one in settled.members)))
        self._other = names_of(settled.hidden_with_page)
        self._learnt = names_of(self._lessons.full)
        everywhere = frozenset(self._known.by_word)
        self._knowledge = Knowledge(
            known=everywhere,
            innocent=frozenset(
                word.casefold() for word in (*innocent, *settled.not_names, *_constant(self._words))
            ),
            lent_given=self._lessons.given | _firsts(self._other) | _firsts(self._known),
            lent_surnames=self._lessons.surnames | _lasts(self._other) | _lasts(self._known),
            common=self._lessons.common - everywhere,
            evidence=self._lessons.evidence,
            foreign=self._lessons.foreign,
            hidden=frozenset(_hiding(self._words)),
        )

    def find(self, text: str, near: Iterable[str] | None = None) -> tuple[Find, ...]:
        """The person-like names in Markdown or plain text, in order, with their places in it.

        Args:
            text: the text.
            near: names of the people the page knows. A first name or surname alone is taken for theirs;
                without it, for that of any known person.
        """
        return tuple(self._placed(textual(text), near))

    def mask(self, text: str, near: Iterable[str] | None = None) -> str:
        """The text with the constant word for every find, settled other people's names included.

        Masking what is masked changes nothing. What the reader does not see (attributes, comments, titles of
        links) is read as well.

        Args:
            text: Markdown or plain text, after redaction.
            near: as for `find`.
        """
        close = None if near is None else tuple(near)
        while True:
            masked_once = self._masked(text, textual(text), close)
            hidden = verbatim(masked_once)
            if hidden.read != textual(masked_once).read:
                masked_once = self._masked(masked_once, hidden, close)
            if masked_once == text:
                return text
            text = masked_once

    def _masked(self, text: str, skeleton: Skeleton, near: Iterable[str] | None) -> str:
        finds = [one.find for one in self.seen(skeleton.read, near)]
        return masked(text, skeleton, finds, self._words) if finds else text

    def _placed(self, skeleton: Skeleton, near: Iterable[str] | None) -> Iterator[Find]:
        for seen in self.seen(skeleton.read, near):
            start, end = skeleton.source(seen.find.start, seen.find.end)
            yield replace(seen.find, start=start, end=end)

    def seen(self, read: str, near: Iterable[str] | None = None) -> list[Seen]:
        """The finds in a skeleton's readable text."""
        close = None if near is None else _laid_out(tuple(near))
        weighed = [one for run in runs(read) for one in judged(run, self._knowledge)]
        kept = _with_company(weighed, read)
        found = (self._seen(one) for one in kept if not self._is_known(one.run, close))
        return [one for one in found if one is not None]

    def _is_known(self, run: Run, close: Names | None) -> bool:
        words = _words(run)
        if len(words) > 1:
            return bool(self._known.bearers(words)) or " ".join(words) in self._knowledge.innocent
        return bool((self._known if close is None else close).bearers(words))

    def _seen(self, judged: Judged) -> Seen | None:
        run = judged.run
        words = _words(run)
        if any(form in self._knowledge.innocent for form in lexicon.forms(" ".join(words))):
            return None
        settled = bool(self._other.bearers(words))
        group = self._group(words)
        genitive = self._is_genitive(run)
        name = " ".join(run.text[run.start : run.end].split())
        return Seen(run, Find(run.start, run.end, name, group, genitive, settled, judged.is_certain))

    def _group(self, words: Sequence[str]) -> str:
        """The full name it is part of, where there is but one; else the word itself."""
        full = [
            names.full[number] for names in (self._other, self._learnt) for number in names.bearers(words)
        ]
        keys = {_key(" ".join(one)) for one in full}
        return keys.pop() if len(keys) == 1 else _key(" ".join(words))

    def _is_genitive(self, run: Run) -> bool:
        last = run.words[-1].text
        bare = lexicon.stripped(last)
        if (
            bare == last
            or (lexicon.is_first_name(last) and not lexicon.is_first_name(bare))
            or lexicon.is_given(last)
        ):
            return last.casefold().endswith(("s", "x", "z")) and run.following[0] in lexicon.group(
                "belongings"
            )
        if bare + "s" != last or bare.casefold() in self._learnt.by_word or lexicon.is_first_name(bare):
            return True
        after = run.following[0]
        return (
            bool(after)
            and after[0].islower()
            and not verbs.is_act(after)
            and lexicon.is_word(after)
            and after not in LINKING
        )


@lru_cache(maxsize=256)
def _laid_out(names: tuple[str, ...]) -> Names:
    """The names of one page, whose every passage asks for them."""
    return names_of(names)


def _firsts(names: Names) -> frozenset[str]:
    return frozenset(words[0] for words in names.full if len(words) > 1)


def _lasts(names: Names) -> frozenset[str]:
    return frozenset(word for words in names.full for word in words[1:])


def _hiding(words: Words) -> Iterator[str]:
    """The words that stand for people; their last, where there are several: `the participant`."""
    for said in (words.person, words.persons, words.people, words.peoples):
        yield said.rpartition(" ")[2].casefold()


def _constant(words: Words) -> Iterator[str]:
    yield from (getattr(words, name) for name in CONSTANT)


def _words(run: Run) -> tuple[str, ...]:
    """The words of a run, casefolded; initials and particles only where there is nothing else."""
    words = tuple(word.text.rstrip(".").casefold() for word in run.words)
    full = tuple(word for word in words if len(word) > 1 and word not in lexicon.group("particles"))
    return full or words


def _key(name: str) -> str:
    """A name for comparison: no case, no particles, no s of a genitive."""
    return " ".join(lexicon.stripped(word) for word in words_of(name))


def _with_company(weighed: list[Judged], read: str) -> list[Judged]:
    """Those that weigh enough by themselves, or nearly do and stand in a row with one that does.

    A row of places or things is one as a whole: `i Hallby, Kullen och Norrvik`.
    """
    placed = _placed_rows(weighed, read)
    enough = [one.weight - _OF_PLACES * there >= ENOUGH for one, there in zip(weighed, placed, strict=True)]
    for step, order in ((1, range(1, len(weighed))), (-1, range(len(weighed) - 2, -1, -1))):
        for at in order:
            near = not enough[at] and not placed[at] and enough[at - step] and weighed[at].weight >= 0
            if near and _are_joined(weighed[at], weighed[at - step], read):
                enough[at] = True
    return [one for one, kept in zip(weighed, enough, strict=True) if kept]


_OF_PLACES = 2
"""What a row of places takes from the weight of each that follows the first."""


def _placed_rows(weighed: list[Judged], read: str) -> list[bool]:
    placed = [False] * len(weighed)
    for at in range(1, len(weighed)):
        before = weighed[at - 1]
        placed[at] = (placed[at - 1] or before.is_placed) and _are_joined(weighed[at], before, read)
    return placed


def _are_joined(one: Judged, other: Judged, read: str) -> bool:
    """Whether two stand in a row; a single word after a full name and a comma is an organisation's."""
    first, second = sorted((one.run, other.run), key=lambda run: run.start)
    between = read[first.end : second.start]
    if len(between) > _FAR or not _JOINED.fullmatch(between):
        return False
    return not (between.strip() == "," and len(first.words) > 1 and len(second.words) == 1)


_FAR = 12
"""Characters between two in a row."""
