"""The dictionary that is made word by word says what spylls' own reader makes of the same files."""

import pytest
from spylls.hunspell import readers
from spylls.hunspell.algo.lookup import Lookup
from spylls.hunspell.data.dic import Dic, Word

from arkiv.data import dictionary
from arkiv.data.dictionary import Stems, entries, is_word

_ENDINGS = ("", "s", "n", "arnas", "het", "qv")
FILES = dictionary._FILES  # the files themselves are not public


@pytest.fixture(scope="module")
def read() -> tuple[Dic, Stems]:
    aff, context = readers.read_aff(dictionary.Lines(FILES.with_suffix(".aff")))
    stems = Stems(entries(), aff.casing)
    return readers.read_dic(dictionary.Lines(FILES.with_suffix(".dic")), aff=aff, context=context), stems


def _told(words: list[Word]) -> list[tuple[object, ...]]:
    return [(word.stem, word.flags, word.captype, word.data, word.alt_spellings) for word in words]


def test_every_entry_is_the_one_that_spylls_reads(read: tuple[Dic, Stems]) -> None:
    theirs, ours = read
    assert len(theirs.index) > 100_000
    assert not [stem for stem in theirs.index if _told(ours.homonyms(stem)) != _told(theirs.homonyms(stem))]


@pytest.mark.parametrize("lowered", ["malin", "göteborg", "eu", "sten", "q", "å", "finnsinte"])
def test_entries_are_found_in_any_case_as_spylls_finds_them(read: tuple[Dic, Stems], lowered: str) -> None:
    # spylls tells a word once for each of its letters that is the one asked for.
    theirs, ours = ({word.stem for word in one.homonyms(lowered, ignorecase=True)} for one in read)
    assert ours == theirs


def test_what_has_no_entry_is_no_word(read: tuple[Dic, Stems]) -> None:
    assert read[1].homonyms("qvimla") == []
    assert not is_word("qvimla")


def test_words_and_forms_are_those_that_spylls_itself_finds(read: tuple[Dic, Stems]) -> None:
    theirs = Lookup(dictionary._lookup().aff, read[0])
    stems = [stem for stem in list(read[0].index)[::4001] if stem]
    made = [stem[: len(stem) - cut] + ending for stem in stems for cut in (0, 1) for ending in _ENDINGS]
    found = {word: is_word(word) for word in made}
    assert {True, False} == {*found.values()}
    assert found == {word: bool(theirs(word)) for word in made}
