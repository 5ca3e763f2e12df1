"""The list of forms that are also words holds what it says, in the shape that its readers look up."""

from pathlib import Path

import pytest

from arkiv.audit import audit
from arkiv.audit.findings import FormKind
from arkiv.data.words import ambiguous_forms, ambiguous_groups
from arkiv.policy.secrets import Secrets
from tests.unit.audit.people import hidden


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


def test_a_word_that_begins_like_a_surname_passes_and_a_compound_of_the_surname_does_not(
    tmp_path: Path,
) -> None:
    skolver = Secrets(hidden=(hidden("m-1", "Alexander Skolver"),), named=())
    (tmp_path / "index.html").write_text("<p>Skolverkets råd</p>", encoding="utf-8")
    assert audit(tmp_path, skolver) == ()
    (tmp_path / "index.html").write_text("<p>Skolveravtalets råd</p>", encoding="utf-8")
    assert [one.form for one in audit(tmp_path, skolver)] == [FormKind.COMPOUND]
