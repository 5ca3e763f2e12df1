"""What can be found is what the page shows, and where it leads is the item."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from arkiv.model import RecordKind
from arkiv.public import PublicOrganization, PublicTopic
from arkiv.search.labels import SWEDISH
from arkiv.search.records import SearchRecord, address, records
from tests.unit.search.archives import (
    archive,
    attendance,
    event,
    item,
    marked,
    meeting,
    network,
    page,
    person,
    prose,
    text,
)

REGISTERS = ("amnen", "organisationer", "ledamoter")
DAY = date(2024, 10, 11)
WORDS = Path(__file__).parents[3] / "hooks" / "arkiv" / "theme" / "words" / "search.sv.yml"


def by_url(*found: SearchRecord) -> dict[str, SearchRecord]:
    return {record.url: record for record in found}


@pytest.mark.parametrize(
    ("path", "anchor", "expected"),
    [
        ("moten/2024/2024-10-11-hamn.md", "punkt-3", "moten/2024/2024-10-11-hamn/#punkt-3"),
        ("om.md", None, "om/"),
        ("index.md", None, ""),
        ("moten/index.md", None, "moten/"),
        ("moten/README.md", "topp", "moten/#topp"),
    ],
)
def test_an_address_is_that_of_the_page_in_the_site(path: str, anchor: str | None, expected: str) -> None:
    assert address(path, anchor) == expected


def test_every_item_is_a_result_of_its_own_that_leads_to_its_anchor() -> None:
    held = meeting(DAY, item(1, "Kajplatser", prose("Kön är lång.")), item(2, "Avgifter"))
    found = by_url(*records(archive(held)))
    assert list(found) == [
        f"moten/2024/2024-10-11-hamnnätverket/{end}" for end in ("", "#punkt-1", "#punkt-2")
    ]
    assert found["moten/2024/2024-10-11-hamnnätverket/#punkt-1"] == SearchRecord(
        url="moten/2024/2024-10-11-hamnnätverket/#punkt-1",
        title="Kajplatser",
        content="Kajplatser. Kön är lång.",
        meta={
            "date": "2024-10-11",
            "network": "Hamnnätverket",
            "meeting": "Hamnnätverket 2024-10-11",
            "kinds": "Punkt",
            "title": "Kajplatser",
        },
        filters={"nätverk": ("Hamnnätverket",), "år": ("2024",), "typ": ("Punkt",)},
        sort={"datum": "2024-10-11 9999998"},
    )


def test_an_item_with_decisions_and_actions_is_found_as_either_and_as_an_item() -> None:
    decided = item(
        1,
        "Avgifter",
        marked(RecordKind.ACTION, "Räkna om taxan.", responsible=text("Ida Fyr")),
        marked(RecordKind.DECISION, "Avgiften höjs."),
        marked(RecordKind.DECISION, "Kön stängs."),
    )
    found = records(archive(meeting(DAY, decided)))[1]
    assert found.filters["typ"] == ("Beslut", "Åtgärd", "Punkt")
    assert found.meta["kinds"] == "Beslut, Åtgärd"
    assert found.content == (
        "Avgifter. Åtgärd: Räkna om taxan. Ansvarig: Ida Fyr. Beslut: Avgiften höjs. Beslut: Kön stängs."
    )


def test_other_marked_paragraphs_are_found_by_their_label_and_words() -> None:
    chosen = marked(RecordKind.APPOINTMENT, "Ida Fyr", assignment=text("hamnfogde"))
    sent = marked(RecordKind.REFERRAL, "Vem betalar?", to=text("länet"))
    found = records(archive(meeting(DAY, item(1, "Val", chosen, sent))))[1]
    assert found.content == "Val. Utsedd: Ida Fyr. hamnfogde. Medskick: Vem betalar? länet."
    assert found.filters["typ"] == ("Punkt",)


def test_a_closed_item_that_has_no_title_here_cannot_be_found() -> None:
    found = records(archive(meeting(DAY, item(1, None, internal=True), item(2, "Öppen"))))
    assert [record.title for record in found] == ["Hamnnätverket 2024-10-11", "Öppen"]


def test_what_only_insiders_see_says_so() -> None:
    inside = replace(meeting(DAY, item(1, "Öppen")), internal=True)
    closed = meeting(date(2024, 9, 1), item(1, "Sluten", internal=True), item(2, "Öppen"))
    found = records(archive(inside, closed))
    assert [record.meta.get("internal") for record in found] == ["Internt", "Internt", None, "Internt", None]


def test_a_meeting_is_found_by_its_place_and_by_those_there_who_may_be_named() -> None:
    held = replace(
        meeting(DAY),
        preamble=(prose("Mötet hölls till sjöss"),),
        location=text("Fyrskeppet"),
        present=attendance(person("Ida Fyr", "hamnfogde", "Skärby"), person(None, "ledamot", "Vik")),
    )
    [found] = records(archive(held))
    assert found.content == ("Hamnnätverket 2024-10-11. Mötet hölls till sjöss. Fyrskeppet. Ida Fyr, Skärby.")
    assert found.filters["typ"] == ("Möte",)


def test_networks_dates_and_pages_are_found_as_pages() -> None:
    everything = archive(
        networks=(network("Hamnnätverket", "Hamnarnas nätverk.", person("Ida Fyr", "hamnfogde", "Skärby")),),
        events=(event("Hamndagen", date(2025, 5, 2)),),
        pages=(page("om.md", "Om arkivet", "Här är\n  allt."),),
    )
    found = by_url(*records(everything))
    assert found["natverk/hamnnätverket/"].content == (
        "Hamnnätverket. Hamnarnas nätverk. Ida Fyr, hamnfogde, Skärby."
    )
    assert found["kalender/dag/"].filters == {"år": ("2025",), "typ": ("Sida",)}
    assert found["om/"].content == "Om arkivet. Här är allt. Stadgar."
    assert found["om/"].filters == {"typ": ("Sida",)}


def test_newest_first_lists_the_items_of_a_day_in_their_order_and_what_has_no_date_last() -> None:
    newer = meeting(DAY, item(1, "A1"), item(2, "A2"))
    same_day = meeting(DAY, item(1, "B1"), network="Broarna")
    older = meeting(date(2023, 1, 1), item(1, "C1"))
    pages = (page("om.md", "Om", ""),)
    found = records(archive(newer, same_day, older, pages=pages))
    newest_first = sorted(found, key=lambda record: record.sort["datum"], reverse=True)
    assert newest_first == list(found)
    assert found[-1].title == "Om"


def test_every_result_has_an_address_of_its_own() -> None:
    held = meeting(DAY, item(1, "Lika", prose("Lika.")), item(2, "Lika", prose("Lika.")))
    found = records(archive(held, meeting(DAY, network="Broarna"), pages=(page("index.md", "Start", ""),)))
    assert len({record.url for record in found}) == len(found)


def test_the_interface_asks_for_what_the_index_was_made_with() -> None:
    words = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    assert words["keys"] == {
        "network": SWEDISH.network,
        "year": SWEDISH.year,
        "kind": SWEDISH.kind,
        "sort": SWEDISH.sort,
    }
    kinds = [SWEDISH.decision, SWEDISH.action, SWEDISH.item, SWEDISH.meeting, SWEDISH.page]
    assert words["kinds"] == kinds


def test_topics_organizations_and_members_who_have_a_page_are_found_by_it() -> None:
    ida = replace(person("Ida Fyr", "hamnfogde", "Skärby"), page="ledamoter/m-17.md")
    hidden = person(None, "lots", "Vik")
    held = meeting(DAY, item(1, "Avgifter"))
    everything = replace(
        archive(held, networks=(network("Hamnnätverket", "", ida, hidden), network("Broarna", "", ida))),
        topics=(PublicTopic("amnen/taxa.md", text("taxa"), (text("taxa"), text("Taxa")), (held.path,)),),
        organizations=(PublicOrganization("organisationer/skarby.md", text("Skärby"), (text("Skärby"),)),),
    )
    found = by_url(*records(everything))
    assert found["amnen/taxa/"].content == "taxa. Taxa. Hamnnätverket."
    assert found["organisationer/skarby/"].content == "Skärby. Hamnnätverket. Broarna."
    assert found["ledamoter/m-17/"].content == "Ida Fyr. hamnfogde, Skärby. Hamnnätverket. Broarna."
    shown = [
        found[f"{at}/"].meta["kinds"] for at in ("amnen/taxa", "organisationer/skarby", "ledamoter/m-17")
    ]
    assert shown == ["Ämne", "Organisation", "Ledamot"]
    assert {found["amnen/taxa/"].filters["typ"]} == {("Sida",)}
    assert len([url for url in found if url.startswith("ledamoter/")]) == 1
