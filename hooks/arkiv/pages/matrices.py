"""Who attended what: a table of organisations by meetings, a year at a time. No name stands in it.

Written as HTML in one piece: every cell says in words what its mark means, for those who do not see it.
"""

from collections.abc import Iterable
from html import escape
from itertools import accumulate, groupby, takewhile

from arkiv.model import Status
from arkiv.pages.dates import format_date
from arkiv.pages.generated import Site
from arkiv.pages.markdown import url
from arkiv.public import PublicMeeting, PublicNetwork

_MARKS = {"present": "●", "partial": "◐", "absent": "○", "unknown": "–"}

MOST = 1_000
"""Marks on a network's page, of 150 bytes each; older years have pages of their own. The newest is whole."""


def matrices(network: PublicNetwork, site: Site) -> list[str]:
    """A table a year, the newest open and the others folded; nothing where no organisation is listed."""
    held = _held(site.meetings.get(network.id, ()))
    shown = _fitting([[*found] for _, found in groupby(held, key=lambda one: one.date.year)])
    years = [(found[0].date.year, _matrix(found, network.path, site)) for found in shown]
    found = [(year, table) for year, table in years if table]
    if not found:
        return []
    (_, newest), *older = found
    folded = (f"<details><summary>{year}</summary>\n{table}\n</details>" for year, table in older)
    return [_legend(site), newest, *folded, _note(held, site)]


def matrix(meetings: list[PublicMeeting], page: str, site: Site) -> list[str]:
    """The table of a year's meetings, which are given newest first; nothing without organisations."""
    held = _held(meetings)
    table = _matrix(held, page, site) if held else ""
    return [_legend(site), table, _note(held, site)] if table else []


def _held(meetings: Iterable[PublicMeeting]) -> list[PublicMeeting]:
    """Meetings with minutes."""
    return [one for one in meetings if one.status in (Status.APPROVED, Status.DRAFT)]


def _fitting(years: list[list[PublicMeeting]]) -> list[list[PublicMeeting]]:
    """The newest years whose marks fit on a page, and one at least."""
    marks = accumulate(sum(len(states_of(meeting)) for meeting in found) for found in years)
    count = sum(1 for _ in takewhile(lambda sofar: sofar <= MOST, marks))
    return years[: max(count, 1)]


def _legend(site: Site) -> str:
    """What the marks mean."""
    legend = " · ".join(f"{_MARKS[key]} {site.words(f'network.matrix_{key}')}" for key in _MARKS)
    return f'<p class="arkiv-legend">{escape(legend)}</p>'


def _note(held: list[PublicMeeting], site: Site) -> str:
    """That some are only counted, where they are."""
    counted = any(one.present.counted.people or one.absent.counted.people for one in held)
    return site.words("network.matrix_counted") if counted else ""


def _matrix(newest_first: list[PublicMeeting], page: str, site: Site) -> str:
    """One year's table, or nothing where nobody is listed with an organisation."""
    meetings, year = [*reversed(newest_first)], newest_first[0].date.year
    states = [states_of(meeting) for meeting in meetings]
    names = {name for state in states for name in state}
    organizations = sorted(names, key=lambda name: (site.words.order(name), name))
    if not organizations:
        return ""
    caption = escape(site.words("network.matrix_caption", year=year))
    heads = "".join(_head(meeting, page, site) for meeting in meetings)
    first, last = (escape(site.words(key)) for key in ("attendance.organization", "network.matrix_rate"))
    rows = "\n".join(
        _row(name, [state.get(name, "unknown") for state in states], site) for name in organizations
    )
    return (
        f'<div class="arkiv-matrix"><table class="arkiv-matrix__table"><caption>{caption}</caption>\n'
        f'<thead><tr><th scope="col">{first}</th>{heads}<th scope="col">{last}</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def states_of(meeting: PublicMeeting) -> dict[str, str]:
    """What is known of each listed organisation: present if anybody was there for all of it, else in part."""
    found: dict[str, str] = {}
    for attendee in meeting.absent.listed:
        if attendee.person.organization and not attendee.guest:
            found[attendee.person.organization] = "absent"
    for attendee in meeting.present.listed:
        if name := attendee.person.organization:
            whole = not (attendee.items or attendee.from_item or attendee.to_item)
            found[name] = "present" if whole or found.get(name) == "present" else "partial"
    return found


def _head(meeting: PublicMeeting, page: str, site: Site) -> str:
    """A meeting's column: its date, with a link."""
    day = escape(format_date(meeting.date, "d MMM", locale=site.language).rstrip("."))
    time = f'<time datetime="{meeting.date.isoformat()}">{day}</time>'
    return f'<th scope="col"><a href="{url(page, meeting.path)}">{time}</a></th>'


def _row(name: str, states: list[str], site: Site) -> str:
    """An organisation's row: a mark for each meeting, and how many of those known it attended."""
    cells = " ".join(_cell(state, site) for state in states)
    attended = sum(state in ("present", "partial") for state in states)
    rate = site.words("network.matrix_of", count=attended, total=len(states))
    return f'<tr><th scope="row">{escape(name)}</th> {cells} <td>{escape(rate)}</td></tr>'


def _cell(state: str, site: Site) -> str:
    """One mark, with its meaning for screen readers."""
    said = escape(site.words(f"network.matrix_{state}"))
    mark = f'<span aria-hidden="true">{_MARKS[state]}</span>'
    return f'<td class="arkiv-matrix__{state}">{mark} <span class="arkiv-spoken">{said}</span></td>'
