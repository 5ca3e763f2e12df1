"""All pages of a site."""

from collections.abc import Iterator
from dataclasses import dataclass

from arkiv.model import Audience
from arkiv.pages.assignments import assignment_year_pages, assignments_page
from arkiv.pages.calendars import calendar_page, calendar_year_pages, event_page
from arkiv.pages.carried import return_year_pages, returns_page
from arkiv.pages.generated import START, GeneratedPage, Site
from arkiv.pages.guests import guest_year_pages, guests_page
from arkiv.pages.latest import latest_pages
from arkiv.pages.markdown import built
from arkiv.pages.meetings import meeting_page
from arkiv.pages.members import member_pages, members_page
from arkiv.pages.networks import network_page, network_year_pages, networks_page
from arkiv.pages.ordinary import ordinary_page
from arkiv.pages.organizations import organization_pages, organizations_page
from arkiv.pages.overview import overview_page
from arkiv.pages.referrals import referral_year_pages, referrals_page
from arkiv.pages.registers import action_year_pages, actions_page, decision_year_pages, decisions_page
from arkiv.pages.start import start_page
from arkiv.pages.topics import topic_pages, topics_page
from arkiv.pages.words import Words
from arkiv.pages.years import meeting_year_pages, meetings_page
from arkiv.public import Build, PublicArchive, PublicText
from arkiv.workers import divided

WORTH_A_PROCESS = 150
"""Meetings; the pages of fewer are made before a process has started."""

FOOTER = ("om.md", "tillganglighet.md")

_REGISTERS = (
    start_page,
    decisions_page,
    actions_page,
    networks_page,
    meetings_page,
    returns_page,
    assignments_page,
    referrals_page,
    guests_page,
    topics_page,
    organizations_page,
    members_page,
    overview_page,
)
"""The pages that are there in every build, so that their addresses can be linked to."""


_YEARS = (
    meeting_year_pages,
    decision_year_pages,
    action_year_pages,
    assignment_year_pages,
    referral_year_pages,
    guest_year_pages,
    return_year_pages,
    network_year_pages,
)
"""What has a page for each year with something in it."""


def pages(archive: PublicArchive, words: Words) -> tuple[GeneratedPage, ...]:
    """Every page of the site, in the order of their paths; each address once.

    A page that the archive makes wins over an ordinary one at the same address; one of the same path is
    taken up as its introduction.
    """
    site = Site(archive, words)
    ordinary = [ordinary_page(page, site) for page in archive.pages]
    made = {built(page.path): page for page in [*ordinary, *_archival(site)]}
    return tuple(sorted(made.values(), key=lambda page: page.path))


def _archival(site: Site) -> Iterator[GeneratedPage]:
    """What the archive makes: registers on one core and documents, which take as long, on another."""
    makers = (_registers, _documents)
    at_least = 1 if len(site.archive.meetings) >= WORTH_A_PROCESS else len(makers)
    for found in divided(
        lambda some: [page for make in some for page in make(site)], makers, at_least=at_least
    ):
        yield from found


def _registers(site: Site) -> list[GeneratedPage]:
    """The pages that gather the others."""
    calendar = [calendar_page(site)] if site.has_calendar else []
    calendar += calendar_year_pages(site) if calendar else ()
    registers = [make(site) for make in _REGISTERS]
    years = [page for make in _YEARS for page in make(site)]
    return [*registers, *years, *calendar, *_entries(site)]


def _entries(site: Site) -> list[GeneratedPage]:
    """One page for each thing that a register lists."""
    return [*topic_pages(site), *organization_pages(site), *member_pages(site), *latest_pages(site)]


def _documents(site: Site) -> list[GeneratedPage]:
    """One page a meeting, a network and a date."""
    archive = site.archive
    found = [meeting_page(meeting, site) for meeting in archive.meetings]
    found += [network_page(network, site) for network in archive.networks]
    return found + [event_page(event, site) for event in archive.events]


@dataclass(frozen=True, slots=True)
class FooterLink:
    """A page that the footer links to; `path` is relative to docs/, `url` to the site's root."""

    path: str
    url: str
    label: PublicText


@dataclass(frozen=True, slots=True)
class ThemeContext:
    """What every template is given as `arkiv`. Without it the theme refuses to render.

    `seal` is any text that is not empty; only the projection's own adapter gives one. `portal` is what other
    archives the search asks too: name and address of each.
    """

    seal: str
    build: Build
    words: Words
    footer: tuple[FooterLink, ...]
    portal: tuple[dict[str, str], ...] = ()

    @property
    def internal(self) -> bool:
        """Whether the site is for the internal audience."""
        return self.build.audience is Audience.INTERNAL


def theme_context(archive: PublicArchive, words: Words, seal: str) -> ThemeContext:
    """The theme's variables for this build."""
    by_path = {page.path: page for page in archive.pages if page.path != START}
    links = [FooterLink(path, f"{built(path)}/", by_path[path].title) for path in FOOTER if path in by_path]
    return ThemeContext(seal, archive.build, words, tuple(links))
