"""Whose address is shown where names are not: an organisation's, and nobody else's."""

import pytest

from arkiv.policy.secrets import Secrets
from tests.unit.redaction.rosters import person, redactor

STRANGERS = redactor(Secrets((), ()))
OFFICES = """
    info@norrvik.example kansli@norrvik.example registrator@sjohult.example kommun@norrvik.example
    norrkoping.kommun@norrkoping.example socialforvaltningen@norrvik.example registrator.2@norrvik.example
    kundtjanst@norrvik.example
""".split()
PEOPLE = """
    gunvald.stormhed@norrvik.example gunvald@norrvik.example gs@norrvik.example gs77@norrvik.example
    kommundirektor@norrvik.example info.gunvald@norrvik.example stormhed@stormhed.example 7734@norrvik.example
    norrkoping@norrkoping.example gunvald_at_info@norrvik.example
""".split()


@pytest.mark.parametrize("address", OFFICES)
def test_the_address_of_an_office_is_shown_at_every_level(address: str) -> None:
    said = f"Skriv till {address} eller [hit](mailto:{address})."
    assert STRANGERS.text(said, restricted=True) == said


@pytest.mark.parametrize("address", PEOPLE)
def test_any_other_address_is_hidden_where_names_are(address: str) -> None:
    said = f"Skriv till {address}, eller [hit](mailto:{address})."
    hidden = "Skriv till dold adress, eller [hit](#)."
    assert STRANGERS.text(said, restricted=True) == hidden


@pytest.mark.parametrize("said", ["gunvald (at) norrvik (dot) example", "gunvald&#64;norrvik.example"])
def test_an_address_in_words_is_hidden_too(said: str) -> None:
    assert STRANGERS.text(f"Skriv till {said}.", restricted=True) == "Skriv till dold adress."


@pytest.mark.parametrize("address", [*OFFICES, *PEOPLE])
def test_the_address_of_somebody_unknown_is_shown_where_names_are_shown(address: str) -> None:
    assert STRANGERS.text(f"Skriv till {address}.") == f"Skriv till {address}."


def test_the_address_of_somebody_hidden_is_hidden_whatever_it_looks_like() -> None:
    hidden = redactor(Secrets((person("Gunvald Stormhed", contacts=("info@norrvik.example",)),), ()))
    assert hidden.text("Skriv till info@norrvik.example.") == "Skriv till dold adress."
