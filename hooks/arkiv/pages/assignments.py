"""Assignments: who represents us where, and how they spread over the organisations."""

from collections.abc import Iterable, Iterator
from datetime import date

from arkiv.model import RecordKind
from arkiv.pages.filters import filters
from arkiv.pages.generated import ASSIGNMENTS, REGISTERS, GeneratedPage, Site, is_date
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import address, box, escape, heading, table
from arkiv.pages.records import Found, all_records, in_register, organization_link
from arkiv.pages.registers import held, of_records
from arkiv.pages.volumes import LONGEST, by_year, year_links, year_pages

_STATES = ("current", "past")
_TOLD = 20
"""Assignments of an organisation that the table of the spread lists."""


def assignments_page(site: Site) -> GeneratedPage:
    """Assignments, the newest first, as far as one page holds, and the spread of all."""
    found = [*all_records(site.archive.meetings, RecordKind.APPOINTMENT)]
    shown = found if len(found) <= LONGEST else _current(found, site)[:LONGEST]
    blocks = [
        year_links(ASSIGNMENTS, ASSIGNMENTS, tuple(by_year(found, held)), site),
        filters(shown, _STATES, site),
        *(in_register(one, ASSIGNMENTS, site) for one in shown),
        site.words("list.older") if len(shown) < len(found) else "",
        *_spread(found, site),
    ]
    none = [site.words("registers.assignments.none")]
    return introduced(ASSIGNMENTS, "registers.assignments", blocks if found else none, site)


def _current(found: list[Found], site: Site) -> list[Found]:
    """Those that have not run out.

    The build has no clock (contract, promise 5), so the newest minutes stand in for today.
    """
    since = max((one.date for one in site.archive.meetings if not is_date(one)), default=date.min)
    return [one for one in found if one.record.until is None or one.record.until >= since]


def assignment_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each year in which somebody was appointed."""
    series = of_records(ASSIGNMENTS, "registers.assignments", REGISTERS, _STATES, site)
    yield from year_pages(series, all_records(site.archive.meetings, RecordKind.APPOINTMENT), site)


def _spread(found: Iterable[Found], site: Site) -> list[str]:
    """How many assignments each organisation has, and which; nothing where no organisation is known."""
    spread: dict[str, list[Found]] = {}
    for one in found:
        organization = one.record.who.organization if one.record.who else None
        spread.setdefault(organization or "", []).append(one)
    elsewhere = spread.pop("", [])
    if not spread:
        return []
    title = heading(2, site.words("registers.assignments.spread"), "fordelning")
    key = "registers.assignments.elsewhere"
    rest = site.words.count(key, len(elsewhere)) if elsewhere else ""
    return [title, _table(spread, site), rest]


def _table(spread: dict[str, list[Found]], site: Site) -> str:
    """The organisations with the most assignments first."""
    ordered = sorted(spread.items(), key=lambda pair: (-len(pair[1]), site.words.order(pair[0])))
    rows = (_row(organization, found, site) for organization, found in ordered)
    head = tuple(site.words(f"registers.assignments.{key}") for key in ("organization", "count", "which"))
    return box("div", 'class="arkiv-members arkiv-spread"', table(head, rows))


def _row(organization: str, found: list[Found], site: Site) -> tuple[str, ...]:
    """One organisation."""
    told = [_which(one) for one in found[:_TOLD]]
    if rest := len(found) - len(told):
        told.append(site.words.count("registers.assignments.further", rest))
    which = "<br>".join(told)
    return organization_link(organization, ASSIGNMENTS, site), str(len(found)), which


def _which(one: Found) -> str:
    """An assignment as a link to where it was given."""
    label = one.record.assignment or one.record.plain
    return f"[{escape(label)}]({address(ASSIGNMENTS, one.meeting.path, one.record.anchor)})"
