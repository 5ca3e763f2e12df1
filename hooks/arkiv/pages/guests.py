"""Visits by guests, year by year."""

from collections.abc import Iterator
from datetime import date

from arkiv.pages.dates import in_year
from arkiv.pages.generated import GUESTS, REGISTERS, GeneratedPage, Site
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import address, box, escape, heading
from arkiv.pages.people import partial, person
from arkiv.pages.volumes import Series, by_year, newest, older, year_links, year_pages
from arkiv.public import PublicAttendee, PublicMeeting

Visit = tuple[PublicMeeting, PublicAttendee]


def visits(site: Site) -> Iterator[Visit]:
    """Every guest that is listed, the newest meeting first."""
    for meeting in site.archive.meetings:
        for guest in meeting.present.guests:
            yield meeting, guest


def guests_page(site: Site) -> GeneratedPage:
    """All visits by year, as far as one page holds."""
    years = by_year(visits(site), _day)
    shown = newest(years)
    blocks = [year_links(GUESTS, GUESTS, tuple(years), site)]
    for year, found in shown.items():
        blocks += [heading(2, str(year), f"ar-{year}"), _lines(found, GUESTS, site)]
    blocks += older(years, shown, site)
    none = [site.words("registers.guests.none")]
    return introduced(GUESTS, "registers.guests", blocks if years else none, site)


def guest_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each year with a visit."""

    def show(found: list[Visit], page: str) -> list[str]:
        return [_lines(found, page, site)]

    title = site.words("registers.guests.title")
    yield from year_pages(Series(GUESTS, title, REGISTERS, _day, show), visits(site), site)


def _day(visit: Visit) -> date:
    """When a visit was."""
    return visit[0].date


def _lines(found: list[Visit], page: str, site: Site) -> str:
    """Visits as a list."""
    lines = "\n".join(_line(meeting, guest, page, site) for meeting, guest in found)
    return box("div", 'class="arkiv-list"', lines)


def _line(meeting: PublicMeeting, guest: PublicAttendee, page: str, site: Site) -> str:
    """One visit: when, who, to whom, and for which items."""
    who = person(guest.person, site.words, "meeting.unnamed_guest")
    parts = [who, escape(guest.person.organization)] if guest.person.organization else [who]
    label = f"{in_year(meeting.date, site.language)} {', '.join(parts)}"
    after = [escape(meeting.network_name), partial(guest, site.words), *_titles(meeting, guest)]
    small = " · ".join(part for part in after if part)
    return f"- [{label}]({address(page, meeting.path, 'gaster')}) <small>{small}</small>"


def _titles(meeting: PublicMeeting, guest: PublicAttendee) -> list[str]:
    """What the items that a guest attended are called."""
    return [escape(item.title) for item in meeting.items if item.number in guest.items and item.title]
