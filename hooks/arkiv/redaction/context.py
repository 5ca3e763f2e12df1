"""What the words around a word say of it: whether `Sten` is a person here, or a stone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from arkiv.data.contexts import (
    BY_WHOM,
    FORM_WORDS,
    MONTH_BEFORE,
    MONTHS,
    PLACE_AFTER,
    PLACE_BEFORE,
    STANCES,
    TITLES,
)
from arkiv.data.first_names import first_names
from arkiv.data.openings import WEEKDAYS
from arkiv.redaction.folding import fold
from arkiv.redaction.lexicon import NOBLE, PARTICLES
from arkiv.redaction.lists import listed
from arkiv.redaction.opening import opens_as_word
from arkiv.redaction.roles import is_role
from arkiv.redaction.skeleton import Skeleton
from arkiv.redaction.standing import stands_alone
from arkiv.redaction.verbs import is_sure_verb, is_verb
from arkiv.redaction.words import Word, WordList

_PLACE_BEFORE = frozenset(map(fold, PLACE_BEFORE)) - {"av", "for", "hos", "mot"}
_TITLES = frozenset(map(fold, TITLES))
_PLACE_AFTER = frozenset(map(fold, PLACE_AFTER))
_MONTHS = frozenset(map(fold, MONTHS))
_MONTH_BEFORE = frozenset(map(fold, MONTH_BEFORE))
_FORM_WORDS = frozenset(map(fold, FORM_WORDS))
_GIVEN = frozenset(map(fold, first_names()))
_SENTENCE_END = re.compile(r"(?:^|[.!?:;|\n\"”»•–—#>(\[]|\d[.)])[\s\"”»“#>*+(\[-]{0,40}$")
_ASIDE = re.compile(r"\s?\([^()\n]{1,80}\)|[\"”»]")
_TOLD = re.compile(r"\s\((?P<said>[^\W\d_]+)|, (?P<role>[^\W\d_]+)(?:,|\n|$| i )")
_CLOSE = re.compile(r"[\s.,·’'\-‐‑–_@+/]{1,4}")
_SAINT = re.compile(r"(?<!\w)(?:S:ta?|Sankta?)[ \u00a0]$")
_BULLET = re.compile(r"\n\s*[-+–]\s")
_ABBREVIATED = re.compile(r"(?P<said>[^\W\d_]+)\.\s$")
_FULL_STOP = re.compile(r"\.\s")
_DAY_BEFORE = re.compile(r"(?<![\n.])(?<!^)\b\d{1,2}[.:]?\s?$|^\d{1,2}[:]?\s?$")
_WEEK_BEFORE = re.compile(r"(?<!\w)v\.?\s?\d{1,2}:?\s$")
_DAY_AFTER = re.compile(r" ?[-–]? ?\d(?!\d[:.]\d\d\s*(?:$|\n))")
_OTHER_DATE = re.compile(r" \d{1,2}(?:[-–]\d{1,2})? (?P<month>\w+)")
_HYPHENS = ("-", "–")
_FROM = frozenset(("fran", "hos", "i", "pa", "vid"))
_DETERMINERS = frozenset(("alla", "inga"))
"""First names that a noun in the plural follows where they are none: `Inga ändringar`."""


def are_close(skeleton: Skeleton, one: Word, other: Word) -> bool:
    """Whether two words in order may be parts of one name; a full stop parts them, but after an initial."""
    gap = skeleton.read[one.end : other.start]
    if not _CLOSE.fullmatch(gap) or gap.count("\n") > 1 or _BULLET.search(gap):
        return False
    return not _FULL_STOP.search(gap) or one.end - one.start < 2


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a text, and questions to ask of each by its number."""

    skeleton: Skeleton
    words: WordList
    is_place: Callable[[str], bool]

    def read(self, at: int) -> str:
        """A word as it is written."""
        return self.words.written[at]

    def between(self, one: int, other: int) -> str:
        """What stands between two words."""
        return self.skeleton.read[self.words[one].end : self.words[other].start]

    def beside(self, at: int) -> Iterator[int]:
        """The next words on both sides that are no particles or initials, as far as nothing parts them."""
        for step in (-1, 1):
            other = at + step
            while self.are_close(other, other - step) and self.says_nothing(other):
                other += step
            if self.are_close(other, other - step):
                yield other

    def says_nothing(self, at: int) -> bool:
        """A particle or an initial; the words `i`, `å` and `o` in small letters are neither."""
        read = self.read(at)
        return self.words[at].folded in PARTICLES or (len(read) == 1 and read not in ("i", "å", "o"))

    def are_close(self, one: int, other: int) -> bool:
        """Whether two neighbouring words, in either order, may be parts of one name."""
        first, second = sorted((one, other))
        if first < 0 or second >= len(self.words):
            return False
        return are_close(self.skeleton, self.words[first], self.words[second])

    def listed(self, at: int) -> Iterator[int]:
        """The words that a comma, a slash or `och` joins with this one."""
        return listed(self.skeleton.read, self.words, at)

    def is_given(self, at: int) -> bool:
        """Whether a word is a first name that is hardly anything else."""
        word = self.words[at]
        return word.capital and word.folded in _GIVEN and not self.is_place(self.read(at))

    def initial_before(self, at: int) -> str:
        """The initial that stands straight before, folded; empty where there is none."""
        before = self.words[at - 1] if at > 0 else None
        if before is None or not before.capital or before.end - before.start > 1:
            return ""
        return before.folded if self.are_close(at - 1, at) else ""

    def initial_after(self, at: int) -> str:
        """The initial that stands straight after, or after a comma, folded; empty where there is none."""
        after = self.words[at + 1] if at + 1 < len(self.words) else None
        if (
            after is None
            or not after.capital
            or after.end - after.start > 1
            or not (self.space_before(at + 1) or self.between(at, at + 1) == ", ")
        ):
            return ""
        return after.folded

    def after_field(self, at: int) -> bool:
        """Whether it is what a field for people holds."""
        label = self.words[at - 1].folded if at > 0 else ""
        if not is_role(label):
            return False
        return bool(re.fullmatch(r"[\s*]*:[\s*]*", self.between(at - 1, at)))

    def is_grown(self, at: int) -> bool:
        """Whether a hyphen and a noun follow straight: `Excel-ark`."""
        end = self.words[at].end
        return bool(re.match(r"[-‑–][a-zåäö]", self.skeleton.read[end : end + 2]))

    def is_saint(self, at: int) -> bool:
        """Whether it is a saint, after whom churches, squares and hospitals are called: `S:t Eriks torg`."""
        start = self.words[at].start
        return bool(_SAINT.search(self.skeleton.read[max(0, start - 10) : start]))

    def after_particle(self, at: int) -> bool:
        """Whether `von` or the like stands straight before."""
        return at > 0 and self.words[at - 1].folded in NOBLE and self.space_before(at)

    def after_title(self, at: int) -> bool:
        """Whether a title stands straight before."""
        return at > 0 and self.words[at - 1].folded in _TITLES and self.space_before(at)

    def is_handle(self, at: int) -> bool:
        """Whether an @ stands straight before or after."""
        word, read = self.words[at], self.skeleton.read
        return read[word.start - 1 : word.start] == "@" or read[word.end : word.end + 1] == "@"

    def is_month(self, at: int) -> bool:
        """Whether a word is a month, by the number or the preposition beside it."""
        if self.words[at].folded not in _MONTHS:
            return False
        start, end = self.words[at].start, self.words[at].end
        after = self.skeleton.read[end : end + 24]
        before = at > 0 and self.words[at - 1].folded in _MONTH_BEFORE and self.space_before(at)
        to_another = at + 1 < len(self.words) and self.words[at + 1].folded in _MONTHS and self.is_grown(at)
        other = _OTHER_DATE.match(after)
        is_dated = _DAY_AFTER.match(after) and not (other and other["month"] in MONTHS)
        return bool(before or to_another or is_dated or self._is_after_day(start))

    def _is_after_day(self, start: int) -> bool:
        """Whether a number of a day stands before: `27 maj`, but `v. 27 Maj` is whose week it is."""
        before = self.skeleton.read[max(0, start - 14) : start]
        return bool(_DAY_BEFORE.search(before)) and not _WEEK_BEFORE.search(before)

    def reads_as_person(self, at: int, *, genitive: bool) -> bool:
        """Whether a capitalised word that may be something else is a person by its place in the sentence.

        A sentence hardly ever begins with the bare genitive of a common noun, so one that does is a name's.
        """
        if self.is_month(at) or (not genitive and (self._is_form_word(at) or self.before_place_word(at))):
            return False
        if self._is_shouted(at):
            does = at + 1 < len(self.words) and is_verb(self.read(at + 1).casefold())
            return does or (genitive and not self.before_place_word(at))
        if not self.begins_sentence(at) or genitive or self.acts(at) or self.stands_alone(at):
            return True
        return not self.is_place(self.read(at)) and not opens_as_word(self, at)

    def is_placed(self, at: int) -> bool:
        """Whether a word that is also a place stands as one: after a preposition, or among other places."""
        if at > 0 and self.words[at - 1].folded in _PLACE_BEFORE:
            return True
        beside = (other for other in (at - 1, at + 1) if 0 <= other < len(self.words))
        hyphened = [one for one in beside if self.between(*sorted((at, one))) in _HYPHENS]
        others = [*self.listed(at), *hyphened]
        return any(self.words[other].capital and self.is_place(self.read(other)) for other in others)

    def _is_form_word(self, at: int) -> bool:
        """Whether it heads a column or a line of a form: `Dag | Tid | Plats`, `Dag: fredag`."""
        end = self.words[at].end
        near = [self.words[other].folded for other in (at - 1, at + 1) if 0 <= other < len(self.words)]
        found = re.match(r":\s*(\w+)", self.skeleton.read[end : end + 16])
        day = found[1] if found else ""
        is_date = day[:1].isdigit() or day.endswith("dag") or day in WEEKDAYS
        return is_date or any(word in _FORM_WORDS for word in near)

    def _is_shouted(self, at: int) -> bool:
        """Whether it stands in capitals among capitals, which then say nothing."""
        around = [self.read(other) for other in (at - 1, at, at + 1) if 0 <= other < len(self.words)]
        return len(around) > 1 and all(word.isupper() and len(word) > 1 for word in around)

    def before_place_word(self, at: int) -> bool:
        """Whether `kommun` or the like follows straight."""
        after = at + 1
        return (
            after < len(self.words) and self.words[after].folded in _PLACE_AFTER and self.space_before(after)
        )

    def begins_sentence(self, at: int) -> bool:
        """Whether a sentence, a line, a cell or what is in parentheses begins with it."""
        start = self.words[at].start
        before = self.skeleton.read[max(0, start - 40) : start]
        short = _ABBREVIATED.search(before)
        goes_on = short is not None and short["said"].casefold() in BY_WHOM
        return start == 0 or bool(not goes_on and _SENTENCE_END.search(before))

    def acts(self, at: int) -> bool:
        """Whether what follows is what people do, or another person."""
        following = self.following(at)
        if following in ("och", "samt", "and"):
            return at + 2 < len(self.words) and self.words[at + 2].capital
        if following in STANCES:
            return True
        does = is_verb(following) and (self.words[at].folded not in _DETERMINERS or is_sure_verb(following))
        return does or self._comes_from_somewhere(at + 1)

    def following(self, at: int) -> str:
        """The next word after no more than a space, or after what stands in parentheses; empty if none."""
        aside = _ASIDE.match(self.skeleton.read, self.words[at].end)
        end = aside.end() if aside else self.words[at].end
        after = next((one for one in range(at + 1, len(self.words)) if self.words[one].start >= end), at)
        gap = self.skeleton.read[end : self.words[after].start]
        return self.read(after).casefold() if gap.isspace() and gap.count("\n") < 2 else ""

    def _comes_from_somewhere(self, at: int) -> bool:
        """Whether it is the `i` of `Hans i Norrvik`, and not that of `Ström i Kvarnskolans matsal`."""
        if at + 1 >= len(self.words) or not (self.space_before(at) and self.space_before(at + 1)):
            return False
        if self.words[at].folded not in _FROM:
            return False
        where = self.read(at + 1)
        return self.words[at + 1].capital and (self.is_place(where) or not where.endswith("s"))

    def is_told_of(self, at: int) -> bool:
        """Whether a role follows: `Hofors (kommundirektör)`, `Hofors, kommundirektör, svarar`."""
        told = _TOLD.match(self.skeleton.read, self.words[at].end)
        return told is not None and is_role(fold(told["said"] or told["role"]))

    def stands_alone(self, at: int) -> bool:
        """Whether the word is all there is in its line or cell, or what follows is said of people."""
        return stands_alone(self, at)

    def space_before(self, at: int) -> bool:
        """Whether no more than a space, or a line's end, stands before it."""
        between = self.between(at - 1, at)
        return between.isspace() and between.count("\n") < 2
