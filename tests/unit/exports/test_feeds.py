"""Feeds tell of new minutes, link to them, and hold nothing but public values."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, fromstring

import pytest

from arkiv.exports import Publisher, feeds
from arkiv.exports.feeds import LATEST
from arkiv.model import Audience, RecordKind, Status
from arkiv.pages import load_words
from arkiv.public import PublicArchive, PublicMeeting, PublicText
from tests.unit.pages import archives

WORDS = load_words("sv")
SITE = "https://arkiv.example/moten/"
ATOM = "{http://www.w3.org/2005/Atom}"
NETWORK = archives.network("skogschefer", "Skogschefsnätverket")


def meeting(day: date) -> PublicMeeting:
    record = archives.record(RecordKind.DECISION, "Vi köper en skog & en sjö.", "beslut-1-1")
    items = (archives.item(1, "Skogen", record), archives.item(2, None))
    return replace(archives.meeting(day), items=items)


MEETINGS = (meeting(date(2024, 5, 2)), meeting(date(2023, 11, 30)))
ARCHIVE = replace(archives.archive(), networks=(NETWORK,), meetings=MEETINGS)


def read(archive: PublicArchive = ARCHIVE, address: str = SITE) -> dict[str, Element]:
    return {made.path: fromstring(made.content) for made in feeds(archive, Publisher("Prov", address), WORDS)}


def links(feed: Element) -> Iterator[str]:
    return (link.attrib["href"] for link in feed.iter(f"{ATOM}link"))


def test_the_archive_and_every_network_with_minutes_has_a_feed() -> None:
    silent = archives.network("tysta", "Tysta nätverket")
    found = read(replace(ARCHIVE, networks=(NETWORK, silent)))
    assert list(found) == ["flode.xml", "natverk/skogschefer/flode.xml"]


def test_a_feed_has_what_atom_demands_and_is_dated_by_its_newest_meeting() -> None:
    for feed in read().values():
        assert feed.tag == f"{ATOM}feed"
        assert feed.findtext(f"{ATOM}updated") == "2024-05-02T00:00:00Z"
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Prov"
        for part in (feed, *feed.iter(f"{ATOM}entry")):
            assert part.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
            assert part.findtext(f"{ATOM}title")


def test_agenda_and_decisions_can_be_read_in_the_feed_and_a_closed_item_keeps_its_secret() -> None:
    entry = next(read()["flode.xml"].iter(f"{ATOM}entry"))
    lines = [line.text for line in entry.iter("{http://www.w3.org/1999/xhtml}li")]
    assert lines == ["Skogen", WORDS("meeting.closed_item"), "Vi köper en skog & en sjö."]


def test_links_are_full_where_the_sites_address_is_known() -> None:
    assert set(links(read()["natverk/skogschefer/flode.xml"])) == {
        f"{SITE}natverk/skogschefer/flode.xml",
        f"{SITE}natverk/skogschefer/",
        f"{SITE}moten/2024/2024-05-02-skogschefer/",
        f"{SITE}moten/2023/2023-11-30-skogschefer/",
    }


def test_links_lead_to_the_same_places_where_it_is_not() -> None:
    full, near = read(), read(address="")
    for path, feed in near.items():
        assert [urljoin(SITE + path, link) for link in links(feed)] == list(links(full[path]))


def test_entries_keep_their_ids_in_every_feed_and_build() -> None:
    feeds_of = read().values(), read().values()
    ids = {
        tuple(entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry"))
        for one in feeds_of
        for feed in one
    }
    assert len(ids) == 1
    assert len(set(*ids)) == 2


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PLANNED, Status.CANCELLED])
def test_only_approved_minutes_are_told_of(status: Status) -> None:
    first, second = ARCHIVE.meetings
    found = read(replace(ARCHIVE, meetings=(replace(first, status=status), second)))
    assert found["flode.xml"].findtext(f"{ATOM}updated") == "2023-11-30T00:00:00Z"


def test_an_archive_without_minutes_has_no_feed() -> None:
    assert read(replace(ARCHIVE, meetings=())) == {}


def test_an_internal_site_has_no_feeds_since_readers_come_without_its_login() -> None:
    assert read(replace(ARCHIVE, build=replace(ARCHIVE.build, audience=Audience.INTERNAL))) == {}


def test_a_feed_ends_after_the_latest_meetings() -> None:
    days = (date(2024, 1, 1 + number) for number in reversed(range(LATEST + 5)))
    found = read(replace(ARCHIVE, meetings=tuple(meeting(day) for day in days)))
    assert len(list(found["flode.xml"].iter(f"{ATOM}entry"))) == LATEST


def test_what_xml_cannot_hold_does_not_break_the_feed() -> None:
    odd = replace(ARCHIVE.meetings[0], title=PublicText("Möte\x0b <om> \ufffe2 maj 2024"))
    titles = [
        entry.findtext(f"{ATOM}title")
        for entry in read(replace(ARCHIVE, meetings=(odd,)))["flode.xml"].iter(f"{ATOM}entry")
    ]
    assert titles == ["Möte  <om>  2 maj 2024"]
