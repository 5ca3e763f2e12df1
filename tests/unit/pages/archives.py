"""Public archives made by hand: what a page is given, without the projection that makes it."""

from dataclasses import replace
from datetime import date

from arkiv.model import Audience, RecordKind, Status
from arkiv.pages.dates import written
from arkiv.policy.disclosures import Disclosure
from arkiv.public import (
    Build,
    Headcount,
    Link,
    PublicArchive,
    PublicAsset,
    PublicAttachment,
    PublicAttendance,
    PublicAttendee,
    PublicBasis,
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

T = PublicText
NOBODY = PublicAttendance((), (), Headcount(), Headcount())


def prose(text: str, internal: bool = False) -> PublicProse:
    """Running text."""
    return PublicProse(PublicMarkdown(text), T(text), internal)


def person(name: str | None, role: str | None = None, organization: str | None = None) -> PublicPerson:
    """A person as the rule lets them appear."""
    texts = (T(text) if text else None for text in (name, role, organization))
    return PublicPerson(*texts)


def attendee(
    who: PublicPerson,
    from_item: int | None = None,
    to_item: int | None = None,
    items: tuple[int, ...] = (),
    guest: bool = False,
) -> PublicAttendee:
    """A line of an attendance list."""
    return PublicAttendee(who, from_item, to_item, items, guest)


def record(kind: RecordKind, text: str, anchor: str, internal: bool = False) -> PublicRecord:
    """A record without fields; `dataclasses.replace` adds them."""
    return PublicRecord(kind, anchor, PublicMarkdown(text), T(text), internal)


def item(
    number: int, title: str | None, *blocks: PublicProse | PublicRecord, internal: bool = False
) -> PublicItem:
    """An agenda item; without a title it is closed to this audience."""
    return PublicItem(number, f"punkt-{number}", T(title) if title else None, internal, blocks)


def meeting(day: date, network: str = "skogschefer", name: str = "Skogschefsnätverket") -> PublicMeeting:
    """An approved meeting with a date, a title and nothing else."""
    stem = f"{day.isoformat()}-{network}"
    return PublicMeeting(
        path=f"moten/{day.year}/{stem}.md",
        id=stem,
        network=network,
        network_name=T(name),
        date=day,
        number=1,
        status=Status.APPROVED,
        internal=False,
        disclosure=Disclosure.NAMED,
        title=T(f"{name} {written(day, 'sv')}"),
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
        items=(),
    )


def network(id_: str = "skogschefer", name: str = "Skogschefsnätverket") -> PublicNetwork:
    """A network without members."""
    return PublicNetwork(
        path=f"natverk/{id_}.md",
        id=id_,
        name=T(name),
        disclosure=Disclosure.NAMED,
        body=PublicMarkdown(""),
        plain=T(""),
        members=(),
        former=(),
        counted=Headcount(),
        basis=None,
        attachments=(),
    )


def event(day: date, title: str = "Skogsdagen", end: date | None = None) -> PublicEvent:
    """A date in the calendar."""
    path = f"kalender/{day.isoformat()}.md"
    body = PublicMarkdown("")
    return PublicEvent(path, T(title), day, end or day, (), None, Status.PLANNED, False, body, T(""))


def page(path: str, title: str, body: str) -> PublicPage:
    """An ordinary page."""
    return PublicPage(path, T(title), False, PublicMarkdown(body), T(body), (), ())


OPEN = Build(Audience.PUBLIC, "normal", "Normalläge", "Allt visas.", False)
RESTRICTED = Build(Audience.PUBLIC, "forsamrat", "Försämrat säkerhetsläge", "Vissa namn visas inte.", True)


def archive(
    *meetings: PublicMeeting,
    networks: tuple[PublicNetwork, ...] = (),
    events: tuple[PublicEvent, ...] = (),
    pages: tuple[PublicPage, ...] = (),
    build: Build = OPEN,
    restriction: Restriction | None = None,
) -> PublicArchive:
    """An archive for a build; its meetings newest first, as the projection gives them."""
    newest = tuple(sorted(meetings, key=lambda found: (found.date, found.path), reverse=True))
    return PublicArchive(
        build=build,
        restriction=restriction or Restriction({}, ()),
        networks=networks,
        meetings=newest,
        events=events,
        pages=pages,
        assets=(),
    )


def _present(*people: PublicAttendee, guests: tuple[PublicAttendee, ...] = ()) -> PublicAttendance:
    """A list with its total."""
    total = Headcount(len(people), len({who.person.organization for who in people}))
    return PublicAttendance(people, guests, Headcount(), total)


def _rich_items() -> tuple[PublicItem, ...]:
    """Items with a record of every kind and life."""
    replaced = Link("moten/2023/2023-02-03-skogschefer.md", T("3 februari 2023, punkt 1"), "beslut-1-1")
    decision = record(RecordKind.DECISION, "Gallring av **stadsnära** skog prövas varje höst.", "beslut-1-1")
    action = record(RecordKind.ACTION, "Ta fram en karta över gemensamma vindfällen.", "atgard-1-1")
    action = replace(action, responsible=T("Lövsele"), due=date(2024, 12, 1))
    chosen = record(RecordKind.APPOINTMENT, "Alva Rotvik", "utsedd-2-1")
    chosen = replace(chosen, assignment=T("ordförande i rotrådet"), until=date(2026, 12, 31))
    referral = record(RecordKind.REFERRAL, "Hur löses finansieringen av plantorna?", "medskick-2-1")
    prose_text = (
        "Nätverket gick igenom höstens arbete. Frågan om hur vindfällen märks ut väckte diskussion, "
        "eftersom kartorna skiljer sig åt mellan kommunerna.\n\n"
        "- Kartorna ska vara gemensamma.\n- Alla kommuner rapporterar en gång i månaden."
    )
    return (
        item(
            1, "Gallring i stadsnära skog", prose(prose_text), replace(decision, replaces=(replaced,)), action
        ),
        item(
            2,
            "Val av ordförande",
            prose("Valberedningen föreslår nyval."),
            chosen,
            replace(referral, to=T("SKR")),
        ),
        item(3, None),
        item(4, "Övriga frågor", record(RecordKind.RETURN, "nästa möte", "aterkommer-4-1")),
    )


def rich_meeting() -> PublicMeeting:
    """A meeting with everything on it."""
    people = (
        attendee(person("Alva Rotvik", "skogschef", "Almeå")),
        attendee(person("Bertil Granlund", "stadsträdgårdsmästare", "Almeå"), to_item=2),
        attendee(person("Cajsa Åsmyr", "skogschef", "Brännlanda"), from_item=2),
        attendee(person("Didrik Enlycka", None, "Östanmyra"), items=(1,)),
    )
    guests = (attendee(person("Edvin Ask", "länsskogvaktare"), items=(1, 3), guest=True),)
    file = PublicAttachment(
        T("Karta över vindfällen"), PublicAsset("a.pdf", "bilagor/a.pdf"), 234_567, "PDF", False
    )
    return replace(
        meeting(date(2024, 10, 11)),
        start="09:00",
        end="12:00",
        location=T("Stadshuset, Almeå"),
        reference=T("SN 2024/17"),
        recorder=person("Frida Kvist", "sekreterare", "Almeå"),
        adjusted_by=person("Cajsa Åsmyr", "skogschef", "Brännlanda"),
        present=_present(*people, guests=guests),
        absent=_present(attendee(person("Gunnar Tallmo", "skogschef", "Vargåsa"))),
        tags=(T("gallring"), T("naturvård")),
        attachments=(file, replace(file, title=T("Intern budget"), asset=None)),
        items=_rich_items(),
        previous=Link("moten/2023/2023-02-03-skogschefer.md", T("3 februari 2023")),
        next=Link("moten/2025/2025-02-07-skogschefer.md", T("7 februari 2025")),
    )


def odd_meeting() -> PublicMeeting:
    """A meeting that strains the page: many of everything, long words, wide tables, odd scripts."""
    people = tuple(attendee(person(f"Ledamot {n}", "skogschef" * 12, f"Kommun {n % 9}")) for n in range(80))
    wide = "| " + " | ".join("kolumn" * 2 for _ in range(14)) + " |\n|" + "---|" * 14 + "\n"
    row = "| " + " | ".join("1234567" for _ in range(14)) + " |\n"
    text = (
        f"{wide}{row}\n    {'lång kodrad ' * 30}\n\n{'ord' * 120}\n\n1. a\n    - b\n        1. c\n\n> citat"
    )
    items = tuple(item(n, f"Punkt {n}", prose("Text.")) for n in range(2, 61))
    decision = record(RecordKind.DECISION, "m" * 200, "beslut-1-1")
    return replace(
        meeting(date(2022, 3, 4)),
        title=T("Möte" * 75),
        location=T("ש" * 20 + " مدينة"),
        present=_present(*people),
        items=(item(1, "Rubrik" * 50, prose(text), decision), *items),
        tags=tuple(T("ämne" * 20) for _ in range(5)),
    )


def _old_meeting() -> PublicMeeting:
    """The meeting whose decision the rich one replaces."""
    newer = Link("moten/2024/2024-10-11-skogschefer.md", T("11 oktober 2024, punkt 1"), "beslut-1-1")
    decision = record(RecordKind.DECISION, "Gallring prövas varje vår.", "beslut-1-1")
    done = replace(record(RecordKind.ACTION, "Samla ritningarna.", "atgard-1-1"), done=date(2023, 5, 1))
    over = replace(decision, in_force=False, replaced_by=(newer,))
    return replace(meeting(date(2023, 2, 3)), items=(item(1, "Gallring", over, done),))


def rich_archive() -> PublicArchive:
    """A small archive with a page of every kind."""
    forest = replace(
        network(),
        body=PublicMarkdown("Skogscheferna samordnar skötseln av kommunernas skogar."),
        members=(
            PublicMember(
                replace(person("Alva Rotvik", "skogschef", "Almeå"), email=T("alva.rotvik@almea.example")),
                date(2022, 1, 1),
                None,
                None,
            ),
            PublicMember(person("Bertil Granlund", "biträdande", "Almeå"), None, None, T("Alva Rotvik")),
        ),
        former=(PublicMember(person("Hugo Ekdal", "skogschef", "Vargåsa"), None, date(2021, 6, 30), None),),
    )
    planned = replace(meeting(date(2025, 2, 7)), status=Status.PLANNED)
    secret = replace(
        meeting(date(2024, 5, 3), "beredskap", "Beredskapsnätverket"),
        disclosure=Disclosure.ROLE,
        present=_present(
            attendee(person(None, "beredskapschef", "Almeå")), attendee(person(None, None, "Lövsele"))
        ),
        items=(item(1, "Läget", prose("En ledamot berättar.")),),
    )
    basis = PublicBasis(date(2023, 2, 3), T("Gallring"), Link("moten/2023/2023-02-03-skogschefer.md", T("x")))
    ready = replace(network("beredskap", "Beredskapsnätverket"), disclosure=Disclosure.ROLE, basis=basis)
    return archive(
        rich_meeting(),
        _old_meeting(),
        planned,
        secret,
        odd_meeting(),
        networks=(ready, forest),
        events=(event(date(2025, 5, 19), end=date(2025, 5, 20)),),
        pages=(
            page("om.md", "Om arkivet", "# Om arkivet\n\nSå är det."),
            page("index.md", "Arkivet", "Välkommen."),
        ),
        build=RESTRICTED,
        restriction=Restriction({Disclosure.NAMED: 1, Disclosure.ROLE: 1}, (basis,)),
    )
