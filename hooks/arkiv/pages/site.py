"""All pages of a site."""

from collections.abc import Callable, Iterable, Iterator
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
from arkiv.workers import drawn

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
    """What the archive makes, in an order of its own, on all cores: each takes what nobody else has begun."""
    makers = dict(enumerate(_MAKERS))

    def made(some: Iterable[int]) -> dict[int, list[GeneratedPage]]:
        return {number: [*makers[number](site)] for number in some}

    processes = 1 if len(site.archive.meetings) < WORTH_A_PROCESS else len(makers)
    parts = drawn(made, [*makers], processes=processes)
    found = {number: pages for part in parts for number, pages in part.items()}
    for number in sorted(found):
        yield from found[number]


def _registers(site: Site) -> list[GeneratedPage]:
    """The pages that gather the others."""
    return [make(site) for make in _REGISTERS]


def _calendar(site: Site) -> list[GeneratedPage]:
    return [calendar_page(site), *calendar_year_pages(site)] if site.has_calendar else []


def _documents(site: Site) -> list[GeneratedPage]:
    """One page a meeting, a network and a date."""
    archive = site.archive
    found = [meeting_page(meeting, site) for meeting in archive.meetings]
    found += [network_page(network, site) for network in archive.networks]
    return found + [event_page(event, site) for event in archive.events]


_MAKERS: tuple[Callable[[Site], Iterable[GeneratedPage]], ...] = (
    _documents,
    organization_pages,
    member_pages,
    network_year_pages,
    decision_year_pages,
    action_year_pages,
    meeting_year_pages,
    assignment_year_pages,
    _registers,
    referral_year_pages,
    guest_year_pages,
    return_year_pages,
    topic_pages,
    latest_pages,
    _calendar,
)
"""What makes pages, that which takes longest first."""


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
