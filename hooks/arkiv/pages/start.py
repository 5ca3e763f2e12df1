"""The start page: what to search, what is new, what is coming, and what is restricted."""

from datetime import date

from arkiv.model import Status
from arkiv.pages.calendars import Coming, date_list, dates
from arkiv.pages.generated import (
    ACTIONS,
    CALENDAR,
    DECISIONS,
    MEETINGS,
    REGISTERS,
    START,
    GeneratedPage,
    Site,
    feed,
    is_date,
)
from arkiv.pages.introductions import without_title
from arkiv.pages.markdown import address, box, document, escape, heading, marked
from arkiv.pages.meetings import meeting_list
from arkiv.pages.networks import network_list
from arkiv.pages.restriction import present
from arkiv.public import PublicMeeting

LATEST = 6
COMING = 6


def start_page(site: Site) -> GeneratedPage:
    """The page at the top. An ordinary index.md is its title and introduction."""
    own, words = site.introductions.get(START), site.words
    title = own.title if own else words("start.title")
    text = without_title(own.body) if own else words("start.introduction")
    meta = {"title": str(title), "description": words("start.description"), "arkiv": "start"}
    meta |= {"feed": feed(site.archive.meetings, site) or ""}
    hero = box("div", 'class="arkiv-hero"', heading(1, escape(title), "sidan"), _search(), text)
    latest = tuple(meeting for meeting in site.archive.meetings if not is_date(meeting))[:LATEST]
    blocks = [
        hero,
        *_ways(site),
        *_latest(latest, site),
        *_coming(latest, site),
        *_networks(site),
        *_shown(site),
    ]
    return GeneratedPage(START, document(meta | {"section": START}, blocks))


def _search() -> str:
    """Where the search interface puts its field."""
    return '<div class="arkiv-hero__search" data-arkiv-search></div>'


def _ways(site: Site) -> list[str]:
    """Short ways to the registers."""
    ways = {"decisions": DECISIONS, "actions": ACTIONS, "registers": REGISTERS}
    words = site.words
    lines = [
        f"- [{words(f'start.{key}')}]({address(START, path)}) <small>{words(f'start.{key}_hint')}</small>"
        for key, path in ways.items()
    ]
    return [box("div", 'class="arkiv-cards arkiv-cards--ways"', "\n".join(lines))]


def _latest(latest: tuple[PublicMeeting, ...], site: Site) -> list[str]:
    """The latest minutes."""
    if not latest:
        return []
    more = marked(f"[{site.words('start.all_meetings')}]({address(START, MEETINGS)})", "arkiv-more")
    return [heading(2, site.words("start.latest"), "senaste"), meeting_list(latest, START, site), more]


def _coming(latest: tuple[PublicMeeting, ...], site: Site) -> list[str]:
    """Dates after the latest minutes; those that have been are taken out by the browser.

    The build has no clock (contract, promise 5), so the newest minutes stand in for today.
    """
    since = latest[0].date if latest else date.min
    coming = [line for line in dates(site) if _is_coming(line, since)][:COMING]
    if not coming:
        return []
    more = marked(f"[{site.words('start.coming_more')}]({address(START, CALENDAR)})", "arkiv-more")
    lines = date_list(coming, START, site, "arkiv-list arkiv-list--coming")
    return [heading(2, site.words("start.coming"), "kommande"), lines, more]


def _is_coming(line: Coming, since: date) -> bool:
    """Whether a date may lie ahead."""
    return line.end > since and line.status is not Status.CANCELLED


def _networks(site: Site) -> list[str]:
    """All networks that this build shows."""
    networks = network_list(START, site)
    return [heading(2, site.words("start.networks"), "natverk"), networks] if networks else []


def _shown(site: Site) -> list[str]:
    """What is restricted at present, and on which decision."""
    title = heading(2, site.words("start.shown"), "vad-som-visas")
    return [box("div", 'class="arkiv-shown"', title, *present(site, START))]
