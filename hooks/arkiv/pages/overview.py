"""The register of registers: what there is to look up, and how much of it."""

from arkiv.model import RecordKind
from arkiv.pages.carried import is_open
from arkiv.pages.generated import (
    ACTIONS,
    ASSIGNMENTS,
    DECISIONS,
    GUESTS,
    MEETINGS,
    MEMBERS,
    ORGANIZATIONS,
    REFERRALS,
    REGISTERS,
    RETURNS,
    TITLES,
    TOPICS,
    GeneratedPage,
    Site,
)
from arkiv.pages.guests import visits
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import address, box
from arkiv.pages.members import named
from arkiv.pages.records import all_records

_KINDS = {
    "decisions": RecordKind.DECISION,
    "actions": RecordKind.ACTION,
    "assignments": RecordKind.APPOINTMENT,
    "referrals": RecordKind.REFERRAL,
}
_PATHS = {
    "decisions": DECISIONS,
    "actions": ACTIONS,
    "returns": RETURNS,
    "assignments": ASSIGNMENTS,
    "referrals": REFERRALS,
    "guests": GUESTS,
    "topics": TOPICS,
    "organizations": ORGANIZATIONS,
    "members": MEMBERS,
    "years": MEETINGS,
}


def overview_page(site: Site) -> GeneratedPage:
    """Every register that has something in it."""
    counts = _counts(site)
    lines = "\n".join(_line(key, counts[key], site) for key in _PATHS if counts[key])
    cards = box("div", 'class="arkiv-cards"', lines) if lines else ""
    return introduced(REGISTERS, "registers.overview", [cards or site.words("registers.overview.none")], site)


def _counts(site: Site) -> dict[str, int]:
    """How much there is in each."""
    meetings = site.archive.meetings
    counts = {key: sum(1 for _ in all_records(meetings, kind)) for key, kind in _KINDS.items()}
    return counts | {
        "returns": sum(is_open(point, site) for point in site.returns.carried),
        "guests": sum(1 for _ in visits(site)),
        "topics": len(site.archive.topics),
        "organizations": len(site.archive.organizations),
        "members": len(named(site)),
        "years": len({meeting.date.year for meeting in meetings}),
    }


def _line(key: str, count: int, site: Site) -> str:
    """A register, and what is in it."""
    title = site.words("registers.overview.years_title" if key == "years" else TITLES[_PATHS[key]])
    hint = site.words.count(f"registers.overview.{key}", count)
    return f"- [{title}]({address(REGISTERS, _PATHS[key])}) <small>{hint}</small>"
