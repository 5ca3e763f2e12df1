"""The stretches of a run that may be names: without the words around them that cannot be in one."""

from collections.abc import Iterator

from arkiv.unregistered import lexicon
from arkiv.unregistered.context import is_bare_subject
from arkiv.unregistered.knowledge import Knowledge
from arkiv.unregistered.runs import Run

_WORDS_OF_ONE_LETTER = "IÅÖ"


def parts(run: Run, knowledge: Knowledge) -> Iterator[Run]:
    """The stretches between words that cannot be in a person's name."""
    first = 0
    opens = run.opens
    while first < len(run.words):
        if not _may_begin(run, first, knowledge, opens=opens and first == 0):
            first += 1
            continue
        last = first + 1
        while last < len(run.words) and not _ends(run, first, last, knowledge):
            last += 1
        yield run.part(first, last)
        first = last


def _may_begin(run: Run, at: int, knowledge: Knowledge, *, opens: bool) -> bool:
    word = run.words[at].text
    following = run.words[at + 1].text if at + 1 < len(run.words) else ""
    if len(word.rstrip(".")) == 1:
        return _is_initial(word, following, knowledge)
    if _in_capitals(word, following):
        return True
    if knowledge.is_innocent(word):
        return False
    if lexicon.is_acronym(word):
        return opens and len(run.words) == 1 and _is_shouted(word)
    return _may_be_name(run, word, following, knowledge, opens=opens)


def _may_be_name(run: Run, word: str, following: str, knowledge: Knowledge, *, opens: bool) -> bool:
    if knowledge.is_given(word):
        return not following or _is_before_name(word, following, knowledge, opens=opens)
    if _is_other(word) and not _is_lent_head(word, following, knowledge):
        return False
    is_subject = opens and not following and is_bare_subject(run, word, knowledge.is_like_a_name)
    return is_subject or not _is_plain(word, following, knowledge, opens=opens)


def _is_lent_head(word: str, following: str, knowledge: Knowledge) -> bool:
    """Whether it is the surname of somebody seen in full, and stands alone: `Jonas Skog`, then `Skog`."""
    return not following and lexicon.is_head_of_people(word) and knowledge.is_surname(word)


def _is_initial(word: str, following: str, knowledge: Knowledge) -> bool:
    if word in _WORDS_OF_ONE_LETTER or not following:
        return False
    return lexicon.is_surname(following) or knowledge.is_lent(following)


def _in_capitals(first: str, second: str) -> bool:
    """Whether two words are a name in capitals, and no row of abbreviations: it begins with a first name."""
    upper = first.isupper() and second.isupper() and min(len(first), len(second)) > 1
    return upper and lexicon.is_first_name(first)


def _is_before_name(word: str, following: str, knowledge: Knowledge, *, opens: bool) -> bool:
    """Whether a first name that may be something else has a name after it: `Maj Ek`, but not `Maj SKR`."""
    if lexicon.is_head(following) or knowledge.may_follow(following):
        return True
    return not (opens and lexicon.is_word(word)) and not lexicon.is_place(word)


def _is_other(word: str) -> bool:
    """A title, a brand, an organisation or a place."""
    return lexicon.is_title(word) or lexicon.is_thing(word) or lexicon.is_head(word) or lexicon.is_place(word)


def _is_plain(word: str, following: str, knowledge: Knowledge, *, opens: bool) -> bool:
    """An ordinary word whose capital is a sentence's, or the first of a thing's name."""
    if not knowledge.is_ordinary(word):
        return False
    if following and not lexicon.is_head(following):
        return True
    if knowledge.is_lent(word):
        return False
    return opens or bool(following) or lexicon.is_definite(word) or lexicon.is_compound(word)


def _ends(run: Run, first: int, at: int, knowledge: Knowledge) -> bool:
    """Whether a name that began at `first` does not go on with the word at `at`."""
    begun, word = run.words[first].text, run.words[at].text
    if "\n" in run.words[at].lead and not knowledge.may_follow(word):
        return True
    if len(word.rstrip(".")) == 1:
        return False
    if _in_capitals(begun, word):
        return lexicon.is_head(word) or lexicon.is_title(word)
    return (
        lexicon.is_acronym(word)
        or knowledge.is_innocent(word)
        or _is_outside(begun, word, at - first, knowledge)
    )


def _is_outside(begun: str, word: str, so_far: int, knowledge: Knowledge) -> bool:
    """Whether a word is no surname here. After a first name nearly any is."""
    given = knowledge.is_given(begun)
    if given and so_far == 1:
        return not knowledge.may_follow(word)
    if lexicon.is_head(word) or lexicon.is_title(word) or lexicon.is_thing(word):
        return True
    plain = knowledge.is_ordinary(word) and (lexicon.is_word(word) or lexicon.is_definite(word))
    return plain and not given and not lexicon.is_surname(word)


def _is_shouted(word: str) -> bool:
    """Whether it is a first name in capitals, and no word: `ANNIKA`."""
    is_long = len(word) > _LONGEST_SIGNATURE and word.isupper()
    return is_long and lexicon.is_first_name(word) and not lexicon.is_word(word)


_LONGEST_SIGNATURE = 3
"""Letters of the signatures and abbreviations that a first name in capitals may be taken for."""
