"""The decision, for one text, which of the words that are forms of names are people there."""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field

from arkiv.data.abbreviations import ABBREVIATIONS
from arkiv.redaction.accounts import JOINED_INITIAL
from arkiv.redaction.context import Context
from arkiv.redaction.evidence import Evidence
from arkiv.redaction.folding import fold
from arkiv.redaction.lexicon import Lexicon
from arkiv.redaction.lookup import Hit, Lookup
from arkiv.redaction.roles import is_role

_JOINS = (" ", "' ", "’ ")
_SMALL_LENGTH = 3
"""Letters a name in small letters needs: two are as a rule an abbreviation."""


@dataclass(slots=True)
class Page:
    """The decision, for one text, which of the words found are people."""

    book: Lexicon
    lookup: Lookup
    is_common: Callable[[str], bool]
    context: Context
    found: dict[int, Hit]
    known: Set[str]
    own: set[int]
    sure: dict[int, Hit] = field(default_factory=dict)

    def people(self) -> dict[int, Hit]:
        """The words that are people, by number; misspelt halves and unknown surnames beside them included.

        What stands in a named person's full name (`own`) is not.
        """
        streets = {at for at in self.found if self._is_street(at)}
        self.found = {at: hit for at, hit in self.found.items() if at not in self.own | streets}
        self.sure = {at: hit for at, hit in self.found.items() if hit.sure}
        unsure = {at: hit for at, hit in self.found.items() if not hit.sure}
        # What is decided of one word may decide the next, in either direction.
        for order in (list(unsure), list(reversed(unsure))):
            for at in order:
                if at not in self.sure and self._is_person(at, unsure[at]):
                    self.sure[at] = unsure[at]
                    self.known = self.known | self._people(unsure[at])
        waiting = list(self.sure)
        while waiting:
            added = dict(self._neighbours(waiting.pop()))
            self.sure.update(added)
            waiting += added
        return self.sure

    def _is_street(self, at: int) -> bool:
        """Whether a street is called by this and another's surname: `Lars Kaggsgatan`."""
        if at + 1 in self.found or not Evidence(self.context).names_street(at):
            return False
        own = tuple(part for person in self._people(self.found[at]) for part in self.book.parts_of[person])
        return not self.context.words[at + 1].folded.startswith(own)

    def _people(self, hit: Hit) -> set[str]:
        return {person for part in hit.parts for person in self.book.parts[part].people}

    def _is_person(self, at: int, hit: Hit) -> bool:
        """Whether a word that need not be a name is one here."""
        people = self._people(hit)
        knows = bool(people & self.known)
        if self._has_other_half(at, hit, people):
            return True
        if not self.context.words[at].capital or hit.account:
            is_handle = hit.account or self.context.is_handle(at) or self._has_small_initial(at, people)
            return knows and (
                is_handle or self._is_in_small_company(at, hit) or self._is_written_small(at, hit)
            )
        if self._is_introduced(at, people) or self._shares_surname(at, people):
            return True
        if self.context.is_month(at) or Evidence(self.context).is_thing(at) or self._is_other(at):
            return False
        return self._is_known_person(at, hit) if knows else self._is_known_elsewhere(at, hit)

    def _is_other(self, at: int) -> bool:
        """Whether it is an organisation, or an abbreviation that does nothing: `RUT-avdrag`."""
        read = self.context.read(at)
        is_short = read.isupper() and read.casefold() in ABBREVIATIONS
        return self._is_organization(at) or (is_short and not Evidence(self.context).acts_as_person(at))

    def _is_known_person(self, at: int, hit: Hit) -> bool:
        """Whether a word is a person whom the page knows, by its place in the sentence or its company."""
        context, is_place = self.context, self.context.is_place(self.context.read(at))
        if hit.tail:
            return True
        if is_place and context.before_place_word(at):
            return False
        if context.after_title(at) or context.after_field(at) or self._is_in_company(at):
            return True
        if is_place:
            named_so = any(self.book.parts[part].given or self.book.parts[part].surname for part in hit.parts)
            if context.is_told_of(at) or not named_so or context.is_placed(at):
                return context.is_told_of(at)
        return context.reads_as_person(at, genitive=self._is_genitive(at, hit))

    def _is_known_elsewhere(self, at: int, hit: Hit) -> bool:
        """Whether a word is a person whom only the archive knows: the text itself must say so."""
        context, evidence = self.context, Evidence(self.context)
        if hit.tail:
            return False
        if context.is_place(context.read(at)):
            return context.after_title(at) and evidence.acts_as_person(at)
        if context.after_field(at) or self._is_in_company(at):
            return not context.before_place_word(at)
        given = any(self.book.parts[part].given for part in hit.parts)
        return evidence.names_person(at, given=given, genitive=self._is_genitive(at, hit))

    def _is_organization(self, at: int) -> bool:
        """Whether it is all that a field holds, or a cell after the first, and an organisation's name."""
        return tuple(word.folded for word in Evidence(self.context).cell(at)) in self.book.innocent

    def _has_other_half(self, at: int, hit: Hit, people: set[str]) -> bool:
        """Whether another part of the same person's name stands beside it."""
        for other in self.context.beside(at):
            half = self.found.get(other) or self._misspelt(at, other, people)
            if (
                half
                and half.parts != hit.parts
                and people & self._people(half)
                and self._is_one_name(at, other)
                and not self._is_by_way_of(at, other, hit)
            ):
                return True
        return False

    def _is_by_way_of(self, at: int, other: int, hit: Hit) -> bool:
        """Whether a small first name after a surname is the word it is too: `Ek per e-post`."""
        words, given = self.context.words, any(self.book.parts[part].given for part in hit.parts)
        return other < at and given and words[other].capital and not words[at].capital

    def _misspelt(self, at: int, other: int, people: set[str]) -> Hit | None:
        """A word that may be a misspelt part of these people's names, since another part stands beside it."""
        if other in self.own or not self.context.words[other].capital:
            return None
        if "," in self.context.between(*sorted((at, other))):
            return None
        near = self.lookup.near(self.context.words[other].folded)
        parts = frozenset(part for part in near if self.book.parts[part].people & people)
        return Hit(parts, exact=False) if parts else None

    def _is_one_name(self, at: int, other: int) -> bool:
        """Not so two words in a list: `sten, berg och grus`."""
        first, second = sorted((at, other))
        if "," not in self.context.between(first, second):
            return True
        return self.context.words[first].capital and self.context.words[second].capital

    def _is_introduced(self, at: int, people: set[str]) -> bool:
        """Whether a title, a particle, an @, an initial of theirs or another first name stands before it."""
        context = self.context
        initials = {context.initial_before(at), context.initial_after(at)} - {""}
        if any(initial in self.book.initials[person] for person in people for initial in initials):
            return True
        if at > 0 and context.is_given(at - 1) and context.between(at - 1, at) == " ":
            return not context.before_place_word(at)
        if context.is_place(context.read(at)):
            return context.is_handle(at) and bool(people & self.known)
        return context.after_title(at) or context.after_particle(at) or context.is_handle(at)

    def _shares_surname(self, at: int, people: set[str]) -> bool:
        """Whether it is the first of `Sten och Eva Berg`."""
        for other in self.context.listed(at):
            last = self.found.get(other + 1)
            if (
                other > at
                and last
                and self.context.between(other, other + 1) == " "
                and people & self._people(last)
            ):
                return True
        return False

    def _is_genitive(self, at: int, hit: Hit) -> bool:
        end = self.context.words[at].end
        return hit.genitive or bool(
            re.match(r"(?:['’´](?:s\b)?|:s\b)", self.context.skeleton.read[end : end + 3])
        )

    def _is_in_company(self, at: int) -> bool:
        """Whether other people stand in a list with it."""
        return any(other in self.sure or self.context.is_given(other) for other in self.context.listed(at))

    def _has_small_initial(self, at: int, people: set[str]) -> bool:
        """Whether an initial of theirs is joined to it: `m.ek`."""
        start = self.context.words[at].start
        joined = JOINED_INITIAL.search(self.context.skeleton.folded[max(0, start - 3) : start])
        return joined is not None and any(
            joined["letters"] in self.book.initials[person] for person in people
        )

    def _is_in_small_company(self, at: int, hit: Hit) -> bool:
        """Whether it is a first name in small letters beside another: `anna och karl`."""
        given = hit.exact and any(self.book.parts[part].given for part in hit.parts)
        others = (other for other in self.context.listed(at) if other in self.sure)
        return given and any(not self.context.words[other].capital for other in others)

    def _is_written_small(self, at: int, hit: Hit) -> bool:
        """Whether it is a first name in small letters: no word, as `ola`, or it speaks: `lena svarar`."""
        read = self.context.read(at)
        if not hit.exact or not any(self.book.parts[part].given for part in hit.parts):
            return False
        is_word = self.lookup.is_word(read) or any(map(self.is_common, hit.parts))
        return (len(read) >= _SMALL_LENGTH and not is_word) or Evidence(self.context).speaks(at)

    def _neighbours(self, at: int) -> Iterator[tuple[int, Hit]]:
        """Words beside a hit that belong to it: a misspelt half of the same name, an unknown surname."""
        people = self._people(self.sure[at])
        for other in self.context.beside(at):
            if other in self.sure or other in self.own or not self.context.words[other].capital:
                continue
            half = self._misspelt(at, other, people)
            if half and half.parts - self.sure[at].parts:
                yield other, half
            elif self._is_rest_of_name(at, other):
                yield other, Hit(exact=False)

    def _is_rest_of_name(self, at: int, other: int) -> bool:
        """A capitalised word that is no word: after a given name a surname, before a surname a given name."""
        if self.context.between(*sorted((at, other))) not in _JOINS or abs(at - other) > 1:
            return False
        if other > at and self.context.is_grown(other) and not self._is_beginning(at, other):
            return False
        given = any(self.book.parts[part].given for part in self.sure[at].parts)
        read = self.context.read(other)
        if other < at:
            return not given and (self.context.is_given(other) or self._is_nickname(read))
        if given and self._is_beginning(at, other):
            return True
        return given and len(read) > 2 and self._is_no_word(read)

    def _is_no_word(self, read: str) -> bool:
        return not self.lookup.is_word(read.casefold()) and not self.context.is_place(read)

    def _is_nickname(self, read: str) -> bool:
        """Whether a word before a surname may be what somebody is called, which ends in a vowel: `Lasse`."""
        looks_so = len(read) > 3 and read[-1] in "aeioy" and read[1:].islower()
        return looks_so and self._is_no_word(read) and not is_role(fold(read))

    def _is_beginning(self, at: int, other: int) -> bool:
        """Whether a word is short for the rest of the same name: `Malin Åk.`, `Göran WT`."""
        word, people = self.context.words[other], self._people(self.sure[at])
        if self.context.read(other).isupper() and 1 < len(word.folded) < 4:
            return all(any(one in self.book.initials[person] for person in people) for one in word.folded)
        parts = {part for one in people for part in self.book.parts_of[one]}
        shortened = self.context.skeleton.read[word.end : word.end + 1] == "."
        if len(word.folded) < 2 or (len(word.folded) > 3 and not shortened):
            return False
        if any(part.startswith(word.folded) for part in parts):
            return True
        is_word = self.lookup.is_word(word.folded)
        return not is_word and any(_is_short_for(word.folded, part) for part in parts)


def _is_short_for(short: str, whole: str) -> bool:
    """Whether it has letters of the whole in their order, the first of all before the others: `Bm`, `Bgm`."""
    rest = iter(whole)
    return short[0] == whole[0] and all(letter in rest for letter in short)
