"""A document read: minutes with their body, and for every line what became of it."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from arkiv.importers.agenda import ItemHead
from arkiv.importers.attendance import is_header
from arkiv.importers.facts import KINDS, Facts, facts
from arkiv.importers.labels import Section, label
from arkiv.importers.lexicon import is_ordinary
from arkiv.importers.mentions import Mention, TextLine, mentions
from arkiv.importers.outline import Outline, outline
from arkiv.importers.source import BOLD, Line, SourceText, words
from arkiv.importers.swedish_dates import without_dates
from arkiv.minutes_file import minutes_path, minutes_text
from arkiv.model import Attendee, Audience, Minutes, Person, Place, Status

_RULE = re.compile(r"^ {0,3}(?:-{2,}|=+)\s*$")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
_LIMIT_WORDS = frozenset(
    "p pkt punkt punkten punkter punkterna tom t o m fr fom f från till och med samt ärende ärendet endast "
    "bara deltog deltar närvarande under vid på gäst inbjuden adjungerad adj föredragande".split()
)


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words of a line that are not in the file as words. `became`: what is there instead, if anything."""

    line: int
    text: str
    became: str | None
    safe: bool
    """Whether the text may be shown anywhere: it is made of labels and ordinary words."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a document became. `body` is the Markdown below the frontmatter; `leftovers` what is not there."""

    source: SourceText
    minutes: Minutes
    body: str
    leftovers: tuple[Leftover, ...]
    mentions: tuple[Mention, ...]
    dates: frozenset[date]
    parts: Outline

    @property
    def text(self) -> str:
        """The minutes file."""
        return minutes_text(self.minutes, self.body)

    def dated(self, network: str, day: date, number: int, status: Status) -> "Draft":
        """The same as minutes of a network and day."""
        path = minutes_path(network, day, number)
        minutes = replace(self.minutes, path=path, network=network, date=day, number=number, status=status)
        return replace(self, minutes=minutes)


def draft(source: SourceText, network: str) -> Draft:
    """The minutes that stand in a document; the date is settled later, from `dates` or by the editor."""
    lines, file = source.lines, source.path.name
    parts = outline(lines, file)
    found = facts(lines, parts, source.path)
    body = _Body(lines, parts, found)
    people = [one.person for one in (*parts.present, *parts.absent)] + parts.recorders + parts.adjusters
    text = [TextLine(line.number, line.text, alone) for line, alone in body.spoken]
    named = mentions(text, file, [person.name for person in people])
    minutes = _minutes(network, parts, found, named)
    return Draft(source, minutes, body.text, tuple(body.leftovers()), named, frozenset(found.dates), parts)


def _minutes(network: str, parts: Outline, found: Facts, named: tuple[Mention, ...]) -> Minutes:
    return Minutes(
        path="",
        network=network,
        date=min(found.dates, default=date.min),
        number=1,
        status=Status.DRAFT,
        audience=Audience.PUBLIC,
        place=Place(""),
        title=found.title,
        start=found.start,
        end=found.end,
        location=found.location,
        reference=found.reference,
        adjusted_by=parts.adjusters[0] if parts.adjusters else None,
        present=_members(parts.present, parts.recorders),
        absent=tuple(parts.absent),
        mentioned=tuple(mention.person for mention in named),
        recorder=parts.recorders[0] if parts.recorders else None,
    )


def _members(present: list[Attendee], recorders: list[Person]) -> tuple[Attendee, ...]:
    """The recorder works for the network: no guest, though they have a title and no municipality."""
    names = {person.name for person in recorders}
    return tuple(replace(one, guest=one.guest and one.person.name not in names) for one in present)


