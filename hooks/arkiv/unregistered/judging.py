"""Which words of a run are a person's name: trimmed at both ends, then weighed with what stands around them."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from arkiv.unregistered import lexicon
from arkiv.unregistered.context import context_weight, names_a_thing, said_before
from arkiv.unregistered.runs import Run, Word

ENOUGH = 2
"""The weight from which words are taken for a name."""


_CAPITAL_PARTICLES = frozenset("Abu Al Ben Bin De Del Den Der Di Du El La Le Van Von".split())
_MONTHS = frozenset("maj april augusti".split())


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known beside the language: all casefolded.

    `known` are words of people who are registered, `innocent` words and phrases settled as no names or standing
    as organisations, `lent` words of names that were seen in full, `common` words the archive writes in lower case,
    `evidence` what all places of a word weigh together.
    """

    known: Set[str] = frozenset()
    innocent: Set[str] = frozenset()
    lent_given: Set[str] = frozenset()
    lent_surnames: Set[str] = frozenset()
    common: Set[str] = frozenset()
    evidence: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """A run, or part of one, and how much it weighs as a person's name."""

    run: Run
    weight: int

    @property
    def is_placed(self) -> bool:
        """Whether the words before say that a place or a thing follows, for all of a row."""
        return said_before(self.run) < -2 and not lexicon.is_first_name(self.run.words[0].text)


def judged(run: Run, knowledge: Knowledge) -> Iterator[Judged]:
    """The parts of a run that may be names, weighed."""
    if _is_innocent(run, knowledge):
        return
    for part in _parts(run, knowledge):
        yield Judged(part, _weight(part, knowledge, alone=len(part.words) == len(run.words), whole=run))


def _is_innocent(run: Run, knowledge: Knowledge) -> bool:
    said = " ".join(word.text for word in run.words).casefold()
    return any(form in knowledge.innocent for form in lexicon.forms(said))


def _parts(run: Run, knowledge: Knowledge) -> Iterator[Run]:
    """The stretches between words that cannot be in a person's name."""
    first = 0
    opens = run.opens
    while first < len(run.words):
        if _breaks(run, first, knowledge, opens=opens and first == 0):
            first += 1
            continue
        last = first + 1
        while last < len(run.words) and not _ends(run, first, last, knowledge):
            last += 1
        yield run.part(first, last)
        first = last


def _breaks(run: Run, at: int, knowledge: Knowledge, *, opens: bool) -> bool:
    """Whether a word cannot begin a name here."""
    word = run.words[at].text
    following = run.words[at + 1].text if at + 1 < len(run.words) else ""
    if len(word.rstrip(".")) == 1:
        return (
            word in "IÅÖ"
            or not following
            or not (lexicon.is_surname(following) or _is_lent(following, knowledge))
        )
    if _in_capitals(word, following):
        return False
    if lexicon.is_acronym(word) or _is_one_of(word, knowledge.innocent):
        return True
    given = _is_given(word, knowledge)
    if given and following and not lexicon.is_head(following):
        ordinary = opens and lexicon.is_word(word) and not _may_follow(following, knowledge)
        return ordinary or (lexicon.is_place(word) and not _may_follow(following, knowledge))
    if given:
        return False
    if lexicon.is_title(word) or lexicon.is_thing(word) or lexicon.is_head(word):
        return True
    if lexicon.is_place(word):
        return True
    if bool(following) and not lexicon.is_head(following) and _is_ordinary(word, knowledge):
        return True
    return _is_plain(word, knowledge, opens=opens, last=not following)


def _in_capitals(first: str, second: str) -> bool:
    """Whether two words are a name in capitals, and no row of abbreviations: it begins with a first name."""
    return (
        first.isupper()
        and second.isupper()
        and min(len(first), len(second)) > 1
        and lexicon.is_first_name(first)
    )


def _may_follow(word: str, knowledge: Knowledge) -> bool:
    """Whether a word may be a surname, or a second first name."""
    if word in _CAPITAL_PARTICLES:
        return True
    if lexicon.is_acronym(word) or lexicon.is_head(word):
        return False
    return not lexicon.is_title(word) and not (lexicon.is_thing(word) and not _is_lent(word, knowledge))


def _is_plain(word: str, knowledge: Knowledge, *, opens: bool, last: bool) -> bool:
    """An ordinary word whose capital is a sentence's, or a title's."""
    if not _is_ordinary(word, knowledge):
        return False
    if _is_lent(word, knowledge):
        return False
    return opens or lexicon.is_definite(word) or lexicon.is_compound(word) or not last


def _is_ordinary(word: str, knowledge: Knowledge) -> bool:
    if lexicon.is_word(word) or lexicon.is_compound(word):
        return True
    return any(form in knowledge.common for form in lexicon.forms(word))


