"""What this package makes, and what every part of it is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from arkiv.model import Audience, Status
from arkiv.pages.words import Words
from arkiv.public import PublicArchive, PublicMeeting, PublicNetwork, PublicPage

START = "index.md"
NETWORKS = "natverk/index.md"
MEETINGS = "moten/index.md"
DECISIONS = "beslut.md"
ACTIONS = "atgarder.md"
CALENDAR = "kalender/index.md"
FEED = "flode.xml"


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

    def __post_init__(self) -> None:
        """Index what is looked up by id or path, once a build."""
        meetings: dict[str, list[PublicMeeting]] = {}
        for meeting in self.archive.meetings:
            meetings.setdefault(meeting.network, []).append(meeting)
        object.__setattr__(self, "networks", {network.id: network for network in self.archive.networks})
        object.__setattr__(self, "meetings", {key: tuple(found) for key, found in meetings.items()})
        object.__setattr__(self, "introductions", {page.path: page for page in self.archive.pages})

    @property
    def language(self) -> str:
        """The language of words, dates and order."""
        return self.words.language

    @property
    def has_calendar(self) -> bool:
        """Whether there is a date to show: an event or a planned or cancelled meeting."""
        return bool(self.archive.events) or any(is_date(meeting) for meeting in self.archive.meetings)


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
