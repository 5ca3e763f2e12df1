"""Assignments: who represents us where, and how they spread over the organisations."""

from collections.abc import Iterable

from arkiv.model import RecordKind
from arkiv.pages.filters import filters
from arkiv.pages.generated import ASSIGNMENTS, GeneratedPage, Site
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import address, box, escape, heading, table
from arkiv.pages.records import Found, all_records, in_register, organization_link


def assignments_page(site: Site) -> GeneratedPage:
    """All assignments, the newest first, and their spread."""
    found = [*all_records(site.archive.meetings, RecordKind.APPOINTMENT)]
    blocks = [filters(found, ("current", "past"), site)]
    blocks += [in_register(one, ASSIGNMENTS, site) for one in found]
    blocks += _spread(found, site)
    shown = blocks if found else [site.words("registers.assignments.none")]
    return introduced(ASSIGNMENTS, "registers.assignments", shown, site)


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
    return box("div", 'class="arkiv-members"', table(head, rows))


def _row(organization: str, found: list[Found], site: Site) -> tuple[str, ...]:
    """One organisation."""
    which = "<br>".join(_which(one) for one in found)
    return organization_link(organization, ASSIGNMENTS, site), str(len(found)), which


def _which(one: Found) -> str:
    """An assignment as a link to where it was given."""
    label = one.record.assignment or one.record.plain
    return f"[{escape(label)}]({address(ASSIGNMENTS, one.meeting.path, one.record.anchor)})"
