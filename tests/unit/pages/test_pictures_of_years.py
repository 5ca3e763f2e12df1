"""Attendance by organisation and meeting, and the year at a glance: what is seen is also said."""

import re
from dataclasses import replace
from datetime import date

from arkiv.model import RecordKind
from arkiv.pages import load_words, pages
from arkiv.pages.generated import Site
from arkiv.pages.matrices import matrices, states_of
from arkiv.public import PublicArchive
from tests.unit.pages import archives
from tests.unit.pages.archives import attendee, person
from tests.unit.pages.registered import autumn, registered_archive, spring
from tests.unit.pages.rendering import Parsed, body, html

WORDS = load_words("sv")
FULL = registered_archive()
NETWORK = next(network for network in FULL.networks if network.id == "skogschefer")


def page(path: str, archive: PublicArchive = FULL) -> Parsed:
    """One page as it is rendered."""
    made = {page.path: page.markdown for page in pages(archive, WORDS)}
    return Parsed(html(body(made[path])))


def test_an_organization_is_present_in_part_if_nobody_of_theirs_stayed_for_all_of_it() -> None:
    assert states_of(spring()) == {"Almeå": "present", "Brännlanda": "partial", "Östanmyra": "absent"}


def test_one_who_stayed_makes_an_organization_present_whatever_the_order() -> None:
    whole, part = attendee(person("A", None, "Ale")), attendee(person("B", None, "Ale"), to_item=1)
    for listed in ((whole, part), (part, whole)):
        held = replace(archives.meeting(date(2024, 1, 1)), present=replace(spring().present, listed=listed))
        assert states_of(held) == {"Ale": "present"}


def test_every_mark_in_the_matrix_has_its_meaning_in_words() -> None:
    found = page("natverk/skogschefer.md").text
    assert "Almeå ● närvarande – ingen uppgift ● närvarande 2 av 3" in found
    assert "Brännlanda ◐ närvarande en del av mötet ● närvarande ◐ närvarande en del av mötet 3 av 3" in found
    assert "Östanmyra ○ frånvarande" in found


def test_a_column_of_the_matrix_leads_to_its_meeting() -> None:
    links = {*page("natverk/skogschefer.md").values("href")}
    assert "../../moten/2024/2024-10-11-skogschefer/" in links


def test_no_name_is_in_the_matrix() -> None:
    text = "".join(matrices(NETWORK, Site(FULL, WORDS)))
    assert "Almeå" in text
    assert not re.search("Rotvik|Åsmyr|Granlund", text)


def test_older_years_of_the_matrix_are_folded() -> None:
    tags = [tag for tag, _ in page("natverk/skogschefer.md").elements]
    assert tags.count("details") == 1  # 2022; nobody is listed in 2023


def test_the_year_at_a_glance_has_a_ring_for_each_month_with_a_meeting_and_the_same_in_a_table() -> None:
    found = page("moten/2024/index.md")
    rings = [attrs for tag, attrs in found.elements if tag == "circle"]
    assert len(rings) == 4
    assert "Möten och beslut 2024, månad för månad" in {*found.values("aria-label")}
    assert "Skogschefsnätverket 3 1 januari, juni, oktober" in found.text


def test_two_meetings_in_a_month_are_two_rings() -> None:
    decision = archives.record(RecordKind.DECISION, "Gallra.", "beslut-1-1")
    two = replace(archives.meeting(date(2024, 3, 1)), items=(archives.item(1, "Skog", decision),))
    found = page("moten/2024/index.md", archives.archive(two, archives.meeting(date(2024, 3, 9))))
    assert [tag for tag, _ in found.elements].count("circle") == 2
    assert "Skogschefsnätverket 2 1 mars" in found.text


def test_a_year_with_nothing_but_plans_has_no_picture() -> None:
    assert "svg" not in {tag for tag, _ in page("moten/2025/index.md").elements}


def test_the_picture_and_the_table_hold_for_a_name_of_any_length_and_script() -> None:
    name = "<b>" + "שלום " * 60
    held = archives.meeting(date(2024, 1, 1), name=name)
    found = page("moten/2024/index.md", archives.archive(held))
    assert "b" not in {tag for tag, _ in found.elements}
    assert "…" in found.text


def test_the_newest_year_of_the_matrix_comes_first() -> None:
    assert "2024" in matrices(NETWORK, Site(FULL, WORDS))[1]
    assert autumn().date.year == 2024
