"""Who attended what: a table of organisations by meetings, a year at a time. No name stands in it.

Written as HTML in one piece: every cell says in words what its mark means, for those who do not see it.
"""

from html import escape
from itertools import groupby

from arkiv.model import Status
from arkiv.pages.dates import format_date
from arkiv.pages.generated import Site
from arkiv.pages.markdown import url
from arkiv.public import PublicMeeting, PublicNetwork

_MARKS = {"present": "●", "partial": "◐", "absent": "○", "unknown": "–"}


def matrices(network: PublicNetwork, site: Site) -> list[str]:
    """A table a year, the newest open and the others folded; nothing where no organisation is listed."""
    held = [one for one in site.meetings.get(network.id, ()) if one.status in (Status.APPROVED, Status.DRAFT)]
    years = [_matrix(year, [*found], network, site) for year, found in groupby(held, key=_year)]
    found = [(year, table) for year, table in years if table]
    if not found:
        return []
    (_, newest), *older = found
    legend = " · ".join(f"{_MARKS[key]} {site.words(f'network.matrix_{key}')}" for key in _MARKS)
    counted = any(one.present.counted.people or one.absent.counted.people for one in held)
    note = site.words("network.matrix_counted") if counted else ""
    folded = (f"<details><summary>{year}</summary>\n{table}\n</details>" for year, table in older)
    return [f'<p class="arkiv-legend">{escape(legend)}</p>', newest, *folded, note]


def _year(meeting: PublicMeeting) -> int:
    """What meetings are grouped by."""
    return meeting.date.year


def _matrix(
    year: int, newest_first: list[PublicMeeting], network: PublicNetwork, site: Site
) -> tuple[int, str]:
    """One year's table, or nothing where nobody is listed with an organisation."""
    meetings = [*reversed(newest_first)]
    states = [states_of(meeting) for meeting in meetings]
    names = {name for state in states for name in state}
    organizations = sorted(names, key=lambda name: (site.words.order(name), name))
    if not organizations:
        return year, ""
    caption = escape(site.words("network.matrix_caption", year=year))
    heads = "".join(_head(meeting, network, site) for meeting in meetings)
    first, last = (escape(site.words(key)) for key in ("attendance.organization", "network.matrix_rate"))
    rows = "\n".join(
        _row(name, [state.get(name, "unknown") for state in states], site) for name in organizations
    )
    return year, (
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


def _head(meeting: PublicMeeting, network: PublicNetwork, site: Site) -> str:
    """A meeting's column: its date, with a link."""
    day = escape(format_date(meeting.date, "d MMM", locale=site.language).rstrip("."))
    time = f'<time datetime="{meeting.date.isoformat()}">{day}</time>'
    return f'<th scope="col"><a href="{url(network.path, meeting.path)}">{time}</a></th>'


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
