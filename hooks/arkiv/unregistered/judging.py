"""Which words of a run are a person's name: what is left of it, weighed with what stands around."""

from collections.abc import Iterator
from dataclasses import dataclass

from arkiv.data.contexts import ENGLISH_DEEDS, FUNCTION_WORDS, PLACE_ENDINGS
from arkiv.unregistered import lexicon, verbs
from arkiv.unregistered.context import (
    context_weight,
    is_bare_subject,
    names_a_thing,
    said_before,
    stands_beside,
    stands_beside_things,
)
from arkiv.unregistered.knowledge import Knowledge
from arkiv.unregistered.runs import Run, Word
from arkiv.unregistered.trimming import parts

ENOUGH = 2
"""The weight from which words are taken for a name."""

_NEVER, _SURE = -9, 4
"""What can be no name, and what is a person's beyond doubt."""

_MUCH = 4
"""Evidence from all places of a word that counts for or against it everywhere."""


def elsewhere(total: int) -> int:
    """What all places of a word, added up, say of one of them."""
    return 2 if total >= _MUCH else -2 if total < -ENOUGH else 0


_MONTHS = frozenset("maj april augusti".split())


@dataclass(frozen=True, slots=True)
class Judged:
    """A run, or part of one, and how much it weighs as a person's name."""

    run: Run
    weight: int

    @property
    def is_certain(self) -> bool:
        """Whether nobody need be asked: a first name that is nothing else, or much that tells of a person."""
        first = self.run.words[0].text
        is_name = lexicon.is_first_name(first) and not lexicon.is_word(first)
        return self.weight >= _SURE - is_name

    @property
    def is_placed(self) -> bool:
        """Whether the words before say that a place or a thing follows, for all of a row."""
        return said_before(self.run) < -ENOUGH and not lexicon.is_first_name(self.run.words[0].text)


def judged(run: Run, knowledge: Knowledge) -> Iterator[Judged]:
    """The parts of a run that may be names, weighed."""
    if knowledge.is_innocent(" ".join(word.text for word in run.words)):
        return
    if run.is_handle:
        yield Judged(run, _NEVER if _is_nobodys(run.words[0].text, knowledge) else _SURE)
        return
    if _only_opens(run, knowledge):
        return
    for part in parts(run, knowledge):
        if _is_in_company(part, knowledge):
            yield Judged(part, ENOUGH)
            continue
        weight = _NEVER if names_a_thing(part) else _weight(part, knowledge, len(run.words))
        yield Judged(part, weight)


def _is_in_company(part: Run, knowledge: Knowledge) -> bool:
    """Whether it is one first name, and somebody who is known, or hidden, stands beside it in a row."""
    first = part.words[0].text
    return (
        len(part.words) == 1
        and knowledge.is_given(first)
        and not lexicon.is_place(first)
        and stands_beside(part, knowledge.is_person)
    )


def _only_opens(run: Run, knowledge: Knowledge) -> bool:
    """Whether a sentence in another language begins with one of its words: `Questions were raised`.

    Most such words are somebody's name too (`Grant Miller`, `According to Chase`, `Rose answered`): anywhere
    else, before another capital, or before what people do, they are weighed as any unknown word.
    """
    word = run.words[0].text.casefold()
    if len(run.words) > 1 or not run.opens or word.rstrip("'’") not in knowledge.foreign:
        return False
    return word.endswith(_PLURALS) or run.following[0] not in ENGLISH_DEEDS


_PLURALS = ("s", "s'", "s’")


def _is_nobodys(handle: str, knowledge: Knowledge) -> bool:
    """Whether a handle is a word, a place or a body: `@alla`, `@lerum`."""
    if knowledge.is_innocent(handle) or not handle.isalpha():
        return True
    is_other = knowledge.is_ordinary(handle) or lexicon.is_head(handle) or lexicon.is_thing(handle)
    return not lexicon.is_first_name(handle) and (is_other or lexicon.is_place(handle) or handle.isupper())


def evidence(part: Run, knowledge: Knowledge) -> int:
    """What the words around say of one place; the places of a word are added up over the archive."""
    return max(-_MUCH, min(_MUCH, context_weight(part, knowledge.is_like_a_name)))


def _weight(part: Run, knowledge: Knowledge, words_in_run: int) -> int:
    names = [word for word in part.words if len(word.text.rstrip(".")) > 1]
    if not names:
        return _NEVER
    alone = len(part.words) == words_in_run
    context = context_weight(part, knowledge.is_like_a_name)
    if len(names) > 1:
        return _several(part, names, knowledge, context) + (alone and not knowledge.is_given(names[0].text))
    text = names[0].text
    if knowledge.is_given(text):
        return _given(part, text, context) + alone
    if knowledge.is_surname(text):
        return _surname(part, text, context)
    return _unknown(part, text, knowledge, context) - (0 if alone else _led(part, text, knowledge))


def _led(part: Run, text: str, knowledge: Knowledge) -> int:
    """How much it tells against a name that other capitals stand beside it: `AI Sweden`, `Öppna Spår`.

    A capital straight before may only be a sentence's: `Kontakta Bo`, `Enligt Bo`.
    """
    before = part.before.casefold()
    if lexicon.is_title(before) or before in FUNCTION_WORDS or verbs.is_deed(before + "r"):
        return 0
    is_called = part.before[:1].isupper() and (
        lexicon.is_acronym(part.before) or lexicon.is_thing(part.before)
    )
    if knowledge.is_ordinary(text):  # `Partille Kulturhus`, where the word before is no sentence's first
        return 2 * is_called + 2 * (part.before[:1].isupper() and lexicon.is_place(part.before))
    return 2 * is_called + 1


