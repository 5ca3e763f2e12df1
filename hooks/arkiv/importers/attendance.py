"""Attendance lists: a line of people to names, organisations, roles and the items they attended."""

import re
from dataclasses import dataclass, replace

from arkiv.importers import lexicon
from arkiv.importers.limits import NO_LIMITS, Limits, limits
from arkiv.importers.source import unescaped
from arkiv.model import Attendee, Person, Place

_LEADING = re.compile(r"^\s*(?:[-*+•–]|\d{1,3}[.)])\s+")
_COLUMN = re.compile(r"\t+|(?<=\S)[ ]{3,}(?=\S)|\s*\|\s*|\s+[-–]\s+")
_REMARK = re.compile(r"\(([^()]*)\)")
_PARTY = re.compile(r"S|M|C|L|V|MP|KD|SD|FI|[A-ZÅÄÖ][A-Za-zåäö]?p", re.ASCII)
_GUEST = re.compile(r"gäst|inbjuden|adjungerad|adj\.?|föredragande|föreläsare", re.IGNORECASE)
_ROLE_AND_PLACE = re.compile(
    r"(?P<role>[a-zåäö][\w.-]*(?: [a-zåäö][\w.-]*)*) "
    r"(?P<organization>[A-ZÅÄÖ][\w:-]*(?: [A-ZÅÄÖ][\w-]*)*(?: kommun| stad)?)"
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_HEADER = frozenset(
    "namn kommun organisation titel roll befattning funktion närvarande förvaltning e-post epost".split()
)
_OUTSIDE = re.compile(
    r"läns|landshövding|general|minister|konsult|föreläsare|departement|myndighet|verket|(?<!kommun)styrelse|universitet|högskol|polis",
    re.IGNORECASE,
)


@dataclass
class _Entry:
    """One person's line while its fields are being read."""

    name: str
    organization: str | None = None
    role: str | None = None
    bounds: Limits = NO_LIMITS
    guest: bool = False

    def attendee(self, place: Place) -> Attendee:
        person = Person(
            self.name, f"line-{place.line}", place, organization=self.organization, role=self.role
        )
        bounds = self.bounds
        return Attendee(
            person, bounds.from_item, bounds.to_item, bounds.items, self.guest or self._is_visitor()
        )

    def _is_visitor(self) -> bool:
        """Invited, not a member: from an authority for some items, or with a title and no municipality."""
        from_outside = bool(_OUTSIDE.search(self.organization or self.role or ""))
        if self.organization:
            return from_outside and bool(self.bounds)
        return bool(self.role) and (from_outside or bool(self.bounds))


def attendees(text: str, place: Place) -> tuple[Attendee, ...]:
    """The people a line of an attendance list names; empty when it names none (a remark, a heading)."""
    text = unescaped(text)
    sentence = text.rstrip().endswith((".", "!", "?")) and not text.rstrip().endswith(
        ("m.fl.", "ordf.", "adj.")
    )
    text = _COLUMN.sub(
        ", ", re.sub(r"\*\*|__", "", _LEADING.sub("", text.strip())).rstrip("\\").strip(" |*_.;")
    )
    entries = [entry for chunk in text.split(";") if chunk.strip() for entry in _entries(chunk)]
    if not entries or any(entry is None or (sentence and _is_clause(entry.role)) for entry in entries):
        return ()
    return tuple(entry.attendee(place) for entry in entries if entry is not None)


def _is_clause(role: str | None) -> bool:
    """What follows a name in a sentence, and is no title: "Anna Ek, Ale, hälsade välkommen."."""
    return bool(role) and not lexicon.is_role(role or "")


def is_header(text: str) -> bool:
    """The head or the rule of a table of people: `| Namn | Kommun |`, `|---|---|`."""
    cells = [cell.strip(" :-*_").casefold() for cell in text.strip().strip("|").split("|")]
    return "|" in text and all(cell in _HEADER or not cell for cell in cells)


def _entries(chunk: str) -> list[_Entry | None]:
    """One chunk without semicolons; None stands for text that is no person's."""
    fields = [field.strip() for field in re.split(r",(?![^()]*\))", chunk) if field.strip(" .")]
    many = len(fields) > 2 and all(is_full_name(_bare(field)) for field in fields)
    found: list[_Entry | None] = []
    for position, field in enumerate(fields):
        if position == 0 or many or _opens_person(field):
            found.extend(_people(field, alone=len(fields) == 1))
        elif found and found[-1]:
            _attribute(found[-1], field)
    return found


def _bare(field: str) -> str:
    return re.sub(r"\s+", " ", _REMARK.sub("", field)).strip()


def _opens_person(field: str) -> bool:
    """Strict, since "Anna Ek, Norra Vik" is one person: a common first name and a surname, no title."""
    name = _bare(field)
    return is_full_name(name) and (lexicon.is_first_name(name.split()[0]) and not lexicon.is_role(name))


def _people(field: str, *, alone: bool) -> list[_Entry | None]:
    halves = re.split(r"\s+(?:och|samt|&)\s+", field)
    if len(halves) > 1 and all(is_full_name(_bare(half)) for half in halves):
        return [_person(half) for half in halves]
    name = _bare(field)
    titled = re.fullmatch(r"(?P<role>[A-ZÅÄÖa-zåäö]+) (?P<name>[A-ZÅÄÖ].*)", name)
    if titled and lexicon.is_role(titled["role"]) and is_full_name(titled["name"]):
        entry = _person(field.replace(name, titled["name"], 1))
        return [replace(entry, role=titled["role"])]
    if is_full_name(name) or _is_short_name(name, alone=alone and "(" not in field):
        return [_person(field)]
    return [None]


def _is_short_name(name: str, *, alone: bool) -> bool:
    """A single word is a person's when something follows it, or when it is a common first name."""
    if len(name.split()) != 1 or not re.fullmatch(r"[^\W\d_][\w'’-]+\.?", name) or not name[0].isupper():
        return False
    known = lexicon.is_first_name(name) and name != "Inga"
    return known or not (
        alone or lexicon.is_place(name) or lexicon.is_ordinary(name) or lexicon.is_acronym(name)
    )


def is_full_name(text: str) -> bool:
    """Whether a phrase has the shape of a full name: two to six capitalised words, particles inside."""
    parts = text.split()
    if not 2 <= len(parts) <= 6 or lexicon.is_place(text) or not all(_WORD.fullmatch(part) for part in parts):
        return False
    if not (parts[0][0].isupper() and parts[-1][0].isupper()):
        return False
    if not all(part[0].isupper() or part.casefold() in lexicon.PARTICLES for part in parts):
        return False
    known = lexicon.is_first_name(parts[0])
    if any(
        lexicon.is_institution(part) and not (known and text.isupper()) for part in parts if len(part) > 2
    ):
        return False
    return known or not any(lexicon.is_ordinary(part) for part in parts)


def _person(field: str) -> _Entry:
    entry = _Entry(_bare(field))
    for remark in _REMARK.findall(field):
        _remark(entry, remark.strip())
    return entry


def _remark(entry: _Entry, remark: str) -> None:
    """What stands in parentheses; a remark that is no field stays out, and is reported as not placed."""
    if bounds := limits(remark):
        entry.bounds = bounds
    elif _PARTY.fullmatch(remark):
        entry.role = f"{entry.role} ({remark})" if entry.role else f"({remark})"
    elif _GUEST.fullmatch(remark):
        entry.guest = True
        entry.role = entry.role or remark
    elif lexicon.is_role(remark) and len(remark.split()) < 5 and " för " not in remark:
        entry.role = f"{entry.role}, {remark}" if entry.role else remark
    elif remark[:1].isupper() and len(remark.split()) < 6:
        entry.organization = f"{entry.organization}, {remark}" if entry.organization else remark


def _attribute(entry: _Entry, field: str) -> None:
    """A field after the name: bounds, a title in lower case, or an organisation."""
    for remark in _REMARK.findall(field):
        _remark(entry, remark.strip())
    text = _bare(field).rstrip(".") if not _bare(field).endswith("m.fl.") else _bare(field)
    if not text:
        return
    if bounds := limits(text):
        entry.bounds = bounds
    elif text[0].islower() or (lexicon.is_role(text.split()[0]) and not lexicon.is_place(text)):
        _role(entry, text)
    else:
        entry.organization = f"{entry.organization}, {text}" if entry.organization else text


def _role(entry: _Entry, text: str) -> None:
    both = _ROLE_AND_PLACE.fullmatch(text)
    if (
        both
        and not entry.organization
        and both["role"].split()[-1] not in {"i", "på", "vid", "för", "från", "hos", "och"}
    ):
        text, entry.organization = both["role"], both["organization"]
    entry.role = f"{entry.role}, {text}" if entry.role else text
