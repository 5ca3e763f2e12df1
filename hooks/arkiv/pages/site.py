"""All pages of a site."""

from dataclasses import dataclass

from arkiv.model import Audience
from arkiv.pages.calendars import calendar_page, event_page
from arkiv.pages.generated import START, GeneratedPage, Site
from arkiv.pages.meetings import meeting_page
from arkiv.pages.networks import network_page, networks_page
from arkiv.pages.ordinary import ordinary_page
from arkiv.pages.registers import actions_page, decisions_page
from arkiv.pages.start import start_page
from arkiv.pages.words import Words
from arkiv.pages.years import meetings_page, year_pages
from arkiv.public import Build, PublicArchive, PublicText

FOOTER = ("om.md", "tillganglighet.md")


def pages(archive: PublicArchive, words: Words) -> tuple[GeneratedPage, ...]:
    """Every page of the site, in the order of their paths; each path once.

    A page that the archive makes wins over an ordinary one at the same path, and takes it up as its
    introduction.
    """
    site = Site(archive, words)
    ordinary = [ordinary_page(page, site) for page in archive.pages]
    made = {page.path: page for page in [*ordinary, *_registers(site), *_documents(site)]}
    return tuple(made[path] for path in sorted(made))


def _registers(site: Site) -> list[GeneratedPage]:
    """The pages that gather the others."""
    calendar = [calendar_page(site)] if site.has_calendar else []
    registers = [decisions_page(site), actions_page(site), networks_page(site), meetings_page(site)]
    return [start_page(site), *registers, *year_pages(site), *calendar]


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

    `seal` is any text that is not empty; only the projection's own adapter gives one.
    """

    seal: str
    build: Build
    words: Words
    footer: tuple[FooterLink, ...]

    @property
    def internal(self) -> bool:
        """Whether the site is for the internal audience."""
        return self.build.audience is Audience.INTERNAL


def theme_context(archive: PublicArchive, words: Words, seal: str) -> ThemeContext:
    """The theme's variables for this build."""
    by_path = {page.path: page for page in archive.pages if page.path != START}
    links = [FooterLink(path, _url(path), by_path[path].title) for path in FOOTER if path in by_path]
    return ThemeContext(seal, archive.build, words, tuple(links))


def _url(path: str) -> str:
    """The address of a page with `use_directory_urls`: `om.md` is `om/`."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"
