"""Which lines are the headings of agenda items, in documents that mark the same thing in several ways.

Secretaries write `### 1. Rubrik`, `## 2. Rubrik`, `**3. Rubrik**`, `§ 4 Rubrik` and plain `5. Rubrik` in one
document. The level says little; that the numbers go on says most. So every line that may open an item is a
candidate, and the heaviest run of rising numbers is the agenda; what is left over are lists and subheadings.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from arkiv.importers.labels import Section, label
from arkiv.importers.source import BOLD, Line
from arkiv.importers.swedish_dates import MONTHS

LONGEST_TITLE = 160
"""Characters. A longer numbered line is a paragraph."""

MOST_CANDIDATES = 2000
"""More numbered lines than this are data, not an agenda; the rest are not considered."""

_SEPARATED = re.compile(r"(?P<number>\d{1,3})\s*[.):](?!\d)\s*(?P<title>.*)")
_SPACED = re.compile(
    rf"(?P<number>\d{{1,3}})\s+(?P<title>(?!(?:{'|'.join(MONTHS)})\b)[^\W\d].*)", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?:§|punkt|ärende|p\.)\s*(?P<number>\d{1,3})(?:\s*[.:)–-])?(?:\s+|$)(?P<title>.*)",
    re.IGNORECASE,
)
_PLAIN_LEVEL = 8


@dataclass(frozen=True, slots=True)
class ItemHead:
    """The heading of an agenda item; `index` counts lines from 0, `level` is 8 for a plain line."""

    index: int
    line: int
    number: int
    title: str
    level: int

    @property
    def strong(self) -> bool:
        """Whether it looks like a heading and not only like a numbered line."""
        return self.level < _PLAIN_LEVEL


@dataclass(frozen=True, slots=True)
class Agenda:
    """The items' headings by index of line, and the pairs of headings that have the same number."""

    heads: Mapping[int, ItemHead]
    repeated: tuple[tuple[ItemHead, ItemHead], ...] = ()
    renumbered: bool = False


def agenda(lines: Sequence[Line], skipped: frozenset[int] = frozenset()) -> Agenda:
    """The items of a document. `skipped` are indexes that cannot open one (attendance lists)."""
    found = [
        head for index in range(len(lines)) if index not in skipped and (head := _candidate(lines, index))
    ]
    found = _without_lists(found[:MOST_CANDIDATES], lines)
    if not found:
        return _unnumbered(lines, skipped)
    chain = _heaviest(found, lines)
    return _with_strays(chain, [head for head in found if head not in chain])


def _candidate(lines: Sequence[Line], index: int) -> ItemHead | None:
    line = lines[index]
    text = line.plain.rstrip("#").strip()
    named = _NAMED.fullmatch(text)
    match = named or _SEPARATED.fullmatch(text) or (_SPACED.fullmatch(text) if line.level else None)
    if match is None or line.margin or len(text) > LONGEST_TITLE or _is_date(text):
        return None
    level = line.level or (BOLD if named and text.startswith("§") else _PLAIN_LEVEL)
    if level == _PLAIN_LEVEL and not _reads_as_title(match["title"]):
        return None
    return ItemHead(index, line.number, int(match["number"]), match["title"].strip(" :*"), level)


def _is_date(text: str) -> bool:
    """Neither "11. oktober 2024" nor "13.00 Lunch" opens an item."""
    return bool(
        re.match(rf"\d{{1,2}}\.?\s+(?:{'|'.join(MONTHS)})\b|\d{{1,2}}[.:]\d\d\b", text, re.IGNORECASE)
    )


def _reads_as_title(text: str) -> bool:
    return text[:1].isupper() and (
        not text.endswith((".", ";", ",")) or text.endswith(("m.m.", "m.fl.", "mm."))
    )


