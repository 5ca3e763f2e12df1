"""The calendar: planned and cancelled meetings, and other dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from arkiv.model import Status
from arkiv.pages.dates import month_name, spanned
from arkiv.pages.generated import CALENDAR, GeneratedPage, Site, is_date
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import address, box, document, escape, heading, marked
from arkiv.pages.meetings import badge, definitions, short_title
from arkiv.pages.volumes import LONGEST, Series, by_year, year_links, year_pages
from arkiv.pages.years import MOST
from arkiv.public import PublicEvent, PublicMeeting, PublicText


@dataclass(frozen=True, slots=True)
class Coming:
    """A line of the calendar."""

    start: date
    end: date
    title: str
    path: str
    networks: tuple[PublicText, ...]
    place: PublicText | None
    status: Status


def dates(site: Site) -> list[Coming]:
    """Everything in the calendar, the earliest first."""
    found = [_of_meeting(meeting, site) for meeting in site.archive.meetings if is_date(meeting)]
    found += [_of_event(event) for event in site.archive.events]
    return sorted(found, key=lambda line: (line.start, line.end, line.path))


def _of_meeting(meeting: PublicMeeting, site: Site) -> Coming:
    """A planned or cancelled meeting."""
    named = () if meeting.network_name in meeting.title else (meeting.network_name,)
    day, place = meeting.date, meeting.location
    return Coming(day, day, short_title(meeting, site), meeting.path, named, place, meeting.status)


def _of_event(event: PublicEvent) -> Coming:
    """Another date."""
    networks = tuple(network.label for network in event.networks)
    days = (event.start_date, event.end_date)
    return Coming(*days, event.title, event.path, networks, event.location, event.status)


def calendar_page(site: Site) -> GeneratedPage:
    """Coming dates by year, and a page for each year. The browser marks those that have been.

    The build has no clock (contract, promise 5), so the newest minutes stand in for today.
    """
    since = max((one.date for one in site.archive.meetings if not is_date(one)), default=date.min)
    coming = [line for line in dates(site) if line.end >= since][:LONGEST]
    blocks = [heading(2, site.words("calendar.coming"), "kommande")]
    for year, found in groupby(coming, key=lambda line: line.start.year):
        blocks.append(heading(3, str(year), f"ar-{year}"))
        blocks.append(date_list([*found], CALENDAR, site))
    blocks += [] if coming else [site.words("calendar.none_coming")]
    every = tuple(by_year(_entries(site), _start))
    years = year_links(CALENDAR, CALENDAR, every, site, least=1)
    blocks += [heading(2, site.words("calendar.years"), "alla-ar"), years]
    return introduced(CALENDAR, "calendar", blocks, site)


def _entries(site: Site) -> list[Coming]:
    """Everything that was or is to be, in order of time."""
    held = [_of_meeting(meeting, site) for meeting in site.archive.meetings if not is_date(meeting)]
    return sorted([*dates(site), *held], key=lambda line: (line.start, line.end, line.path))


def calendar_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page a year, with what is planned, what has been and what was cancelled."""

    def show(found: list[Coming], page: str) -> Iterator[str]:
        for month, lines in groupby(found, key=lambda line: line.start.month):
            name = month_name(date(2001, month, 1), site.language).capitalize()
            yield heading(2, name, f"manad-{month}")
            yield _lines([*lines], page, site)

    title = site.words("calendar.title")
    yield from year_pages(Series(CALENDAR, title, CALENDAR, _start, show, most=MOST), _entries(site), site)


def _start(line: Coming) -> date:
    """The day a line begins."""
    return line.start


def _lines(found: list[Coming], page: str, site: Site) -> str:
    """A month's dates; the page of a year is read as a record of it, so nothing is marked as past."""
    return box("div", 'class="arkiv-list"', "\n".join(_line(line, page, site) for line in found))


def date_list(found: list[Coming], page: str, site: Site, css: str = "arkiv-list") -> str:
    """Dates as a list that the browser can compare with today; empty without any."""
    lines = "\n".join(_line(line, page, site) for line in found)
    return box("div", f'class="{css}" data-arkiv-dates', lines) if lines else ""


def _line(line: Coming, page: str, site: Site) -> str:
    """One date: when, what, and for whom."""
    days = spanned(line.start, line.end, site.language)
    parts = [escape(part) for part in (*line.networks, line.place) if part]
    parts += [badge(line.status, site)] if line.status in (Status.CANCELLED, Status.DRAFT) else []
    after = f" <small>{' · '.join(parts)}</small>" if parts else ""
    return f"- [<span>{days}</span> {escape(line.title)}]({address(page, line.path)}){after}"


def event_page(event: PublicEvent, site: Site) -> GeneratedPage:
    """The page of a date that is no meeting of one network."""
    words, networks = site.words, [_network(link.label, link.path, event) for link in event.networks]
    meta = {"title": str(event.title), "description": words("calendar.event_description")}
    facts = {
        words("calendar.date"): spanned(event.start_date, event.end_date, site.language),
        words("calendar.place"): escape(event.location or ""),
        words("calendar.networks"): ", ".join(networks),
    }
    kicker = f"[{words('calendar.title')}]({address(event.path, CALENDAR)})"
    kicker += f" {badge(event.status, site)}" if event.status is Status.CANCELLED else ""
    notice = marked(words("meeting.internal_document"), "arkiv-notice", "arkiv-internal")
    top = [marked(kicker, "arkiv-kicker"), heading(1, escape(event.title), "sidan")]
    top += [notice] if event.internal else []
    front = meta | {"arkiv": "event", "section": CALENDAR}
    return GeneratedPage(event.path, document(front, [*top, definitions(facts), event.body]))


def _network(label: PublicText, path: str, event: PublicEvent) -> str:
    """A link to a network."""
    return f"[{escape(label)}]({address(event.path, path)})"
