"""Whatever an archive holds, its pages hold: generated archives, from nothing at all to far too much."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from arkiv.model import RecordKind, Status
from arkiv.pages import load_words, pages
from arkiv.policy.disclosures import Disclosure
from arkiv.public import (
    Headcount,
    PublicArchive,
    PublicAttendance,
    PublicItem,
    PublicMarkdown,
    PublicMeeting,
    PublicNetwork,
    PublicOrganization,
    PublicRecord,
    PublicText,
    PublicTopic,
)
from tests.unit.pages import archives
from tests.unit.pages.rendering import Parsed, body, html

WORDS = load_words("sv")
T = PublicText
VOID = {"br", "hr", "img", "input", "meta", "link", "circle", "line"}

TEXTS = st.sampled_from(
    [
        "Skog",
        "t" * 300,
        "יוסף בן דוד",
        "مدينة الغابة",
        "# Rubrik",
        "1. Ett",
        "<script>x</script>",
        "a | b",
        "{ .x }",
        "*",
        "](",
    ]
).map(T)
DAYS = st.dates(date(2019, 1, 1), date(2021, 12, 31))
KINDS = st.sampled_from(RecordKind)


@st.composite
def records(draw: st.DrawFn, number: int, at: int) -> PublicRecord:
    """A record with any of its fields."""
    kind = draw(KINDS)
    found = archives.record(kind, draw(TEXTS), f"{kind.value}-{number}-{at}")
    found = replace(found, text=PublicMarkdown("Text med en *"))  # raw HTML does not pass the projection
    days = draw(st.tuples(*(st.none() | DAYS for _ in range(4))))
    found = replace(found, due=days[0], done=days[1], until=days[2], since=days[3])
    return replace(
        found,
        assignment=draw(st.none() | TEXTS),
        to=draw(st.none() | TEXTS),
        who=archives.person(None, None, draw(TEXTS)),
    )


@st.composite
def items(draw: st.DrawFn, number: int) -> PublicItem:
    """An item, closed or not."""
    found = [draw(records(number, at)) for at in range(1, draw(st.integers(0, 3)) + 1)]
    title = draw(st.none() | TEXTS)
    return archives.item(number, title, *(found if title else ()))


@st.composite
def meetings(draw: st.DrawFn, day: date) -> PublicMeeting:
    """A meeting of one of two networks."""
    network = draw(st.sampled_from(["skogschefer", "beredskap"]))
    people = draw(st.integers(0, 3) | st.just(20))
    name, organization = draw(TEXTS), draw(TEXTS)
    listed = tuple(
        archives.attendee(archives.person(name, None, f"{organization}{at % 12}")) for at in range(people)
    )
    there = PublicAttendance(listed, listed[:1], Headcount(), Headcount(people, min(people, 12)))
    count = draw(st.sampled_from([0, 1, 2, 9]))
    return replace(
        archives.meeting(day, network, draw(TEXTS)),
        status=draw(st.sampled_from(Status)),
        disclosure=draw(st.sampled_from(Disclosure)),
        title=draw(TEXTS),
        present=there,
        tags=(draw(TEXTS),),
        items=tuple(draw(items(number)) for number in range(1, count + 1)),
    )


@st.composite
def whole(draw: st.DrawFn) -> PublicArchive:
    """An archive of up to four meetings."""
    held = [draw(meetings(day)) for day in draw(st.lists(DAYS, max_size=4, unique=True))]
    networks = draw(st.sampled_from([(), (archives.network(),), _both(draw(TEXTS))]))
    tags = {tag: tuple(one.path for one in held if tag in one.tags) for one in held for tag in one.tags}
    topics = tuple(
        PublicTopic(f"amnen/a{at}.md", tag, (tag,), paths) for at, (tag, paths) in enumerate(tags.items())
    )
    names = {one.person.organization: None for meeting in held for one in meeting.present.listed}
    known = tuple(
        PublicOrganization(f"organisationer/o{at}.md", name, (name,)) for at, name in enumerate(names) if name
    )
    return replace(archives.archive(*held, networks=networks), topics=topics, organizations=known)


def _both(name: str) -> tuple[PublicNetwork, ...]:
    return archives.network(), archives.network("beredskap", name)


class Balance(HTMLParser):
    """What is opened and never closed, or closed and never opened."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing is opened."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@settings(max_examples=10, deadline=None, phases=[Phase.generate])
@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # an archive is large
@given(whole())
def test_every_page_of_any_archive_holds(archive: PublicArchive) -> None:
    for page in pages(archive, WORDS):
        rendered = html(body(page.markdown))
        parsed, balance = Parsed(rendered), Balance(rendered)
        assert [tag for tag, _ in parsed.elements].count("h1") == 1, page.path
        assert len(ids := [*parsed.values("id")]) == len({*ids}), page.path
        assert (balance.open, balance.wrong) == ([], []), page.path
        assert "script" not in {tag for tag, _ in parsed.elements}, page.path


@pytest.mark.parametrize("count", [200, 400])
def test_making_pages_takes_time_in_proportion_to_the_meetings(count: int) -> None:
    """Counted in characters: a page that lists everything on every page would show as the square."""
    days = [date.fromordinal(date(2000, 1, 1).toordinal() + at * 20) for at in range(count)]
    decision = archives.record(RecordKind.DECISION, "Gallra.", "beslut-1-1")
    held = [replace(archives.meeting(day), items=(archives.item(1, "Skog", decision),)) for day in days]
    made = pages(archives.archive(*held, networks=(archives.network(),)), WORDS)
    assert sum(len(page.markdown) for page in made) < 4_000 * count
