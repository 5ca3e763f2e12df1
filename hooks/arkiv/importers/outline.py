"""The parts of a document: which line is attendance, a fact, an item, a signature or running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from arkiv.importers import lexicon
from arkiv.importers.agenda import Agenda, agenda
from arkiv.importers.attendance import attendees, is_full_name, is_header
from arkiv.importers.labels import Label, Section, label
from arkiv.importers.source import BOLD, Line
from arkiv.model import Attendee, Person, Place

_PAGE_NUMBER = re.compile(
    r"(?:sida|sid\.?|s\.|page)\s*\d+(?:\s*(?:\(|av|/|of)\s*\d+\)?)?|\d+\s*\(\d+\)", re.IGNORECASE
)
_NOBODY = re.compile(r"[-*•–—\s]*(?:inga|ingen|inget|-|–|—)\.?", re.IGNORECASE)
_LONGEST_ROLE = 60


@dataclass
class Outline:
    """What a document consists of. `body` holds indexes of lines; `structure`: what other lines became."""

    agenda: Agenda
    present: list[Attendee] = field(default_factory=list)
    absent: list[Attendee] = field(default_factory=list)
    recorders: list[Person] = field(default_factory=list)
    adjusters: list[Person] = field(default_factory=list)
    facts: dict[Section, tuple[int, str]] = field(default_factory=dict)
    headings: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    structure: dict[int, str] = field(default_factory=dict)
    unplaced: list[int] = field(default_factory=list)

    def people(self, section: Section) -> list[Attendee]:
        """The list that an attendance section fills."""
        return self.absent if section is Section.ABSENT else self.present


def outline(lines: Sequence[Line], file: str) -> Outline:
    """Read a document's parts. `file` is what places of people are given in."""
    first = _Reader(lines, file, Agenda({}))
    listed = first.attendance_lines()
    reader = _Reader(lines, file, agenda(lines, listed))
    return reader.read()


class _Reader:
    """One walk over the lines, with the section that is open."""

    def __init__(self, lines: Sequence[Line], file: str, found: Agenda) -> None:
        self.lines, self.file = lines, file
        self.result = Outline(found)
        self.section: Section | None = None
        self.in_items = False
        self.done: set[int] = set()

    def attendance_lines(self) -> frozenset[int]:
        """The lines that are attendance when nothing is known yet about items."""
        self.read()
        return frozenset(self.done)

    def read(self) -> Outline:
        """Give every line that is not blank its part."""
        for index, line in enumerate(self.lines):
            if not line.blank and index not in self.done:
                self._line(index, line)
        return self.result

    def _line(self, index: int, line: Line) -> None:
        if index in self.result.agenda.heads:
            self.section, self.in_items = None, True
        elif line.margin or _PAGE_NUMBER.fullmatch(line.plain):
            self.result.unplaced.append(index)
        elif ((found := label(line.plain)) and self._opens(index, found)) or (
            self.section and self._entry(index, line)
        ):
            pass
        else:
            self._text(index, line)

    def _text(self, index: int, line: Line) -> None:
        if line.level and line.level < BOLD:
            self.section = None
        if line.level and line.level < BOLD and not self.in_items:
            self.result.headings.append(index)
        else:
            self.result.body.append(index)

    def _opens(self, index: int, found: Label) -> bool:
        """Whether the label is one here; what follows on its line is read."""
        if found.section.is_signature:
            return self._signature(index, found)
        if found.section.is_attendance:
            return self._attendance(index, found)
        if found.section is Section.AGENDA or self.in_items or found.section in self.result.facts:
            return False
        self.result.facts[found.section] = (index, found.rest)
        self.result.structure[index] = found.section
        return True

    def _attendance(self, index: int, found: Label) -> bool:
        """Lists stand before the items; after them only under a heading, when there was none before."""
        late = self.in_items and (self.result.people(found.section) or not self.lines[index].level)
        if late or (found.rest and not self._people(index, found.rest, found.section)):
            return False
        self.section = found.section
        self.done.add(index)
        self.result.structure[index] = found.section
        return True

    def _entry(self, index: int, line: Line) -> bool:
        """A line of an open attendance list."""
        assert self.section
        if is_header(line.text) or (
            line.level in {None, BOLD} and self._people(index, line.text, self.section)
        ):
            self.done.add(index)
            self.result.structure.setdefault(index, self.section)
        return index in self.done

    def _people(self, index: int, text: str, section: Section) -> bool:
        people = attendees(text, Place(self.file, self.lines[index].number))
        for one in people:
            guest = one.guest or section is Section.GUESTS
            self.result.people(section).append(
                Attendee(
                    one.person, one.from_item, one.to_item, one.items, guest and section is not Section.ABSENT
                )
            )
        return bool(people) or bool(_NOBODY.fullmatch(text.strip()))

    def _signature(self, index: int, found: Label) -> bool:
        """The label and up to three lines below it: the name, then role or organisation."""
        below = [n for n in range(index + 1, len(self.lines)) if not self.lines[n].blank][:3]
        signers = attendees(found.rest, Place(self.file, self.lines[index].number)) if found.rest else ()
        used = [index]
        if not found.rest and below and self._is_free(below[0]):
            signers = attendees(self.lines[below[0]].text, Place(self.file, self.lines[below[0]].number))
            used.append(below.pop(0))
        if not signers or not is_full_name(signers[0].person.name):
            return False
        if len(signers) > 1 or self._signers(found.section):
            return False  # there is one field for one person; what does not fit stays in the text
        person, more = self._described(signers[0].person, below, strict=bool(found.rest))
        self._sign(found.section, person, used + more)
        return True

    def _is_free(self, index: int) -> bool:
        line = self.lines[index]
        marked = line.margin or label(line.plain) or line.level not in {None, BOLD}
        return index not in self.result.agenda.heads and not marked

    def _described(self, person: Person, below: list[int], *, strict: bool) -> tuple[Person, list[int]]:
        """The lines below a name that are its role or organisation; `strict`: only what surely is one."""
        used: list[int] = []
        for index in below[:2]:
            text = self.lines[index].plain
            sure = lexicon.is_role(text) or lexicon.is_place(text) or lexicon.is_acronym(text)
            if not self._is_free(index) or not _describes(text) or (strict and not sure):
                break
            if (
                lexicon.is_place(text)
                or lexicon.is_acronym(text)
                or (person.role and not person.organization)
            ):
                person = _with(person, organization=text)
            elif person.role is None:
                person = _with(person, role=text)
            else:
                break
            used.append(index)
        return person, used

    def _signers(self, section: Section) -> list[Person]:
        return self.result.recorders if section is Section.RECORDER else self.result.adjusters

    def _sign(self, section: Section, person: Person, used: list[int]) -> None:
        self._signers(section).append(person)
        self.done.update(used)
        self.section = None
        for index in used:
            self.result.structure[index] = section


def _describes(text: str) -> bool:
    """A role or organisation below a name: short, no sentence, no date, no further name."""
    if len(text) > _LONGEST_ROLE or text.endswith((".", ":")) or any(letter.isdigit() for letter in text):
        return False
    short = len(text.split()) <= 6 and any(letter.isalpha() for letter in text)
    return short and not (is_full_name(text) and lexicon.is_first_name(text.split(maxsplit=1)[0]))


def _with(person: Person, role: str | None = None, organization: str | None = None) -> Person:
    return Person(
        person.name,
        person.ref,
        person.place,
        role=role or person.role,
        organization=organization or person.organization,
    )
