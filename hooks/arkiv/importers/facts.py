"""Facts about the meeting that stand before the items: date, time, place, reference, title."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from arkiv.importers.labels import Section
from arkiv.importers.outline import Outline
from arkiv.importers.source import Line, words
from arkiv.importers.swedish_dates import dates_in, without_dates

KINDS = frozenset(
    "anteckningar anteckning minnesanteckningar mötesanteckningar protokoll mötesprotokoll från för vid av "
    "och möte mötet sammanträde nätverksmöte nätverksträff träff den datum kl klockan "
    "måndag tisdag onsdag torsdag fredag lördag söndag".split()
)
"""Words of a document's heading that tell only that it is minutes of a meeting."""

_TIMES = re.compile(
    r"(?<![\d-])(?P<h1>[01]?\d|2[0-3])(?:[.:](?P<m1>[0-5]\d))?\s*(?:-|–|—|till)\s*"
    r"(?P<h2>[01]?\d|2[0-3])(?:[.:](?P<m2>[0-5]\d))?(?![\d-])"
)
_TIME = re.compile(r"(?<![\d-])(?P<h1>[01]?\d|2[0-3])[.:](?P<m1>[0-5]\d)(?![\d-])")
_FIRST_LINES = 12
_SHORT = 60


@dataclass
class Facts:
    """What was found. `used` says which lines are told completely by a field, by index."""

    dates: set[date] = field(default_factory=set)
    start: str | None = None
    end: str | None = None
    location: str | None = None
    reference: str | None = None
    title: str | None = None
    title_index: int | None = None
    used: dict[int, str] = field(default_factory=dict)


def facts(lines: tuple[Line, ...], parts: Outline, path: Path) -> Facts:
    """The facts of a document. `dates` has one date where the date is sure, several where it is not."""
    found = Facts()
    for section, (index, rest) in parts.facts.items():
        _read(found, section, index, rest)
    found.dates = _dates(lines, parts, path)
    for index in parts.headings:
        text = lines[index].plain
        if found.title is None and not set(words(without_dates(text).casefold())) <= KINDS:
            found.title, found.title_index = text, index
    return found


def _read(found: Facts, section: Section, index: int, rest: str) -> None:
    if section is Section.LOCATION:
        found.location = rest
        found.used[index] = "location"
    elif section is Section.REFERENCE:
        found.reference = rest
        found.used[index] = "reference"
    else:
        found.start, found.end = (
            times(without_dates(rest)) if found.start is None else (found.start, found.end)
        )
        left = _TIMES.sub(
            " ", _TIME.sub(" ", without_dates(rest)) if found.end is None else without_dates(rest)
        )
        if set(words(left.casefold())) <= KINDS:
            found.used[index] = "date" if section is Section.DATE else "start, end"


def times(text: str) -> tuple[str | None, str | None]:
    """Start and end as HH:MM from "kl. 9-12", "09.00–12.00", "13.15"."""
    if span := _TIMES.search(text):
        return _clock(span["h1"], span["m1"]), _clock(span["h2"], span["m2"])
    if one := _TIME.search(text):
        return _clock(one["h1"], one["m1"]), None
    return None, None


def _clock(hour: str, minute: str | None) -> str:
    return f"{int(hour):02}:{minute or '00'}"


def _dates(lines: tuple[Line, ...], parts: Outline, path: Path) -> set[date]:
    """A labelled date, else one in a heading or a short line at the top; and the one in the file's name."""
    named = set(dates_in(path.stem))
    labelled = parts.facts.get(Section.DATE) or parts.facts.get(Section.TIME)
    written = _first_date([labelled[1]] if labelled else [])
    written = (
        written
        or _first_date(lines[index].plain for index in parts.headings)
        or _first_date(_top(lines, parts))
    )
    return named | written


def _first_date(texts: Iterable[str]) -> set[date]:
    return next((set(found) for text in texts if (found := dates_in(text))), set())


def _top(lines: tuple[Line, ...], parts: Outline) -> list[str]:
    end = min(parts.agenda.heads, default=len(lines))
    rows = [line.plain for line in lines[:end] if not line.blank][:_FIRST_LINES]
    return [row for row in rows if len(row) <= _SHORT]
