"""Items and internal passages: what is meant to be closed is closed, or the file is refused."""

import pytest

from arkiv.model import Place, Prose
from arkiv.sources.body import read_body, read_prose
from arkiv.sources.fields import Problems
from tests.unit.sources.bodies import INTERNAL, PUBLIC, body_of, item_of


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
    item = item_of(heading)
    assert (item.number, item.title, item.audience, item.place) == (number, title, PUBLIC, Place("m.md", 1))


@pytest.mark.parametrize(
    "line", ["# 1. A", "### 1. A", "1. A", "## A 1", "## 1.2 A", "## 12345 kr", "    ## 1. A", "> ## 1. A"]
)
def test_other_headings_and_lists_are_text(line: str) -> None:
    body, problems = body_of(line)
    assert (body.items, problems) == ((), [])
    assert [prose.text for prose in body.preamble] == [line]


def test_a_number_that_is_used_twice_is_told() -> None:
    remedy = "number the items so that each number is used once"
    assert body_of("## 1. A\n\n## 2. B\n\n## 1. C", 10)[1] == [f"14: item: item 1 stands twice - {remedy}"]


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
    item = item_of(f"## 2. Sluten punkt {attributes}\n\nText")
    assert (item.title, item.audience) == ("Sluten punkt", INTERNAL)


@pytest.mark.parametrize(
    ("heading", "audience"),
    [
        ('## 1. X {#id .klass data-x="y z"}', PUBLIC),
        ("## 1. X {: data-x=y}", PUBLIC),
        ('## 1. X {style="color: red" audience=internal}', INTERNAL),
    ],
)
def test_an_attribute_that_is_not_known_is_left_out_with_a_warning(heading: str, audience: object) -> None:
    body, problems = body_of(heading)
    assert (body.items[0].title, body.items[0].audience) == ("X", audience)
    what = "holds an attribute that is not known, which is left out"
    assert problems == [f"warning: 1: heading: {what} - remove all but {{audience=internal}}"]


def test_an_item_that_says_public_is_open() -> None:
    assert item_of("## 2. A {audience=public}").audience is PUBLIC


@pytest.mark.parametrize(
    "heading",
    [
        "## 2. A {audience=intern}",
        "## 2. A {audience=INTERNAL}",
        "## 2. A {Audience=internal}",
        "## 2. A {audience: internal}",
        "## 2. A {internal}",
        "## 2. A {.internal}",
        "## 2. A {audiens=internal}",
        "## 2. A {data-x=1 audence=intern}",
        "## 2. A {hemlig}",
        "## 2. A {audience=internal}.",
        "## 2. A {audience=internal} (sluten)",
        "## 2. A {audience=internal",
        "## 2. A (audience=internal)",
    ],
)
def test_what_looks_like_closing_an_item_closes_it_and_is_refused(heading: str) -> None:
    body, problems = body_of(heading)
    assert body.items[0].audience is INTERNAL
    errors = [problem.split(" - ")[0] for problem in problems if not problem.startswith("warning: ")]
    assert errors in (
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
    body, problems = body_of("Före.\n\n::: internal\nHemligt.\n\n:::\n\nEfter.", 5)
    assert problems == []
    assert body.preamble == (
        Prose("Före.", PUBLIC, Place("m.md", 5)),
        Prose("Hemligt.", INTERNAL, Place("m.md", 8)),
        Prose("Efter.", PUBLIC, Place("m.md", 12)),
    )


def test_a_passage_without_blank_lines_around_it_is_cut_as_exactly() -> None:
    blocks = item_of("## 1. A\nFöre\n:::internal\n**Beslut:** Hemligt.\n:::\nEfter").blocks
    assert [(block.text, block.audience) for block in blocks] == [
        ("Före", PUBLIC),
        ("Hemligt.", INTERNAL),
        ("Efter", PUBLIC),
    ]


def test_an_item_that_begins_inside_a_passage_is_closed() -> None:
    body, problems = body_of("## 1. A\n\n::: internal\n\n## 2. B\n\n:::\n\nC")
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
    assert problem in body_of(text)[1]


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
    _, problems = body_of(f"{line}\nHemligt.")
    assert problems
    assert "write `::: internal`" in problems[0]


@pytest.mark.parametrize("fence", ["```", "~~~", "`````", "```python", "~~~ `x`"])
def test_fenced_code_is_never_looked_into(fence: str) -> None:
    mark = fence.strip("python `x") if "~" in fence else "`" * fence.count("`")
    item = item_of(f"## 1. A\n\n{fence}\n::: internal\n## 2. B\n\n**Beslut:** C\n{mark}\n\nD")
    assert [type(block) for block in item.blocks] == [Prose]
    assert item.blocks[0].text.endswith("D")


def test_a_shorter_fence_inside_a_longer_one_is_code() -> None:
    assert len(item_of("## 1. A\n\n````\n```\n## 2. B\n```\n````\n").blocks) == 1


def test_inline_code_with_three_backticks_opens_no_fence() -> None:
    body, problems = body_of("```kod``` först\n\n## 1. A")
    assert problems == []
    assert len(body.items) == 1
