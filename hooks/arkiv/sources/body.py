"""The Markdown below the frontmatter of minutes: items, records, and what is internal.

An agenda item is a heading of level 2 that starts with a number; a record is a paragraph that starts
with one of the bold markers (contract, section 1). Fenced code is never looked into.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from arkiv.model import Audience, Block, Item, Place, Prose, Record, RecordKind
from arkiv.sources.fields import Problems

MARKERS = {
    "beslut": RecordKind.DECISION,
    "åtgärd": RecordKind.ACTION,
    "utsedd": RecordKind.APPOINTMENT,
    "medskick": RecordKind.REFERRAL,
    "återkommer": RecordKind.RETURN,
}
FIELD_NAMES = ("ansvarig", "senast", "klar", "ersätter", "upphäver", "uppdrag", "till", "från", "ersättare")

_HEADING = re.compile(r"##(?!#)\s*(?P<text>.*?)\s*#*\s*$")
_ITEM = re.compile(r"(?P<number>\d{1,4})[.:)]?(?:\s+(?P<title>.*))?$")
_ATTRIBUTES = re.compile(r"\s*\{:?(?P<inside>[^{}]*)\}\s*$")
_MARKER = re.compile(r"\*\*(?P<word>\w+):\*\*\s*|\*\*(?P<word2>\w+)\*\*:\s*|__(?P<word3>\w+):__\s*")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_DIVISION = re.compile(r"\s*:::+\s*(?P<word>\S*)\s*$")
_FIELDS = re.compile(r"\s*\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*\.?\s*$")
_FIELD = re.compile(rf"(?:^|[,;]\s*)(?P<key>{'|'.join(FIELD_NAMES)})\s*:\s*", re.IGNORECASE)


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
class _Line:
    text: str
    number: int
    audience: Audience
    in_fence: bool


@dataclass(frozen=True, slots=True)
class Body:
    """What stands before the first item, and the items."""

    preamble: tuple[Prose, ...]
    items: tuple[Item, ...]


def read_prose(text: str, first_line: int, problems: Problems) -> tuple[Prose, ...]:
    """Markdown without items, cut at `::: internal` passages."""
    lines = list(_lines(text, first_line, problems))
    return tuple(block for block in _blocks(lines, _plain_draft(problems), records=False) if isinstance(block, Prose))


def read_body(text: str, first_line: int, problems: Problems) -> Body:
    """The body of minutes; `first_line` is the line of the file where `text` begins.

    Notes unclosed or nested internal passages, and item numbers that are used twice.
    """
    preamble: list[_Line] = []
    drafts: list[_Draft] = []
    pending: list[_Line] = preamble
    sections: list[tuple[_Draft, list[_Line]]] = []
    for line in _lines(text, first_line, problems):
        draft = None if line.in_fence else _item_heading(line, problems)
        if draft is None:
            pending.append(line)
            continue
        pending = []
        drafts.append(draft)
        sections.append((draft, pending))
    _refuse_repeated(drafts, problems)
    start = _blocks(preamble, _plain_draft(problems), records=False)
    items = tuple(_item(draft, _blocks(lines, draft, records=True)) for draft, lines in sections)
    return Body(tuple(block for block in start if isinstance(block, Prose)), items)


def _plain_draft(problems: Problems) -> _Draft:
    return _Draft(0, "", Audience.PUBLIC, Place(problems.file))


def _item(draft: _Draft, blocks: tuple[Block, ...]) -> Item:
    return Item(draft.number, draft.title, draft.audience, blocks, draft.place)


def _refuse_repeated(drafts: list[_Draft], problems: Problems) -> None:
    seen: set[int] = set()
    for draft in drafts:
        if draft.number in seen:
            what = f"item {draft.number} stands twice"
            problems.add(draft.place.line, "item", what, "number the items so that each number is used once")
        seen.add(draft.number)


def _lines(text: str, first_line: int, problems: Problems) -> Iterator[_Line]:
    """The lines with their audience, without the `:::` lines themselves."""
    fence, opened = "", 0
    for number, line in enumerate(text.splitlines(), start=first_line):
        mark = _FENCE.match(line)
        in_fence = bool(fence)
        if mark and not fence:
            fence, in_fence = mark[1], True
        elif mark and mark[1].startswith(fence):
            fence = ""
        division = None if in_fence else _DIVISION.match(line)
        if division is None:
            yield _Line(line, number, Audience.INTERNAL if opened else Audience.PUBLIC, in_fence)
        else:
            opened = _division(division["word"], number, opened, problems)
            yield _Line("", number, Audience.INTERNAL if opened else Audience.PUBLIC, False)
    if opened:
        problems.add(opened, "::: internal", "is never closed", "add a line `:::` where the passage ends")


def _division(word: str, number: int, opened: int, problems: Problems) -> int:
    """The line where the open passage began, 0 for none, after this `:::` line."""
    name = "::: internal"
    if not word:
        if not opened:
            problems.add(number, name, "`:::` closes nothing", "remove it, or open with `::: internal`")
        return 0
    if word.strip("{}") != "internal":
        problems.add(number, name, "only `::: internal` is known", "write `::: internal`, or remove the line")
    elif opened:
        problems.add(number, name, f"stands inside the passage of line {opened}", "close that one first with `:::`")
    return opened or number


def _item_heading(line: _Line, problems: Problems) -> _Draft | None:
    heading = _HEADING.fullmatch(line.text)
    if heading is None:
        return None
    text, audience = _heading_audience(heading["text"], line, problems)
    item = _ITEM.fullmatch(text)
    if item is None:
        return None
    title = item["title"] or ""
    return _Draft(int(item["number"]), title, audience, Place(problems.file, line.number))


def _heading_audience(text: str, line: _Line, problems: Problems) -> tuple[str, Audience]:
    """The heading without its attributes; explicit ids are ignored, so that addresses never depend on words."""
    audience = line.audience
    attributes = _ATTRIBUTES.search(text)
    while attributes:
        said = re.search(r"audience\s*=\s*[\"']?([\w-]*)", attributes["inside"])
        if said and said[1] == Audience.INTERNAL:
            audience = Audience.INTERNAL
        elif said and said[1] != Audience.PUBLIC:
            problems.add(line.number, "audience", "is unknown", "write {audience=internal} or nothing")
            audience = Audience.INTERNAL
        text = text[: attributes.start()]
        attributes = _ATTRIBUTES.search(text)
    return text, audience


def _blocks(lines: list[_Line], draft: _Draft, *, records: bool) -> tuple[Block, ...]:
    """Paragraphs that are records one by one, everything between them joined as prose."""
    file = draft.place.file
    prose: list[_Line] = []
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


def _paragraphs(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Runs of lines up to and with the blank ones after them, or up to the next marker."""
    run: list[_Line] = []
    for line in lines:
        if run and _starts_anew(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _starts_anew(previous: _Line, line: _Line) -> bool:
    if previous.audience is not line.audience:
        return True
    if previous.in_fence and line.in_fence:
        return False
    blank_before = not previous.text.strip() and bool(line.text.strip())
    return blank_before or (not line.in_fence and _kind(line.text) is not None)


def _kind(text: str) -> RecordKind | None:
    marker = _MARKER.match(text.strip())
    return MARKERS.get((marker["word"] or marker["word2"] or marker["word3"]).lower()) if marker else None


def _prose(lines: list[_Line], file: str) -> Iterator[Prose]:
    text = "\n".join(line.text for line in lines).strip("\n")
    if text.strip():
        first = next(line for line in lines if line.text.strip())
        yield Prose(text, first.audience, Place(file, first.number))


def _record(paragraph: list[_Line], draft: _Draft) -> Record | None:
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
    """What a record says, and the fields in its last parentheses; parentheses without known fields are text."""
    last = _FIELDS.search(text)
    found = list(_FIELD.finditer(last["inside"])) if last else []
    if last is None or not found or found[0].start() != 0:
        return text.strip(), {}
    ends = [match.start() for match in found[1:]] + [len(last["inside"])]
    fields = {
        match["key"].lower(): " ".join(last["inside"][match.end() : end].split())
        for match, end in zip(found, ends, strict=True)
    }
    return text[: last.start()].strip(), fields
