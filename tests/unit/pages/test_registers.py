"""The registers, and the pages of what they list."""

import re
from dataclasses import replace
from datetime import date

import pytest

from arkiv.model import RecordKind
from arkiv.pages import load_words, pages
from arkiv.pages.volumes import LONGEST
from arkiv.policy.disclosures import Disclosure
from arkiv.public import Headcount, PublicArchive, PublicAttendance, PublicText
from tests.unit.pages import archives
from tests.unit.pages.registered import registered_archive
from tests.unit.pages.rendering import Parsed, body, html

WORDS = load_words("sv")
FULL = registered_archive()
PAGES = {page.path: page.markdown for page in pages(FULL, WORDS)}
MEMBER = "ledamoter/skogschefer-1.md"


def text(path: str, archive: PublicArchive = FULL) -> str:
    """What can be read on a page."""
    made = PAGES if archive is FULL else {page.path: page.markdown for page in pages(archive, WORDS)}
    return Parsed(html(body(made[path]))).text


def test_an_assignment_tells_what_for_from_when_to_when_and_who_else() -> None:
    assert (
        "Utsedd: Alva Rotvik 17 januari 2024 · Skogschefsnätverket, punkt 1 · "
        "Uppdrag: ledamot i skogsrådet · Organisation: Almeå · Ersättare: Cajsa Åsmyr · "
        "Från och med: 1 januari 2025 · Till och med: 31 december 2025"
    ) in text("uppdrag.md")


def test_somebody_appointed_whose_name_is_hidden_stands_with_role_and_organization() -> None:
    found = text("uppdrag.md")
    assert "Utsedd: Skogschef 17 januari 2024" in found
    assert "deltagaren" not in found


def test_the_spread_counts_assignments_by_organization_and_says_what_it_leaves_out() -> None:
    found = text("uppdrag.md").split("Uppdragens fördelning")[-1]
    assert "Almeå 1 ledamot i skogsrådet" in found
    assert "Östanmyra 1 ersättare i skogsrådet" in found
    assert "Dessutom 1 uppdrag där organisationen inte anges." in found


def test_an_assignments_last_day_is_in_the_page_for_the_browser_to_compare() -> None:
    parsed = Parsed(html(body(PAGES["uppdrag.md"])))
    assert [*parsed.values("data-arkiv-until")] == ["2026-12-31", "2025-12-31"]


def test_an_action_of_somebody_hidden_is_told_by_role_and_organization() -> None:
    assert (
        "Fråga markägarna. 17 januari 2024 · Skogschefsnätverket, punkt 2 · Ansvarig: Skogschef, Östanmyra"
        in text("atgarder.md")
    )


def test_points_for_others_stand_under_whom_they_are_for() -> None:
    parsed = Parsed(html(body(PAGES["medskick.md"])))
    assert "SKR" in parsed.text
    assert "till-2024-10-11-skogschefer-medskick-2-1" in {*parsed.values("id")}


def test_a_guest_stands_with_the_items_they_came_for() -> None:
    assert "11 oktober Edvin Ask, länsskogvaktare Skogschefsnätverket · endast punkterna 1 och 3" in text(
        "gaster.md"
    )


def test_topics_stand_under_their_letters_and_lead_to_pages_that_lead_on() -> None:
    assert re.search(r"G#? gallring 2 sidor N#? naturvård 2 sidor", text("amnen/index.md"))
    found = text("amnen/naturvard.md")
    assert "11 oktober 2024 Skogschefsnätverket" in found
    assert "Nätverk och andra sidor# Skogschefsnätverket" in found


def test_a_tag_is_a_link_to_its_topic_on_meetings_and_networks() -> None:
    for path in (archives.rich_meeting().path, "natverk/skogschefer.md"):
        assert "../amnen/naturvard.md" in PAGES[path]


def test_an_organization_has_a_page_of_what_it_attended_and_was_given_to_do() -> None:
    found = text("organisationer/almea.md")
    assert "Räkna granarna." in found
    assert "Ta fram en karta" not in found
    assert "Närvarande vid 3 möten." in found
    assert "frånvarande vid ett" in text("organisationer/ostanmyra.md")


