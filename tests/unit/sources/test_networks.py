"""Networks, events and ordinary pages, field by field."""

from datetime import date
from pathlib import Path

import pytest

from arkiv.model import Attachment, Audience, Basis, Member, Page, Place, Prose, Status
from tests.unit.sources.writing import read, told

SKOLA = "natverk/skola.md"


def _network(folder: Path, text: str, path: str = SKOLA) -> list[str]:
    reading = read(folder, {path: f"---\nkind: network\nname: Skolnätverket\n{text}---\n"})
    return [line.removeprefix(f"{path}:") for line in told(reading)]


def test_every_field_of_a_network_is_read(tmp_path: Path) -> None:
    text = """\
---
kind: network
name: Skolnätverket
members:
  - id: m-17
    name: Alva Rotvik
    other_names: [Alva Rotvig]
    organization: Almeå
    role: skolchef
    email: alva@almea.example
    phone: "0980-1"
    start_date: 2022-01-01
    end_date: 2024-12-31
  - {name: Bo Lundmark, substitute_for: m-17}
visibility:
  public:   {normal: named, hogsta: withheld}
  internal: {normal: named}
basis: {meeting: 2024-06-14-skola, item: 4}
tags: [skola]
audience: internal
attachments: [{file: ../plan.pdf}]
---
Om nätverket.
"""
    reading = read(tmp_path, {SKOLA: text, "plan.pdf": "x"})
    assert told(reading) == []
    network = reading.archive.networks[1]
    assert (network.id, network.path, network.name, network.audience) == (
        "skola",
        SKOLA,
        "Skolnätverket",
        Audience.INTERNAL,
    )
    assert network.visibility == {
        "public": {"normal": "named", "hogsta": "withheld"},
        "internal": {"normal": "named"},
    }
    assert (network.visibility_place, network.basis) == (
        Place(SKOLA, 15),
        Basis("2024-06-14-skola", 4, Place(SKOLA, 18)),
    )
    first, second = network.members
    assert first == Member(first.person, date(2022, 1, 1), date(2024, 12, 31))
    assert (first.person.id, first.person.other_names, first.person.phone) == (
        "m-17",
        ("Alva Rotvig",),
        "0980-1",
    )
    assert (second.person.id, second.person.ref, second.substitute_for) == (None, "skola-2", "m-17")
    assert (network.tags, network.attachments) == (
        ("skola",),
        (Attachment("plan.pdf", "", Audience.PUBLIC, Place(SKOLA, 21)),),
    )
    assert network.body == (Prose("Om nätverket.", Audience.PUBLIC, Place(SKOLA, 23)),)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("members: [{name: Alva Rotvik, id: två ord}]", "members[1].id: is no usable id"),
        (
            "members: [{name: Alva, start_date: 2024-02-01, end_date: 2024-01-01}]",
            "members[1].end_date: comes before `start_date`",
        ),
        ("members: [{name: Alva, start_date: 2024}]", "members[1].start_date: is not a date"),
        ("members: {name: Alva}", "members: is not a list"),
        ("visibility: named", "visibility: is not a mapping"),
        ("visibility: {public: named}", "visibility.public: is not a mapping"),
        ("visibility: {publik: {normal: named}}", "visibility: holds a field that is not known"),
        ("basis: {item: 4}", "basis.meeting: is missing"),
        ("basis: {meeting: x, item: fyra}", "basis.item: is not a whole number from 1"),
        ("audience: hemlig", "audience: is unknown"),
    ],
)
def test_a_wrong_field_is_told_with_its_line(tmp_path: Path, line: str, problem: str) -> None:
    assert [found.split(" - ")[0] for found in _network(tmp_path, f"{line}\n")] == [f"4: {problem}"]


@pytest.mark.parametrize("member_id", ["Alva", "rotvik-1", "m-akervik1", "bo-1", "alva.rotvik"])
def test_an_id_that_tells_the_name_is_warned_of(tmp_path: Path, member_id: str) -> None:
    line = f"members: [{{name: Alva Rotvik, other_names: [Bo Åkervik], id: {member_id}}}]\n"
    (found,) = _network(tmp_path, line)
    assert "members[1].id: tells the person's name - " in found
    assert found.startswith("warning: ")


@pytest.mark.parametrize("member_id", ["m-17", "bs-a", "7", "kommunchefer-3", "3f2504e0-4f89-11d3"])
def test_an_id_that_says_nothing_is_good(tmp_path: Path, member_id: str) -> None:
    assert _network(tmp_path, f"members: [{{name: Alva Rotvik, id: {member_id}}}]\n") == []


@pytest.mark.parametrize(
    "stem", ["Skola", "skola-2", "skola-12", "skola_a", "skolå", "-skola", "skola--a", "sko la"]
)
def test_a_file_name_that_can_be_no_id_is_refused(tmp_path: Path, stem: str) -> None:
    remedy = "use a-z, 0-9 and hyphens, and no number last"
    assert _network(tmp_path, "", f"natverk/{stem}.md") == [f"1: file: is no usable network id - {remedy}"]


