"""Items, records and internal passages: what is meant to be closed is closed, or the file is refused."""

import time

import pytest

from arkiv.model import Audience, Item, Place, Prose, Record, RecordKind
from arkiv.sources.body import Body, read_body, read_prose, split_fields
from arkiv.sources.fields import Problems

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


def _read(text: str, first_line: int = 1) -> tuple[Body, list[str]]:
    problems = Problems("m.md")
    body = read_body(text, first_line, problems)
    found = [("warning: " if one.severity == "warning" else "") + str(one) for one in problems.found]
    return body, [line.replace("m.md:", "") for line in found]


def _item(text: str) -> Item:
    body, problems = _read(text)
    assert problems == []
    (item,) = body.items
    return item


def _records(text: str) -> list[Record]:
    return [block for block in _item(f"## 1. A\n\n{text}").blocks if isinstance(block, Record)]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("## 1. Rubrik", 1, "Rubrik"),
        ("## 12 Rubrik", 12, "Rubrik"),
        ("##3. Rubrik", 3, "Rubrik"),
        ("## 4) Rubrik ##", 4, "Rubrik"),
        ("## 5.Rubrik", 5, "Rubrik"),
        ("## 6:", 6, ""),
        ("## 7", 7, ""),
        ("## 8. Om C#", 8, "Om C"),
        ("## 9. Rubrik {#egen-adress}", 9, "Rubrik"),
        ("## 10. Rubrik {#a .b}  ", 10, "Rubrik"),
        ("## 2024 års budget", 2024, "års budget"),
    ],
)
def test_a_heading_of_level_two_that_starts_with_a_number_is_an_item(
    heading: str, number: int, title: str
) -> None:
    item = _item(heading)
    assert (item.number, item.title, item.audience, item.place) == (number, title, PUBLIC, Place("m.md", 1))


@pytest.mark.parametrize(
    "line", ["# 1. A", "### 1. A", "1. A", "## A 1", "## 1.2 A", "## 12345 kr", "    ## 1. A", "> ## 1. A"]
)
def test_other_headings_and_lists_are_text(line: str) -> None:
    body, problems = _read(line)
    assert (body.items, problems) == ((), [])
    assert [prose.text for prose in body.preamble] == [line]


def test_a_number_that_is_used_twice_is_told() -> None:
    remedy = "number the items so that each number is used once"
    assert _read("## 1. A\n\n## 2. B\n\n## 1. C", 10)[1] == [f"14: item: item 1 stands twice - {remedy}"]


@pytest.mark.parametrize(
    "attributes",
    [
        "{audience=internal}",
        "{: audience=internal}",
        '{audience = "internal"}',
        "{#x audience='internal' .y}",
    ],
)
def test_an_item_can_be_closed(attributes: str) -> None:
    item = _item(f"## 2. Sluten punkt {attributes}\n\nText")
    assert (item.title, item.audience) == ("Sluten punkt", INTERNAL)


def test_an_item_that_says_public_is_open() -> None:
    assert _item("## 2. A {audience=public}").audience is PUBLIC


@pytest.mark.parametrize(
    "heading",
    [
        "## 2. A {audience=intern}",
        "## 2. A {audience=INTERNAL}",
        "## 2. A {Audience=internal}",
        "## 2. A {audience: internal}",
        "## 2. A {internal}",
        "## 2. A {.internal}",
        "## 2. A {audience=internal}.",
        "## 2. A {audience=internal} (sluten)",
        "## 2. A {audience=internal",
        "## 2. A (audience=internal)",
    ],
)
def test_what_looks_like_closing_an_item_closes_it_and_is_refused(heading: str) -> None:
    body, problems = _read(heading)
    assert body.items[0].audience is INTERNAL
    assert [problem.split(" - ")[0] for problem in problems] in (
        ["1: audience: is unknown"],
        ["1: audience: does not stand last"],
    )


@pytest.mark.parametrize(
    "line",
    [
        "## Rubrik {audience=internal}",
        "### 2.1 A {audience=internal}",
        "Text {audience=internal}",
        "1. A {audience=internal}\n---",
    ],
)
@pytest.mark.parametrize("read", [read_body, read_prose])
def test_closing_what_can_not_be_closed_is_refused(line: str, read: object) -> None:
    problems = Problems("m.md")
    assert callable(read)
    read(line, 1, problems)
    assert [(one.place.line, one.what) for one in problems.found] == [(1, "closes nothing here")]


def test_code_may_show_how_an_item_is_closed() -> None:
    problems = Problems("m.md")
    read_prose(
        "Skriv `{audience=internal}` sist.\n\n```\n## 2. A {audience=internal}\n::: internal\n```\n",
        1,
        problems,
    )
    assert problems.found == []


def test_a_passage_is_internal_and_its_marks_are_gone() -> None:
    body, problems = _read("Före.\n\n::: internal\nHemligt.\n\n:::\n\nEfter.", 5)
    assert problems == []
    assert body.preamble == (
        Prose("Före.", PUBLIC, Place("m.md", 5)),
        Prose("Hemligt.", INTERNAL, Place("m.md", 8)),
        Prose("Efter.", PUBLIC, Place("m.md", 12)),
    )


