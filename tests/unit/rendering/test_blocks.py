"""Simple Markdown as HTML: the engine's own bytes, or a refusal."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from arkiv.rendering.blocks import convert
from arkiv.rendering.body import Body, Unforeseen
from tests.unit.pages.rendering import extensions

PERMALINK = '<a class="headerlink" href="#{id}" title="Länk till den här rubriken">#</a>'

TAME = (
    "ord |Åsa |, |.|–|!|\xa0| *em* |**fet:** | *(från)* |[a](b.md)|[x *y*](#z)|*em*{ .k }|<br>|"
    "<small>a</small>|1\\. x|&amp;|\n{ .k }|\n{ #p .k d='e' }|  \n|\n|\n\n|\n\n|\n\n|"
    "\n\n- a *b*\n- [c](d.md)\n\n|\n\n## 1. X { #r .c }\n\n|\n\n### Y { #q }\n\n|\n\nT x\n:   d e\n\n|"
    "\n\n<div class='a' markdown>\n\n|\n\n</div>\n\n|\n\n<nav class='b' aria-label='c' markdown>\n\n|"
    "\n\n</nav>\n\n|<em class='s'>Gäller</em>|<span>a</span>|"
    "\n\n<div class='r' role='group' data-x='{a} av {b}' hidden>\n<input><b>Å &amp; ä</b>\n</div>\n\n|"
    "\n\n<p class='l'>x</p>\n\n|"
    "\n\n<details><summary>2024</summary>\n<table><tr><td>*a*<br></td></tr></table>\n</details>\n\n|"
    "\n\n<div>\n<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>\n</div>\n\n"
).replace("'", '"')  # fmt: skip
TABLE = "\n\n| a | b |\n| --- | --- |\n| c *x* | d<br>e |\n\n"
ODD = (
    "*|**|***|_|`|```|~~~|\\*|\\>|\\\\|[|]|](|(|)|{|}|{ .k }|<|<b>|<p>|</p>|<!-- c -->|<http://x.se>|&|&lt;|"
    "&#123;|#|# |## |- |\n- |1. |\n1. |2)|+ |> |:|\n:   |    |\t|---|\n---\n|===|=|![|![a](b)|[^1]|[^1]: f|"
    "[r]: /x|[TOC]|*[ab]: c|a*b|a_b|a@b.se|\u2028|\x0b|\u200b|'|%|a\n- b|"
    "\n\n- a\n\n    b\n\n|\n\n1. a\n2. b\n\n"
).split("|")  # fmt: skip
FRAGMENTS = [*TAME.split("|"), TABLE]


def engine(text: str) -> tuple[str, list[tuple[int, str, str]]]:
    """HTML and table of contents as Python-Markdown gives them."""
    html = renderer().reset().convert(text)
    return html, list(flat(getattr(renderer(), "toc_tokens", [])))


@cache
def renderer() -> Markdown:
    """MkDocs' own extensions, and those of mkdocs.yml."""
    names, configured = extensions()
    return Markdown(extensions=[*names, "fenced_code"], extension_configs=configured)


def flat(tokens: list[dict[str, object]]) -> list[tuple[int, str, str]]:
    found: list[tuple[int, str, str]] = []
    for token in tokens:
        level, anchor, name, children = (token[key] for key in ("level", "id", "name", "children"))
        assert isinstance(level, int)
        assert isinstance(children, list)
        found += [(level, str(anchor), str(name)), *flat(children)]
    return found


def converted(text: str) -> Body | None:
    try:
        return convert(text, PERMALINK, lambda url: url)
    except Unforeseen:
        return None


def assert_same(text: str) -> None:
    """What is converted is what the engine converts it to."""
    body = converted(text)
    if body is not None:
        contents = [(one.level, one.id, one.name) for one in body.headings]
        assert (body.html, contents) == engine(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=14).map("".join))
def test_what_is_converted_of_well_written_pages_has_the_engines_bytes(text: str) -> None:
    assert_same(text)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from([*FRAGMENTS, *ODD, *ODD, "|"]), min_size=1, max_size=8).map("".join))
def test_what_is_converted_of_anything_at_all_has_the_engines_bytes(text: str) -> None:
    assert_same(text)


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="aÅ 1.\n*_[](){}<>#-:|&\\!`~+=\"'\xa0\t", max_size=40))
def test_what_is_converted_of_any_signs_has_the_engines_bytes(text: str) -> None:
    assert_same(text)


KNOWN = [
    "Text på en rad.",
    "Två rader\nav text.",
    "**Beslut:** Så blev det.  \n<small>*Gäller*{ .a } [Länk](#b){ .c title=\"d e\" }</small>\n{ #b .r .s }",
    "## 3. Rubrik \\- två { #punkt-3 .k }\n\nText.",
    "- ett\n- [två](a/b.md) <small>C · D</small>",
    "<div class=\"a\" markdown>\n\n### Rubrik { #r }\n\n| A | B |\n| --- | --- |\n| c | d<br>e |\n\n</div>",
    "Datum\n:   <time datetime=\"2024-10-25\">25 oktober</time>\n\nPlats\n:   Almeå",
    "[<small>Förra</small> mötet](../2024/a.md){ rel=\"prev\" }",
]  # fmt: skip


@pytest.mark.parametrize("text", KNOWN)
def test_what_pages_are_made_of_is_known(text: str) -> None:
    assert converted(text) is not None
    assert_same(text)


REFUSED = [
    "<div>\n<p>utan slut\n</div>",
    "<div>ett</div> och mer",
    "<div>ett</div>\n<div>två</div>",
    "<div class=\"a\">\n<!-- dolt -->\n</div>",
    "<div class=\"a\" markdown>\n\n<div>rått</div>\n\n</div>",
    "```\nkod\n```",
    "Fotnot[^1].\n\n[^1]: Text.",
    "<pre>Rå HTML</pre>",
    "- ett\n\n    - två",
    "- ett\n\n- två",
    "1. ett\n2. två",
    "> citat",
    "## Utan ankare",
    "## *Betonat* { #a }",
    "#### För djupt { #a }",
    "Text\n---",
    "    kod",
    "a_b_c",
    "![bild](a.png)",
    "[en](x.md) [två][2]",
    "*[AB]: förkortning",
    "<div class=\"a\" markdown>\n\nutan slut",
    "<div id=\"a\" markdown>\n\nText.\n\n</div>",
    "| A |\n| :--: |\n| b |",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_could_be_read_in_another_way_is_refused(text: str) -> None:
    assert converted(text) is None


def test_a_link_that_the_engine_must_judge_is_refused() -> None:
    with pytest.raises(Unforeseen):
        convert("[a](b.md)", PERMALINK, lambda url: None)


def test_ids_of_headings_records_and_emphasis_can_be_linked_to() -> None:
    body = converted("## A { #a }\n\n**B**{ #b } c\n{ #c }\n\n*d*{ #d }")
    assert body is not None
    assert body.ids == {"a", "b", "c", "d"}
