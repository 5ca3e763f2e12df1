"""The list of forms that are also words holds what it says, in the shape that its readers look up."""

import pytest

from arkiv.data.words import ambiguous_forms, ambiguous_groups


def test_all_municipalities_and_regions_are_on_the_list() -> None:
    groups = ambiguous_groups()
    assert {"ale", "lilla edet", "upplands-bro", "östra göinge", "övertorneå"} <= groups["municipalities"]
    assert {"skåne", "västra götaland", "jämtland"} <= groups["regions"]


@pytest.mark.parametrize(
    "word", ["sten", "björn", "maj", "berg", "ström", "göinge", "ordförande", "september"]
)
def test_words_places_months_and_roles_are_ambiguous(word: str) -> None:
    assert word in ambiguous_forms()


@pytest.mark.parametrize(
    "name", ["håkan", "måns", "sofia", "anna", "lindqvist", "andersson", "kerstin", "lars"]
)
def test_what_is_only_a_name_is_not_ambiguous(name: str) -> None:
    assert name not in ambiguous_forms()


def test_forms_are_casefolded() -> None:
    assert all(form == form.casefold().strip() for form in ambiguous_forms())