def _without_lists(found: list[ItemHead], lines: Sequence[Line]) -> list[ItemHead]:
    """Where items have real headings, a plain numbered line counts only when it stands alone."""
    if not any(head.strong for head in found):
        announced = _announced(found, lines)
        return [head for head in found if head.index not in announced]
    plain = {head.index for head in found if not head.strong}
    return [head for head in found if head.strong or _alone(head.index, plain, lines)]


def _announced(found: list[ItemHead], lines: Sequence[Line]) -> set[int]:
    """The list below "Dagordning", when its numbers come again further down."""
    title = next((n for n, line in enumerate(lines) if _is_agenda_label(line)), None)
    if title is None:
        return set()
    run: list[ItemHead] = []
    for head in (head for head in found if head.index > title):
        if run and head.number != run[-1].number + 1:
            break
        run.append(head)
    again = {head.number for head in found if head.index > run[-1].index} if run else set()
    return {head.index for head in run} if len(run) > 1 and run[0].number in again else set()


def _is_agenda_label(line: Line) -> bool:
    found = label(line.plain)
    return found is not None and found.section is Section.AGENDA


def _alone(index: int, plain: set[int], lines: Sequence[Line]) -> bool:
    above, below = _neighbour(index, -1, lines), _neighbour(index, 1, lines)
    if above in plain or below in plain:
        return False
    return all(not 0 <= near < len(lines) or lines[near].blank for near in (index - 1, index + 1))


def _neighbour(index: int, step: int, lines: Sequence[Line]) -> int:
    index += step
    while 0 <= index < len(lines) and lines[index].blank:
        index += step
    return index


def _heaviest(found: list[ItemHead], lines: Sequence[Line]) -> list[ItemHead]:
    """The run of rising numbers with the most weight; plain lines must follow on by exactly one."""
    best: list[tuple[int, int]] = []  # weight so far, predecessor
    for position, head in enumerate(found):
        links = [
            (best[before][0], before)
            for before in range(position)
            if _follows(found[before], head) and best[before][0] > 0
        ]
        weight, before = max(links, default=(0, -1))
        best.append((weight + _weight(head, lines), before))
    position = max(range(len(found)), key=lambda place: best[place][0])
    chain = []
    while position >= 0:
        chain.append(found[position])
        position = best[position][1]
    return chain[::-1]


def _follows(before: ItemHead, head: ItemHead) -> bool:
    return head.number == before.number + 1 or (head.strong and head.number > before.number)


def _weight(head: ItemHead, lines: Sequence[Line]) -> int:
    if head.strong:
        return 20 - head.level
    space_above = head.index == 0 or lines[head.index - 1].blank
    return 4 + 3 * space_above


def _with_strays(chain: list[ItemHead], left: list[ItemHead]) -> Agenda:
    """Headings as high as the items are items too, out of order; or repeated, where their number is taken."""
    heads = {head.index: head for head in chain}
    by_number = {head.number: head for head in chain}
    repeated = []
    for head in left:
        above = next((other for other in reversed(chain) if other.index < head.index), chain[0])
        if (
            not head.strong
            or head.level > above.level
            or (head.level == BOLD and head.number != above.number)
        ):
            continue
        if head.number in by_number:
            repeated.append((by_number[head.number], head))
        else:
            heads[head.index] = by_number[head.number] = head
    return Agenda(heads, tuple(repeated))


def _unnumbered(lines: Sequence[Line], skipped: frozenset[int]) -> Agenda:
    """No line is numbered: the headings below the attendance are the items, in their order."""
    start = max(skipped, default=-1)
    headings = [
        (n, line)
        for n, line in enumerate(lines)
        if n > start
        and line.level
        and line.level < BOLD
        and not line.margin
        and line.plain
        and not label(line.plain)
    ]
    top = min((line.level or 0 for _, line in headings), default=0)
    items = [(n, line) for n, line in headings if line.level == top]
    if start < 0 and len(items) < 2:
        return Agenda({})
    heads = {
        index: ItemHead(index, line.number, number, line.plain, line.level or 0)
        for number, (index, line) in enumerate(items, start=1)
    }
    return Agenda(heads, renumbered=bool(heads))
