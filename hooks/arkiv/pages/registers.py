"""Registers over all meetings: decisions and actions."""

from datetime import date
from itertools import groupby

from arkiv.model import RecordKind
from arkiv.pages.generated import ACTIONS, DECISIONS, GeneratedPage, Site
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import heading
from arkiv.pages.records import Found, all_records, in_register


def decisions_page(site: Site) -> GeneratedPage:
    """All decisions by year, newest first."""
    blocks: list[str] = []
    found = all_records(site.archive.meetings, RecordKind.DECISION)
    for year, decisions in groupby(found, key=lambda decision: decision.meeting.date.year):
        blocks.append(heading(2, str(year), f"ar-{year}"))
        blocks += [in_register(decision, DECISIONS, site) for decision in decisions]
    return introduced(DECISIONS, "decisions", blocks or [site.words("decisions.none")], site)


def actions_page(site: Site) -> GeneratedPage:
    """Open actions, the most urgent first, and done ones below, the newest first."""
    found = [*all_records(site.archive.meetings, RecordKind.ACTION)]
    todo = sorted((action for action in found if not action.record.done), key=_urgency)
    done = sorted((action for action in found if action.record.done), key=_finished, reverse=True)
    blocks = [heading(2, site.words("actions.open"), "oppna")]
    blocks += [in_register(action, ACTIONS, site) for action in todo] or [site.words("actions.none_open")]
    if done:
        blocks.append(heading(2, site.words("actions.done"), "genomforda"))
        blocks += [in_register(action, ACTIONS, site) for action in done]
    return introduced(ACTIONS, "actions", blocks, site)


def _urgency(action: Found) -> tuple[date, date]:
    """Soonest due first; without a due date last, the oldest first."""
    return (action.record.due or date.max, action.meeting.date)


def _finished(action: Found) -> date:
    """When an action was done."""
    return action.record.done or date.min
