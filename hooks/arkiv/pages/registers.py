"""Registers over all meetings: decisions and actions, each with a page a year."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from arkiv.model import RecordKind
from arkiv.pages.filters import filters
from arkiv.pages.generated import ACTIONS, DECISIONS, GeneratedPage, Site
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import address, box, document, heading, marked
from arkiv.pages.records import Found, all_records, in_register

LONGEST = 400
"""Decisions, or actions, on one page; older ones are on the pages of their years. Open actions all stay."""


def year_path(year: int) -> str:
    """Where the decisions of a year are."""
    return f"beslut/{year}/index.md"


def action_year_path(year: int) -> str:
    """Where the actions of a year are."""
    return f"atgarder/{year}/index.md"


@dataclass(frozen=True, slots=True)
class Register:
    """A register with a page a year: its words, its front page, a year's page, and what it is filtered by."""

    name: str
    front: str
    path: Callable[[int], str]
    states: tuple[str, ...]


_DECISIONS = Register("decisions", DECISIONS, year_path, ("in_force", "ended"))
_ACTIONS = Register("actions", ACTIONS, action_year_path, ("open", "overdue", "done"))


def decisions_page(site: Site) -> GeneratedPage:
    """All decisions by year, newest first, as far as one page holds."""
    years = _by_year(site)
    shown = [*_whole_years(years)]
    found = [decision for _, decisions in shown for decision in decisions]
    blocks = [year_links(DECISIONS, tuple(years), site), filters(found, _DECISIONS.states, site)]
    for year, decisions in shown:
        blocks.append(heading(2, str(year), f"ar-{year}"))
        blocks += [in_register(decision, DECISIONS, site) for decision in decisions]
    if len(shown) < len(years):
        blocks.append(site.words("decisions.older"))
    return introduced(DECISIONS, "decisions", blocks if years else [site.words("decisions.none")], site)


def _by_year(site: Site) -> dict[int, list[Found]]:
    """Decisions by year, newest first."""
    found = all_records(site.archive.meetings, RecordKind.DECISION)
    return {year: [*part] for year, part in groupby(found, key=lambda one: one.meeting.date.year)}


def _whole_years(years: dict[int, list[Found]]) -> Iterator[tuple[int, list[Found]]]:
    """The newest years that together fit on a page, and one at least."""
    count = 0
    for year, decisions in years.items():
        count += len(decisions)
        if count > LONGEST and count > len(decisions):
            return
        yield year, decisions


def decision_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each year with a decision."""
    years = _by_year(site)
    for year, decisions in years.items():
        yield _year_page(_DECISIONS, year, decisions, tuple(years), site)


def _year_page(
    register: Register, year: int, found: list[Found], years: tuple[int, ...], site: Site
) -> GeneratedPage:
    """All that a register holds of a year's meetings."""
    words, path = site.words, register.path(year)
    title = words(f"{register.name}.year", year=year)
    meta = {"title": title, "arkiv": "year", "section": register.front}
    meta["description"] = words(f"{register.name}.year_description", year=year)
    blocks = [
        marked(f"[{words(f'{register.name}.title')}]({address(path, register.front)})", "arkiv-kicker"),
        heading(1, title, "sidan"),
        year_links(path, years, site, register.path),
        filters(found, register.states, site),
        *(in_register(one, path, site) for one in found),
    ]
    return GeneratedPage(path, document(meta, blocks))


def year_links(page: str, years: tuple[int, ...], site: Site, path: Callable[[int], str] = year_path) -> str:
    """Links to every year, whose page `path` gives; nothing where there is one alone."""
    lines = [
        f"- **{year}**" if path(year) == page else f"- [{year}]({address(page, path(year))})"
        for year in years
    ]
    label = site.words("meetings.years")
    return box("nav", f'class="arkiv-years" aria-label="{label}"', "\n".join(lines)) if len(years) > 1 else ""


def actions_page(site: Site) -> GeneratedPage:
    """Open actions, the most urgent first; below them done ones, the newest first, as far as a page holds."""
    found = [*all_records(site.archive.meetings, RecordKind.ACTION)]
    todo = sorted((action for action in found if not action.record.done), key=_urgency)
    done = sorted((action for action in found if action.record.done), key=_finished, reverse=True)
    shown = done[: LONGEST - min(len(todo), LONGEST)]
    blocks = [
        year_links(ACTIONS, _years(found), site, action_year_path),
        filters([*todo, *shown], _ACTIONS.states, site),
        heading(2, site.words("actions.open"), "oppna"),
    ]
    blocks += [in_register(action, ACTIONS, site) for action in todo] or [site.words("actions.none_open")]
    if done:
        blocks.append(heading(2, site.words("actions.done"), "genomforda"))
        blocks += [in_register(action, ACTIONS, site) for action in shown]
    if len(shown) < len(done):
        blocks.append(site.words("actions.older"))
    return introduced(ACTIONS, "actions", blocks, site)


def action_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each year in which an action was agreed on, open and done ones together."""
    found = [*all_records(site.archive.meetings, RecordKind.ACTION)]
    for year, actions in groupby(found, key=lambda one: one.meeting.date.year):
        yield _year_page(_ACTIONS, year, [*actions], _years(found), site)


def _years(found: list[Found]) -> tuple[int, ...]:
    """The years of these records, newest first."""
    return tuple(dict.fromkeys(one.meeting.date.year for one in found))


def _urgency(action: Found) -> tuple[date, date]:
    """Soonest due first; without a due date last, the oldest first."""
    return (action.record.due or date.max, action.meeting.date)


def _finished(action: Found) -> date:
    """When an action was done."""
    return action.record.done or date.min
