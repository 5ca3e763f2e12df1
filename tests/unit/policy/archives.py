"""Networks, meetings and people in few words, and archives made at random."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from arkiv.model import (
    Archive,
    Attendee,
    Audience,
    Item,
    Member,
    Minutes,
    Network,
    Person,
    Place,
    Record,
    RecordKind,
    Status,
)
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.levels import Level, Levels
from arkiv.policy.rule import Row

LEVEL_IDS = ("normal", "forsamrat", "skarpt", "hogsta")
LEVELS = Levels(tuple(Level(one, one.capitalize(), "") for one in LEVEL_IDS), Level("normal", "Normal", ""))
DEFAULT_PLACE = Place("mkdocs.yml", 80)

Cells = Mapping[str, Mapping[str, str]]


def default(cells: Cells) -> Row:
    return Row(cells, DEFAULT_PLACE)


def person(name: str, ref: str = "x-1", **said: object) -> Person:
    return Person(name, ref, Place(f"{ref}.md", 5), **said)  # type: ignore[arg-type]


def network(
    network_id: str,
    members: Iterable[Person] = (),
    cells: Cells | None = None,
    audience: Audience = Audience.PUBLIC,
) -> Network:
    path = f"natverk/{network_id}.md"
    seats = tuple(Member(one) for one in members)
    place = Place(path, 9)
    return Network(
        network_id, path, network_id.capitalize(), seats, cells or {}, Place(path), place, audience=audience
    )


def record(kind: RecordKind, text: str = "", line: int = 20, **fields: str) -> Record:
    return Record(kind, 1, text, fields, Audience.PUBLIC, Place("m.md", line))


def minutes(network_id: str, day: int = 1, records: Iterable[Record] = (), **said: object) -> Minutes:
    path = f"moten/2024/2024-01-{day:02}-{network_id}.md"
    item = Item(1, "Rubrik", Audience.PUBLIC, tuple(records), Place(path))
    made = date(2024, 1, day)
    plain = Minutes(path, network_id, made, 1, Status.APPROVED, Audience.PUBLIC, Place(path), items=(item,))
    return replace(plain, **said)  # type: ignore[arg-type]


def attendee(name: str, ref: str = "x-1", **said: object) -> Attendee:
    return Attendee(person(name, ref, **said))


DISCLOSURES = tuple(disclosure.value for disclosure in Disclosure)


@st.composite
def cells(draw: st.DrawFn) -> dict[str, dict[str, str]]:
    """A row of the rule, monotone or not, whole or not."""
    audiences = st.sampled_from([audience.value for audience in Audience])
    found: dict[str, dict[str, str]] = draw(
        st.dictionaries(audiences, st.dictionaries(st.sampled_from(LEVEL_IDS), st.sampled_from(DISCLOSURES)))
    )
    return found


@st.composite
def monotone_cells(draw: st.DrawFn) -> dict[str, dict[str, str]]:
    """A whole row that is monotone."""
    ranks = st.lists(st.integers(0, 3), min_size=4, max_size=4).map(sorted)
    internal = draw(ranks)
    public = [max(pair) for pair in zip(internal, draw(ranks), strict=True)]
    rows = {"internal": internal, "public": public}
    return {
        audience: {level: DISCLOSURES[rank] for level, rank in zip(LEVEL_IDS, row, strict=True)}
        for audience, row in rows.items()
    }


NAMES = ("Alva Rotvik", "Alva Rotvig", "Bo Lundmark", "Cia Tallroth", "Didrik Ekman", "Edit Falkengren")


@st.composite
def people(draw: st.DrawFn, ref: str) -> Person:
    settled = draw(st.sampled_from(["", "", "", "protected", "always_named"]))
    return person(
        draw(st.sampled_from(NAMES)),
        ref,
        id=draw(st.sampled_from([None, None, "m-1", "m-2"])),
        other_names=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=1))),
        organization=draw(st.sampled_from([None, "Almeå", "Norrvik"])),
        protected=settled == "protected",
        always_named="press" if settled == "always_named" else "",
    )


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """Up to three networks with monotone rows, their members and a meeting each."""
    ids = draw(st.lists(st.sampled_from(["ark", "bok", "ceder"]), unique=True, min_size=1))
    networks, meetings = [], []
    for one in ids:
        members = [draw(people(f"{one}-{row}")) for row in range(draw(st.integers(0, 3)))]
        audience = draw(st.sampled_from([Audience.PUBLIC, Audience.PUBLIC, Audience.INTERNAL]))
        networks.append(network(one, members, draw(monotone_cells()), audience))
        present = tuple(Attendee(draw(people(f"{one}-p{row}"))) for row in range(draw(st.integers(0, 2))))
        responsible = record(RecordKind.ACTION, ansvarig=draw(st.sampled_from(NAMES)))
        meetings.append(minutes(one, records=[responsible], present=present))
    return Archive(networks=tuple(networks), minutes=tuple(meetings))
