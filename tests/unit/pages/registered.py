"""The rich archive with what registers list: topics, organisations, members, and a year of meetings more."""

from dataclasses import replace
from datetime import date

from arkiv.model import RecordKind
from arkiv.public import (
    Headcount,
    PublicArchive,
    PublicAttendance,
    PublicItem,
    PublicMeeting,
    PublicMember,
    PublicNetwork,
    PublicOrganization,
    PublicText,
    PublicTopic,
)
from tests.unit.pages import archives
from tests.unit.pages.archives import attendee, item, person, record

T = PublicText
ALVA = replace(person("Alva Rotvik", "skogschef", "Almeå"), page="ledamoter/skogschefer-1.md")
CAJSA = person("Cajsa Åsmyr", "skogschef", "Brännlanda")
NAMELESS = person(None, "skogschef", "Östanmyra")


def organization(stem: str, label: str) -> PublicOrganization:
    """An organisation with one spelling."""
    return PublicOrganization(f"organisationer/{stem}.md", T(label), (T(label),))


def topic(stem: str, label: str, *sources: str) -> PublicTopic:
    """A topic with one spelling."""
    return PublicTopic(f"amnen/{stem}.md", T(label), (T(label),), sources)


def spring() -> PublicMeeting:
    """A meeting in the spring: a return, an assignment of each kind, and an action of an organisation."""
    chosen = replace(
        record(RecordKind.APPOINTMENT, "Alva Rotvik", "utsedd-1-1"),
        assignment=T("ledamot i skogsrådet"),
        since=date(2025, 1, 1),
        until=date(2025, 12, 31),
        substitute=T("Cajsa Åsmyr"),
        who=ALVA,
    )
    nameless = record(RecordKind.APPOINTMENT, "deltagaren", "utsedd-1-2")
    nameless = replace(nameless, assignment=T("ersättare i skogsrådet"), who=NAMELESS)
    action = replace(record(RecordKind.ACTION, "Räkna granarna.", "atgard-2-1"), responsible=T("Almeå"))
    asked = replace(record(RecordKind.ACTION, "Fråga markägarna.", "atgard-2-2"), who=NAMELESS)
    asked = replace(asked, responsible=T("deltagaren"))
    people = (attendee(ALVA), attendee(CAJSA, to_item=1))
    return replace(
        archives.meeting(date(2024, 1, 17)),
        present=PublicAttendance(people, (), Headcount(), Headcount(2, 2)),
        absent=PublicAttendance((attendee(NAMELESS),), (), Headcount(), Headcount(1, 1)),
        tags=(T("gallring"),),
        items=(item(1, "Val", chosen, nameless), _carried(2, action, asked)),
    )


def autumn() -> PublicMeeting:
    """The next meeting, at which the question returns and is closed."""
    people = (attendee(CAJSA),)
    return replace(
        archives.meeting(date(2024, 6, 7)),
        present=PublicAttendance(people, (), Headcount(), Headcount(1, 1)),
        items=(item(1, "Granar i tätort", archives.prose("Frågan är klar.")),),
    )


def _carried(number: int, *records: object) -> PublicItem:
    """An item that is to return."""
    again = record(RecordKind.RETURN, "nästa möte", f"aterkommer-{number}-1")
    found = item(number, "Granar i tätort", again)
    return replace(found, blocks=(*records, *found.blocks))  # type: ignore[arg-type]


def _forest(networks: tuple[PublicNetwork, ...]) -> tuple[PublicNetwork, ...]:
    """The networks, with a topic and a member who has a page."""
    ready, forest = networks
    seat = PublicMember(replace(forest.members[0].person, page=ALVA.page), date(2022, 1, 1), None, None)
    return ready, replace(forest, tags=(T("naturvård"),), members=(seat, *forest.members[1:]))


def registered_archive() -> PublicArchive:
    """A small archive with something in every register, and decisions enough to filter."""
    rich = archives.rich_archive()
    meetings = (autumn(), spring(), *rich.meetings, *(_old(month) for month in range(12, 4, -1)))
    newest = tuple(sorted(meetings, key=lambda one: (one.date, one.path), reverse=True))
    forest = "natverk/skogschefer.md"
    rich_path, spring_path = archives.rich_meeting().path, spring().path
    return replace(
        rich,
        networks=_forest(rich.networks),
        meetings=newest,
        topics=(
            topic("gallring", "gallring", spring_path, rich_path),
            topic("naturvard", "naturvård", rich_path, forest),
        ),
        organizations=(
            organization("almea", "Almeå"),
            organization("brannlanda", "Brännlanda"),
            organization("ostanmyra", "Östanmyra"),
        ),
    )


def _old(month: int) -> PublicMeeting:
    """A meeting of 2021 with one decision."""
    decision = record(RecordKind.DECISION, f"Plantera {month} tallar.", "beslut-1-1")
    held = archives.meeting(date(2021, month, 5), "beredskap", "Beredskapsnätverket")
    return replace(held, items=(item(1, "Plantering", decision),))
