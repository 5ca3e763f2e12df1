"""What tells that a name which is also a word is a thing, or a person where only the archive knows of one."""

import re
from dataclasses import dataclass

from arkiv.data.contexts import (
    ANYTHING,
    DONE_BY_MOST,
    INSIDE,
    MONTHS,
    NAMED_AFTER,
    NAMED_THINGS,
    SPEECH,
    STREETS,
    STUFF,
)
from arkiv.redaction.context import Context
from arkiv.redaction.folding import fold
from arkiv.redaction.verbs import is_verb
from arkiv.redaction.words import Word

_MONTHS = frozenset(map(fold, MONTHS))
_STUFF = frozenset(map(fold, STUFF))
_INSIDE = frozenset(map(fold, INSIDE))
_NUMBERED = frozenset(("dag", "hall", "kaj"))
"""First names and surnames that have numbers where they are things."""
_PART_OF_MORE = re.compile(r"[-‑&/]|\s(?:och|eller|&)\s[a-zåäö]|\s[A-ZÅÄÖ]")
_LONGEST_CELL = 200
_LONGEST_NAME = 20


@dataclass(frozen=True, slots=True)
class Evidence:
    """Questions to ask of a word by its number."""

    context: Context

    def is_thing(self, at: int) -> bool:
        """Whether it is what a thing is called, `lokalen Björk`, or one of several: `Dag 2`."""
        context = self.context
        end = context.words[at].end
        if context.words[at].folded in _NUMBERED and re.match(r" \d", context.skeleton.read[end : end + 2]):
            return True
        return at > 0 and context.between(at - 1, at) == " " and fold(context.read(at - 1)) in _THINGS

    def cell(self, at: int) -> list[Word]:
        """The words of the cell it stands in, but not of a row's first; or of a text of one short line."""
        word = self.context.words[at]
        before = self.context.skeleton.read[max(0, word.start - _LONGEST_CELL) : word.start].rpartition("\n")[
            2
        ]
        after = self.context.skeleton.read[word.end : word.end + _LONGEST_CELL].partition("\n")[0]
        inside = len(before.rpartition("|")[2]), len(after.partition("|")[0])
        is_table = "|" in before or "|" in after
        if is_table and not before[: -inside[0] or None].strip(" |"):
            return []
        if not is_table and len(before + after) + word.end - word.start < len(
            self.context.skeleton.read.strip()
        ):
            return []
        near = self.context.words.between(max(0, at - _LONGEST_NAME), at + _LONGEST_NAME)
        return [one for one in near if word.start - inside[0] <= one.start < word.end + inside[1]]

    def names_street(self, at: int) -> bool:
        """Whether it is the first half of what a street is called: `Lars Kaggsgatan`."""
        context = self.context
        if at + 1 == len(context.words) or context.between(at, at + 1) != " ":
            return False
        following = context.read(at + 1)
        if not following[0].isupper():
            return False
        return following.endswith(NAMED_AFTER) or (
            following[-1] == "s" and context.following(at + 1) in STREETS
        )

    def names_person(self, at: int, *, given: bool, genitive: bool) -> bool:
        """Whether it is a person, by its place in the sentence alone.

        Args:
            at: the word's number.
            given: whether it is a first name.
            genitive: whether it is written as a genitive.
        """
        context = self.context
        if not context.reads_as_person(at, genitive=genitive):
            return False
        if context.begins_sentence(at) or context.words[at].folded in _MONTHS:
            if context.words[at].folded in _MONTHS:
                return self.acts_as_person(at)
            return self.acts_as_person(at) or (given and self._is_first_name(at, genitive=genitive))
        return not self._is_part_of_more(at) and not self._is_inside(at)

    def acts_as_person(self, at: int) -> bool:
        """Whether what follows only people do."""
        following = self.context.following(at)
        return is_verb(following) and following not in ANYTHING

    def speaks(self, at: int) -> bool:
        """Whether a sentence, or a part of one, begins with it, and goes on with what only people do."""
        context, following = self.context, self.context.following(at)
        begins = context.begins_sentence(at) or (at > 0 and context.between(at - 1, at) == ", ")
        return begins and following in SPEECH - DONE_BY_MOST and following not in ANYTHING

    def _is_first_name(self, at: int, *, genitive: bool) -> bool:
        """Whether a first name is one here: it owns, stands alone, or does what stuff does not."""
        context = self.context
        does = context.following(at) in DONE_BY_MOST and context.words[at].folded not in _STUFF
        return genitive or does or context.stands_alone(at)

    def _is_part_of_more(self, at: int) -> bool:
        """Whether it is a word of a longer name or goes with small words: `Nya Lund`, `Mark och vatten`."""
        context, word = self.context, self.context.words[at]
        if _PART_OF_MORE.match(context.skeleton.read, word.end):
            return True
        if at == 0 or context.between(at - 1, at) != " " or not context.words[at - 1].capital:
            return False
        return not context.begins_sentence(at - 1) and not context.is_given(at - 1)

    def _is_inside(self, at: int) -> bool:
        """Whether it is a place where something is, as persons hardly are: `vid Hall`."""
        return at > 0 and self.context.words[at - 1].folded in _INSIDE


_THINGS = frozenset(map(fold, NAMED_THINGS))
