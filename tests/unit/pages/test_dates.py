"""Dates are written in Swedish, with a machine's form beside."""

from datetime import date

import pytest

from arkiv.collation import swedish
from arkiv.pages.dates import dated, long_date, spanned
from tests.unit.pages.rendering import Parsed


def test_a_date_is_written_out_with_its_weekday() -> None:
    assert long_date(date(2024, 10, 11), "sv") == "fredag 11 oktober 2024"


def test_a_date_in_a_list_is_one_that_a_program_can_read() -> None:
    assert dated(date(2024, 5, 3), "sv") == '<time datetime="2024-05-03">3 maj 2024</time>'


@pytest.mark.parametrize(
    ("end", "text"),
    [
        (date(2025, 5, 19), "19 maj 2025"),
        (date(2025, 5, 20), "19–20 maj 2025"),
        (date(2025, 6, 1), "19 maj – 1 juni 2025"),
        (date(2026, 1, 2), "19 maj 2025 – 2 januari 2026"),
    ],
)
def test_a_range_of_days_says_nothing_twice(end: date, text: str) -> None:
    parsed = Parsed(spanned(date(2025, 5, 19), end, "sv"))
    assert parsed.text == text
    assert [*parsed.values("datetime")][-1] == end.isoformat()


def test_swedish_order_puts_letters_with_rings_and_dots_last() -> None:
    names = ["Öster", "Ärla", "Åmål", "Zinkgruvan", "älv", "Éstad", "Edet", "ale", "Ale"]
    assert sorted(names, key=swedish) == [
        "ale",
        "Ale",
        "Edet",
        "Éstad",
        "Zinkgruvan",
        "Åmål",
        "älv",
        "Ärla",
        "Öster",
    ]
