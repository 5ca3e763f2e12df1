"""The ledger as HTML: complete, harmless, and of one file."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from arkiv.ledger import sheet
from tests.unit.ledger.comparing import ledger

PAIRS = [("normal", "forsamrat"), ("forsamrat", "normal"), ("normal", "hogsta"), ("skarpt", "skarpt")]


class Reader(HTMLParser):
    """Keeps the tags, their attributes, and the texts inside marks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marked: dict[str, list[str]] = {"del": [], "ins": []}
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        """Leave it."""
        self._inside = ""

    def handle_data(self, data: str) -> None:
        """Note a text that is marked."""
        if self._inside in self.marked:
            self.marked[self._inside].append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of a kind."""
        return [attributes for name, attributes in self.tags if name == tag]


def page(before: str, after: str) -> str:
    """The ledger in Swedish."""
    return sheet(ledger(before, after), "sv")


def test_hidden_words_are_marked_before_and_their_replacements_after() -> None:
    read = Reader(page("normal", "forsamrat"))
    assert {"Malte Grynnefors", "Hjördis Tångsäters", "Birger Vindmark", "Norra piren"} <= {
        *read.marked["del"]
    }
    assert {"deltagaren", "Deltagarens", "lotschefen (Västerskär)"} <= {*read.marked["ins"]}


def test_when_the_level_is_lowered_what_comes_back_is_marked_after() -> None:
    assert "Malte Grynnefors" in Reader(page("forsamrat", "normal")).marked["ins"]
    assert "Malte Grynnefors" not in Reader(page("forsamrat", "normal")).marked["del"]


def test_a_page_that_goes_whole_is_there_to_be_read() -> None:
    text = page("normal", "hogsta")
    assert "Ebba Strömhålla redogjorde för prickarna." in text
    assert "<summary>Hela sidan försvinner. Visa vad som står på den</summary>" in text


def test_whom_no_level_shows_is_not_in_the_ledger_either() -> None:
    assert "Dunkelskär" not in page("normal", "hogsta")
    assert "Larmkoden" not in page("normal", "hogsta")


def test_what_the_sources_say_is_text_and_never_markup() -> None:
    text = page("normal", "forsamrat")
    assert "ringt om &lt;isen&gt; &amp; djupet" in text
    assert not {"isen", "script", "img", "iframe", "object", "form"} & {tag for tag, _ in Reader(text).tags}


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_nothing_is_fetched_and_nothing_runs(before: str, after: str) -> None:
    text = page(before, after)
    read = Reader(text)
    links = [attributes.get("href") or "" for tag in ("a", "link") for attributes in read.all(tag)]
    assert all(link.startswith(("#", "data:,")) for link in links)
    assert not re.search(r"url\(|@import|https?:|//[a-z]", text)
    assert not [
        name for _, attributes in read.tags for name in attributes if name.startswith("on") or name == "src"
    ]
    assert "default-src 'none'" in text


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_headings_follow_each_other_and_every_link_and_label_leads_to_one(before: str, after: str) -> None:
    read = Reader(page(before, after))
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch(r"h\d", tag)]
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert len(ids) == len({*ids})
    led = {(one.get("href") or "").removeprefix("#") for one in read.all("a")}
    labels = {one["aria-labelledby"] for _, one in read.tags if "aria-labelledby" in one}
    assert led | labels <= {*ids}


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_every_table_has_a_caption_and_every_header_a_scope(before: str, after: str) -> None:
    read = Reader(page(before, after))
    assert len(read.all("table")) == len(read.all("caption"))
    assert all(one.get("scope") in ("row", "col") for one in read.all("th"))


def test_where_nothing_changes_it_says_so() -> None:
    text = page("skarpt", "skarpt")
    assert "skiljer sig ingenting" in text
    assert not Reader(text).all("article")


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_limits_of_a_switch_stand_at_the_end(before: str, after: str) -> None:
    assert (
        "Det kan inte återkalla det som andra redan har kopierat." in page(before, after).rpartition("<h2")[2]
    )
