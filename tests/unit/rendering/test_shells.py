"""A shell is rendered once with tokens, and filled with what differs as the theme would have written it."""

import pytest
from jinja2 import Environment

from arkiv.rendering.body import Unforeseen
from arkiv.rendering.shells import Row, Witness, contents, shell, token, token_rows

LIST = (
    "<ul>{% for one in (page.toc | first).children %}\n"
    "<li><a href='{{ one.url }}'>{{ one.title }}</a>{% endfor %}</ul>"
)
PAGE = (
    "<title>{{ page.meta.title | e }}</title><meta content='{{ page.meta.title }}'>"
    + LIST
    + "{{ page.content }}"
)


def rendered(template: str, page: Witness) -> str:
    return Environment(autoescape=False).from_string(template).render(page=page)


def page(title: str, content: str, rows: tuple[Row, ...]) -> Witness:
    return Witness(meta={"title": title}, content=content, toc=contents("#sidan", rows))


def tokens(template: str, *, has_rows: bool = True) -> str:
    return rendered(template, page(token("title"), token("content"), token_rows() if has_rows else ()))


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_filled_shell_is_what_the_theme_renders(count: int) -> None:
    rows = tuple(Row(f"#p-{n}", f"Punkt {n} &amp; mer") for n in range(count))
    found = shell(tokens(PAGE), has_rows=True)
    texts = {"title": 'A & B "c" <d>', "content": "<p>A &amp; B</p>"}
    assert found.filled(texts, rows) == rendered(PAGE, page(texts["title"], texts["content"], rows))


def test_a_page_without_headings_has_a_shell_of_its_own() -> None:
    found = shell(tokens(PAGE, has_rows=False), has_rows=False)
    assert found.filled({"title": "A", "content": "b"}, ()) == rendered(PAGE, page("A", "b", ()))


@pytest.mark.parametrize(
    "asked", ["page.edit_url", "page.toc | length ~ page.previous_page", "(page.toc | first).title"]
)
def test_a_theme_that_asks_for_more_of_a_page_gets_no_shell(asked: str) -> None:
    with pytest.raises(Unforeseen):
        tokens(PAGE + "{{ " + asked + " }}")


@pytest.mark.parametrize(
    "template",
    [
        PAGE.replace("<li>", "<li class='n{{ loop.index }}'>"),
        PAGE.replace("<li>", "<li{% if loop.last %} class='last'{% endif %}>"),
        PAGE + LIST,
        PAGE.replace("{{ one.title }}", ""),
    ],
)
def test_headings_that_are_not_written_one_like_the_other_give_no_shell(template: str) -> None:
    with pytest.raises(Unforeseen):
        shell(tokens(template), has_rows=True)
