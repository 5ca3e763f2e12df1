"""Minutes: every field of the contract, its default, and how it is refused."""

from datetime import date
from pathlib import Path

import pytest

from arkiv.model import Attachment, Attendee, Audience, Minutes, Place, Status
from tests.unit.sources.writing import HEAD, MEETING, minutes, read, told

WHOLE = """\
---
format: 1
kind: minutes
network: kultur
date: 2024-10-11
start: 9.00
end: "14:30"
location: Stadsbiblioteket
title: Höstmötet
reference: KUB 2024/7
status: approved
audience: internal
present:
  - {name: Alva Rotvik, organization: Almeå, role: kulturchef}
  - {name: Bo Lundmark, organization: Norrvik, to_item: 5}
  - {name: Cia Tallroth, role: länschef, guest: true, items: [1, 3]}
  - {name: Didrik Ek, from_item: 2, email: d@ek.example, phone: 08-1,
     id: m-4, protected: ja, other_names: [Dille]}
absent:
  - {name: Edit Falk, organization: Lövsele, always_named: presskontakt}
mentioned:
  - {name: Frej Grip}
recorder: {name: Gun Hallin, role: sekreterare}
adjusted_by: Hugo Isling
tags: [läsning, bok]
attachments:
  - {file: ../../bilagor/lista.pdf, title: Listan, audience: internal}
  - file: bild.png
---
Inledning.

## 1. Rubrik
"""


@pytest.fixture
def whole(tmp_path: Path) -> Minutes:
    files = {MEETING: WHOLE, "bilagor/lista.pdf": "x", "moten/2024/bild.png": "x"}
    reading = read(tmp_path, files)
    assert told(reading) == []
    return reading.archive.minutes[0]


def test_every_field_of_minutes_is_read(whole: Minutes) -> None:
    assert (whole.path, whole.id, whole.network, whole.number) == (MEETING, "2024-10-11-kultur", "kultur", 1)
    assert (whole.date, whole.start, whole.end) == (date(2024, 10, 11), "09:00", "14:30")
    assert (whole.location, whole.title, whole.reference) == ("Stadsbiblioteket", "Höstmötet", "KUB 2024/7")
    assert (whole.status, whole.audience, whole.tags) == (
        Status.APPROVED,
        Audience.INTERNAL,
        ("läsning", "bok"),
    )
    assert whole.place == Place(MEETING, 4)
    assert [item.number for item in whole.items] == [1]
    assert [prose.text for prose in whole.preamble] == ["Inledning."]


def test_everyone_in_the_frontmatter_is_read_with_all_that_is_said_of_them(whole: Minutes) -> None:
    first, second, third, fourth = whole.present
    assert first.person.name == "Alva Rotvik"
    assert (first.person.organization, first.person.role, first.person.place) == (
        "Almeå",
        "kulturchef",
        Place(MEETING, 14),
    )
    assert second == Attendee(second.person, to_item=5)
    assert third == Attendee(third.person, items=(1, 3), guest=True)
    assert fourth == Attendee(fourth.person, from_item=2)
    assert (fourth.person.id, fourth.person.other_names, fourth.person.protected) == ("m-4", ("Dille",), True)
    assert (fourth.person.email, fourth.person.phone) == ("d@ek.example", "08-1")
    assert [one.person.always_named for one in whole.absent] == ["presskontakt"]
    assert [one.name for one in whole.mentioned] == ["Frej Grip"]
    assert whole.recorder is not None
    assert (whole.recorder.name, whole.recorder.role) == ("Gun Hallin", "sekreterare")
    assert whole.adjusted_by is not None
    assert (whole.adjusted_by.name, whole.adjusted_by.place.line) == ("Hugo Isling", 24)


def test_a_mention_is_known_by_where_it_stands(whole: Minutes) -> None:
    assert whole.recorder is not None
    people = [*(one.person for one in (*whole.present, *whole.absent)), *whole.mentioned, whole.recorder]
    refs = [person.ref for person in people]
    assert refs[0] == "2024-10-11-kultur-present-1"
    assert len(set(refs)) == len(refs)


def test_attachments_are_resolved_from_the_page(whole: Minutes) -> None:
    assert whole.attachments == (
        Attachment("bilagor/lista.pdf", "Listan", Audience.INTERNAL, Place(MEETING, 27)),
        Attachment("moten/2024/bild.png", "", Audience.PUBLIC, Place(MEETING, 28)),
    )


def test_what_is_left_out_has_its_default(tmp_path: Path) -> None:
    found, problems = minutes(tmp_path)
    assert problems == []
    assert found == Minutes(
        path=MEETING,
        network="kultur",
        date=date(2024, 10, 11),
        number=1,
        status=Status.DRAFT,
        audience=Audience.PUBLIC,
        place=Place(MEETING, 3),
    )