def test_a_member_who_is_named_has_a_page_and_no_search_engine_is_to_list_it() -> None:
    found = text(MEMBER)
    assert found.startswith("Ledamöter Alva Rotvik")
    assert "skogschef, Almeå, från 1 januari 2022" in found
    assert "ledamot i skogsrådet" in found
    assert "unlisted: true" in PAGES[MEMBER]
    assert "skogschefer-1.md" in PAGES["natverk/skogschefer.md"]


def test_the_latest_minutes_of_a_network_have_an_address_that_leads_on() -> None:
    assert "forward: moten/2024/2024-10-11-skogschefer/" in PAGES["natverk/skogschefer/senaste.md"]
    assert "Skogschefsnätverket 11 oktober 2024" in text("natverk/skogschefer/senaste.md")


def test_a_network_without_minutes_has_no_address_for_the_latest() -> None:
    made = pages(archives.archive(networks=(archives.network(),)), WORDS)
    assert "natverk/skogschefer/senaste.md" not in {page.path for page in made}


def test_a_year_of_the_calendar_has_what_was_held_what_is_planned_and_other_dates() -> None:
    found = text("kalender/2025/index.md")
    assert "Februari# 7 februari 2025 Skogschefsnätverket" in found
    assert "Maj# 19–20 maj 2025 Skogsdagen" in found
    assert "11 oktober 2024" in text("kalender/2024/index.md")


def test_the_register_of_registers_lists_what_has_something_in_it() -> None:
    found = text("forteckningar.md")
    assert "Uppdrag 3 uppdrag, och vem som har dem" in found
    assert "Ämnen 2 ämnen från A till Ö" in found
    assert "Ämnen" not in text("forteckningar.md", archives.archive(archives.rich_meeting()))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("uppdrag.md", "Inga uppdrag är publicerade."),
        ("medskick.md", "Inga medskick är publicerade."),
        ("gaster.md", "Inga gäster är förtecknade."),
        ("aterkommer.md", "Alla frågor som skulle tas upp igen har återkommit."),
        ("amnen/index.md", "Inga ämnen är publicerade."),
        ("organisationer/index.md", "Inga organisationer visas just nu."),
        ("ledamoter/index.md", "Inga ledamöter visas med namn just nu."),
        ("forteckningar.md", "Det finns ännu inget att förteckna."),
    ],
)
def test_an_empty_register_says_so_in_one_sentence(path: str, said: str) -> None:
    assert text(path, archives.archive()).endswith(said)


def test_decisions_of_older_years_have_pages_of_their_own_when_one_page_is_too_little() -> None:
    decisions = [
        archives.record(RecordKind.DECISION, f"Nr {n}.", f"beslut-1-{n}") for n in range(1, LONGEST + 1)
    ]
    old, new = (
        replace(archives.meeting(date(year, 1, 1)), items=(archives.item(1, "Skog", *decisions),))
        for year in (2020, 2021)
    )
    many = archives.archive(old, new)
    assert "Det som är äldre finns på sidan för sitt år." in text("beslut.md", many)
    assert "1 januari 2020" not in text("beslut.md", many)
    assert text("beslut/2020/index.md", many).count("1 januari 2020") == LONGEST


def test_a_page_of_an_editor_cannot_take_the_address_of_a_register() -> None:
    own = archives.page("uppdrag/index.md", "Annat", "Annat.")
    made = [page.path for page in pages(archives.archive(pages=(own,)), WORDS)]
    assert [path for path in made if path.startswith("uppdrag")] == ["uppdrag.md"]


def test_people_who_are_only_counted_are_in_no_register() -> None:
    counted = PublicAttendance((), (), Headcount(3, 2), Headcount(3, 2))
    held = replace(
        archives.meeting(date(2024, 1, 1)),
        present=counted,
        disclosure=Disclosure.UNNAMED,
        tags=(PublicText("skog"),),
    )
    hidden = archives.archive(held, networks=(replace(archives.network(), disclosure=Disclosure.UNNAMED),))
    assert "Närvaro" not in text("natverk/skogschefer.md", hidden)
    assert "Inga organisationer" in text("organisationer/index.md", hidden)
