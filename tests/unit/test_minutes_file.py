from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from arkiv.minutes_file import minutes_path, minutes_text, network_text, scalar
from arkiv.model import Attachment, Attendee, Audience, Member, Minutes, Person, Place, Status
from arkiv.sources.fields import Problems
from arkiv.sources.frontmatter_file import split
from arkiv.sources.minutes import read_minutes
from arkiv.sources.networks import read_network

PATH = "moten/2025/2025-03-04-miljochefer.md"
HERE = Place("prov.txt", 1)


def person(name: str, **more: object) -> Person:
    return Person(name, "prov", HERE, **more)  # type: ignore[arg-type]


MINUTES = Minutes(
    path=PATH,
    network="miljochefer",
    date=date(2025, 3, 4),
    number=1,
    status=Status.APPROVED,
    audience=Audience.INTERNAL,
    place=HERE,
    title="Möte: vatten, luft",
    start="09:00",
    end="11:30",
    location="Tallmo",
    reference="2025-114",
    adjusted_by=person("Leila Sjövik"),
    present=(
        Attendee(
            person("Bo Ahlgrund", organization="Åbro", role="miljöchef", email="bo@abro.example"), to_item=5
        ),
        Attendee(person("Farida Noori", role="expert", id="m-7", protected=True), items=(1, 3), guest=True),
    ),
    absent=(Attendee(person("Per Ek", other_names=("Pär Ek",), always_named="presskontakt")),),
    mentioned=(person("Ida Alm", organization="SKR"),),
    recorder=person("Monika Lund", role="sekreterare"),
    tags=("vatten",),
    attachments=(Attachment("moten/2025/plan.pdf", "Planen", Audience.INTERNAL, HERE),),
)


def read(text: str) -> tuple[Minutes | None, list[str]]:
    problems = Problems(PATH)
    source = split(text, problems)
    assert source
    return read_minutes(PATH, source, problems), [str(problem) for problem in problems.found]


def test_the_fields_stand_in_the_order_of_the_contract_with_people_on_one_line() -> None:
    assert minutes_text(MINUTES, "## 1. Vatten\n").split("\n") == [
        "---",
        "format: 1",
        "kind: minutes",
        "network: miljochefer",
        "date: 2025-03-04",
        'start: "09:00"',
        'end: "11:30"',
        "location: Tallmo",
        'title: "Möte: vatten, luft"',
        "reference: 2025-114",
        "adjusted_by: {name: Leila Sjövik}",
        "status: approved",
        "audience: internal",
        "present:",
        "  - {name: Bo Ahlgrund, organization: Åbro, role: miljöchef, email: bo@abro.example, to_item: 5}",
        "  - {id: m-7, name: Farida Noori, role: expert, protected: true, guest: true, items: [1, 3]}",
        "absent:",
        "  - {name: Per Ek, other_names: [Pär Ek], always_named: presskontakt}",
        "mentioned:",
        "  - {name: Ida Alm, organization: SKR}",
        "recorder: {name: Monika Lund, role: sekreterare}",
        "tags: [vatten]",
        "attachments:",
        "  - {file: plan.pdf, title: Planen, audience: internal}",
        "---",
        "",
        "## 1. Vatten",
        "",
    ]


def test_what_is_written_is_read_back_as_it_was() -> None:
    found, faults = read(minutes_text(MINUTES, "## 1. Vatten"))
    assert faults == []
    assert found
    assert (found.title, found.start, found.tags, found.status) == (
        "Möte: vatten, luft",
        "09:00",
        ("vatten",),
        "approved",
    )
    assert [one.person.name for one in (*found.present, *found.absent)] == [
        "Bo Ahlgrund",
        "Farida Noori",
        "Per Ek",
    ]
    assert found.present[1].items == (1, 3)
    assert found.attachments[0].file == "moten/2025/plan.pdf"


def test_the_second_meeting_of_a_day_has_a_number_in_its_name() -> None:
    assert minutes_path("miljochefer", date(2025, 3, 4)) == PATH
    assert minutes_path("miljochefer", date(2025, 3, 4), 2) == "moten/2025/2025-03-04-miljochefer-2.md"


def test_a_network_is_written_as_its_reader_wants_it() -> None:
    text = network_text(
        "Miljöchefer", [Member(person("Bo Ahlgrund", organization="Åbro"), start_date=date(2024, 1, 1))]
    )
    problems = Problems("natverk/miljochefer.md")
    source = split(text, problems)
    assert source
    network = read_network("natverk/miljochefer.md", source, problems)
    assert problems.found == []
    assert network
    assert network.members[0].start_date == date(2024, 1, 1)


@pytest.mark.parametrize(
    "text", ["09:00", "no", "2024-10-11", "null", "12", "a: b", "x, y", "{a}", "#1", "- a", "", "0x1f", "~"]
)
def test_a_text_that_yaml_would_take_for_something_else_is_quoted(text: str) -> None:
    assert scalar(text).startswith('"')
    assert yaml.safe_load(scalar(text)) == text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp")), min_size=1))
def test_any_text_comes_back_from_yaml_unchanged(text: str) -> None:
    assert yaml.safe_load(f"{{name: {scalar(text)}, items: [1]}}") == {
        "name": text.strip("\ufeff").strip(),
        "items": [1],
    }
