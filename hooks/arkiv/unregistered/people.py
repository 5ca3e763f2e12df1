"""Names taken apart for comparison: who a word may belong to."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from arkiv.unregistered.lexicon import forms, group

_SPLIT = re.compile(r"[\s,()]+")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, casefolded, and the halves of hyphened ones beside them; no particles."""
    words = [word for word in _SPLIT.split(name.casefold()) if word and word not in group("particles")]
    return tuple(words)


@dataclass(slots=True)
class Names:
    """Full names, found by any word of theirs; a name is a number."""

    by_word: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    full: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, name: str) -> None:
        """Take in one name."""
        words = words_of(name)
        if not words:
            return
        halves = [half for word in words for half in re.split(r"[-‑]", word) if len(half) > 1]
        for part in (*words, *halves):
            self.by_word[part].add(len(self.full))
        self.full.append(words)

    def bearers(self, words: Sequence[str]) -> frozenset[int]:
        """The names that hold all of these words, each as written or without a genitive's s."""
        found: set[int] | None = None
        for word in words:
            holding = {number for form in forms(word) for number in self.by_word.get(form, ())}
            found = holding if found is None else found & holding
        return frozenset(found or ())


def names_of(names: Iterable[str]) -> Names:
    """The names, laid out."""
    laid = Names()
    for name in dict.fromkeys(names):
        laid.add(name)
    return laid
