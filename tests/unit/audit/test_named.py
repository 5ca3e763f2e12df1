"""What a named person's name, or an alphabet, may hold beside those who are hidden."""

from pathlib import Path

import pytest

from arkiv.audit import audit
from arkiv.policy.secrets import Secrets
from tests.unit.audit.people import hidden


def is_clean(folder: Path, text: str, *people: str, named: tuple[str, ...] = ()) -> bool:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    secrets = Secrets(tuple(hidden(f"m-{at}", name) for at, name in enumerate(people)), named)
    return not audit(folder, secrets)


@pytest.mark.parametrize(
    "text",
    [
        "eva.macdonald@kommun.example",
        "annakarin.macdonald@kommun.example",
        "anna-karin.macdonald@kommun.example",
        "Eva MacDonald",
    ],
)
def test_a_named_persons_surname_may_be_closed_as_in_an_address(tmp_path: Path, text: str) -> None:
    named = ("Eva Mac Donald", "Anna-Karin Mac Donald")
    assert is_clean(tmp_path, text, "Liv Mac Donald", named=named)
    assert not is_clean(tmp_path, "ebba.macdonald@kommun.example", "Liv Mac Donald", named=named)


@pytest.mark.parametrize("text", ["N\nO\nP\nQ", "O P", "p o", "förvaltningschef O'Brien"])
def test_letters_of_an_alphabet_are_no_first_name(tmp_path: Path, text: str) -> None:
    assert is_clean(tmp_path, text, "P-O Granlöf")


@pytest.mark.parametrize("text", ["P-O kom.", "P.O. kom.", "P. O. kom.", "P O kom.", "P.-O. kom."])
def test_two_letters_that_are_a_first_name_are_found(tmp_path: Path, text: str) -> None:
    assert not is_clean(tmp_path, text, "P-O Granlöf")


def test_a_text_may_end_inside_a_named_persons_double_name(tmp_path: Path) -> None:
    assert is_clean(tmp_path, "Jan-Erik", "Erik Granlöf", named=("Jan-Erik Holmgren", "Jan-Erik-Olof Ståhl"))


def test_an_address_is_read_with_its_apostrophe(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("'o'hara@kommun.example'", encoding="utf-8")
    person = hidden("m-1", "Liv Granlöf", contacts=("o'hara@kommun.example",))
    assert audit(tmp_path, Secrets((person,), ()))


def test_a_place_named_twice_is_no_double_name_of_that_place(tmp_path: Path) -> None:
    assert is_clean(tmp_path, "Kungälv\nKungälv", "Siv Kungälv-Kungälv")


@pytest.mark.parametrize("text", ["Gudrun G. Nilsson kom.", "Bengt-Arne B Hedbergs svar", "Gudrun G.Nilsson"])
def test_a_named_persons_surname_may_follow_an_initial(tmp_path: Path, text: str) -> None:
    named = ("Gudrun Nilsson", "Bengt-Arne Hedberg")
    assert is_clean(tmp_path, text, "Eva Nilsson", "Gunnar Hedberg", named=named)


@pytest.mark.parametrize("text", ["Siv M. Nilssons", "Gudrun, E. Nilsson", "Gudrun e Nilsson"])
def test_an_initial_does_not_make_a_hidden_name_a_named_persons(tmp_path: Path, text: str) -> None:
    named = ("Gudrun Nilsson", "Siv Nilsson")
    assert not is_clean(tmp_path, text, "Siv Maria Nilsson", "Eva Nilsson", named=named)
