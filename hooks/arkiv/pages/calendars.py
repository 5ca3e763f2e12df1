"""The calendar: planned and cancelled meetings, and other dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from arkiv.model import Status
from arkiv.pages.dates import format_date, spanned
from arkiv.pages.generated import CALENDAR, GeneratedPage, Site, is_date
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import address, box, document, escape, heading, marked
from arkiv.pages.meetings import badge, definitions, short_title
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
    coming = [line for line in dates(site) if line.end >= since]
    blocks = [heading(2, site.words("calendar.coming"), "kommande")]
    for year, found in groupby(coming, key=lambda line: line.start.year):
        blocks.append(heading(3, str(year), f"ar-{year}"))
        blocks.append(date_list([*found], CALENDAR, site))
    blocks += [] if coming else [site.words("calendar.none_coming")]
    blocks += [heading(2, site.words("calendar.years"), "alla-ar"), _year_links(CALENDAR, _years(site), site)]
    return introduced(CALENDAR, "calendar", blocks, site)


def _entries(site: Site) -> dict[int, list[Coming]]:
    """Everything that was or is to be, by the year it begins, in order of time."""
    held = [_of_meeting(meeting, site) for meeting in site.archive.meetings if not is_date(meeting)]
    every = sorted([*dates(site), *held], key=lambda line: (line.start, line.end, line.path))
    return {year: [*found] for year, found in groupby(every, key=lambda line: line.start.year)}


def _years(site: Site) -> tuple[int, ...]:
    """Every year with a page, the newest first."""
    return tuple(sorted(_entries(site), reverse=True))


def calendar_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page a year, with what is planned, what has been and what was cancelled."""
    entries = _entries(site)
    years = tuple(sorted(entries, reverse=True))
    for year, found in entries.items():
        yield _year_page(year, found, years, site)


def year_path(year: int) -> str:
    """Where a year of the calendar is."""
    return f"kalender/{year}/index.md"


def _year_page(year: int, found: list[Coming], years: tuple[int, ...], site: Site) -> GeneratedPage:
    """A year, month by month."""
    words, path = site.words, year_path(year)
    title = words("calendar.year", year=year)
    blocks = [
        marked(f"[{words('calendar.title')}]({address(path, CALENDAR)})", "arkiv-kicker"),
        heading(1, title, "sidan"),
        _year_links(path, years, site),
    ]
    for month, lines in groupby(found, key=lambda line: line.start.month):
        name = format_date(date(year, month, 1), "LLLL", locale=site.language).capitalize()
        blocks += [heading(2, name, f"manad-{month}"), _lines([*lines], path, site)]
    meta = {"title": title, "description": words("calendar.year_description", year=year), "arkiv": "year"}
    return GeneratedPage(path, document(meta | {"section": CALENDAR}, blocks))


def _lines(found: list[Coming], page: str, site: Site) -> str:
    """A month's dates; the page of a year is read as a record of it, so nothing is marked as past."""
    return box("div", 'class="arkiv-list"', "\n".join(_line(line, page, site) for line in found))


def _year_links(page: str, years: tuple[int, ...], site: Site) -> str:
    """Links to every year's page."""
    lines = (
        f"- **{year}**" if year_path(year) == page else f"- [{year}]({address(page, year_path(year))})"
        for year in years
    )
    label = site.words("meetings.years")
    return box("nav", f'class="arkiv-years" aria-label="{label}"', "\n".join(lines))


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
