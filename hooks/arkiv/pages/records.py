"""Records: decisions, actions and the like, marked the same way wherever they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from arkiv.model import RecordKind
from arkiv.pages.dates import dated
from arkiv.pages.generated import Site
from arkiv.pages.markdown import address, escape, marked
from arkiv.pages.people import person, with_organization
from arkiv.public import Link, PublicItem, PublicMeeting, PublicRecord

NAMES = {
    RecordKind.DECISION: "decision",
    RecordKind.ACTION: "action",
    RecordKind.APPOINTMENT: "appointment",
    RecordKind.REFERRAL: "referral",
    RecordKind.RETURN: "return",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A record with the meeting and item it stands in."""

    meeting: PublicMeeting
    item: PublicItem
    record: PublicRecord


def all_records(meetings: tuple[PublicMeeting, ...], kind: RecordKind) -> Iterator[Found]:
    """Every record of a kind, meeting by meeting as they come, in the order of the agenda."""
    for meeting in meetings:
        for item in meeting.items:
            for block in item.blocks:
                if isinstance(block, PublicRecord) and block.kind is kind:
                    yield Found(meeting, item, block)


def in_minutes(record: PublicRecord, page: str, site: Site) -> str:
    """A record where it belongs: marked, with its fields and its permanent link."""
    fields = " · ".join(_fields(record, page, site))
    after = " ".join(part for part in (fields, _permalink(record, site)) if part)
    lines = f"{_label(record, record.internal, site)} {record.text.strip()}  \n<small>{after}</small>"
    return marked(lines, *_classes(record), anchor=record.anchor, data=_dates(record))


def in_register(found: Found, page: str, site: Site) -> str:
    """A record away from home: its plain text, its fields, and a link to where it was made."""
    record = found.record
    source = [dated(found.meeting.date, site.language), _source(found, page, site)]
    fields = " · ".join([*source, *_fields(record, page, site, away=True)])
    internal = record.internal or found.item.internal or found.meeting.internal
    text = f"{_label(record, internal, site)} {_said(record, site)}  \n<small>{fields}</small>"
    data = _dates(record) | {"data-arkiv-network": found.meeting.network, "data-arkiv-state": _stage(record)}
    return marked(text, *_classes(record), data=data)


def _said(record: PublicRecord, site: Site) -> str:
    """What a record says; of somebody appointed who has no name here, their role."""
    who = record.who if record.kind is RecordKind.APPOINTMENT else None
    return person(who, site.words) if who and who.name is None else escape(record.plain)


def _source(found: Found, page: str, site: Site) -> str:
    """A link to the record's anchor: network and item."""
    label = site.words("source.item", meeting=found.meeting.network_name, item=found.item.number)
    return f"[{escape(label)}]({address(page, found.meeting.path, found.record.anchor)})"


def _label(record: PublicRecord, internal: bool, site: Site) -> str:
    """The bold word a record starts with, as in the minutes themselves; `internal` is said of it too."""
    label = site.words(f"record.{NAMES[record.kind]}")
    if internal:
        label = site.words("record.internal_mark", label=label)
    return f"**{label}:**"


def _classes(record: PublicRecord) -> tuple[str, ...]:
    """What the style sheet goes by."""
    classes = ["arkiv-record", f"arkiv-{record.kind.value}"]
    classes += ["arkiv-internal"] if record.internal else []
    if record.kind is RecordKind.DECISION and not record.in_force:
        classes.append("arkiv-ended")
    if record.kind is RecordKind.ACTION and record.done:
        classes.append("arkiv-done")
    return tuple(classes)


def _dates(record: PublicRecord) -> dict[str, str]:
    """Dates that the browser compares with today; the build has no clock (contract, promise 5)."""
    if record.kind is RecordKind.ACTION and record.due and not record.done:
        return {"data-arkiv-due": record.due.isoformat()}
    if record.kind is RecordKind.APPOINTMENT and record.until:
        return {"data-arkiv-until": record.until.isoformat()}
    return {}


def _stage(record: PublicRecord) -> str:
    """What a filter knows a record as; the browser itself tells what is late, and what is past."""
    if record.kind is RecordKind.DECISION:
        return "in_force" if record.in_force else "ended"
    if record.kind is RecordKind.APPOINTMENT:
        return "current"
    return "done" if record.done else "open"


def _permalink(record: PublicRecord, site: Site) -> str:
    """The record's own address, to cite and copy."""
    title = site.words(f"record.permalink_{NAMES[record.kind]}")
    return f'[{site.words("record.permalink")}](#{record.anchor}){{ .arkiv-permalink title="{title}" }}'


def _fields(record: PublicRecord, page: str, site: Site, away: bool = False) -> list[str]:
    """What stood in the parentheses, in words, and a decision's life; `away` from home, whose it is too."""
    texts = {
        "responsible": _responsible(record, site),
        "assignment": escape(record.assignment or ""),
        "organization": _organization(record, page, site) if away else "",
        "substitute": escape(record.substitute or ""),
        "to": escape(record.to or "") if not is_point(record) else "",
    }
    days = {"since": record.since, "due": record.due, "done": record.done, "until": record.until}
    fields = [_field(key, text, site) for key, text in texts.items() if text]
    fields += [_field(key, dated(day, site.language), site) for key, day in days.items() if day]
    return [*fields, *_life(record, page, site)]


def is_point(record: PublicRecord) -> bool:
    """Whether a return names the item it returns at, which the page then links to."""
    return record.kind is RecordKind.RETURN and "#" in (record.to or "")


def _responsible(record: PublicRecord, site: Site) -> str:
    """Who is responsible; by role and organisation where that is all that may be said of them."""
    hidden = record.kind is RecordKind.ACTION and record.who and record.who.name is None
    if record.who and hidden:
        return with_organization(record.who, site.words)
    return escape(record.responsible or "")


def _organization(record: PublicRecord, page: str, site: Site) -> str:
    """The organisation of somebody who is appointed, with a link to its page where it has one."""
    if record.kind is not RecordKind.APPOINTMENT or not record.who or not record.who.organization:
        return ""
    found = site.organizations.get(record.who.organization)
    return "" if found and found.path == page else organization_link(record.who.organization, page, site)


def organization_link(said: str, page: str, site: Site) -> str:
    """An organisation, with a link to its page where it has one."""
    found = site.organizations.get(said)
    return f"[{escape(said)}]({address(page, found.path)})" if found else escape(said)


def _field(key: str, value: str, site: Site) -> str:
    """One field: its name and its value. Not by asterisks, with which a lone one in the text would pair."""
    return f'<em class="arkiv-field">{site.words(f"record.{key}")}:</em> {value}'


def _life(record: PublicRecord, page: str, site: Site) -> list[str]:
    """Whether a decision holds, and its links to those before and after it."""
    if record.kind is not RecordKind.DECISION:
        return []
    related = {"replaces": record.replaces, "repeals": record.repeals}
    related |= {"replaced_by": record.replaced_by, "repealed_by": record.repealed_by}
    links = [_field(key, _links(found, page), site) for key, found in related.items() if found]
    return [f'<em class="arkiv-state">{site.words(_state(record))}</em>', *links]


def _state(record: PublicRecord) -> str:
    """The word for a decision's state; one whose successor is not shown is said to be over, no more."""
    if record.in_force:
        return "record.in_force"
    if record.repealed_by:
        return "record.repealed"
    return "record.replaced" if record.replaced_by else "record.no_longer"


def _links(links: tuple[Link, ...], page: str) -> str:
    """Links to other decisions."""
    return ", ".join(f"[{escape(to.label)}]({address(page, to.path, to.anchor)})" for to in links)