def _several(part: Run, names: list[Word], knowledge: Knowledge, context: int) -> int:
    first, last = names[0].text, names[-1].text
    if knowledge.is_given(first):
        is_sure = not lexicon.is_place(first) or context > 0 or lexicon.is_surname(last)
        return 4 + min(context, 0) // 2 if is_sure else 1
    unknown = sum(
        not knowledge.is_ordinary(word.text) and not lexicon.is_known_body(word.text) for word in names
    )
    shape = 2 * lexicon.is_surname(last) + any(word.lead.strip() for word in part.words)
    return shape + context + 2 * (unknown > 1) - part.opens * (unknown < len(names))


def _given(part: Run, text: str, context: int) -> int:
    """A first name alone. One that is also a word opens a sentence as a name only before what people do."""
    if lexicon.is_place(text):
        return context - 2
    if lexicon.is_thing(text):  # `Freja` is given the word, and is what people log in with
        asked = verbs.is_deed(part.following[0]) or part.before.casefold() in _GIVEN
        return context + 2 * asked - 2 * stands_beside_things(part)
    if lexicon.is_kind_of_thing(part.before) or _is_day(part, text):
        return -1
    if not lexicon.is_word(text):
        return 3
    return context - 1 + _reads_as_subject(part, text) if part.opens else 2


_GIVEN = frozenset(("till", "åt"))


def _is_day(part: Run, text: str) -> bool:
    """Whether it is a day of the calendar that is called by a name: `stängt på Valborg`."""
    return text.casefold() in _DAYS and part.before.casefold() in _WHEN


_DAYS = frozenset("valborg lucia".split())
_WHEN = frozenset("på före efter under över kring runt vid inför sankta".split())


def _surname(part: Run, text: str, context: int) -> int:
    """The surname alone of somebody seen in full."""
    ordinary = lexicon.is_word(text)
    return (2 if ordinary or lexicon.is_place(text) else 3) + context - (part.opens and ordinary)


def _unknown(part: Run, text: str, knowledge: Knowledge, context: int) -> int:
    """A word that no list has and nobody lent: a name, unless something speaks against it."""
    if _is_shortened(part, text):
        return _NEVER
    weight = context + elsewhere(knowledge.total(text))
    if knowledge.is_ordinary(text):
        return weight + _ordinary(part, text, knowledge)
    return weight + 2 + lexicon.is_surname(text) - _like_a_thing(part, text) + 3 * (len(part.words) > 1)


def _is_shortened(part: Run, text: str) -> bool:
    """Whether a point stands in place of the rest of a word, as in `Uppföljn. av mötet`."""
    if not part.after.startswith(".") or len(text) > _LONGEST_SHORT:
        return False
    lowered = text.casefold()
    ends = [lowered, *(lowered[at:] for at in range(3, len(lowered) - 3) if lexicon.is_word(lowered[:at]))]
    return part.after.startswith(".") and any(
        lexicon.is_word(end + rest) for end in ends for rest in _CUT_OFF
    )


_LONGEST_SHORT = 20
_CUT_OFF = ("ing", "ingar", "are", "ektör", "else", "ande", "eckling", "ation", "ering", "het", "ledare")


def _ordinary(part: Run, text: str, knowledge: Knowledge) -> int:
    """A word with a capital. One that opens a sentence is a surname only as the subject of a deed."""
    is_surname = lexicon.is_word_surname(text)
    if not is_surname and (lexicon.is_definite(text) or lexicon.is_compound(text)):
        return -1 - part.opens
    if part.opens:
        return 2 * is_bare_subject(part, text, knowledge.is_like_a_name) - 2 + is_surname
    return lexicon.is_bare(text) + is_surname


def _like_a_thing(part: Run, text: str) -> int:
    """What in the word, or beside it, is more usual in names of places, companies and systems."""
    return (
        (lexicon.is_place_shaped(text) and not lexicon.is_surname(text))
        + 3 * (lexicon.is_known_body(text) or text.casefold().endswith(PLACE_ENDINGS))
        + 3 * lexicon.is_branded(text)
        + lexicon.is_short_compound(text)
        + 2 * stands_beside_things(part)
    )


def _reads_as_subject(part: Run, text: str) -> int:
    """A sentence hardly ever begins with a noun's bare form and a verb, or its bare genitive and a noun."""
    after = part.following[0]
    if after in _THE_SAME:
        return ENOUGH + 1
    if text.casefold() in _DETERMINERS and after.endswith("er") and not verbs.is_deed(after):
        return 0
    if verbs.is_act(after) or verbs.is_doing(after):
        return (text.casefold() not in _MONTHS) * (2 if after in lexicon.group("business") else 1)
    genitive = lexicon.is_first_name(lexicon.stripped(text)) and lexicon.stripped(text) != text
    return 2 * (genitive and after[:1].islower() and lexicon.is_word(after) and after not in LINKING)


_DETERMINERS = frozenset(("alla", "inga"))
"""First names that a noun in the plural follows where they are none: `Inga planer`."""

_THE_SAME = frozenset("detsamma dito likaså ok okej".split())
"""What is said of another person: `Kalle likaså.`"""

LINKING = lexicon.group("linking")
"""Words that follow a genitive's noun no more than any other."""
