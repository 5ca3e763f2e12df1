"""Registers over all meetings: decisions and actions, each with a page a year."""

from collections.abc import Iterator
from datetime import date

from arkiv.model import RecordKind
from arkiv.pages.filters import filters
from arkiv.pages.generated import ACTIONS, DECISIONS, GeneratedPage, Site
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import heading
from arkiv.pages.records import Found, all_records, in_register
from arkiv.pages.volumes import LONGEST, Series, by_year, newest, older, year_links, year_pages

DECISION_STATES = ("in_force", "ended")
ACTION_STATES = ("open", "overdue", "done")


def held(found: Found) -> date:
    """When the meeting of a record was."""
    return found.meeting.date


def of_records(front: str, key: str, section: str, states: tuple[str, ...], site: Site) -> Series[Found]:
    """A register of records: its front page, where its words are, and what it is filtered by."""

    def show(found: list[Found], page: str) -> list[str]:
        return [filters(found, states, site), *(in_register(one, page, site) for one in found)]

    return Series(front, site.words(f"{key}.title"), section, held, show)


def decisions_page(site: Site) -> GeneratedPage:
    """All decisions by year, newest first, as far as one page holds."""
    years = by_year(all_records(site.archive.meetings, RecordKind.DECISION), held)
    shown = newest(years)
    found = [decision for decisions in shown.values() for decision in decisions]
    blocks = [
        year_links(DECISIONS, DECISIONS, tuple(years), site),
        filters(found, DECISION_STATES, site),
    ]
    for year, decisions in shown.items():
        blocks.append(heading(2, str(year), f"ar-{year}"))
        blocks += [in_register(decision, DECISIONS, site) for decision in decisions]
    blocks += older(years, shown, site)
    return introduced(DECISIONS, "decisions", blocks if years else [site.words("decisions.none")], site)


def decision_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each year with a decision."""
    series = of_records(DECISIONS, "decisions", DECISIONS, DECISION_STATES, site)
    yield from year_pages(series, all_records(site.archive.meetings, RecordKind.DECISION), site)


def actions_page(site: Site) -> GeneratedPage:
    """Open actions, the most urgent first; below them done ones, the newest first, as far as a page holds."""
    found = [*all_records(site.archive.meetings, RecordKind.ACTION)]
    todo = sorted((action for action in found if not action.record.done), key=_urgency)
    done = sorted((action for action in found if action.record.done), key=_finished, reverse=True)
    shown, finished = todo[:LONGEST], done[: LONGEST - min(len(todo), LONGEST)]
    blocks = [
        year_links(ACTIONS, ACTIONS, tuple(by_year(found, held)), site),
        filters([*shown, *finished], ACTION_STATES, site),
        heading(2, site.words("actions.open"), "oppna"),
    ]
    blocks += [in_register(action, ACTIONS, site) for action in shown] or [site.words("actions.none_open")]
    blocks += [site.words("actions.more_open")] if len(shown) < len(todo) else []
    return introduced(ACTIONS, "actions", [*blocks, *_done(finished, len(done), site)], site)


def _done(finished: list[Found], count: int, site: Site) -> list[str]:
    """Actions that are done under their heading, and where those that do not fit are."""
    if not count:
        return []
    title = heading(2, site.words("actions.done"), "genomforda")
    rest = [site.words("actions.older")] if len(finished) < count else []
    return [title, *(in_register(action, ACTIONS, site) for action in finished), *rest]


def action_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each year in which an action was agreed on, open and done ones together."""
    series = of_records(ACTIONS, "actions", ACTIONS, ACTION_STATES, site)
    yield from year_pages(series, all_records(site.archive.meetings, RecordKind.ACTION), site)


def _urgency(action: Found) -> tuple[date, date]:
    """Soonest due first; without a due date last, the oldest first."""
    return (action.record.due or date.max, action.meeting.date)


def _finished(action: Found) -> date:
    """When an action was done."""
    return action.record.done or date.min
