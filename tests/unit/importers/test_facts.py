from datetime import date
from pathlib import Path

import pytest

from arkiv.importers.draft import draft
from arkiv.importers.facts import times
from arkiv.importers.plain import lines_of
from arkiv.importers.source import SourceText
from arkiv.importers.swedish_dates import dates_in

DAY = date(2024, 10, 11)


@pytest.mark.parametrize(
    "text",
    [
        "Anteckningar 2024-10-11",
        "20241011",
        "moten_2024_10_11",
        "den 11 oktober 2024",
        "11 okt. 2024",
        "11:e oktober 2024",
        "11/10 2024",
        "11-oktober-2024",
    ],
)
def test_a_date_is_read_as_swedish_documents_write_it(text: str) -> None:
    assert dates_in(text) == [DAY]


@pytest.mark.parametrize(
    "text", ["f6d34bfa1328f409", "13-14/2", "15 augusti", "2024-13-40", "2025-114", "1320241011"]
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert dates_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kl. 09.00–11.30", ("09:00", "11:30")),
        ("9-12", ("09:00", "12:00")),
        ("13:15 till 15", ("13:15", "15:00")),
        ("10.00", ("10:00", None)),
        ("eftermiddag", (None, None)),
    ],
)
def test_start_and_end_are_hours_and_minutes(text: str, expected: tuple[str | None, str | None]) -> None:
    assert times(text) == expected


def dates(text: str, name: str = "prov.txt") -> set[date]:
    return set(draft(SourceText(Path(name), tuple(lines_of(text))), "prov").dates)


def test_the_date_is_found_in_a_label_a_heading_a_short_line_or_the_name() -> None:
    assert dates("# Möte\n\nDatum: 11 oktober 2024\n") == {DAY}
    assert dates("# Anteckningar 2024-10-11\n") == {DAY}
    assert dates("Mötet den 11 oktober 2024\n\n1. Ett") == {DAY}
    assert dates("# Möte\n", "2024-10-11 kommunchefer.txt") == {DAY}


def test_dates_inside_the_items_are_not_the_meetings() -> None:
    assert dates("## 1. Nästa möte\n\n2024-12-01\n") == set()


def test_a_name_and_a_heading_that_disagree_leave_the_date_open() -> None:
    assert dates("# Anteckningar 2024-10-12\n", "2024-10-11.txt") == {DAY, date(2024, 10, 12)}
