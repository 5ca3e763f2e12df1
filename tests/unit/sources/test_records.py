"""Records: paragraphs that start with a marker, and the fields in their last parentheses."""

import time

import pytest

from arkiv.model import RecordKind
from arkiv.sources.body import split_fields
from tests.unit.sources.bodies import INTERNAL, PUBLIC, body_of, records_of


@pytest.mark.parametrize(
    ("marker", "kind"),
    [
        ("**Beslut:**", RecordKind.DECISION),
        ("**Åtgärd:**", RecordKind.ACTION),
        ("**åtgärd**:", RecordKind.ACTION),
        ("__Utsedd:__", RecordKind.APPOINTMENT),
        ("**MEDSKICK:**", RecordKind.REFERRAL),
        ("**Återkommer:**", RecordKind.RETURN),
    ],
)
def test_a_paragraph_that_starts_with_a_marker_is_a_record(marker: str, kind: RecordKind) -> None:
    (record,) = records_of(f"{marker} Något\n  på två rader.\n\nText")
    assert (record.kind, record.text, record.fields) == (kind, "Något\npå två rader.", {})
    assert (record.number, record.place.line) == (1, 3)


@pytest.mark.parametrize(
    "line",
    ["Beslut: A", "*Beslut:* A", "**Beslut** A", "**Notera:** A", "A **Beslut:** B", "- **Beslut:** A"],
)
def test_other_paragraphs_are_text(line: str) -> None:
    assert records_of(line) == []


def test_records_are_numbered_by_kind_whoever_may_read_them() -> None:
    text = "**Beslut:** A\n**Beslut:** B\n::: internal\n**Beslut:** C\n\n**Åtgärd:** D\n:::\n"
    text += "**Beslut:** E\n\n**Åtgärd:** F"
    assert [(one.kind.value, one.number, one.text, one.audience) for one in records_of(text)] == [
        ("beslut", 1, "A", PUBLIC),
        ("beslut", 2, "B", PUBLIC),
        ("beslut", 3, "C", INTERNAL),
        ("atgard", 1, "D", INTERNAL),
        ("beslut", 4, "E", PUBLIC),
        ("atgard", 2, "F", PUBLIC),
    ]


def test_a_record_before_the_first_item_is_warned_of() -> None:
    assert body_of("Inledning\n\n**Beslut:** A\n\n## 1. B")[1] == [
        "warning: 3: record: stands before the first item and is read as text"
        " - move it below a heading such as `## 1. Title`"
    ]


@pytest.mark.parametrize(
    ("text", "said", "fields"),
    [
        ("A.", "A.", {}),
        ("A (ansvarig: Alva Rotvik)", "A", {"ansvarig": "Alva Rotvik"}),
        (
            "A (ansvarig: Alva Rotvik, Almeå, senast: 2024-12-01).",
            "A",
            {"ansvarig": "Alva Rotvik, Almeå", "senast": "2024-12-01"},
        ),
        ("A (Ansvarig: Alva; Senast: 2024-12-01)", "A", {"ansvarig": "Alva", "senast": "2024-12-01"}),
        ("A (till: SKR: s nätverk (norra))", "A", {"till": "SKR: s nätverk (norra)"}),
        ("A (ersätter: a#beslut-1-1, b#beslut-2-1)", "A", {"ersätter": "a#beslut-1-1, b#beslut-2-1"}),
        (
            "A (ersätter: a#beslut-1-1, upphäver: b#beslut-2-1)",
            "A",
            {"ersätter": "a#beslut-1-1", "upphäver": "b#beslut-2-1"},
        ),
        ("A (senast: 2024-12-01) B", "A (senast: 2024-12-01) B", {}),
        ("A (senast: x) (klar: 2024-12-01)", "A (senast: x)", {"klar": "2024-12-01"}),
        ("A (obs: viktigt)", "A (obs: viktigt)", {}),
        ("A (B)", "A (B)", {}),
        ("A (ansvarig:)", "A", {"ansvarig": ""}),
        ("A (ansvarig: B", "A (ansvarig: B", {}),
        ("", "", {}),
    ],
)
def test_the_fields_of_a_record_are_what_stands_in_its_last_parentheses(
    text: str, said: str, fields: dict[str, str]
) -> None:
    assert split_fields(text) == (said, fields)


@pytest.mark.parametrize(
    "text", ["A (anvsarig: Alva, senast: 2024-12-01)", "A (ansvarig: Alva, sennast: 2024-12-01)"]
)
def test_a_misspelt_field_stays_text_and_is_warned_of(text: str) -> None:
    (problem,) = body_of(f"## 1. A\n\n**Åtgärd:** {text}")[1]
    assert problem.startswith(
        "warning: 3: record: holds a field that is not known - known are: ansvarig, senast, "
    )


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        ("**Åtgärd:** A (senast: 2024-13-01)", "senast: is not a date (2024-13-01)"),
        ("**Åtgärd:** A (klar: ja)", "klar: is not a date"),
        ("**Åtgärd:** A (senast: Alva Rotvik)", "senast: is not a date"),
        ("**Utsedd:** A (uppdrag: B, till: 2026-02-30)", "till: is not a date (2026-02-30)"),
    ],
)
def test_a_bad_date_in_a_record_is_refused(record: str, problem: str) -> None:
    assert body_of(f"## 1. A\n\n{record}")[1] == [f"3: {problem} - write it as YYYY-MM-DD"]


def test_an_assignment_may_end_in_words_and_a_point_may_go_to_anyone() -> None:
    assert len(records_of("**Utsedd:** A (till: nästa val)\n\n**Medskick:** B (till: 3 kommuner)")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "## 1. A" + " " * 50_000 + "x",
        "## 1. A\n\n**Beslut:** A" + " " * 50_000 + "x",
        "## 1. A\n\n**Beslut:** " + "(" * 50_000,
        "## 1. A\n\n**Beslut:** " + "()" * 20_000 + "x",
        "## 1. A\n\n**Beslut:** A (" + "a: " * 10_000 + ")",
        "## 1. A " + "{" * 20_000,
        ":" * 50_000 + " x y",
        "#" * 50_000,
    ],
)
def test_no_line_takes_long_to_read(text: str) -> None:
    start = time.perf_counter()
    body_of(text)
    assert time.perf_counter() - start < 2