class _Body:
    """The Markdown body, and the account of every line."""

    def __init__(self, lines: tuple[Line, ...], parts: Outline, found: Facts) -> None:
        self.lines, self.parts, self.found = lines, parts, found
        self.kept = self._kept()
        self.text = "\n".join(self._rows())

    @property
    def spoken(self) -> list[tuple[Line, bool]]:
        """The lines in which people may be named, and whether each stands alone: a heading or a field."""
        told = {index for index, became in self.found.used.items() if became in {"location", "reference"}}
        alone = told | self.parts.agenda.heads.keys() | {self.found.title_index}
        return [
            (line, index in alone or line.level is not None)
            for index, line in enumerate(self.lines)
            if index in alone or index in self.kept
        ]

    def _kept(self) -> set[int]:
        """Running text, headings with text below them, and facts that a field does not tell completely."""
        untold = {index for index, _ in self.parts.facts.values()} - self.found.used.keys()
        body = set(self.parts.body) | untold
        introduced = {index for index in self.parts.headings if self._below(index) in body}
        if self.found.title_index in introduced:
            self.found.title = self.found.title_index = None
        return body | introduced

    def _below(self, index: int) -> int:
        return next((n for n in range(index + 1, len(self.lines)) if not self.lines[n].blank), -1)

    def _rows(self) -> list[str]:
        rows: list[str] = []
        base, last = 2, -1
        for index in sorted(self.kept | self.parts.agenda.heads.keys()):
            head = self.parts.agenda.heads.get(index)
            line = self.lines[index]
            base = min(head.level, 6) if head else base
            row = _head_row(head) if head else _row(line, base)
            if rows and rows[-1] and (head or self._apart(last, index) or _must_stand_apart(rows[-1], row)):
                rows.append("")
            rows.append(row)
            last = index
        return [row if follows else row.rstrip() for row, follows in zip(rows, [*rows[1:], ""], strict=False)]

    def _apart(self, above: int, index: int) -> bool:
        """A blank line in the source, a heading, or a part taken out between two lines."""
        if self.lines[index].level or self.lines[above].level:
            return True
        return above >= 0 and (index > above + 1 or above in self.parts.agenda.heads)

    def leftovers(self) -> list[Leftover]:
        """Every line whose words are not all in the file."""
        found = (self._leftover(index, line) for index, line in enumerate(self.lines) if not line.blank)
        return [leftover for leftover in found if leftover]

    def _leftover(self, index: int, line: Line) -> Leftover | None:
        if index in self.kept:
            return None
        missing = Counter(words(line.text)) - Counter(words(self._told(index, line)))
        if not missing:
            return None
        became = self._became(index, line, missing)
        safe = bool(became) or all(_is_safe(word) for word in missing)
        return Leftover(line.number, " ".join(missing) if became else line.plain, became, safe)

    def _told(self, index: int, line: Line) -> str:
        """What the file says of a line that is not in the body."""
        head = self.parts.agenda.heads.get(index)
        if head:
            return f"{head.number} {head.title}"
        if index == self.found.title_index:
            return line.plain
        fact = next((rest for place, rest in self.parts.facts.values() if place == index), None)
        if fact is not None and self.found.used.get(index) in {"location", "reference"}:
            return fact
        told = [
            text for person in self._people(line) for text in (person.name, person.role, person.organization)
        ]
        below = self._signer_below(index)
        return " ".join(text for text in [*told, *below] if text)

    def _people(self, line: Line) -> list[Person]:
        attendees = [one.person for one in (*self.parts.present, *self.parts.absent)]
        people = [*attendees, *self.parts.recorders, *self.parts.adjusters]
        return [person for person in people if person.place.line == line.number]

    def _signer_below(self, index: int) -> list[str | None]:
        """Role and organisation on lines of their own, below the name of who signed."""
        section = self.parts.structure.get(index)
        if section not in {Section.RECORDER, Section.ADJUSTER}:
            return []
        signers = self.parts.recorders if section == Section.RECORDER else self.parts.adjusters
        return [text for person in signers for text in (person.role, person.organization)]

    def _became(self, index: int, line: Line, missing: Counter[str]) -> str | None:
        """What a line's missing words are in the file; None when a word of them is nothing there."""
        if index in self.found.used:
            return self.found.used[index]
        if index in self.parts.agenda.heads:
            return "the number of an item"
        if index in self.parts.headings:
            told = set(words(without_dates(line.plain).casefold())) <= KINDS
            return "the kind of document" if told else None
        if is_header(line.text) and index in self.parts.structure:
            return self.parts.structure[index]
        return self._told_by_fields(index, line, missing)

    def _told_by_fields(self, index: int, line: Line, missing: Counter[str]) -> str | None:
        """Labels and bounds: their words have become a field's name and value."""
        found = label(line.plain)
        opening = words(line.plain.removesuffix(found.rest)) if found else []
        bounds = [_limits(one) for one in self.parts.present if one.person.place.line == line.number]
        told = ", ".join(bound for bound in bounds if bound)
        left = missing - Counter(opening)
        if any(word.casefold() not in _LIMIT_WORDS and not (told and _is_number(word)) for word in left):
            return self.parts.structure.get(index) if not self._people(line) and not found else None
        return told or self.parts.structure.get(index)


def _is_number(word: str) -> bool:
    """A number of an item, alone or with its mark: 5, p1."""
    return word.strip("p").isdigit()


def _must_stand_apart(above: str, row: str) -> bool:
    """A rule below a line would make it a heading; a list or table below a paragraph may be none."""
    if _RULE.match(row) or row.startswith("|") > above.startswith("|"):
        return True
    if _LIST.match(above):
        return not _LIST.match(row) and row[:1].isupper() and above.rstrip().endswith((".", "?", "!"))
    return bool(_LIST.match(row)) and not above.startswith((" ", "\t"))


def _limits(one: Attendee) -> str:
    items = f"items: {list(one.items)}" if one.items else ""
    bounds = [
        f"{key}: {value}" for key, value in (("from_item", one.from_item), ("to_item", one.to_item)) if value
    ]
    return ", ".join(part for part in [*bounds, items, "guest: true" if one.guest else ""] if part)


def _is_safe(word: str) -> bool:
    """Whether a word may stand in a report that names nobody."""
    return word.isdigit() or word.casefold() in KINDS | _LIMIT_WORDS or is_ordinary(word) or word[0].islower()


def _head_row(head: ItemHead) -> str:
    title = head.title.replace("<", "\\<")
    return f"## {head.number}. {title}".rstrip()


def _row(line: Line, base: int) -> str:
    """A line of the body; its heading goes below level 2, where only items stand."""
    if line.level is None or line.level == BOLD:
        return line.text
    return f"{'#' * max(3, min(6, 2 + line.level - base))} {line.text}"
