"""Registers of a large archive: a page stays light, and what it leaves out is on the page of its year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from arkiv.model import RecordKind
from arkiv.pages import load_words, pages
from arkiv.pages.volumes import LONGEST
from arkiv.public import PublicArchive, PublicItem, PublicMeeting, PublicText
from tests.unit.pages import archives
from tests.unit.pages.archives import attendee, item, person, record
from tests.unit.pages.registered import organization, topic
from tests.unit.pages.rendering import body, html

WORDS = load_words("sv")
YEARS = range(2020, 2025)
EACH = 120
HEAVIEST = 500_000
"""Bytes of HTML that no page may exceed, whatever the archive."""

KINDS = {
    "atgarder": (RecordKind.ACTION, "arkiv-atgard"),
    "beslut": (RecordKind.DECISION, "arkiv-beslut"),
    "medskick": (RecordKind.REFERRAL, "arkiv-medskick"),
    "uppdrag": (RecordKind.APPOINTMENT, "arkiv-utsedd"),
}
ALVA = replace(person("Alva Rotvik", "skogschef", "Almeå"), page="ledamoter/skogschefer-1.md")


def held(year: int) -> PublicMeeting:
    """A meeting with many actions that are done, and one that is open."""
    done = [
        replace(
            record(RecordKind.ACTION, f"Gallra ruta {year}-{n}.", f"atgard-{n}-1"), done=date(year, 12, 1)
        )
        for n in range(1, EACH)
    ]
    todo = record(RecordKind.ACTION, f"Mät ruta {year}.", f"atgard-{EACH}-1")
    items = tuple(item(n, "Gallring", one) for n, one in enumerate((*done, todo), 1))
    return replace(archives.meeting(date(year, 5, 3)), items=items)


def large() -> PublicArchive:
    """An archive with more actions than one page holds."""
    return replace(archives.rich_archive(), meetings=tuple(held(year) for year in reversed(YEARS)))


def everything(number: int) -> Iterator[PublicItem]:
    """An item with a record of every kind, the question of which is to return."""
    blocks = [record(kind, f"Nummer {number}.", f"{kind.value}-1-1") for kind in RecordKind]
    chosen = replace(blocks[2], who=ALVA, assignment=PublicText("ledamot i skogsrådet"))
    yield item(1, f"Fråga {number}", *blocks[:2], chosen, *blocks[3:])


def weekly(number: int) -> PublicMeeting:
    """A meeting that leads to something of every kind, with a guest."""
    guest = attendee(person("Edvin Ask"), guest=True)
    there = archives.NOBODY
    there = replace(there, listed=(attendee(ALVA),), guests=(guest,))
    day = date(2024, 12, 31) - timedelta(days=number // 2)
    meeting = replace(archives.meeting(day), present=there, tags=(PublicText("gallring"),))
    stem = f"{meeting.id}-{number}"
    return replace(meeting, id=stem, path=f"moten/{day.year}/{stem}.md", items=tuple(everything(number)))


def dense() -> PublicArchive:
    """Two meetings a day for almost three years: more of everything in a year than one page holds."""
    meetings = tuple(weekly(number) for number in range(2_000))
    paths = tuple(one.path for one in meetings)
    rich = archives.rich_archive()
    forest = next(one for one in rich.networks if one.id == "skogschefer")
    seat = replace(forest.members[0], person=ALVA)
    return replace(
        rich,
        meetings=meetings,
        networks=(replace(forest, members=(seat,)),),
        organizations=(organization("almea", "Almeå"),),
        topics=(topic("gallring", "gallring", *paths),),
    )


MADE = {page.path: page.markdown for page in pages(large(), WORDS)}
DENSE = {page.path: page.markdown for page in pages(dense(), WORDS)}


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


def test_no_page_is_heavy_however_much_there_is_to_list() -> None:
    largest = max(DENSE, key=lambda path: len(DENSE[path]))
    assert len(html(body(DENSE[largest])).encode()) < HEAVIEST, largest


@pytest.mark.parametrize("register", KINDS)
def test_a_year_that_is_too_long_for_a_page_leads_to_its_months_and_nothing_is_lost(register: str) -> None:
    kind, css = KINDS[register]
    year = DENSE[f"{register}/2024/index.md"]
    assert css not in year
    assert f"[December](12/index.md) <small>{2 * 31}</small>" in year
    months = [DENSE[f"{register}/2024/{month:02}/index.md"] for month in range(1, 13)]
    said = "".join(months).count(f".{css}")
    assert said == 2 * 366, kind


@pytest.mark.parametrize("register", ["gaster", "aterkommer"])
def test_so_do_visits_and_questions_that_return(register: str) -> None:
    months = [DENSE[f"{register}/2024/{month:02}/index.md"] for month in range(1, 13)]
    assert sum(page.count("\n- [") for page in months) == 2 * 366


@pytest.mark.parametrize("register", [*KINDS, "gaster", "aterkommer"])
def test_the_front_page_of_a_long_register_says_where_the_rest_is(register: str) -> None:
    page = DENSE[f"{register}.md"]
    assert "finns på sidan för" in page
    assert f"({register}/2022/index.md)" in page


@pytest.mark.parametrize("stem", ["organisationer/almea", "ledamoter/skogschefer-1", "amnen/gallring"])
def test_a_page_of_somebody_or_something_with_a_long_history_leads_to_its_years(stem: str) -> None:
    name = stem.rpartition("/")[2]
    assert f"({name}/2022/index.md)" in DENSE[f"{stem}.md"]
    assert DENSE[f"{stem}/2024/index.md"].count("- [<time") == 2 * 366


def test_a_members_years_are_no_more_for_search_engines_than_the_members_page() -> None:
    assert "unlisted: true" in DENSE["ledamoter/skogschefer-1/2024/index.md"]


def test_an_organizations_page_counts_all_its_meetings_though_it_lists_the_newest() -> None:
    assert "Närvarande vid 2000 möten." in DENSE["organisationer/almea.md"]


def test_a_short_history_needs_no_pages_of_years() -> None:
    assert not [path for path in MADE if path.startswith(("organisationer/almea/", "amnen/gallring/"))]


def test_a_network_has_a_page_a_year_with_its_meetings_decisions_actions_and_attendance() -> None:
    made = {page.path: page.markdown for page in pages(archives.rich_archive(), WORDS)}
    page = made["natverk/skogschefer/2024/index.md"]
    assert "# Skogschefsnätverket 2024" in page
    for anchor in ("moten", "beslut", "atgarder", "narvaro"):
        assert f"{{ #{anchor} }}" in page
    assert "(skogschefer/2024/index.md)" in made["natverk/skogschefer.md"]
