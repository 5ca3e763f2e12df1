"""Organisations: an A-Z, and a page each with what it attended and was given to do."""

from collections.abc import Iterator
from itertools import groupby

from arkiv.pages import ledger
from arkiv.pages.dates import in_year
from arkiv.pages.generated import ORGANIZATIONS, REGISTERS, GeneratedPage, Site
from arkiv.pages.introductions import entry, introduced
from arkiv.pages.ledger import Account
from arkiv.pages.markdown import address, box, escape, heading
from arkiv.pages.meetings import short_title
from arkiv.pages.people import partial, person
from arkiv.pages.records import Found, in_register
from arkiv.pages.topics import by_letter
from arkiv.pages.volumes import Series, by_year, newest, year_links, year_pages
from arkiv.pages.years import MOST, held
from arkiv.public import PublicAttendee, PublicMeeting, PublicMember, PublicNetwork, PublicOrganization

MEETINGS = 200
"""Meetings on the page of an organisation or member; the others are on pages of their years."""


def organizations_page(site: Site) -> GeneratedPage:
    """All organisations by first letter."""
    blocks = by_letter([(one.label, _line(one)) for one in site.archive.organizations], site)
    none = [site.words("registers.organizations.none")]
    return introduced(ORGANIZATIONS, "registers.organizations", blocks or none, site)


def _line(one: PublicOrganization) -> str:
    """One organisation in the list."""
    return f"- [{escape(one.label)}]({address(ORGANIZATIONS, one.path)})"


def organization_pages(site: Site) -> Iterator[GeneratedPage]:
    """One page an organisation, and a page a year where one does not hold everything."""
    accounts = ledger.organizations(site)
    for one in site.archive.organizations:
        description = site.words("registers.organizations.page_description", name=one.label)
        blocks = account_blocks(accounts[one.path], one.path, site)
        nothing = [site.words("registers.organizations.nothing")]
        yield entry(one.path, one.label, description, ORGANIZATIONS, blocks or nothing, site)
        yield from account_year_pages(accounts[one.path], one.path, one.label, site)


def account_blocks(account: Account, page: str, site: Site) -> list[str]:
    """What is on an account, as far as one page holds, the newest first, and the way to the rest."""
    shown = account.of(_fitting(account))
    shown.seats = account.seats
    if len(shown.concerned) == len(account.concerned):
        return _blocks(account, page, site, account)
    years = year_links(page, page, tuple(by_year(account.concerned, held)), site)
    return [years, *_blocks(shown, page, site, account), site.words("list.older")]


def _fitting(account: Account) -> list[PublicMeeting]:
    """The newest meetings of an account that one page holds."""
    return [
        meeting for found in newest(by_year(account.concerned, held), MEETINGS).values() for meeting in found
    ]


def account_year_pages(
    account: Account, front: str, label: str, site: Site, unlisted: bool = False
) -> Iterator[GeneratedPage]:
    """A page for each year of an account that is too long for one page."""

    def show(meetings: list[PublicMeeting], page: str) -> list[str]:
        part = account.of(meetings)
        return _blocks(part, page, site, part)

    every = account.concerned
    if len(_fitting(account)) < len(every):
        series = Series(front, label, REGISTERS, held, show, most=MOST, unlisted=unlisted)
        yield from year_pages(series, every, site)


def _blocks(account: Account, page: str, site: Site, counted: Account) -> list[str]:
    """Who has a seat, what is to be done and is done, assignments, meetings; sums are of `counted`."""
    todo = [found for found in account.actions if not found.record.done]
    done = [found for found in account.actions if found.record.done]
    return [
        *_seats(account, page, site),
        *_records("actions", "atgarder", todo, page, site),
        *_records("assignments", "uppdrag", account.assignments, page, site),
        *_meetings(account, page, site, counted),
        *_records("done", "genomforda", done, page, site),
    ]


def _records(key: str, anchor: str, found: list[Found], page: str, site: Site) -> list[str]:
    """Records under a heading; nothing where there are none."""
    title = heading(2, site.words(f"registers.organizations.{key}"), anchor)
    return [title, *(in_register(one, page, site) for one in found)] if found else []


def _seats(account: Account, page: str, site: Site) -> list[str]:
    """Present members by network."""
    seats = [(network, seat) for network, seat in account.seats if not seat.end_date]
    if not seats:
        return []
    lines = "\n".join(_seat(network, seat, page, site) for network, seat in seats)
    title = heading(2, site.words("registers.organizations.members"), "ledamoter")
    return [title, box("div", 'class="arkiv-index"', lines)]


def _seat(network: PublicNetwork, seat: PublicMember, page: str, site: Site) -> str:
    """A seat: in which network, and who has it."""
    who = person(seat.person, site.words)
    return f"- [{escape(network.name)}]({address(page, network.path)}) <small>{who}</small>"


def _meetings(account: Account, page: str, site: Site, counted: Account) -> list[str]:
    """Meetings that were attended or missed, by year, and how many of each."""
    every = [(meeting, attendees) for meeting, attendees in account.meetings.values()]
    missed = list[PublicAttendee]()
    every += [(meeting, missed) for meeting in account.missed.values()]
    every.sort(key=lambda pair: (pair[0].date, pair[0].path), reverse=True)
    if not every:
        return []
    blocks = [heading(2, site.words("registers.organizations.meetings"), "moten"), _rate(counted, site)]
    for year, found in groupby(every, key=lambda pair: pair[0].date.year):
        blocks.append(heading(3, str(year), f"ar-{year}"))
        lines = "\n".join(_meeting(meeting, attendees, page, site) for meeting, attendees in found)
        blocks.append(box("div", 'class="arkiv-list"', lines))
    return blocks


def _rate(account: Account, site: Site) -> str:
    """How many meetings: `Närvarande vid 12 möten, frånvarande vid ett`."""
    counts = {"present": len(account.meetings), "absent": len(account.missed)}
    words = [
        site.words.count(f"registers.organizations.{key}", count) for key, count in counts.items() if count
    ]
    sentence = ", ".join(words)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _meeting(meeting: PublicMeeting, attendees: list[PublicAttendee], page: str, site: Site) -> str:
    """A meeting with who was there, or that nobody was."""
    label = f"{in_year(meeting.date, site.language)} {escape(short_title(meeting, site))}"
    who = "<br>".join(_attendee(attendee, site) for attendee in attendees)
    after = who or site.words("registers.organizations.was_absent")
    return f"- [{label}]({address(page, meeting.path)}) <small>{after}</small>"


def _attendee(attendee: PublicAttendee, site: Site) -> str:
    """One person, and for which part of the meeting."""
    fallback = "meeting.unnamed_guest" if attendee.guest else "meeting.unnamed_role"
    name, part = person(attendee.person, site.words, fallback), partial(attendee, site.words)
    return f"{name} ({part})" if part else name
