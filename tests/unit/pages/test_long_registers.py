"""Registers of a large archive: a page stays light, and what it leaves out is on the page of its year."""

from dataclasses import replace
from datetime import date

from arkiv.model import RecordKind
from arkiv.pages import load_words, pages
from arkiv.pages.registers import LONGEST
from arkiv.public import PublicArchive, PublicMeeting
from tests.unit.pages import archives

WORDS = load_words("sv")
YEARS = range(2020, 2025)
EACH = 120


def held(year: int) -> PublicMeeting:
    """A meeting with many actions that are done, and one that is open."""
    done = [
        replace(
            archives.record(RecordKind.ACTION, f"Gallra ruta {year}-{n}.", f"atgard-{n}-1"),
            done=date(year, 12, 1),
        )
        for n in range(1, EACH)
    ]
    todo = archives.record(RecordKind.ACTION, f"Mät ruta {year}.", f"atgard-{EACH}-1")
    items = tuple(archives.item(n, "Gallring", one) for n, one in enumerate((*done, todo), 1))
    return replace(archives.meeting(date(year, 5, 3)), items=items)


def large() -> PublicArchive:
    """An archive with more actions than one page holds."""
    return replace(archives.rich_archive(), meetings=tuple(held(year) for year in reversed(YEARS)))


MADE = {page.path: page.markdown for page in pages(large(), WORDS)}


def test_the_page_of_actions_holds_every_open_one_and_no_more_done_ones_than_fit() -> None:
    page = MADE["atgarder.md"]
    assert page.count("Mät ruta") == len(YEARS)
    assert page.count(".arkiv-atgard") == LONGEST
    assert "Äldre genomförda åtgärder finns på sidan för mötets år." in page


def test_every_action_is_on_the_page_of_its_meetings_year() -> None:
    for year in YEARS:
        assert MADE[f"atgarder/{year}/index.md"].count(".arkiv-atgard") == EACH


def test_the_page_of_actions_leads_to_every_year() -> None:
    assert all(f"(atgarder/{year}/index.md)" in MADE["atgarder.md"] for year in YEARS)
