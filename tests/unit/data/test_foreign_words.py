"""Words of other languages are those that are written small, whatever ending they have."""

import pytest

from arkiv.data.foreign_words import foreign_words


@pytest.mark.parametrize("word", ["question", "questions", "steering", "delayed", "unmeasured", "priorities"])
def test_an_english_word_is_known_in_every_form(word: str) -> None:
    assert word in foreign_words("en")


@pytest.mark.parametrize("word", ["anna", "grace", "mark", "miles", "london", "frågor"])
def test_what_people_are_called_names_and_swedish_words_are_none(word: str) -> None:
    assert word not in foreign_words("en")


@pytest.mark.parametrize("language", ["sv", "de"])
def test_swedish_has_a_dictionary_of_its_own_and_other_languages_none(language: str) -> None:
    assert foreign_words(language) == frozenset()
