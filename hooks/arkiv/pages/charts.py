"""A year at a glance: meetings and decisions by network and month, as an inline SVG with a table as text.

Plain geometry in whole numbers; colours come from the style sheet, and nothing depends on them.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from html import escape

from arkiv.model import RecordKind, Status
from arkiv.pages.dates import format_date, month_name
from arkiv.pages.generated import Site
from arkiv.pages.records import all_records
from arkiv.public import PublicMeeting

_MONTH, _LEFT, _TOP, _ROW, _RADIUS = 34, 6, 26, 48, 10
_WIDTH = _LEFT * 2 + 12 * _MONTH
_LONGEST_LABEL = 46


@dataclass(slots=True)
class Months:
    """One network's year: meetings and decisions by month."""

    name: str
    meetings: Counter[int] = field(default_factory=Counter)
    decisions: Counter[int] = field(default_factory=Counter)


def chart(year: int, found: tuple[PublicMeeting, ...], site: Site) -> list[str]:
    """The chart and its table; nothing for a year in which no meeting was held."""
    held = tuple(meeting for meeting in found if meeting.status in (Status.APPROVED, Status.DRAFT))
    if not held:
        return []
    networks = _networks(held, site)
    summary = escape(site.words("meetings.chart_table"))
    text = f"<details><summary>{summary}</summary>\n{_table(networks, site)}\n</details>"
    return [
        _svg(year, networks, site),
        f'<p class="arkiv-legend">{escape(site.words("meetings.chart_text"))}</p>',
        text,
    ]


def _networks(held: tuple[PublicMeeting, ...], site: Site) -> list[Months]:
    """Each network's year, in alphabetical order."""
    found: dict[str, Months] = {}
    for meeting in held:
        months = found.setdefault(meeting.network, Months(meeting.network_name))
        months.meetings[meeting.date.month] += 1
        months.decisions[meeting.date.month] += sum(1 for _ in all_records((meeting,), RecordKind.DECISION))
    return sorted(found.values(), key=lambda months: site.words.order(months.name))


def _svg(year: int, networks: list[Months], site: Site) -> str:
    """The picture, in one piece without blank lines: Markdown leaves it alone."""
    height = _TOP + len(networks) * _ROW + 4
    label = escape(site.words("meetings.chart_title", year=year))
    parts = [
        f'<svg class="arkiv-chart" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{label}">',
        *(_month(month, height, site) for month in range(1, 13)),
        *(line for row, months in enumerate(networks) for line in _row(row, months)),
        "</svg>",
    ]
    return "<div>\n" + "\n".join(parts) + "\n</div>"


def _month(month: int, height: int, site: Site) -> str:
    """A month's letter, and the line down from it."""
    x = _x(month)
    letter = escape(format_date(date(2001, month, 1), "LLLLL", locale=site.language))
    line = f'<line class="arkiv-chart__line" x1="{x}" y1="{_TOP - 6}" x2="{x}" y2="{height}"/>'
    return (
        f'{line}<text class="arkiv-chart__month" x="{x}" y="{_TOP - 12}" text-anchor="middle">{letter}</text>'
    )


def _x(month: int) -> int:
    """The middle of a month's column."""
    return _LEFT + (month - 1) * _MONTH + _MONTH // 2


def _row(row: int, months: Months) -> list[str]:
    """A network: its name, and a ring for each month in which it met."""
    top = _TOP + row * _ROW
    name = (
        months.name
        if len(months.name) <= _LONGEST_LABEL
        else f"{months.name[: _LONGEST_LABEL - 1].rstrip()}…"
    )
    label = f'<text class="arkiv-chart__name" x="{_LEFT}" y="{top + 11}">{escape(name)}</text>'
    return [label, *(_ring(month, top + 29, months) for month in sorted(months.meetings))]


def _ring(month: int, y: int, months: Months) -> str:
    """A ring, another inside it for more than one meeting, and the number of decisions."""
    x, decisions = _x(month), months.decisions[month]
    inner = (
        f'<circle class="arkiv-chart__ring" cx="{x}" cy="{y}" r="{_RADIUS + 3}"/>'
        if months.meetings[month] > 1
        else ""
    )
    ring = f'<circle class="arkiv-chart__ring" cx="{x}" cy="{y}" r="{_RADIUS}"/>'
    start = f'<text class="arkiv-chart__count" x="{x}" y="{y + 4}" text-anchor="middle">'
    return f"{inner}{ring}{start}{decisions}</text>"


def _table(networks: list[Months], site: Site) -> str:
    """The same as text."""
    keys = ("network", "meetings", "decisions", "months")
    heads = "".join(f'<th scope="col">{escape(site.words(f"meetings.chart_{key}"))}</th>' for key in keys)
    rows = "\n".join(_table_row(months, site) for months in networks)
    return f"<table><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"


def _table_row(months: Months, site: Site) -> str:
    """One network's sums, and the months in which it met."""
    names = (month_name(date(2001, month, 1), site.language) for month in sorted(months.meetings))
    sums = (months.meetings.total(), months.decisions.total())
    cells = " ".join(f"<td>{cell}</td>" for cell in (*sums, escape(", ".join(names))))
    return f'<tr><th scope="row">{escape(months.name)}</th> {cells}</tr>'
