"""Topics: an A-Z of all tags, and a page each."""

from collections.abc import Iterable, Iterator
from functools import partial

from arkiv.collation import initial
from arkiv.pages.generated import REGISTERS, TOPICS, GeneratedPage, Site
from arkiv.pages.introductions import entry, introduced
from arkiv.pages.markdown import address, box, escape, heading
from arkiv.pages.meetings import meeting_list
from arkiv.pages.volumes import Series, by_year, counted, newest, older, year_links, year_pages
from arkiv.pages.years import MOST, held
from arkiv.public import PublicMeeting, PublicTopic

Years = dict[int, list[PublicMeeting]]


def topics_page(site: Site) -> GeneratedPage:
    """All topics by first letter."""
    blocks = by_letter([(topic.label, _line(topic, site)) for topic in site.archive.topics], site)
    return introduced(TOPICS, "registers.topics", blocks or [site.words("registers.topics.none")], site)


def by_letter(lines: Iterable[tuple[str, str]], site: Site) -> list[str]:
    """Labels with their lines, in alphabetical order, under the letters they begin with."""
    groups: dict[str, list[str]] = {}
    for label, line in lines:
        groups.setdefault(initial(label, site.language), []).append(line)
    blocks: list[str] = []
    for letter, group in groups.items():
        title = letter or site.words("registers.topics.other")
        blocks.append(heading(2, title, f"bokstav-{letter.lower() or '0'}"))
        blocks.append(box("div", 'class="arkiv-index"', "\n".join(group)))
    return blocks


def _line(topic: PublicTopic, site: Site) -> str:
    """One topic and how much there is of it."""
    count = site.words.count("registers.topics.pages", len(topic.sources))
    return f"- [{escape(topic.label)}]({address(TOPICS, topic.path)}) <small>{count}</small>"


def topic_pages(site: Site) -> Iterator[GeneratedPage]:
    """One page a topic, and a page a year where one does not hold all its meetings."""
    for topic in site.archive.topics:
        meetings = [site.by_path[path] for path in topic.sources if path in site.by_path]
        years = by_year(meetings, held)
        shown = newest(years)
        yield _topic_page(topic, years, shown, site)
        if counted(shown) < len(meetings):
            show = partial(_meetings, site=site)
            series = Series(topic.path, str(topic.label), REGISTERS, held, show, most=MOST)
            yield from year_pages(series, meetings, site)


def _meetings(found: list[PublicMeeting], page: str, site: Site) -> list[str]:
    """Meetings as a list."""
    return [meeting_list(tuple(found), page, site)]


def _topic_page(topic: PublicTopic, years: Years, shown: Years, site: Site) -> GeneratedPage:
    """The meetings on a topic, as far as one page holds, and other pages."""
    meetings = tuple(meeting for found in shown.values() for meeting in found)
    rest = older(years, shown, site)
    others = [_other(path, topic, site) for path in topic.sources if path not in site.by_path]
    words = site.words
    links = year_links(topic.path, topic.path, tuple(years), site) if rest else ""
    blocks = [links, meeting_list(meetings, topic.path, site), *rest]
    if others and meetings:
        blocks.append(heading(2, words("registers.topics.elsewhere"), "annat"))
    blocks += [box("div", 'class="arkiv-index"', "\n".join(others))] if others else []
    description = words("registers.topics.page_description", topic=topic.label)
    return entry(topic.path, topic.label, description, TOPICS, blocks, site)


def _other(path: str, topic: PublicTopic, site: Site) -> str:
    """A network or an ordinary page."""
    return f"- [{escape(site.titles[path])}]({address(topic.path, path)})"