def test_a_passage_without_blank_lines_around_it_is_cut_as_exactly() -> None:
    blocks = _item("## 1. A\nFöre\n:::internal\n**Beslut:** Hemligt.\n:::\nEfter").blocks
    assert [(block.text, block.audience) for block in blocks] == [
        ("Före", PUBLIC),
        ("Hemligt.", INTERNAL),
        ("Efter", PUBLIC),
    ]


def test_an_item_that_begins_inside_a_passage_is_closed() -> None:
    body, problems = _read("## 1. A\n\n::: internal\n\n## 2. B\n\n:::\n\nC")
    assert problems == []
    assert [item.audience for item in body.items] == [PUBLIC, INTERNAL]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("A\n::: internal\nB", "2: ::: internal: is never closed - add a line `:::` where the passage ends"),
        ("A\n:::\nB", "2: ::: internal: `:::` closes nothing - remove it, or open with `::: internal`"),
        (
            "::: internal\nA\n::: internal\nB\n:::",
            "3: ::: internal: stands inside the passage of line 1 - close that one first with `:::`",
        ),
        (
            "::: intern\nA\n:::",
            "1: ::: internal: only `internal` is known - write `::: internal`, or remove the line",
        ),
        (
            "```\nA\n\n::: internal\nB\n:::\n",
            "1: code: is never closed - end it with a line like the one that begins it",
        ),
        (
            "```\nA\n```python\n::: internal\n",
            "1: code: is never closed - end it with a line like the one that begins it",
        ),
    ],
)
def test_a_passage_that_is_not_whole_is_refused(text: str, problem: str) -> None:
    assert problem in _read(text)[1]


@pytest.mark.parametrize(
    "line",
    [
        "::: internal enligt 18 kap",
        "> ::: internal",
        "- ::: internal",
        ":: internal",
        ": internal",
        "::: internal :::",
        "::: {internal} nu",
    ],
)
def test_what_looks_like_opening_a_passage_and_does_not_is_refused(line: str) -> None:
    _, problems = _read(f"{line}\nHemligt.")
    assert problems
    assert "write `::: internal`" in problems[0]


@pytest.mark.parametrize("fence", ["```", "~~~", "`````", "```python", "~~~ `x`"])
def test_fenced_code_is_never_looked_into(fence: str) -> None:
    mark = fence.strip("python `x") if "~" in fence else "`" * fence.count("`")
    item = _item(f"## 1. A\n\n{fence}\n::: internal\n## 2. B\n\n**Beslut:** C\n{mark}\n\nD")
    assert [type(block) for block in item.blocks] == [Prose]
    assert item.blocks[0].text.endswith("D")


def test_a_shorter_fence_inside_a_longer_one_is_code() -> None:
    assert len(_item("## 1. A\n\n````\n```\n## 2. B\n```\n````\n").blocks) == 1


def test_inline_code_with_three_backticks_opens_no_fence() -> None:
    body, problems = _read("```kod``` först\n\n## 1. A")
    assert problems == []
    assert len(body.items) == 1


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
    (record,) = _records(f"{marker} Något\n  på två rader.\n\nText")
    assert (record.kind, record.text, record.fields) == (kind, "Något\npå två rader.", {})
    assert (record.number, record.place.line) == (1, 3)


@pytest.mark.parametrize(
    "line",
    ["Beslut: A", "*Beslut:* A", "**Beslut** A", "**Notera:** A", "A **Beslut:** B", "- **Beslut:** A"],
)
def test_other_paragraphs_are_text(line: str) -> None:
    assert _records(line) == []


def test_records_are_numbered_by_kind_whoever_may_read_them() -> None:
    text = "**Beslut:** A\n**Beslut:** B\n::: internal\n**Beslut:** C\n\n**Åtgärd:** D\n:::\n"
    text += "**Beslut:** E\n\n**Åtgärd:** F"
    assert [(one.kind.value, one.number, one.text, one.audience) for one in _records(text)] == [
        ("beslut", 1, "A", PUBLIC),
        ("beslut", 2, "B", PUBLIC),
        ("beslut", 3, "C", INTERNAL),
        ("atgard", 1, "D", INTERNAL),
        ("beslut", 4, "E", PUBLIC),
        ("atgard", 2, "F", PUBLIC),
    ]


def test_a_record_before_the_first_item_is_warned_of() -> None:
    assert _read("Inledning\n\n**Beslut:** A\n\n## 1. B")[1] == [
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
    (problem,) = _read(f"## 1. A\n\n**Åtgärd:** {text}")[1]
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
    assert _read(f"## 1. A\n\n{record}")[1] == [f"3: {problem} - write it as YYYY-MM-DD"]


def test_an_assignment_may_end_in_words_and_a_point_may_go_to_anyone() -> None:
    assert len(_records("**Utsedd:** A (till: nästa val)\n\n**Medskick:** B (till: 3 kommuner)")) == 2


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
    _read(text)
    assert time.perf_counter() - start < 2
