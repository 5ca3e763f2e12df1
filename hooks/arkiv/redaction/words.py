"""The words of a text: what they are and where they stand, each put together when somebody asks for it."""

from dataclasses import dataclass
from typing import NamedTuple

from arkiv.redaction.lexicon import WORD
from arkiv.redaction.skeleton import Skeleton


class Word(NamedTuple):
    """A run of letters in a skeleton. Scripts without case, and lost letters, are capitals, for safety."""

    folded: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class WordList:
    """All words of a skeleton in order, by number; `folded` and `written` are the same as texts."""

    folded: list[str]
    written: list[str]
    _spans: list[tuple[int, int]]

    @classmethod
    def of(cls, skeleton: Skeleton) -> "WordList":
        """The words of a skeleton."""
        read, folded = skeleton.read, skeleton.folded
        spans = [match.span() for match in WORD.finditer(folded)]
        said = [folded[start:end] for start, end in spans]
        return cls(said, [read[start:end] for start, end in spans], spans)

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._spans)

    def __getitem__(self, at: int) -> Word:
        """One word; a negative number counts from the end."""
        start, end = self._spans[at]
        return Word(self.folded[at], start, end, not self.written[at][0].islower())

    def between(self, first: int, past: int) -> list[Word]:
        """The words from one number to another, the last not included, as far as there are any."""
        return [self[at] for at in range(first, min(past, len(self)))]
