"""What the words around a word say of it: whether `Sten` is a person here, or a stone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from arkiv.data.contexts import PLACE_AFTER, SPEECH, TITLES
from arkiv.redaction.folding import fold
from arkiv.redaction.lexicon import PARTICLES
from arkiv.redaction.skeleton import Skeleton

_SPEECH = frozenset(map(fold, SPEECH))
_TITLES = frozenset(map(fold, TITLES))
_PLACE_AFTER = frozenset(map(fold, PLACE_AFTER))
_SENTENCE_END = re.compile(r"(?:^|[.!?:;|\n\"”»•–—#>(\[]|^[-*+] |\d[.)])[\s\"”»“#>*+(\[-]*$")
_VERB = re.compile(r"[a-z]{2,}(?:ar|er|ade|te|de|as|es)")
_CLOSE = re.compile(r"[\s.,·’'\-‐‑–_@+/]{1,4}")
_FULL_STOP = re.compile(r"\.\s")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters in a skeleton."""

    folded: str
    start: int
    end: int
    capital: bool


def are_close(skeleton: Skeleton, one: Word, other: Word) -> bool:
    """Whether two words in order may be parts of one name; a full stop parts them unless it ends an initial."""
    gap = skeleton.read[one.end : other.start]
    if not _CLOSE.fullmatch(gap) or gap.count("\n") > 1:
        return False
    return not _FULL_STOP.search(gap) or one.end - one.start <= 2


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a text, and questions to ask of each by its number."""

    skeleton: Skeleton
    words: list[Word]
    is_place: Callable[[str], bool]

    def beside(self, at: int) -> Iterator[int]:
        """The next words on both sides that are no particles or initials, as far as nothing parts them."""
        for step in (-1, 1):
            other = at + step
            while self._joined(other, other - step) and self._says_nothing(other):
                other += step
            if self._joined(other, other - step):
                yield other

    def _says_nothing(self, at: int) -> bool:
        return self.words[at].folded in PARTICLES or len(self.words[at].folded) == 1

    def _joined(self, one: int, other: int) -> bool:
        first, second = sorted((one, other))
        return first >= 0 and second < len(self.words) and are_close(self.skeleton, self.words[first], self.words[second])

    def after_title(self, at: int) -> bool:
        """Whether a title stands straight before."""
        return at > 0 and self.words[at - 1].folded in _TITLES and self._space_before(at)

    def is_handle(self, at: int) -> bool:
        """Whether an @ stands straight before."""
        start = self.words[at].start
        return start > 0 and self.skeleton.read[start - 1] == "@"

    def reads_as_person(self, at: int, *, genitive: bool) -> bool:
        """Whether a capitalised word that may also be something else is a person by its place in the sentence.

        A sentence hardly ever begins with the bare genitive of a common noun, so one that does is a name's.
        """
        word = self.words[at]
        read = self.skeleton.read[word.start : word.end]
        if self.is_place(read) or self.is_place(read.removesuffix("s")):
            return False
        if not genitive and self._before_place_word(at):
            return False
        return not self._begins_sentence(at) or genitive or self._acts(at) or self._stands_alone(at)

    def _before_place_word(self, at: int) -> bool:
        after = at + 1
        return after < len(self.words) and self.words[after].folded in _PLACE_AFTER and self._space_before(after)

    def _begins_sentence(self, at: int) -> bool:
        start = self.words[at].start
        return bool(_SENTENCE_END.search(self.skeleton.read[max(0, start - 40) : start])) or start == 0

    def _acts(self, at: int) -> bool:
        """Whether what follows is what people do, or another person."""
        following = [word.folded for word in self.words[at + 1 : at + 3]]
        if not following:
            return False
        if following[0] in ("och", "samt"):
            return len(following) > 1 and self.words[at + 2].capital
        return following[0] in _SPEECH or bool(_VERB.fullmatch(following[0]))

    def _stands_alone(self, at: int) -> bool:
        """Whether the word is all there is in its line or cell, or a speaker's label."""
        word = self.words[at]
        after = self.skeleton.read[word.end : word.end + 6]
        return bool(re.match(r"\s*(?:$|\n|\||:|–|-\s)|, som\b", after))

    def _space_before(self, at: int) -> bool:
        between = self.skeleton.read[self.words[at - 1].end : self.words[at].start]
        return between.isspace() and between.count("\n") < 2
