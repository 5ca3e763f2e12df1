"""People appear as the rule lets them, and no more."""

from dataclasses import replace
from datetime import date

import pytest

from arkiv.pages.generated import Site
from arkiv.pages.people import attendance, attendance_table, headcount, members_table, partial, person
from arkiv.pages.words import load_words
from arkiv.public import Headcount, PublicAttendance, PublicMember, PublicText
from tests.unit.pages import archives
from tests.unit.pages.archives import attendee
from tests.unit.pages.rendering import Parsed, html

WORDS = load_words("sv")
WHO = archives.person("Alva Rotvik", "skogschef", "Almeå")
SITE = Site(archives.archive(), WORDS)


@pytest.mark.parametrize(
    ("first", "last", "items", "text"),
    [
        (None, None, (), ""),
        (None, 5, (), "till och med punkt 5"),
        (3, None, (), "från och med punkt 3"),
        (2, 4, (), "från och med punkt 2 till och med punkt 4"),
        (4, 4, (), "endast punkt 4"),
        (None, None, (1,), "endast punkt 1"),
        (None, None, (1, 2, 5), "endast punkterna 1, 2 och 5"),
    ],
)
def test_partial_attendance_is_said_in_words(
    first: int | None, last: int | None, items: tuple[int, ...], text: str
) -> None:
    assert partial(attendee(WHO, first, last, items), WORDS) == text


@pytest.mark.parametrize(
    ("name", "role", "text"),
    [
        ("Alva Rotvik", "skogschef", "Alva Rotvik, skogschef"),
        ("Alva Rotvik", None, "Alva Rotvik"),
        (None, "skogschef", "Skogschef"),
        (None, None, "Ledamot"),
    ],
)
def test_a_person_without_a_name_is_their_role(name: str | None, role: str | None, text: str) -> None:
    assert person(archives.person(name, role), WORDS) == text


def test_an_attendance_table_has_one_row_for_each_organisation() -> None:
    other = archives.person(None, None, "Brännlanda")
    rows = Parsed(html(attendance_table((attendee(WHO), attendee(other), attendee(WHO, to_item=2)), WORDS)))
    assert [tag for tag, _ in rows.elements].count("tr") == 3
    assert "Alva Rotvik, skogschefAlva Rotvik, skogschef (till och med punkt 2)" in rows.text


def test_people_who_are_only_counted_are_a_sentence() -> None:
    count = Headcount(13, 12)
    unnamed = PublicAttendance((), (), count, count)
    assert attendance(unnamed, WORDS) == ["13 deltagare från 12 organisationer."]


def test_people_who_are_counted_beside_a_list_are_said_to_be_more() -> None:
    mixed = PublicAttendance((attendee(WHO),), (), Headcount(2, 1), Headcount(3, 2))
    blocks = attendance(mixed, WORDS)
    assert blocks[0] == "3 deltagare från 2 organisationer."
    assert blocks[-1] == "Dessutom 2 deltagare från en organisation."


def test_nobody_is_not_worth_a_sentence() -> None:
    assert headcount(Headcount(), WORDS) == ""
    assert headcount(Headcount(4, 0), WORDS) == "4 deltagare."
    assert headcount(Headcount(1, 1), WORDS) == "En deltagare från en organisation."


def test_contact_details_are_links_under_the_name_and_have_no_column() -> None:
    seat = PublicMember(WHO, date(2022, 1, 1), None, None)
    reached = replace(WHO, email=PublicText("a.r@almea.example"), phone=PublicText("0900-12 34"))
    table = Parsed(html(members_table([replace(seat, person=reached)], "natverk/a.md", SITE)))
    assert [*table.values("href")] == ["mailto:a.r@almea.example", "tel:09001234"]
    assert [tag for tag, _ in table.elements].count("td") == 2
    assert "från 1 januari 2022" in Parsed(html(members_table([seat], "natverk/a.md", SITE))).text