def test_a_null_is_an_absent_field(tmp_path: Path) -> None:
    names = (
        "start end location title reference status audience present absent mentioned recorder tags".split()
    )
    nulls = "".join(f"{name}: {null}\n" for name, null in zip(names, ["", "null", "~"] * 4, strict=True))
    assert minutes(tmp_path, nulls) == minutes(tmp_path / "other")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("start: 25:00", 'start: is not a time of day - write it as "09:00"'),
        ("end: kl 9", 'end: is not a time of day - write it as "09:00"'),
        ("status: beslutad", "status: is unknown - write one of: planned, draft, approved, cancelled"),
        ("audience: alla", "audience: is unknown - write one of: public, internal"),
        ("title: [a]", "title: is not a plain text - write one value on the line"),
        ("present: Alva", "present: is not a list - write one `- {...}` a line"),
        ("present: [Alva]", "present[1]: is not a mapping - write `field: value` lines"),
        ("present: [{role: chef}]", "present[1].name: is missing - add it"),
        ("present: [{name: 1234}]", "present[1].name: has fewer than two letters - write the name out"),
        ("mentioned: [{name: A}]", "mentioned[1].name: has fewer than two letters - write the name out"),
        ("recorder: A.", "recorder: has fewer than two letters - write the name out"),
        (
            "absent: [{name: Alva, to_item: 0}]",
            "absent[1].to_item: is not a whole number from 1 - write digits only",
        ),
        (
            "absent: [{name: Alva, items: [x]}]",
            "absent[1].items: is not a list of whole numbers - write `[1, 2]`",
        ),
        (
            "present: [{name: Alva, from_item: 3, to_item: 2}]",
            "present[1].to_item: comes before `from_item` - exchange the two",
        ),
        (
            "present: [{name: Alva, protected: kanske}]",
            "present[1].protected: is neither true nor false - write true or false",
        ),
        (
            "present: [{name: Alva, always_named: false}]",
            "present[1].always_named: is no reason - write why they are always named, or remove the line",
        ),
        ("tags: {a: b}", "tags: is not a list of texts - write `[one, another]`"),
        ("tags: [[a]]", "tags: is not a list of texts - write `[one, another]`"),
        ("number: två", "number: is not a whole number from 1 - write digits only"),
        ("format: 2", "format: is unknown - write `format: 1`, or use a newer arkiv"),
        ("attachments: [{title: x}]", "attachments[1].file: is missing - add it"),
        ("attachments: [{file: borta.pdf}]", "attachments: is not there - add the file, or remove the line"),
    ],
)
def test_a_wrong_field_is_told_with_line_field_and_remedy(tmp_path: Path, line: str, problem: str) -> None:
    assert minutes(tmp_path, f"{line}\n")[1] == [f"5: {problem}"]


@pytest.mark.parametrize("name", ["No", "Null", "Bo: x", "True", "Li"])
def test_a_name_that_looks_like_something_else_stays_a_name(tmp_path: Path, name: str) -> None:
    quoted = f'"{name}"' if ":" in name else name
    found, problems = minutes(tmp_path, f"mentioned:\n  - name: {quoted}\n    other_names: [{quoted}]\n")
    assert problems == []
    assert [(one.name, one.other_names) for one in found.mentioned] == [(name, (name,))]


@pytest.mark.parametrize(
    "line",
    [
        "staus: approved",
        "audiance: internal",
        "presant: [{name: Alva}]",
        "mentoned: [{name: Alva}]",
        "present: [{name: Alva, protcted: true}]",
        "present: [{name: Alva, skyddad: true}]",
        "present: [{name: Alva, skyddade_personuppgifter: ja}]",
        "present: [{name: Alva, smeknamn: Alvan}]",
        "present: [{name: Alva, other_name: [Ava]}]",
        "närvarande: [{name: Alva}]",
        "Frånvarande: [{name: Alva}]",
        "omnämnda: [{name: Alva}]",
        "målgrupp: intern",
    ],
)
def test_a_misspelt_field_that_protects_is_an_error(tmp_path: Path, line: str) -> None:
    (problem,) = minutes(tmp_path, f"{line}\n")[1]
    assert not problem.startswith("warning: ")
    assert "holds a field that is not known - did you mean" in problem


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("titel: Möte", "did you mean `title`?"),
        ("present: [{name: Alva, organisation: Almeå}]", "did you mean `organization`?"),
        ("recorder: {name: Alva, epost: x}", "did you mean `email`?"),
        ("plats: Almeå", "did you mean `location`?"),
        ("recorder: {name: Alva, färg: röd}", "known are: "),
    ],
)
def test_an_unknown_field_is_a_warning_that_helps(tmp_path: Path, line: str, meant: str) -> None:
    (problem,) = minutes(tmp_path, f"{line}\n")[1]
    assert problem.startswith("warning: ")
    assert "holds a field that is not known - " + meant in problem


@pytest.mark.parametrize(
    "target",
    ["../../../hemlig.pdf", "/etc/passwd", "~/x.pdf", "C:/x.pdf", "..\\..\\x", "https://x.example/a"],
)
def test_an_attachment_out_of_docs_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "hemlig.pdf").write_text("x")
    found, problems = minutes(tmp_path, f"attachments:\n  - file: '{target}'\n")
    assert found.attachments == ()
    remedy = "put the file under docs/ and give its path from this page"
    assert problems == [f"6: attachments[1].file: leads out of docs/ - {remedy}"]


def test_a_page_and_the_settled_names_can_not_be_attached(tmp_path: Path) -> None:
    files = {
        MEETING: f"---\n{HEAD}attachments:\n  - file: ../../natverk/kultur.md\n"
        "  - file: ../../namn.yml\n---\n",
        "namn.yml": "x",
    }
    reading = read(tmp_path, files)
    assert len(told(reading)) == 2
    assert reading.archive.files == frozenset()
