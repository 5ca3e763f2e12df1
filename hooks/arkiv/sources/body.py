"""The Markdown below the frontmatter of minutes: items, records, and what is internal.

A record is a paragraph that starts with one of the bold markers, and what stands in its last parentheses is
its fields (contract, section 1).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from arkiv.model import Audience, Block, Item, Place, Prose, Record, RecordKind
from arkiv.sources.fields import Problems, parse_date, shown
from arkiv.sources.headings import note_attempt, read_heading
from arkiv.sources.lines import Line, read_lines

MARKERS = {
    "beslut": RecordKind.DECISION,
    "åtgärd": RecordKind.ACTION,
    "utsedd": RecordKind.APPOINTMENT,
    "medskick": RecordKind.REFERRAL,
    "återkommer": RecordKind.RETURN,
}
FIELD_NAMES = ("ansvarig", "senast", "klar", "ersätter", "upphäver", "uppdrag", "till", "från", "ersättare")

_MARKER = re.compile(r"\*\*(?P<word>\w+):\*\*\s*|\*\*(?P<word2>\w+)\*\*:\s*|__(?P<word3>\w+):__\s*")
_FIELDS = re.compile(r"\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)\.?$")
_FIELD = re.compile(rf"(?:^|[,;]\s*)(?P<key>{'|'.join(FIELD_NAMES)})\s*:\s*", re.IGNORECASE)
_LIKE_FIELD = re.compile(r"[,;]\s*[^\W\d_]{3,}\s*:\s")
_DATES = {
    RecordKind.ACTION: ("senast", "klar"),
    RecordKind.APPOINTMENT: ("från", "till"),
    RecordKind.RETURN: ("klar",),
}


@dataclass(slots=True)
class _Draft:
    """An item while it is being read."""

    number: int
    title: str
    audience: Audience
    place: Place
    blocks: list[Block] = field(default_factory=list)
    counts: Counter[RecordKind] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Body:
    """What stands before the first item, and the items."""

    preamble: tuple[Prose, ...]
    items: tuple[Item, ...]


def read_prose(text: str, first_line: int, problems: Problems) -> tuple[Prose, ...]:
    """Markdown without items, cut at `::: internal` passages."""
    lines = list(read_lines(text, first_line, problems))
    for line in lines:
        note_attempt(line, problems)
    return _outside_items(lines, problems)


def read_body(text: str, first_line: int, problems: Problems) -> Body:
    """The body of minutes; `first_line` is the line of the file where `text` begins.

    Notes unclosed or nested internal passages, item numbers that are used twice, and dates that are none.
    """
    preamble: list[Line] = []
    drafts: list[tuple[_Draft, list[Line]]] = []
    for line in read_lines(text, first_line, problems):
        heading = None if line.in_fence else read_heading(line, problems)
        if heading:
            place = Place(problems.file, line.number)
            drafts.append((_Draft(heading.number, heading.title, heading.audience, place), []))
        else:
            (drafts[-1][1] if drafts else preamble).append(line)
    _refuse_repeated([draft for draft, _ in drafts], problems)
    _warn_of_records(preamble, problems)
    items = tuple(_item(draft, _blocks(lines, draft, records=True)) for draft, lines in drafts)
    for item in items:
        _check_fields(item, problems)
    return Body(_outside_items(preamble, problems), items)


def _outside_items(lines: list[Line], problems: Problems) -> tuple[Prose, ...]:
    nowhere = _Draft(0, "", Audience.PUBLIC, Place(problems.file))
    return tuple(block for block in _blocks(lines, nowhere, records=False) if isinstance(block, Prose))


def _warn_of_records(preamble: list[Line], problems: Problems) -> None:
    for line in preamble:
        if not line.in_fence and _kind(line.text):
            what = "stands before the first item and is read as text"
            remedy = "move it below a heading such as `## 1. Title`"
            problems.add(line.number, "record", what, remedy, "warning")


def _item(draft: _Draft, blocks: tuple[Block, ...]) -> Item:
    return Item(draft.number, draft.title, draft.audience, blocks, draft.place)


def _refuse_repeated(drafts: list[_Draft], problems: Problems) -> None:
    seen: set[int] = set()
    for draft in drafts:
        if draft.number in seen:
            what = f"item {draft.number} stands twice"
            problems.add(draft.place.line, "item", what, "number the items so that each number is used once")
        seen.add(draft.number)


def _check_fields(item: Item, problems: Problems) -> None:
    for block in item.blocks:
        if isinstance(block, Record):
            for name in _DATES.get(block.kind, ()):
                _check_date(name, block, problems)
            _warn_of_unknown(block, problems)


def _check_date(name: str, record: Record, problems: Problems) -> None:
    """An action's dates are dates; an assignment's end may be words (`nästa val`), but no broken date."""
    said = record.fields.get(name)
    if said is None or parse_date(said):
        return
    if record.kind is RecordKind.ACTION or said[:1].isdigit():
        problems.add(record.place.line, name, f"is not a date{shown(said)}", "write it as YYYY-MM-DD")


def _warn_of_unknown(record: Record, problems: Problems) -> None:
    """A misspelt field is read as part of the one before it or, where it comes first, of the text."""
    last = _FIELDS.search(record.text)
    if (last and _FIELD.search(last["inside"])) or any(map(_LIKE_FIELD.search, record.fields.values())):
        remedy = f"known are: {', '.join(FIELD_NAMES)}"
        problems.add(record.place.line, "record", "holds a field that is not known", remedy, "warning")


def _blocks(lines: list[Line], draft: _Draft, *, records: bool) -> tuple[Block, ...]:
    """Paragraphs that are records one by one, everything between them joined as prose."""
    file = draft.place.file
    prose: list[Line] = []
    blocks: list[Block] = []
    for paragraph in _paragraphs(lines):
        record = _record(paragraph, draft) if records else None
        if record or (prose and prose[-1].audience is not paragraph[0].audience):
            blocks.extend(_prose(prose, file))
            prose = []
        if record:
            blocks.append(record)
        else:
            prose.extend(paragraph)
    blocks.extend(_prose(prose, file))
    return tuple(blocks)


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines up to and with the blank ones after them, or up to the next marker."""
    run: list[Line] = []
    for line in lines:
        if run and _starts_anew(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _starts_anew(previous: Line, line: Line) -> bool:
    if previous.audience is not line.audience:
        return True
    if previous.in_fence and line.in_fence:
        return False
    blank_before = not previous.text.strip() and bool(line.text.strip())
    return blank_before or (not line.in_fence and _kind(line.text) is not None)


def _kind(text: str) -> RecordKind | None:
    marker = _MARKER.match(text.strip())
    return MARKERS.get((marker["word"] or marker["word2"] or marker["word3"]).lower()) if marker else None


def _prose(lines: list[Line], file: str) -> Iterator[Prose]:
    text = "\n".join(line.text for line in lines).strip("\n")
    if text.strip():
        first = next(line for line in lines if line.text.strip())
        yield Prose(text, first.audience, Place(file, first.number))


def _record(paragraph: list[Line], draft: _Draft) -> Record | None:
    if paragraph[0].in_fence:
        return None
    text = "\n".join(line.text.strip() for line in paragraph).strip()
    marker, kind = _MARKER.match(text), _kind(text)
    if marker is None or kind is None:
        return None
    draft.counts[kind] += 1
    said, fields = split_fields(text[marker.end() :])
    place = Place(draft.place.file, paragraph[0].number)
    return Record(kind, draft.counts[kind], said, fields, paragraph[0].audience, place)


def split_fields(text: str) -> tuple[str, dict[str, str]]:
    """What a record says, and the fields in its last parentheses; without a known field they are text."""
    text = text.strip()
    last = _FIELDS.search(text)
    found = list(_FIELD.finditer(last["inside"])) if last else []
    if last is None or not found or found[0].start() != 0:
        return text, {}
    ends = [match.start() for match in found[1:]] + [len(last["inside"])]
    fields = {
        match["key"].lower(): " ".join(last["inside"][match.end() : end].split())
        for match, end in zip(found, ends, strict=True)
    }
    return text[: last.start()].strip(), fields
