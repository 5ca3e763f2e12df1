"""The index in parts by time: the same parts for the same records, and old parts untouched by new records."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from arkiv.search.records import UNDATED, SearchRecord
from arkiv.search.service import SearchError
from arkiv.search.shards import LIST, Limits, Shard, index_shards, shards

SMALL = Limits(few=25, enough=10, many=25)
"""The newest part is not parted further."""


def record(day: str, number: int = 0) -> SearchRecord:
    return SearchRecord(f"m/{day}#{number}", "Rubrik", "Text.", {}, {}, {"datum": f"{day} {number}"})


def weekly(first: date, weeks: int) -> list[SearchRecord]:
    return [record((first + timedelta(weeks=week)).isoformat()) for week in range(weeks)]


def names(records: list[SearchRecord]) -> list[str]:
    return [shard.name for shard in shards(records, SMALL)]


def test_years_are_put_together_until_they_are_enough() -> None:
    records = [record(f"{year}-05-0{day}") for year in range(2020, 2026) for day in range(1, 5)]
    assert names(records) == ["2023-05-2025-05", "2020-05-2022-05"]


def test_a_large_year_is_parted_at_months() -> None:
    assert names(weekly(date(2024, 1, 1), 52)) == ["2024-11-2024-12", "2024-06-2024-10", "2024-01-2024-05"]


def test_records_without_a_date_are_a_part_of_their_own_which_comes_last() -> None:
    found = shards([record(UNDATED), record("2024-01-01")], SMALL)
    assert [(shard.name, shard.years) for shard in found] == [
        ("2024-01-2024-01", ("2024",)),
        ("odaterat", ()),
    ]


def test_every_record_is_in_one_part_and_keeps_its_place_in_its_month() -> None:
    records = [record("2024-01-02", 2), record("2024-01-09", 1), record("2024-01-02", 1)]
    records += [*weekly(date(2019, 1, 1), 300), record(UNDATED)]
    found = [one for shard in shards(records, SMALL) for one in shard.records]
    assert sorted(one.url for one in found) == sorted(one.url for one in records)
    assert [one for one in found if one.url.startswith("m/2024-01-0")][:3] == [
        one for one in records if one.url.startswith("m/2024-01-0")
    ][:3]


def test_a_new_record_changes_the_newest_part_alone() -> None:
    records = weekly(date(2019, 1, 1), 300)
    old = {shard.name: shard.key("sv") for shard in shards(records, SMALL)}
    new = {shard.name: shard.key("sv") for shard in shards([record("2024-10-02"), *records], SMALL)}
    assert len(set(new.values()) - set(old.values())) == 1
    assert len(old) > 10


def test_the_newest_part_is_in_small_parts_until_the_next_one_begins() -> None:
    limits = Limits(few=6, enough=10, many=25)
    weeks = weekly(date(2024, 1, 1), 40)
    before, after = (
        [(shard.name, len(shard.records)) for shard in shards(weeks[:count], limits)] for count in (20, 40)
    )
    assert before == [
        (f"2024-0{month}-2024-0{month}", size) for month, size in zip("54321", (2, 5, 4, 4, 5), strict=True)
    ]
    assert after[-1] == ("2024-01-2024-05", 22)
    assert [size for _, size in after[:-1]] == [5, 4, 5, 4]


def test_a_key_covers_every_field_and_the_language() -> None:
    one = Shard("a", (), (record("2024-01-01"),))
    other = Shard("a", (), (record("2024-01-01", 1),))
    assert len({one.key("sv"), one.key("en"), other.key("sv")}) == 3


def test_the_list_names_every_part_with_its_years(tmp_path: Path) -> None:
    index_shards(weekly(date(2023, 1, 1), 60), tmp_path / "pagefind", limits=SMALL)
    listed = json.loads((tmp_path / "pagefind" / LIST).read_text("utf-8"))
    assert [part["years"] for part in listed] == [["2023", "2024"], ["2023"], ["2023"]]
    assert all((tmp_path / "pagefind" / part["name"] / "pagefind-entry.json").is_file() for part in listed)


def test_an_archive_with_nothing_to_find_has_no_part(tmp_path: Path) -> None:
    index_shards((), tmp_path / "pagefind")
    assert (tmp_path / "pagefind" / LIST).read_text("utf-8") == "[]"


def test_a_part_that_cannot_be_made_stops_the_build(tmp_path: Path) -> None:
    def make(shard: Shard, folder: Path) -> None:
        if "2020" in shard.years:
            raise SearchError("Pagefind stopped - build again")

    with pytest.raises(SearchError, match="build again"):
        index_shards(weekly(date(2019, 1, 1), 120), tmp_path / "p", limits=SMALL, make=make)