def _ends(run: Run, first: int, at: int, knowledge: Knowledge) -> bool:
    """Whether a name that began at `first` does not go on with the word at `at`."""
    word, so_far = run.words[at].text, at - first
    if "\n" in run.words[at].lead and not _may_follow(word, knowledge):
        return True
    if len(word.rstrip(".")) == 1:
        return False
    if _in_capitals(run.words[first].text, word):
        return lexicon.is_head(word) or lexicon.is_title(word)
    if lexicon.is_acronym(word) or _is_one_of(word, knowledge.innocent):
        return True
    given = _is_given(run.words[first].text, knowledge)
    if given and so_far == 1:
        return not _may_follow(word, knowledge)
    if lexicon.is_head(word) or lexicon.is_title(word) or lexicon.is_thing(word):
        return True
    plain = _is_ordinary(word, knowledge) and (lexicon.is_word(word) or lexicon.is_definite(word))
    return so_far >= 1 and plain and not lexicon.is_surname(word) and not given


def _is_one_of(word: str, words: Set[str]) -> bool:
    return any(form in words for form in lexicon.forms(word))


def _is_given(word: str, knowledge: Knowledge) -> bool:
    return lexicon.is_first_name(word) or _is_one_of(word, knowledge.lent_given)


def _is_like_a_name(word: str, knowledge: Knowledge) -> bool:
    if not word[0].isupper() or lexicon.is_acronym(word) or lexicon.is_head(word) or lexicon.is_place(word):
        return False
    return _is_given(word, knowledge) or not (_is_ordinary(word, knowledge) or lexicon.is_thing(word))


def _is_lent(word: str, knowledge: Knowledge) -> bool:
    return _is_one_of(word, knowledge.lent_given) or _is_one_of(word, knowledge.lent_surnames)


def _weight(part: Run, knowledge: Knowledge, *, alone: bool, whole: Run) -> int:
    names = [word for word in part.words if len(word.text.rstrip(".")) > 1]
    if not names:
        return -9
    if names_a_thing(part, whole):
        return -9
    if len(names) == 1:
        return _single(part, names[0], knowledge, alone=alone)
    return _several(part, names, knowledge, alone=alone)


def _several(part: Run, names: list[Word], knowledge: Knowledge, *, alone: bool) -> int:
    first, last = names[0].text, names[-1].text
    context = _context_of(part, knowledge)
    if _is_given(first, knowledge):
        return (
            4 + min(context, 0) // 2
            if not lexicon.is_place(first) or context > 0 or lexicon.is_surname(last)
            else 1
        )
    unknown = sum(
        not _is_ordinary(word.text, knowledge) and not lexicon.is_known_proper(word.text) for word in names
    )
    shape = 2 * lexicon.is_surname(last) + any(word.lead.strip() for word in part.words)
    return shape + context + (unknown > 1) + alone - part.opens * (unknown < len(names))


def _single(part: Run, word: Word, knowledge: Knowledge, *, alone: bool) -> int:
    text = word.text
    context = _context_of(part, knowledge)
    ordinary = lexicon.is_word(text)
    if _is_given(text, knowledge):
        return _given(part, text, context, ordinary=ordinary, alone=alone)
    if _is_one_of(text, knowledge.lent_surnames):
        return (2 if ordinary or lexicon.is_place(text) else 3) + context - (part.opens and ordinary)
    weight = context + _pooled(text, knowledge)
    if _is_ordinary(text, knowledge):
        return weight - 1 - part.opens
    weight += lexicon.is_surname(text)
    weight -= lexicon.is_place_shaped(text) and not lexicon.is_surname(text)
    initial = 3 * (len(part.words) > 1)
    return weight + 1 + initial - (not alone)


def _given(part: Run, text: str, context: int, *, ordinary: bool, alone: bool) -> int:
    """A first name alone. One that is also a word opens a sentence as a name only before what people do."""
    if lexicon.is_place(text) or lexicon.is_thing(text):
        return context - 1
    if lexicon.is_kind_of_thing(part.before):
        return 0
    if ordinary and part.opens:
        return context + _reads_as_subject(part, text)
    return (2 if ordinary else 3) + alone


def _reads_as_subject(part: Run, text: str) -> int:
    """A sentence hardly ever begins with the bare form of a noun and a verb, or with its bare genitive and a noun."""
    after = part.following[0]
    if lexicon.is_act(after) or lexicon.is_doing(after):
        return (text.casefold() not in _MONTHS) * (2 if after in lexicon.group("business") else 1)
    genitive = lexicon.is_first_name(lexicon.stripped(text)) and lexicon.stripped(text) != text
    return 2 * (genitive and after[:1].islower() and lexicon.is_word(after) and after not in _LINKING)


_LINKING = frozenset(
    "och samt eller i på från vid om som att men för av med till kan ska är var har hade inte hos under".split()
)


def _pooled(text: str, knowledge: Knowledge) -> int:
    total = sum(knowledge.evidence.get(form, 0) for form in lexicon.forms(text))
    return 2 if total >= 4 else -2 if total <= -4 else 0


def evidence(part: Run, knowledge: Knowledge) -> int:
    """What the words around say of one place; the places of a word are added up over the archive."""
    return max(-4, min(4, _context_of(part, knowledge)))


def _context_of(part: Run, knowledge: Knowledge) -> int:
    return context_weight(part, lambda word: _is_like_a_name(word, knowledge))
