"""What the lessons of two builds say differently, so that only texts which hold such a word are read again.

A detector asks its lessons of nothing but words of the text and the same words without a genitive's s, which
begin them. A text with none of the changed words in it, as letters, is therefore read as before.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from arkiv.redaction.skeleton import textual, verbatim
from arkiv.unregistered.judging import elsewhere
from arkiv.unregistered.learning import Lessons
from arkiv.unregistered.lexicon import forms, stripped
from arkiv.unregistered.people import names_of

_MANY = 300
"""Changed words from which all texts are read again: to look for so many takes as long."""

_AS_IT_STANDS = re.compile(r"[A-Za-z0-9ÅÄÖåäöÉéÜü\s.,;:!?()\"'”’–/§*-]*")
"""Texts that say no other words than one sees, but for stars."""

Plain = tuple[tuple[str, ...], Set[str], Set[str], Set[str], Mapping[str, int]]


def plain(lessons: Lessons) -> Plain:
    """Lessons as values that can be kept."""
    return lessons.full, lessons.given, lessons.surnames, lessons.common, lessons.evidence


@dataclass(frozen=True, slots=True)
class Doubts:
    """Tells the texts that may be read otherwise since some words mean something else; None: all of them."""

    words: frozenset[str] | None

    def __call__(self, text: str) -> bool:
        """Whether one of the words stands in a text, markup, entities and case aside."""
        if self.words is None:
            return True
        return bool(self.words) and any(map(self._stand_in, _readings(text)))

    def _stand_in(self, read: str) -> bool:
        return any(map(read.casefold().__contains__, self.words or ()))


def _readings(text: str) -> Iterator[str]:
    yield text.replace("*", "")
    if not _AS_IT_STANDS.fullmatch(text):
        yield textual(text).read
        yield verbatim(text).read


def doubts(before: Plain | None, now: Lessons) -> Doubts:
    """What has changed since earlier lessons; everything where there were none."""
    if before is None:
        return Doubts(None)
    full, given, surnames, common, evidence = before
    words = {
        *_words({*full} ^ {*now.full}),
        *(given ^ now.given),
        *(surnames ^ now.surnames),
        *(common ^ now.common),
        *_weighed_otherwise(evidence, now.evidence),
    }
    return Doubts(frozenset(words) if len(words) <= _MANY else None)


def _words(names: Iterable[str]) -> Iterator[str]:
    for word in names_of(names).by_word:
        yield from forms(word)


def _weighed_otherwise(before: Mapping[str, int], now: Mapping[str, int]) -> Iterator[str]:
    """The forms of which all places together say something else now.

    The places of two forms are added up where one is the other's genitive; then any change is one.
    """
    related = {
        form for one in (before, now) for word in one if stripped(word) != word for form in forms(word)
    }
    for form in before.keys() | now.keys():
        was, is_ = before.get(form, 0), now.get(form, 0)
        if was != is_ and (form in related or elsewhere(was) != elsewhere(is_)):
            yield form
