"""Small public archives to make records of; whatever a test does not name is plain and empty."""

from dataclasses import replace
from datetime import date

from arkiv.model import Audience, RecordKind, Status
from arkiv.policy.disclosures import Disclosure
from arkiv.public import (
    Build,
    Headcount,
    PublicArchive,
    PublicAttachment,
    PublicAttendance,
    PublicAttendee,
    PublicBlock,
    PublicEvent,
    PublicItem,
    PublicMarkdown,
    PublicMeeting,
    PublicMember,
    PublicNetwork,
    PublicPage,
    PublicPerson,
    PublicProse,
    PublicRecord,
    PublicText,
    Restriction,
)
from arkiv.search.records import SearchRecord

NOBODY = PublicAttendance((), (), Headcount(), Headcount())


def text(words: str) -> PublicText:
    return PublicText(words)


def prose(words: str) -> PublicProse:
    return PublicProse(PublicMarkdown(words), PublicText(words), internal=False)


def marked(kind: RecordKind, words: str, **fields: PublicText) -> PublicRecord:
    """A decision, an action or the like."""
    made = PublicRecord(kind, f"{kind}-1-1", PublicMarkdown(words), PublicText(words), internal=False)
    return replace(made, **fields)  # type: ignore[arg-type]  # texts only


def item(number: int, title: str | None, *blocks: PublicBlock, internal: bool = False) -> PublicItem:
    return PublicItem(number, f"punkt-{number}", PublicText(title) if title else None, internal, blocks)


def person(name: str | None, role: str, organization: str) -> PublicPerson:
    return PublicPerson(text(name) if name else None, text(role), text(organization))


def attendance(*people: PublicPerson) -> PublicAttendance:
    listed = tuple(PublicAttendee(one, None, None, (), guest=False) for one in people)
    return replace(NOBODY, listed=listed)


def meeting(day: date, *items: PublicItem, network: str = "Hamnnätverket") -> PublicMeeting:
    """An approved meeting of a network whose id is its name in small letters."""
    id_ = f"{day.isoformat()}-{network.lower()}"
    return PublicMeeting(
        path=f"moten/{day.year}/{id_}.md",
        id=id_,
        network=network.lower(),
        network_name=text(network),
        date=day,
        number=1,
        status=Status.APPROVED,
        internal=False,
        disclosure=Disclosure.NAMED,
        title=text(f"{network} {day.isoformat()}"),
        start=None,
        end=None,
        location=None,
        reference=None,
        adjusted_by=None,
        recorder=None,
        present=NOBODY,
        absent=NOBODY,
        tags=(),
        attachments=(),
        preamble=(),
        items=items,
    )


def network(name: str, words: str, *people: PublicPerson) -> PublicNetwork:
    return PublicNetwork(
        path=f"natverk/{name.lower()}.md",
        id=name.lower(),
        name=text(name),
        disclosure=Disclosure.NAMED,
        body=PublicMarkdown(words),
        plain=text(words),
        members=tuple(PublicMember(one, None, None, None) for one in people),
        former=(),
        counted=Headcount(),
        basis=None,
        attachments=(),
    )


def event(title: str, day: date) -> PublicEvent:
    body = "Anmälan görs till kansliet."
    path = "kalender/dag.md"
    return PublicEvent(
        path, text(title), day, day, (), None, Status.PLANNED, False, PublicMarkdown(body), text(body)
    )


def page(path: str, title: str, words: str) -> PublicPage:
    attachment = PublicAttachment(text("Stadgar"), None, 0, "pdf", internal=False)
    return PublicPage(path, text(title), False, PublicMarkdown(words), text(words), (), (attachment,))


def archive(
    *meetings: PublicMeeting,
    networks: tuple[PublicNetwork, ...] = (),
    events: tuple[PublicEvent, ...] = (),
    pages: tuple[PublicPage, ...] = (),
) -> PublicArchive:
    build = Build(Audience.PUBLIC, "normal", "Normalläge", "Allt är som vanligt.", restricted=False)
    return PublicArchive(build, Restriction({}, ()), networks, meetings, events, pages, ())


def numbered(count: int) -> tuple[SearchRecord, ...]:
    """Records with å, ä and ö, several values in a filter, and words that differ in diacritics only."""
    words = "mötet mot möte mote motor budget snöröjning röjning Åre are öre ore résumé resume".split()
    return tuple(
        SearchRecord(
            url=f"moten/{number}/#punkt-{number % 9}",
            title=f"Möte Mote mőte {number}",
            content=f"Ärende {number}. "
            + " ".join(words[(number * step) % len(words)] for step in range(1, 25)),
            meta={"title": f"Möte Mote mőte {number}", "network": f"Nät {number % 7}"},
            filters={
                "nätverk": (f"Nät {number % 7}",),
                "typ": ("Beslut", "Punkt") if number % 3 else ("Punkt",),
                "år": (str(2015 + number % 11),),
            },
            sort={"datum": f"{2015 + number % 11}-01-01 {number:05}"},
        )
        for number in range(count)
    )
