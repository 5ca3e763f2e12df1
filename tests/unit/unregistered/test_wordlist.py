"""The dictionary read for speed says what Hunspell says of simple words."""

import pytest

from arkiv.data.dictionary import is_common_word
from arkiv.unregistered.wordlist import compound_end, is_proper, is_simple


@pytest.mark.parametrize(
    "word", "berg berget stenar snabbast informerade haleh qvist Kommun bilarnas frågor malin xyz".split()
)
def test_simple_words_are_those_of_hunspell(word: str) -> None:
    assert is_simple(word) == is_common_word(word)


@pytest.mark.parametrize("word", ["Malin", "Göteborg", "Lindqvist"])
def test_names_in_the_dictionary_have_a_capital_only(word: str) -> None:
    assert is_proper(word)
    assert not is_proper(word.lower())


@pytest.mark.parametrize(
    ("word", "end"), [("planeringskonferens", "konferens"), ("larmplaner", "planer"), ("qvimla", None)]
)
def test_a_compound_is_told_by_its_last_part(word: str, end: str | None) -> None:
    assert compound_end(word) == end
