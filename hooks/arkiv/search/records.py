"""What can be found: a record for each agenda item, meeting, network, event and ordinary page, and entry.

The entries are what registers list with a page each: topics, organisations, and members who are named.

Only `PublicArchive` is read, so nothing that a visitor may not see can be found, counted or guessed
from a search. The order of the records is that of the archive, and with it every byte of the index.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from arkiv.model import RecordKind
from arkiv.public import (
    PublicArchive,
    PublicAttachment,
    PublicAttendance,
    PublicBlock,
    PublicEvent,
    PublicItem,
    PublicMeeting,
    PublicNetwork,
    PublicPage,
    PublicPerson,
    PublicRecord,
)
from arkiv.search.entries import Entry, entries
from arkiv.search.labels import SWEDISH, Labels

_Text = TypeVar("_Text", str, tuple[str, ...])

UNDATED = "0000-00-00"
"""Sorts after every date when the newest come first; a record without a sort key is not listed at all."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One result: `url` is relative to the site's root; everything else is plain text.

    `meta` is shown with the result, `filters` narrow a search, `sort` orders it.
    """

    url: str
    title: str
    content: str
    meta: Mapping[str, str]
    filters: Mapping[str, tuple[str, ...]]
    sort: Mapping[str, str]


def records(archive: PublicArchive, labels: Labels = SWEDISH) -> tuple[SearchRecord, ...]:
    """Everything that can be found in this build, in the archive's order."""
    of_day: Counter[date | None] = Counter()
    made = []
    for found in _all(archive, labels):
        made.append(_record(found, of_day[found.day], labels))
        of_day[found.day] += 1
    return tuple(made)


def address(path: str, anchor: str | None = None) -> str:
    """The address of a page relative to the site's root: `a/b.md` and `punkt-1` give `a/b/#punkt-1`."""
    stem = path.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    page = folder if name in ("index", "README") else stem
    return (f"{page}/" if page else "") + (f"#{anchor}" if anchor else "")


@dataclass(frozen=True, slots=True)
class _Found:
    """A record in the making: text as it stands in the archive."""

    url: str
    title: str
    texts: Iterable[str]
    kinds: tuple[str, ...]
    networks: tuple[str, ...] = ()
    day: date | None = None
    internal: bool = False
    meeting: str = ""
    shown_as: str = ""
    """What a result is called where its kind is the general one."""


def _all(archive: PublicArchive, labels: Labels) -> Iterator[_Found]:
    for meeting in archive.meetings:
        yield _meeting(meeting, labels)
        for item in meeting.items:
            if item.title is not None:
                yield _item(meeting, item, item.title, labels)
    yield from (_network(network, labels) for network in archive.networks)
    yield from (_event(event, labels) for event in archive.events)
    yield from (_page(page, labels) for page in archive.pages)
    yield from (_entry(entry, labels) for entry in entries(archive, labels))


def _meeting(meeting: PublicMeeting, labels: Labels) -> _Found:
    return _Found(
        address(meeting.path),
        meeting.title,
        [
            *(prose.plain for prose in meeting.preamble),
            meeting.location or "",
            meeting.reference or "",
            *meeting.tags,
            *_attendance(meeting.present),
            *_attendance(meeting.absent),
            *_attachments(meeting.attachments),
        ],
        kinds=(labels.meeting,),
        networks=(meeting.network_name,),
        day=meeting.date,
        internal=meeting.internal,
    )


def _item(meeting: PublicMeeting, item: PublicItem, title: str, labels: Labels) -> _Found:
    return _Found(
        address(meeting.path, item.anchor),
        title,
        [_block(block, labels) for block in item.blocks],
        kinds=(*_kinds(item, labels), labels.item),
        networks=(meeting.network_name,),
        day=meeting.date,
        internal=meeting.internal or item.internal,
        meeting=meeting.title,
    )


def _network(network: PublicNetwork, labels: Labels) -> _Found:
    people = [_person(member.person) for member in network.members]
    return _Found(
        address(network.path),
        network.name,
        [network.plain, *people, *_attachments(network.attachments)],
        kinds=(labels.page,),
        networks=(network.name,),
    )


