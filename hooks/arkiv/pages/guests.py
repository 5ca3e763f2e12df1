"""Visits by guests, year by year."""

from collections.abc import Iterator
from itertools import groupby

from arkiv.pages.dates import in_year
from arkiv.pages.generated import GUESTS, GeneratedPage, Site
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import address, box, escape, heading
from arkiv.pages.people import partial, person
from arkiv.public import PublicAttendee, PublicMeeting

Visit = tuple[PublicMeeting, PublicAttendee]


def visits(site: Site) -> Iterator[Visit]:
    """Every guest that is listed, the newest meeting first."""
    for meeting in site.archive.meetings:
        for guest in meeting.present.guests:
            yield meeting, guest


def guests_page(site: Site) -> GeneratedPage:
    """All visits by year."""
    blocks: list[str] = []
    for year, found in groupby(visits(site), key=lambda visit: visit[0].date.year):
        blocks.append(heading(2, str(year), f"ar-{year}"))
        lines = "\n".join(_line(meeting, guest, site) for meeting, guest in found)
        blocks.append(box("div", 'class="arkiv-list"', lines))
    return introduced(GUESTS, "registers.guests", blocks or [site.words("registers.guests.none")], site)


def _line(meeting: PublicMeeting, guest: PublicAttendee, site: Site) -> str:
    """One visit: when, who, to whom, and for which items."""
    who = person(guest.person, site.words, "meeting.unnamed_guest")
    parts = [who, escape(guest.person.organization)] if guest.person.organization else [who]
    label = f"{in_year(meeting.date, site.language)} {', '.join(parts)}"
    after = [escape(meeting.network_name), partial(guest, site.words), *_titles(meeting, guest)]
    small = " · ".join(part for part in after if part)
    return f"- [{label}]({address(GUESTS, meeting.path, 'gaster')}) <small>{small}</small>"


def _titles(meeting: PublicMeeting, guest: PublicAttendee) -> list[str]:
    """What the items that a guest attended are called."""
    return [escape(item.title) for item in meeting.items if item.number in guest.items and item.title]
