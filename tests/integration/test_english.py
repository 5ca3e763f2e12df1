"""An archive whose `theme.language` is English says nothing in Swedish, at any level."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from arkiv.model import Audience
from arkiv.pages import load_words
from tests.integration.demo import BUILDS, tree
from tests.integration.english import renamed, site

pytestmark = pytest.mark.xdist_group("english")

_ADDRESSES = frozenset({"href", "src", "id", "class", "for", "name", "action", "aria-controls"})
_FIELD = re.compile(r"{[^{}]*}")


class _Said(HTMLParser):
    """Everything that a page says to anybody: text, scripts' words and attributes that are no addresses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.language: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.language = dict(attrs).get("lang")
        own = [value or "" for name, value in attrs if name not in _ADDRESSES]
        self.found += [value for value in own if not value.startswith((".", "/", "http"))]

    def handle_data(self, data: str) -> None:
        self.found.append(data)


@cache
def _swedish() -> re.Pattern[str]:
    """What the Swedish catalogue says and the English one nowhere does, between the fields."""
    english = " ".join(load_words("en").entries.values()).casefold()
    said = {
        piece.strip(" .,:;") for text in load_words("sv").entries.values() for piece in _FIELD.split(text)
    }
    own = (text for text in said if len(text) > 2 and text.casefold() not in english)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(own, key=len, reverse=True)))})(?!\w)")


def _pages(folder: Path) -> dict[str, _Said]:
    return {
        path.relative_to(folder).as_posix(): _Said(path.read_text("utf-8")) for path in folder.rglob("*.html")
    }


@pytest.mark.parametrize(("audience", "level"), BUILDS)
def test_no_page_says_anything_of_the_swedish_catalogue(audience: Audience, level: str) -> None:
    pages = _pages(site(audience, level))
    assert len(pages) > 15
    found = {path: _swedish().findall(" \n ".join(page.found)) for path, page in pages.items()}
    assert {path: words for path, words in found.items() if words} == {}


def test_the_swedish_catalogue_is_looked_for() -> None:
    assert len(_swedish().findall("Punkten är inte offentlig. Visas med Länk till beslutet, i Nätverk.")) == 3


@pytest.mark.parametrize(("audience", "level"), BUILDS)
def test_every_page_and_the_search_index_are_marked_as_english(audience: Audience, level: str) -> None:
    folder = site(audience, level)
    assert {page.language for page in _pages(folder).values()} == {"en"}
    assert {path.name[:3] for path in folder.rglob("*.pf_index")} == {"en_"}


MEETING = "moten/2024/2024-05-03-forest-managers/index.html"


def _text(audience: Audience, level: str, page: str) -> str:
    return " ".join(" ".join(_pages(site(audience, level))[page].found).split())


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("normal", "Ms Rotvik presented Birger Tallmo's proposal."),
        ("forsamrat", "The participant presented the chair's (Söderhult) proposal."),
        ("forsamrat", "The participant and the chair (Söderhult) will compare the costs."),
        ("forsamrat", "Appointed: The forest manager (Norrhult)"),
        ("skarpt", "The participant presented the participant's proposal."),
        ("skarpt", "The participants will compare the costs."),
    ],
)
def test_what_stands_in_place_of_a_name_reads_as_english(level: str, said: str) -> None:
    assert said in _text(Audience.PUBLIC, level, MEETING)


@pytest.mark.parametrize(
    "said",
    [
        "3 May 2024",
        "09:00–11:30",
        "3 participants from 3 organisations",
        "Search",
        "Switch to light mode",
        "Decisions",
    ],
)
def test_dates_times_and_plurals_are_written_as_in_english(said: str) -> None:
    assert said in _text(Audience.PUBLIC, "skarpt", MEETING)


def test_organisations_stand_in_the_order_of_the_english_alphabet() -> None:
    text = _text(Audience.PUBLIC, "normal", "organisationer/index.html").partition("Municipalities")[2]
    order = [text.index(name) for name in ("Åhult", "Norrhult", "Österhult", "Söderhult")]
    assert order == sorted(order)


def test_the_statement_is_english_and_nothing_in_it_is_taken_for_a_name() -> None:
    text = _text(Audience.PUBLIC, "hogsta", "tillganglighet/index.html")
    assert "The Agency for Digital Government, Digg, supervises the act." in text
    assert "participant" not in text


@pytest.mark.parametrize("level", ["forsamrat", "skarpt", "hogsta"])
def test_hidden_people_may_have_any_names_and_every_byte_is_the_same(level: str) -> None:
    assert tree(site(Audience.PUBLIC, level)) == tree(site(Audience.PUBLIC, level, renamed()))


def test_where_they_are_named_the_bytes_differ() -> None:
    assert tree(site(Audience.PUBLIC, "normal")) != tree(site(Audience.PUBLIC, "normal", renamed()))
