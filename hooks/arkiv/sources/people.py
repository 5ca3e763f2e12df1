"""People as they stand in frontmatter: members, attendees, mentioned, recorder."""

import re

from arkiv.identifiers import tells_name
from arkiv.model import Attendee, Member, Person, Place
from arkiv.sources.fields import Fields

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
_NO_REASON = frozenset({"true", "false", "yes", "no", "ja", "nej", "0", "1"})


def read_person(fields: Fields, ref: str) -> Person | None:
    """The person a mapping describes, or None where it names nobody, which is noted."""
    name = fields.text("name", required=True)
    person = Person(
        name=name or "",
        ref=ref,
        place=Place(fields.problems.file, fields.line),
        id=fields.text("id"),
        other_names=fields.texts("other_names"),
        organization=fields.text("organization"),
        role=fields.text("role"),
        email=fields.text("email"),
        phone=fields.text("phone"),
        protected=fields.truth("protected"),
        always_named=_reason(fields),
    )
    _check_names(person, fields)
    _check_id(person, fields)
    return person if name else None


def _reason(fields: Fields) -> str:
    """Why the person is exempt; a bare yes or no is refused, since `no` too would exempt them."""
    said = fields.text("always_named") or ""
    if said.lower() in _NO_REASON:
        fields.wrong("always_named", "is no reason", "write why they are always named, or remove the line")
        return ""
    return said


def _check_id(person: Person, fields: Fields) -> None:
    """An id stands in reports where the name must not; one that tells it is never printed, and warned of."""
    if person.id is None:
        return
    if not _ID.fullmatch(person.id):
        fields.wrong("id", "is no usable id", "use letters, digits, points and hyphens, such as m-17")
    elif tells_name(person.id, (person.name, *person.other_names)):
        fields.doubt("id", "tells the person's name", "use one that says nothing, such as m-17")


def _check_names(person: Person, fields: Fields) -> None:
    for key, names in (("name", (person.name,)), ("other_names", person.other_names)):
        for name in names:
            _check_name(key, name, fields)


def _check_name(key: str, name: str, fields: Fields) -> None:
    """A name needs two letters somewhere: with one, nothing in a text could be told from it."""
    if name and sum(character.isalpha() for character in name) < 2:
        fields.wrong(key, "has fewer than two letters", "write the name out")


def read_one(fields: Fields, key: str, ref: str) -> Person | None:
    """The person in a single field (`recorder`, `adjusted_by`): a mapping, or only a name."""
    node = fields.node(key)
    if node is None:
        return None
    if isinstance(node.value, str):
        name = fields.text(key)
        _check_name(key, name or "", fields)
        return Person(name, f"{ref}-{key}", Place(fields.problems.file, node.line)) if name else None
    entry = Fields(node, fields.problems, f"{key}.")
    person = read_person(entry, f"{ref}-{key}")
    entry.warn_unknown()
    return person


def read_people(fields: Fields, key: str, ref: str) -> tuple[Person, ...]:
    """A list of people."""
    people: list[Person] = []
    for row, entry in enumerate(fields.mappings(key), start=1):
        person = read_person(entry, f"{ref}-{key}-{row}")
        entry.warn_unknown()
        people += [person] if person else []
    return tuple(people)


def read_attendees(fields: Fields, key: str, ref: str) -> tuple[Attendee, ...]:
    """A list of attendees, with the items they were there for."""
    rows = enumerate(fields.mappings(key), start=1)
    attendees = (_attendee(entry, f"{ref}-{key}-{row}") for row, entry in rows)
    return tuple(attendee for attendee in attendees if attendee)


def _attendee(entry: Fields, ref: str) -> Attendee | None:
    person = read_person(entry, ref)
    from_item, to_item = entry.number("from_item"), entry.number("to_item")
    items, guest = entry.numbers("items"), entry.truth("guest")
    if from_item and to_item and from_item > to_item:
        entry.wrong("to_item", "comes before `from_item`", "exchange the two")
    entry.warn_unknown()
    return Attendee(person, from_item, to_item, items, guest) if person else None


def read_members(fields: Fields, network: str) -> tuple[Member, ...]:
    """A network's members; rows are counted from 1."""
    rows = enumerate(fields.mappings("members"), start=1)
    members = (_member(entry, f"{network}-{row}") for row, entry in rows)
    return tuple(member for member in members if member)


def _member(entry: Fields, ref: str) -> Member | None:
    person = read_person(entry, ref)
    start, end = entry.date("start_date"), entry.date("end_date")
    if start and end and start > end:
        entry.wrong("end_date", "comes before `start_date`", "correct one of the two")
    substitute_for = entry.text("substitute_for")
    entry.warn_unknown()
    return Member(person, start, end, substitute_for) if person else None
