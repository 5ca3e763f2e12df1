"""What this package makes, and what every part of it is given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from arkiv.model import Audience, Status
from arkiv.pages.returns import Returns, returns
from arkiv.pages.words import Words
from arkiv.public import (
    PublicArchive,
    PublicMeeting,
    PublicNetwork,
    PublicOrganization,
    PublicPage,
    PublicText,
    PublicTopic,
)

Spelled = TypeVar("Spelled", PublicTopic, PublicOrganization)

START = "index.md"
NETWORKS = "natverk/index.md"
MEETINGS = "moten/index.md"
DECISIONS = "beslut.md"
ACTIONS = "atgarder.md"
CALENDAR = "kalender/index.md"
ASSIGNMENTS = "uppdrag.md"
REFERRALS = "medskick.md"
GUESTS = "gaster.md"
RETURNS = "aterkommer.md"
TOPICS = "amnen/index.md"
ORGANIZATIONS = "organisationer/index.md"
MEMBERS = "ledamoter/index.md"
REGISTERS = "forteckningar.md"
FEED = "flode.xml"

TITLES = {
    START: "start.title",
    NETWORKS: "networks.title",
    MEETINGS: "meetings.title",
    DECISIONS: "decisions.title",
    ACTIONS: "actions.title",
    CALENDAR: "calendar.title",
    ASSIGNMENTS: "registers.assignments.title",
    REFERRALS: "registers.referrals.title",
    GUESTS: "registers.guests.title",
    RETURNS: "registers.returns.title",
    TOPICS: "registers.topics.title",
    ORGANIZATIONS: "registers.organizations.title",
    MEMBERS: "registers.members.title",
    REGISTERS: "registers.overview.title",
}
"""The pages that are made in any case, and where the catalogue has their titles."""


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A finished page: `path` relative to docs/, and complete Markdown with frontmatter."""

    path: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Site:
    """The archive with the look-ups and words that every page needs."""

    archive: PublicArchive
    words: Words
    networks: Mapping[str, PublicNetwork] = field(init=False)
    meetings: Mapping[str, tuple[PublicMeeting, ...]] = field(init=False)
    introductions: Mapping[str, PublicPage] = field(init=False)
    by_path: Mapping[str, PublicMeeting] = field(init=False)
    titles: Mapping[str, PublicText] = field(init=False)
    topics: Mapping[str, PublicTopic] = field(init=False)
    organizations: Mapping[str, PublicOrganization] = field(init=False)
    returns: Returns = field(init=False)

    def __post_init__(self) -> None:
        """Index what is looked up by id or path, once a build."""
        meetings: dict[str, list[PublicMeeting]] = {}
        for meeting in self.archive.meetings:
            meetings.setdefault(meeting.network, []).append(meeting)
        object.__setattr__(self, "networks", {network.id: network for network in self.archive.networks})
        object.__setattr__(self, "meetings", {key: tuple(found) for key, found in meetings.items()})
        object.__setattr__(self, "introductions", {page.path: page for page in self.archive.pages})
        object.__setattr__(self, "by_path", {one.path: one for one in self.archive.meetings})
        object.__setattr__(self, "titles", _titles(self.archive))
        object.__setattr__(self, "topics", _by_spelling(self.archive.topics))
        object.__setattr__(self, "organizations", _by_spelling(self.archive.organizations))
        object.__setattr__(self, "returns", returns(self.meetings.values()))

    @property
    def language(self) -> str:
        """The language of words, dates and order."""
        return self.words.language

    @property
    def has_calendar(self) -> bool:
        """Whether there is a date to show: an event or a planned or cancelled meeting."""
        return bool(self.archive.events) or any(is_date(meeting) for meeting in self.archive.meetings)


def _titles(archive: PublicArchive) -> dict[str, PublicText]:
    """What networks and ordinary pages are called, by path."""
    titles = {page.path: page.title for page in archive.pages}
    return titles | {network.path: network.name for network in archive.networks}


def _by_spelling(found: Iterable[Spelled]) -> dict[str, Spelled]:
    """What has a page of its own, by every way it is written."""
    return {spelling: one for one in found for spelling in one.spellings}


def feed(meetings: Sequence[PublicMeeting], site: Site, network: PublicNetwork | None = None) -> str | None:
    """The path of the feed of these meetings, relative to the site; None where there is none.

    An internal site has no feeds: a feed reader comes without the login that protects it.
    """
    if site.archive.build.audience is not Audience.PUBLIC:
        return None
    if not any(meeting.status is Status.APPROVED for meeting in meetings):
        return None
    return f"{network.path.removesuffix('.md')}/{FEED}" if network else FEED


def is_date(meeting: PublicMeeting) -> bool:
    """Whether a meeting belongs in the calendar rather than among minutes."""
    return meeting.status in (Status.PLANNED, Status.CANCELLED)
