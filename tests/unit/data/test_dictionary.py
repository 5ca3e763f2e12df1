"""The dictionary that is made word by word says what spylls' own reader makes of the same files."""

import pytest
from spylls.hunspell import readers
from spylls.hunspell.data.dic import Dic, Word

from arkiv.data import dictionary
from arkiv.data.dictionary import Stems, is_word

FILES = dictionary._FILES  # the files themselves are not public


@pytest.fixture(scope="module")
def read() -> tuple[Dic, Stems]:
    aff, context = readers.read_aff(dictionary._Lines(FILES.with_suffix(".aff")))
    stems = Stems(FILES.with_suffix(".dic").read_text("utf-8"), aff.casing)
    return readers.read_dic(dictionary._Lines(FILES.with_suffix(".dic")), aff=aff, context=context), stems


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
