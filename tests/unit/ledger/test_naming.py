"""Whose name stands in a text, and how."""

import pytest

from arkiv.ledger.entries import Kind
from arkiv.ledger.naming import Names
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.secrets import HiddenPerson

NAMES = Names.of(
    [
        HiddenPerson(
            "k-1",
            ("Hjördis von Tångsäter", "Jödde"),
            ("h.t@norrsund.example", "0480-212 223"),
            Disclosure.ROLE,
            None,
            None,
        ),
        HiddenPerson("k-2", ("Malte Grynnefors",), (), Disclosure.ROLE, None, None),
    ]
)


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("Med Hjördis von Tångsäters plan", "Hjördis von Tångsäters", Kind.FULL_NAME),
        ("HJÖRDIS VON TÅNGSÄTER talade", "HJÖRDIS VON TÅNGSÄTER", Kind.FULL_NAME),
        ("Hjör*dis* von Tångsäter", "Hjör*dis* von Tångsäter", Kind.FULL_NAME),
        ("Då sade Malte nej", "Malte", Kind.FIRST_NAME),
        ("Då sade Jödde nej", "Jödde", Kind.FIRST_NAME),
        ("Grynneforss nej", "Grynneforss", Kind.NAME_PART),
        ("Skriv till h.t@norrsund.example.", "h.t@norrsund.example", Kind.ADDRESS),
        ("Ring 0480-212223 nu", "0480-212223", Kind.NUMBER),
    ],
)
def test_a_name_is_known_by_its_form(text: str, said: str, kind: Kind) -> None:
    (find,) = NAMES.finds(text)
    assert text[slice(*find.stretch)] == said
    assert find.kind is kind


@pytest.mark.parametrize("text", ["En von och en av", "Vi ses 2024-212 223", "Norrsund", ""])
def test_a_particle_a_place_or_another_number_is_nobody(text: str) -> None:
    assert NAMES.finds(text) == []


def test_the_people_of_a_find_are_told_by_their_ids() -> None:
    assert [find.people for find in NAMES.finds("Malte och Hjördis")] == [{"k-2"}, {"k-1"}]


@pytest.mark.parametrize("text", ["Gryneforss", "Grynneforsplanen", "mgrynnefors"])
def test_another_form_of_a_name_leads_to_its_bearer(text: str) -> None:
    assert NAMES.near(text) == {"k-2"}
