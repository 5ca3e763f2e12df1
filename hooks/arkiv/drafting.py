"""New minutes to write in: the roster of the day, an empty item, and what was to come back.

Nothing of another meeting is copied but the titles of items that were to come back; where those were
closed, they are so here too.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from arkiv.collation import swedish
from arkiv.minutes_file import minutes_path, minutes_text
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
from arkiv.pages.dates import written
from arkiv.policy.people import key
from arkiv.problems import ArchiveError, Problem
from arkiv.sources.archive import read_archive

LAST_NUMBER = 9
"""The most meetings of a network that one day can have."""

_GUIDE = """<!--
Så skriver du. Den här rutan visas aldrig, och du kan ta bort den.
Rätta listorna ovanför: flytta den som inte kom från present till absent, och stryk den som inte var kallad.
Lägg den som nämns i texten utan att ha varit med under mentioned, så att namnet kan döljas när det behövs.
Det som mötet ledde till skriver du som ett eget stycke, som börjar med ett av fem ord i fetstil:
 - `**Beslut:** Det som beslutades.`
 - `**Åtgärd:** Det som ska göras. (ansvarig: Namn eller kommun, senast: ÅÅÅÅ-MM-DD)`
 - `**Utsedd:** Namn (uppdrag: vad, till: ÅÅÅÅ-MM-DD)`
 - `**Medskick:** Det som ska vidare. (till: mottagare)`
 - `**Återkommer:** nästa möte`
En punkt som inte är offentlig har `{audience=internal}` sist i sin rubrik.
När anteckningarna är justerade ändrar du status till approved. Före det visas de bara internt.
-->"""


@dataclass(frozen=True, slots=True)
class Draft:
    """Minutes that have been written: where, and with how much in them."""

    path: Path
    present: int
    carried: int


@dataclass(frozen=True, slots=True)
class _Carried:
    """An item that was to come back."""

    title: str
    audience: Audience


def draft(docs_dir: Path, network_id: str, day: date, number: int = 1) -> Draft:
    """Write the minutes of a meeting to be, with the status draft.

    Raises:
        ArchiveError: the network is unknown or its file wrong, the minutes are there already, or the folder
            cannot be written.
    """
    network, archive = _network(docs_dir, network_id)
    minutes = _minutes(network, archive, day, number)
    earlier = _latest_before(minutes, archive)
    carried = tuple(_carried(earlier)) if earlier else ()
    path = docs_dir / minutes.path
    _write(path, minutes_text(minutes, _body(carried, earlier)), minutes)
    return Draft(path, len(minutes.present), len(carried))


def _network(docs_dir: Path, network_id: str) -> tuple[Network, Archive]:
    """The network and all that has been read; what is wrong elsewhere does not keep anybody from writing."""
    reading = read_archive(docs_dir)
    network = next((one for one in reading.archive.networks if one.id == network_id), None)
    own = [
        p for p in reading.problems if p.severity == "error" and p.place.file == f"natverk/{network_id}.md"
    ]
    if own:
        raise ArchiveError(tuple(own))
    if network is None:
        known = ", ".join(one.id for one in reading.archive.networks)
        remedy = f"give one of: {known}" if known else "add natverk/<id>.md first"
        raise ArchiveError((Problem(Place("natverk"), "network", f"is unknown ({network_id})", remedy),))
    return network, reading.archive


def _minutes(network: Network, archive: Archive, day: date, number: int) -> Minutes:
    path = minutes_path(network.id, day, number)
    return Minutes(
        path=path,
        network=network.id,
        date=day,
        number=number,
        status=Status.DRAFT,
        audience=Audience.PUBLIC,
        place=Place(path),
        present=tuple(_present(network.members, day, _ambiguous(archive))),
    )


def _ambiguous(archive: Archive) -> frozenset[str]:
    """Names that several people have, who only their ids tell apart."""
    ids: dict[str, set[str]] = {}
    for network in archive.networks:
        for member in network.members:
            ids.setdefault(key(member.person.name), set()).add(member.person.id or "")
    return frozenset(name for name, found in ids.items() if len(found) > 1)


def _present(members: Iterable[Member], day: date, ambiguous: frozenset[str]) -> Iterator[Attendee]:
    """The members of the day, by organisation and name; each once."""
    current = [member.person for member in members if _is_current(member, day)]
    seen: set[tuple[str, str | None]] = set()
    for person in sorted(current, key=_order):
        identity = (key(person.name), person.id)
        if identity not in seen:
            seen.add(identity)
            yield Attendee(_as_attendee(person, key(person.name) in ambiguous))


def _is_current(member: Member, day: date) -> bool:
    return (member.start_date or day) <= day <= (member.end_date or day)


def _order(person: Person) -> tuple[bool, str, str]:
    """Nothing said comes last."""
    return not person.organization, swedish(person.organization or ""), swedish(person.name)


def _as_attendee(person: Person, with_id: bool) -> Person:
    """Without contact details, which the roster has. A protection goes along: it must outlast the roster."""
    return Person(
        name=person.name,
        ref=person.ref,
        place=person.place,
        id=person.id if with_id else None,
        organization=person.organization,
        role=person.role,
        protected=person.protected,
    )


def _latest_before(minutes: Minutes, archive: Archive) -> Minutes | None:
    """The last meeting of the network before this one that took place."""
    held = (
        one
        for one in archive.minutes
        if one.network == minutes.network
        and one.status in (Status.DRAFT, Status.APPROVED)
        and (one.date, one.number) < (minutes.date, minutes.number)
    )
    return max(held, key=lambda one: (one.date, one.number), default=None)


def _carried(minutes: Minutes) -> Iterator[_Carried]:
    for item in minutes.items:
        returns = [one for one in item.blocks if isinstance(one, Record) and one.kind is RecordKind.RETURN]
        if returns:
            yield _Carried(item.title or f"Punkt {item.number}", _audience(minutes, item, returns))


def _audience(minutes: Minutes, item: Item, returns: list[Record]) -> Audience:
    """Public only where the meeting and the item are, and somebody could read there that it comes back."""
    is_public = (
        Audience.INTERNAL not in (minutes.audience, item.audience)
        and any(one.audience is Audience.PUBLIC for one in returns)
    )  # fmt: skip
    return Audience.PUBLIC if is_public else Audience.INTERNAL


def _body(carried: Iterable[_Carried], earlier: Minutes | None) -> str:
    parts = ["## 1. Rubrik", _GUIDE]
    for number, one in enumerate(carried, start=2):
        closed = " {audience=internal}" if one.audience is Audience.INTERNAL else ""
        assert earlier
        parts += [
            f"## {number}. {one.title}{closed}",
            f"Återkommer från mötet den {written(earlier.date, 'sv')}.",
        ]
    return "\n\n".join(parts)


def _write(path: Path, text: str, minutes: Minutes) -> None:
    """Write a file that is not there yet, or nothing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        free = _free_number(path.parents[2], minutes)
        second = f", or give --number {free} for another meeting of that day" if free else ""
        what, remedy = "is there already", f"write in that file{second}"
        raise ArchiveError((Problem(minutes.place, "file", what, remedy),)) from None
    except OSError as error:
        what = f"cannot be written ({error.strerror})"
        raise ArchiveError(
            (Problem(minutes.place, "file", what, "see to it that you may write there"),)
        ) from None


def _free_number(docs_dir: Path, minutes: Minutes) -> int | None:
    paths = (
        (n, docs_dir / minutes_path(minutes.network, minutes.date, n)) for n in range(2, LAST_NUMBER + 1)
    )
    return next((number for number, path in paths if not path.exists()), None)
