"""Plain text stays plain on the page."""

from posixpath import dirname, relpath
from urllib.parse import quote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from arkiv.pages.markdown import address, box, document, escape, heading, link, table
from tests.unit.pages.rendering import Parsed, html

MARKS = st.text(alphabet="\\`*_{}[]()<>#+-.!|&;:=~^\"'/ \n\tax1å@", max_size=40)
ANY = st.one_of(st.text(max_size=60), MARKS)


def visible(text: str) -> str:
    """What a reader sees of a text: no control characters, white space as one space."""
    kept = "".join(c for c in text if c.isprintable() or c.isspace() or ord(c) > 0x9F)
    return " ".join(kept.split())


@settings(max_examples=250, deadline=None)
@given(ANY)
@example("1. a")
@example("- a\n- b")
@example("| a | b |\n|---|---|")
@example("<script>x</script>")
@example("[a](javascript:x)")
@example("![a](b)")
@example("a {: onclick=x }")
@example("{ .a }")
@example("&lt;b&gt; &#60; &amp")
@example("<https://a.example>")
@example("[^1]: a")
@example("*[a]: b")
@example(": a")
@example("    a")
@example("---")
@example("\\*a\\*")
@example("wzxhzdk:0 klzzwxh:0000")
@example("\x02klzzwxh:0000\x03")
def test_any_plain_text_comes_out_as_itself_in_one_paragraph(text: str) -> None:
    parsed = Parsed(html("x" + escape(text) + "x"))
    assert [tag for tag, _ in parsed.elements] == ["p"]
    assert parsed.text == visible(f"x{visible(text)}x")


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_any_plain_text_at_the_start_of_a_block_opens_no_other_block(text: str) -> None:
    parsed = Parsed(html(escape(text)))
    assert {tag for tag, _ in parsed.elements} <= {"p"}
    assert parsed.text == visible(text)


@settings(max_examples=100, deadline=None)
@given(ANY)
def test_any_plain_text_in_a_table_cell_keeps_to_its_cell(text: str) -> None:
    parsed = Parsed(html(table(("a", "b"), [("x" + escape(text) + "x", "y")])))
    assert [tag for tag, _ in parsed.elements].count("td") == 2
    assert parsed.text.replace(" ", "") == f"abx{visible(text)}xy".replace(" ", "")


@settings(max_examples=100, deadline=None)
@given(ANY)
def test_any_plain_text_in_a_heading_leaves_its_anchor_alone(text: str) -> None:
    parsed = Parsed(html(heading(2, "3. " + escape(text), "punkt-3")))
    assert parsed.elements[0] == ("h2", {"id": "punkt-3"})
    assert {tag for tag, _ in parsed.elements} == {"h2", "a"}


@settings(max_examples=100, deadline=None)
@given(ANY)
def test_any_plain_text_labels_a_link_and_makes_no_other(text: str) -> None:
    parsed = Parsed(html(link("x" + text, "b.md", rel="next")))
    assert parsed.elements == [("p", {}), ("a", {"href": "b.md", "rel": "next"})]


@pytest.mark.parametrize("text", ["A & B", "5 kronor", "Möte: höst", "a-b", "Ale (kommun)", "50 %", "kl. 9"])
def test_ordinary_text_needs_no_escaping(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("page", "target", "anchor", "expected"),
    [
        ("index.md", "moten/2024/a.md", None, "moten/2024/a.md"),
        ("moten/2024/a.md", "natverk/b.md", None, "../../natverk/b.md"),
        ("natverk/b.md", "natverk/index.md", "ar-2024", "index.md#ar-2024"),
        ("beslut.md", "beslut.md", "ar-2024", "#ar-2024"),
        ("index.md", "bilagor/å b.pdf", None, "bilagor/%C3%A5%20b.pdf"),
    ],
)
def test_an_address_is_relative_to_the_page(
    page: str, target: str, anchor: str | None, expected: str
) -> None:
    assert address(page, target, anchor) == expected


def test_a_box_renders_the_markdown_within() -> None:
    parsed = Parsed(html(box("nav", 'class="a" aria-label="b"', "- [c](d.md)")))
    assert [tag for tag, _ in parsed.elements] == ["nav", "ul", "li", "a"]
    assert parsed.elements[0][1] == {"class": "a", "aria-label": "b"}


def test_a_document_has_frontmatter_that_no_title_can_break_out_of() -> None:
    page = document({"title": "a: b\n---\nc"}, ["Text"])
    assert page.startswith("---\ntitle: ")
    assert page.count("\n---\n") == 1
    assert page.endswith("\n\nText\n")


_PATHS = st.lists(st.sampled_from(["a", "b", "å ö", "a.md"]), min_size=1, max_size=4).map("/".join)


@given(_PATHS, _PATHS)
def test_an_address_is_the_relative_path_that_a_browser_follows(page: str, target: str) -> None:
    expected = quote(relpath(target, dirname(page) or "."))
    assert address(page, target) == expected
