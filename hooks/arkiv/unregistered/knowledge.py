"""What is known beside the language, and what a word is in the light of it."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from arkiv.unregistered import lexicon

_CAPITAL_PARTICLES = frozenset("Abu Al Ben Bin De Del Den Der Di Du El La Le Van Von".split())


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All casefolded.

    `known` are words of people who are registered, `innocent` words and phrases settled as no names or
    standing as organisations, `lent` words of names that were seen in full, `common` words the archive
    writes in lower case, `evidence` what all places of a word weigh together, `foreign` words of the
    archive's language where that is not Swedish, `hidden` the words that stand in place of names.
    """

    known: Set[str] = frozenset()
    innocent: Set[str] = frozenset()
    lent_given: Set[str] = frozenset()
    lent_surnames: Set[str] = frozenset()
    common: Set[str] = frozenset()
    evidence: Mapping[str, int] = field(default_factory=dict)
    foreign: Set[str] = frozenset()
    hidden: Set[str] = frozenset()

    def is_innocent(self, said: str) -> bool:
        """Whether a word or phrase is nobody."""
        return _is_one_of(said, self.innocent)

    def is_person(self, word: str) -> bool:
        """Whether it is the first name of somebody who is known, or stands in place of a name.

        One that is also a word proves nothing.
        """
        lowered = word.casefold()
        is_known = lowered in self.known and lexicon.is_first_name(word) and not lexicon.is_word(word)
        return lowered in self.hidden or is_known

    def is_given(self, word: str) -> bool:
        """Whether it is a first name, by the list or by a full name somewhere."""
        return lexicon.is_first_name(word) or _is_one_of(word, self.lent_given)

    def is_surname(self, word: str) -> bool:
        """Whether it is the surname of somebody seen in full."""
        return _is_one_of(word, self.lent_surnames)

    def is_lent(self, word: str) -> bool:
        """Whether it is part of a name seen in full."""
        return _is_one_of(word, self.lent_given) or self.is_surname(word)

    def is_ordinary(self, word: str) -> bool:
        """Whether it is a word like others, in Swedish or in this archive."""
        return lexicon.is_word(word) or lexicon.is_compound(word) or _is_one_of(word, self.common)

    def is_like_a_name(self, word: str) -> bool:
        """Whether a capitalised word may be somebody.

        All people who are known look alike here: what is learnt of the word beside a hidden name must not
        depend on the name.
        """
        if _is_one_of(word, self.known):
            return True
        if (
            not word[0].isupper()
            or lexicon.is_acronym(word)
            or lexicon.is_head(word)
            or lexicon.is_place(word)
        ):
            return False
        return self.is_given(word) or not (self.is_ordinary(word) or lexicon.is_thing(word))

    def may_follow(self, word: str) -> bool:
        """Whether a word after a first name may be a surname, or a second first name."""
        if word in _CAPITAL_PARTICLES:
            return True
        if word.casefold() in lexicon.group("elements"):
            return True
        if lexicon.is_acronym(word) or lexicon.is_title(word):
            return False
        if lexicon.is_head(word):
            return lexicon.is_head_of_people(word)
        return not lexicon.is_thing(word) or self.is_lent(word)

    def total(self, word: str) -> int:
        """What all places of the word weigh together."""
        return sum(self.evidence.get(form, 0) for form in lexicon.forms(word))


def _is_one_of(word: str, words: Set[str]) -> bool:
    return any(form in words for form in lexicon.forms(word))