def _event(event: PublicEvent, labels: Labels) -> _Found:
    return _Found(
        address(event.path),
        event.title,
        [event.location or "", event.plain],
        kinds=(labels.page,),
        networks=tuple(link.label for link in event.networks),
        day=event.start_date,
        internal=event.internal,
    )


def _page(page: PublicPage, labels: Labels) -> _Found:
    return _Found(
        address(page.path),
        page.title,
        [page.plain, *page.tags, *_attachments(page.attachments)],
        kinds=(labels.page,),
        internal=page.internal,
    )


def _entry(entry: Entry, labels: Labels) -> _Found:
    return _Found(
        address(entry.path), entry.title, entry.texts, kinds=(labels.page,), shown_as=entry.shown_as
    )


def _record(found: _Found, ordinal: int, labels: Labels) -> SearchRecord:
    title = _line(found.title)
    return SearchRecord(
        url=found.url,
        title=title,
        content=_prose([title, *found.texts]),
        meta=_filled({**_meta(found, labels), "title": title}),
        filters=_filled(_filters(found, labels)),
        sort={labels.sort: _rank(found.day, ordinal)},
    )


def _meta(found: _Found, labels: Labels) -> dict[str, str]:
    return {
        "date": found.day.isoformat() if found.day else "",
        "network": ", ".join(map(_line, found.networks)),
        "meeting": _line(found.meeting),
        # The last kind is the general one, which need not be said where there is a special one.
        "kinds": found.shown_as or ", ".join(found.kinds[:-1] or found.kinds),
        "internal": labels.internal if found.internal else "",
    }


def _filters(found: _Found, labels: Labels) -> dict[str, tuple[str, ...]]:
    return {
        labels.network: tuple(map(_line, found.networks)),
        labels.year: (f"{found.day.year:04}",) if found.day else (),
        labels.kind: found.kinds,
    }


def _filled(fields: Mapping[str, _Text]) -> dict[str, _Text]:
    return {key: value for key, value in fields.items() if value}


def _rank(day: date | None, ordinal: int) -> str:
    """A sort key by which, read backwards, days fall and the records of a day stand as in the archive.

    The ordinal is counted day by day, so that a new meeting changes no record of another day.
    """
    return f"{day.isoformat() if day else UNDATED} {9_999_999 - ordinal:07}"


def _kinds(item: PublicItem, labels: Labels) -> tuple[str, ...]:
    """The kinds that one can filter on; appointments and the like are found by their words."""
    found = {block.kind for block in item.blocks if isinstance(block, PublicRecord)}
    return tuple(labels.of(kind) for kind in (RecordKind.DECISION, RecordKind.ACTION) if kind in found)


def _block(block: PublicBlock, labels: Labels) -> str:
    if not isinstance(block, PublicRecord):
        return block.plain
    parts = [f"{labels.of(block.kind)}: {block.plain}", block.assignment or "", block.to or ""]
    if block.responsible:
        parts.append(f"{labels.responsible}: {block.responsible}")
    return _prose(parts)


def _attendance(attendance: PublicAttendance) -> list[str]:
    """Who may be found by name. Roles are left out: the same in every list, they would drown the items."""
    people = [attendee.person for attendee in (*attendance.listed, *attendance.guests)]
    return [", ".join(filter(None, (one.name, one.organization))) for one in people if one.name]


def _person(person: PublicPerson) -> str:
    return ", ".join(part for part in (person.name, person.role, person.organization) if part)


def _attachments(attachments: Iterable[PublicAttachment]) -> list[str]:
    return [attachment.title for attachment in attachments]


def _prose(texts: Iterable[str]) -> str:
    """One running text, in which what were separate blocks end like sentences, so that excerpts read well."""
    lines = [line for line in map(_line, texts) if line]
    return " ".join(line if line[-1] in ".!?:;…" else f"{line}." for line in lines)


def _line(text: str) -> str:
    return " ".join(text.split())
