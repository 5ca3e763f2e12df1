import pytest

from arkiv.importers.attendance import attendees, is_header
from arkiv.model import Place

Row = tuple[str, str | None, str | None]


def people(text: str) -> list[Row]:
    found = attendees(text, Place("prov.txt", 1))
    return [(one.person.name, one.person.organization, one.person.role) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Ekfors, Almvik  ", [("Anna Ekfors", "Almvik", None)]),
        ("- **Anna Ekfors** (Almvik)", [("Anna Ekfors", "Almvik", None)]),
        ("Anna Ekfors, Ale; Bo Hägg, Lerum", [("Anna Ekfors", "Ale", None), ("Bo Hägg", "Lerum", None)]),
        ("Anna Ekfors, Ale, Bo Hägg, Lerum", [("Anna Ekfors", "Ale", None), ("Bo Hägg", "Lerum", None)]),
        ("Anna Ekfors och Bo Hägg", [("Anna Ekfors", None, None), ("Bo Hägg", None, None)]),
        (
            "Anna Ekfors, Bo Hägg, Xun Wei",
            [("Anna Ekfors", None, None), ("Bo Hägg", None, None), ("Xun Wei", None, None)],
        ),
        ("Anna Ekfors, Lilla Edet", [("Anna Ekfors", "Lilla Edet", None)]),
        ("Anna Ekfors, kommundirektör, Ale", [("Anna Ekfors", "Ale", "kommundirektör")]),
        ("Anna Ekfors, kommundirektör Ale kommun", [("Anna Ekfors", "Ale kommun", "kommundirektör")]),
        ("Anna Ekfors, utredare länsstyrelsen", [("Anna Ekfors", None, "utredare länsstyrelsen")]),
        ("Ordförande Anna Ekfors, Ale", [("Anna Ekfors", "Ale", "Ordförande")]),
        ("Anna Ekfors (S), Ale", [("Anna Ekfors", "Ale", "(S)")]),
        ("| Anna Ekfors | Ale | kommundirektör |", [("Anna Ekfors", "Ale", "kommundirektör")]),
        ("Anna Ekfors\tNorra Vik", [("Anna Ekfors", "Norra Vik", None)]),
        ("Johan af Sillén-Öberg – SKR", [("Johan af Sillén-Öberg", "SKR", None)]),
        ("3. Anna Ekfors, Ale", [("Anna Ekfors", "Ale", None)]),
        ("ANNA EKFORS, ALE", [("ANNA EKFORS", "ALE", None)]),
        ("Anna, Ale", [("Anna", "Ale", None)]),
    ],
)
def test_a_line_of_a_list_gives_names_organisations_and_roles(text: str, expected: list[Row]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mötet hölls digitalt.",
        "Inga",
        "-",
        "Upplands Väsby",
        "1. Öppnande",
        "Anna Ekfors, Ale, hälsade välkommen.",
        "Region Skåne",
    ],
)
def test_a_line_that_names_nobody_in_a_list_gives_nobody(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "guest"),
    [
        ("Elvira Månbäck, länsråd (p 1)", True),
        ("Elvira Månbäck, utredare länsstyrelsen", True),
        ("Elvira Månbäck, Länsstyrelsen (p 2)", True),
        ("Elvira Månbäck, Ale (gäst)", True),
        ("Elvira Månbäck, Ale (p 1)", False),
        ("Elvira Månbäck, förbundssekreterare", False),
        ("Elvira Månbäck, kommunstyrelsens ordförande", False),
    ],
)
def test_somebody_with_a_title_and_no_municipality_who_came_for_an_item_is_a_guest(
    text: str, guest: bool
) -> None:
    assert [one.guest for one in attendees(text, Place("prov.txt", 1))] == [guest]


def test_the_head_of_a_table_of_people_is_none_of_them() -> None:
    assert is_header("| Namn | Kommun | Roll |")
    assert is_header("|---|:-:|---|")
    assert not is_header("| Anna Ekfors | Ale | chef |")