def test_a_network_in_a_folder_of_its_own_is_refused_since_two_could_have_one_id(tmp_path: Path) -> None:
    assert _network(tmp_path, "", "natverk/norra/kultur.md") == [
        "1: file: stands in a folder of its own - move it to natverk/ itself"
    ]


def test_a_network_needs_a_name(tmp_path: Path) -> None:
    reading = read(tmp_path, {SKOLA: "---\nkind: network\nname: ' '\n---\n"})
    assert told(reading) == [f"{SKOLA}:3: name: is missing - add it"]


def test_every_field_of_an_event_is_read(tmp_path: Path) -> None:
    path = "kalender/2025-03-01-dag.md"
    text = """\
---
kind: event
title: Kulturdagen
start_date: 2025-03-01
end_date: 2025-03-02
networks: [kultur]
location: Almeå
status: approved
audience: internal
---
Välkommen.
"""
    reading = read(tmp_path, {path: text})
    assert told(reading) == []
    (event,) = reading.archive.events
    assert (event.title, event.start_date, event.end_date) == (
        "Kulturdagen",
        date(2025, 3, 1),
        date(2025, 3, 2),
    )
    assert (event.networks, event.location, event.status) == (("kultur",), "Almeå", Status.APPROVED)
    assert (event.audience, event.body[0].text, event.place.line) == (Audience.INTERNAL, "Välkommen.", 6)


def test_an_event_without_more_than_it_needs_is_planned_open_and_one_day_long(tmp_path: Path) -> None:
    reading = read(tmp_path, {"kalender/a.md": "---\nkind: event\ntitle: A\nstart_date: 2025-03-01\n---\n"})
    (event,) = reading.archive.events
    assert (event.end_date, event.status, event.audience) == (
        date(2025, 3, 1),
        Status.PLANNED,
        Audience.PUBLIC,
    )
    assert (event.networks, event.location, event.body) == ((), None, ())


def test_all_faults_of_an_event_are_told_at_once(tmp_path: Path) -> None:
    text = "---\nkind: event\nstart_date: x\nstatus: y\naudience: z\nnetworks: [okand]\n---\n:::\n"
    assert [line.split(" - ")[0] for line in told(read(tmp_path, {"kalender/a.md": text}))] == [
        "kalender/a.md:2: title: is missing",
        "kalender/a.md:3: start_date: is not a date",
        "kalender/a.md:4: status: is unknown",
        "kalender/a.md:5: audience: is unknown",
        "kalender/a.md:8: ::: internal: `:::` closes nothing",
    ]


def test_an_event_ends_after_it_begins_and_names_networks_that_are_there(tmp_path: Path) -> None:
    text = (
        "---\nkind: event\ntitle: A\nstart_date: 2025-03-02\nend_date: 2025-03-01\nnetworks: [okand]\n---\n"
    )
    assert told(read(tmp_path, {"kalender/a.md": text})) == [
        "kalender/a.md:5: end_date: comes before `start_date` - correct one of the two",
        "kalender/a.md:6: networks: is unknown - write one of: kultur",
    ]


def test_an_ordinary_page_needs_no_frontmatter(tmp_path: Path) -> None:
    reading = read(tmp_path, {"om.md": "# Om\n\n::: internal\nA\n:::\n"})
    assert told(reading) == []
    (page,) = reading.archive.pages
    assert [(prose.text, prose.audience) for prose in page.body] == [
        ("# Om", Audience.PUBLIC),
        ("A", Audience.INTERNAL),
    ]


def test_of_a_page_only_what_is_known_is_read(tmp_path: Path) -> None:
    text = "---\ntitle: Om\naudience: internal\ntags: [a]\nauthor: Alva Rotvik\nkind: page\n---\nText"
    reading = read(tmp_path, {"om.md": text})
    remedy = "known are: attachments, audience, format, kind, tags, title"
    assert told(reading) == [f"warning: om.md:5: frontmatter: holds a field that is not known - {remedy}"]
    assert reading.archive.pages == (
        Page(
            "om.md",
            "Om",
            Audience.INTERNAL,
            (Prose("Text", Audience.PUBLIC, Place("om.md", 8)),),
            Place("om.md"),
            ("a",),
        ),
    )


@pytest.mark.parametrize(
    ("kind", "folder"), [("minutes", "moten/<year>/"), ("network", "natverk/"), ("event", "kalender/")]
)
@pytest.mark.parametrize("path", ["utkast/a.md", "moten/index.md"])
def test_minutes_networks_and_events_in_the_wrong_folder_are_no_ordinary_pages(
    tmp_path: Path, path: str, kind: str, folder: str
) -> None:
    problem = f"{path}:2: kind: does not fit the folder - move the file to {folder}, or remove the line"
    assert told(read(tmp_path, {path: f"---\nkind: {kind}\n---\n"})) == [problem]
