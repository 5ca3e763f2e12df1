"""What each organisation and each named member has to do with the archive, gathered in one pass."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from arkiv.model import RecordKind
from arkiv.pages.generated import Site
from arkiv.pages.records import Found, all_records
from arkiv.public import PublicAttendee, PublicMeeting, PublicMember, PublicNetwork, PublicPerson


@dataclass(slots=True)
class Account:
    """One organisation's or member's: seats, meetings, actions and assignments, each as listed elsewhere."""

    seats: list[tuple[PublicNetwork, PublicMember]] = field(default_factory=list)
    meetings: dict[str, tuple[PublicMeeting, list[PublicAttendee]]] = field(default_factory=dict)
    absent: dict[str, PublicMeeting] = field(default_factory=dict)
    actions: list[Found] = field(default_factory=list)
    assignments: list[Found] = field(default_factory=list)

    @property
    def missed(self) -> dict[str, PublicMeeting]:
        """Meetings that nobody of theirs attended, though somebody was expected."""
        return {path: meeting for path, meeting in self.absent.items() if path not in self.meetings}

    @property
    def concerned(self) -> list[PublicMeeting]:
        """Every meeting that anything on the account belongs to, the newest first."""
        found = {path: meeting for path, (meeting, _) in self.meetings.items()} | self.absent
        found |= {one.meeting.path: one.meeting for one in (*self.actions, *self.assignments)}
        return sorted(found.values(), key=lambda one: (one.date, one.path), reverse=True)

    def of(self, meetings: Iterable[PublicMeeting]) -> "Account":
        """What belongs to these meetings; no seats, which belong to none."""
        paths = {meeting.path for meeting in meetings}
        return Account(
            meetings={path: found for path, found in self.meetings.items() if path in paths},
            absent={path: found for path, found in self.absent.items() if path in paths},
            actions=[one for one in self.actions if one.meeting.path in paths],
            assignments=[one for one in self.assignments if one.meeting.path in paths],
        )


Ledger = dict[str, Account]
"""Accounts by the path of the page they are for."""

Whose = Callable[[PublicPerson], str | None]
"""The page of the account that a person's doings belong to."""


def organizations(site: Site) -> Ledger:
    """The organisations' accounts. What one is made responsible for itself is its own too."""

    def whose(person: PublicPerson) -> str | None:
        found = site.organizations.get(person.organization or "")
        return found.path if found else None

    ledger = _ledger(site, whose)
    for found in all_records(site.archive.meetings, RecordKind.ACTION):
        responsible = site.organizations.get(found.record.responsible or "")
        if responsible and not found.record.who:
            ledger[responsible.path].actions.append(found)
    for account in ledger.values():
        account.actions.sort(key=lambda one: one.meeting.date, reverse=True)
    return ledger


def members(site: Site) -> Ledger:
    """The accounts of members who are named."""
    return _ledger(site, lambda person: person.page)


def _ledger(site: Site, whose: Whose) -> Ledger:
    """Everything that people do, on the accounts it belongs to."""
    ledger: Ledger = defaultdict(Account)
    for network in site.archive.networks:
        for seat in (*network.members, *network.former):
            if path := whose(seat.person):
                ledger[path].seats.append((network, seat))
    for meeting in site.archive.meetings:
        _enter_meeting(meeting, whose, ledger)
    for kind in (RecordKind.ACTION, RecordKind.APPOINTMENT):
        for found in all_records(site.archive.meetings, kind):
            if found.record.who and (path := whose(found.record.who)):
                account = ledger[path]
                (account.actions if kind is RecordKind.ACTION else account.assignments).append(found)
    return ledger


def _enter_meeting(meeting: PublicMeeting, whose: Whose, ledger: Ledger) -> None:
    """Who was there, guests too, and who was not."""
    for attendee, path in _owners((*meeting.present.listed, *meeting.present.guests), whose):
        ledger[path].meetings.setdefault(meeting.path, (meeting, []))[1].append(attendee)
    for _, path in _owners(meeting.absent.listed, whose):
        ledger[path].absent[meeting.path] = meeting


def _owners(attendees: tuple[PublicAttendee, ...], whose: Whose) -> Iterator[tuple[PublicAttendee, str]]:
    """Attendees that belong to an account, with its page."""
    for attendee in attendees:
        if path := whose(attendee.person):
            yield attendee, path
