"""People as the rule lets them appear: attendance and members, in words and tables."""

from collections.abc import Iterable
from urllib.parse import quote

from arkiv.pages.dates import dated
from arkiv.pages.generated import Site
from arkiv.pages.markdown import address, box, escape, link, marked, table
from arkiv.pages.words import Words
from arkiv.public import Headcount, PublicAttendance, PublicAttendee, PublicMember, PublicPerson


def person(who: PublicPerson, words: Words, fallback: str = "meeting.unnamed_role") -> str:
    """`Name, role`, or the role alone, with a constant word where neither is given. Markdown."""
    role = who.role or (None if who.name else words(fallback))
    parts = [escape(part) for part in (who.name, role) if part]
    return ", ".join(parts) if who.name else _capital(parts[0])


def with_organization(who: PublicPerson, words: Words) -> str:
    """A person on a line of their own, with the organisation after."""
    name = person(who, words)
    return f"{name}, {escape(who.organization)}" if who.organization else name


def _capital(text: str) -> str:
    """The first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def partial(attendee: PublicAttendee, words: Words) -> str:
    """Which part of the meeting someone attended, in words; empty for all of it."""
    first, last = attendee.from_item, attendee.to_item
    if attendee.items or (first is not None and first == last):
        items = tuple(str(item) for item in attendee.items) or (str(first),)
        form = "one" if len(items) == 1 else "other"
        return words(f"attendance.items.{form}", items=words.joined(items))
    if first is not None and last is not None:
        return words("attendance.between_items", first=first, last=last)
    if last is not None:
        return words("attendance.to_item", item=last)
    return words("attendance.from_item", item=first) if first is not None else ""


def attendance_table(attendees: tuple[PublicAttendee, ...], words: Words) -> str:
    """Attendees by organisation, one row each; people in the order they are given. Empty without any."""
    if not attendees:
        return ""
    groups: dict[str, list[str]] = {}
    for attendee in attendees:
        label = escape(attendee.person.organization or words("attendance.elsewhere"))
        groups.setdefault(label, []).append(_attendee(attendee, words))
    rows = ((label, "<br>".join(people)) for label, people in groups.items())
    return table((words("attendance.organization"), words("attendance.person")), rows)


def _attendee(attendee: PublicAttendee, words: Words) -> str:
    """One person in a cell, with partial attendance in words."""
    fallback = "meeting.unnamed_guest" if attendee.guest else "meeting.unnamed_role"
    name, part = person(attendee.person, words, fallback), partial(attendee, words)
    return f"{name} *({part})*" if part else name


def headcount(count: Headcount, words: Words, key: str = "attendance.people", also: bool = False) -> str:
    """`13 ledamöter från 12 organisationer.`; empty for nobody. `also` follows a list of others."""
    if not count.people:
        return ""
    people = words.count(key, count.people)
    if not count.organizations:
        form = "attendance.also_without" if also else "attendance.without_organizations"
        return _capital(words(form, people=people))
    organizations = words.count("attendance.organizations", count.organizations)
    form = "attendance.also" if also else "attendance.from_organizations"
    return _capital(words(form, people=people, organizations=organizations))


def attendance(present: PublicAttendance, words: Words) -> list[str]:
    """One list of attendance as blocks: how many, who, and how many more who are only counted."""
    also = headcount(present.counted, words, also=True) if present.listed else ""
    blocks = [headcount(present.total, words), attendance_table(present.listed, words), also]
    return [block for block in blocks if block]


def members_table(members: Iterable[PublicMember], page: str, site: Site) -> str:
    """Members by organisation, with contact details where there are any; on the page at this path."""
    rows = [_seat(seat, page, site) for seat in members]
    head = (site.words("network.organization"), site.words("network.person"))
    return box("div", 'class="arkiv-members"', table(head, rows)) if rows else ""


def _seat(seat: PublicMember, page: str, site: Site) -> tuple[str, str]:
    """One row of the table of members. Contact details are no column: a telephone has no room for a third."""
    when = f"<small>{said}</small>" if (said := terms(seat, site)) else ""
    lines = (_linked(seat.person, page, site), when, _contact(seat.person))
    organization = escape(seat.person.organization or site.words("attendance.elsewhere"))
    return organization, "<br>".join(line for line in lines if line)


def _linked(who: PublicPerson, page: str, site: Site) -> str:
    """A person, whose name leads to their own page where they have one."""
    if not who.page or not who.name:
        return person(who, site.words)
    name = f"[{escape(who.name)}]({address(page, who.page)})"
    return f"{name}, {escape(who.role)}" if who.role else name


def terms(seat: PublicMember, site: Site) -> str:
    """Whom a member substitutes for, and from when to when."""
    words, parts = site.words, list[str]()
    if seat.substitute_for:
        parts.append(words("network.substitute_for", member=escape(seat.substitute_for)))
    if seat.start_date:
        parts.append(words("network.since", date=dated(seat.start_date, site.language)))
    if seat.end_date:
        parts.append(words("network.until", date=dated(seat.end_date, site.language)))
    return ", ".join(parts)


def _contact(who: PublicPerson) -> str:
    """E-mail and telephone as links."""
    parts = [link(who.email, f"mailto:{quote(who.email, safe='@')}")] if who.email else []
    if who.phone:
        parts.append(link(who.phone, "tel:" + "".join(c for c in who.phone if c in "+0123456789")))
    return " ".join(parts)


def hidden_note(note: str) -> str:
    """The short note on why names are missing, as a paragraph of its own."""
    return marked(note, "arkiv-note")
