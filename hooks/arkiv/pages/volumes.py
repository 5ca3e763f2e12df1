"""Long lists over several pages: the newest on the front page, then a page a year.

A year that is too long for one page leads to a page a month. Addresses depend on dates alone, so they stay:
`beslut/2024/` is there from the first decision of that year on.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from arkiv.pages.dates import month_name
from arkiv.pages.generated import GeneratedPage, Site
from arkiv.pages.markdown import address, box, document, escape, heading, marked

LONGEST = 400
"""Entries on one page. A record is about 500 bytes of HTML, so that a page stays at some 200 kB."""

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Series(Generic[Entry]):
    """A list with a page a year.

    `front` is the page of the newest, called `title`; `section` the entry of the menu; `day` what entries are
    grouped by, and `show` the blocks of entries on the page at a path. `top` stands on every year's page.
    """

    front: str
    title: str
    section: str
    day: Callable[[Entry], date]
    show: Callable[[list[Entry], str], Iterable[str]]
    top: Callable[[list[Entry], int], Iterable[str]] | None = None
    most: int = LONGEST
    unlisted: bool = False


def year_path(front: str, year: int, month: int | None = None) -> str:
    """Where the page of a year, or of one of its months, is."""
    folder = f"{front.removesuffix('.md').removesuffix('/index')}/{year}"
    return f"{folder}/{month:02}/index.md" if month else f"{folder}/index.md"


def by_year(entries: Iterable[Entry], day: Callable[[Entry], date]) -> dict[int, list[Entry]]:
    """Entries by year, the newest first; within a year as they come."""
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        found.setdefault(day(entry).year, []).append(entry)
    return dict(sorted(found.items(), reverse=True))


def newest(years: dict[int, list[Entry]], most: int = LONGEST) -> dict[int, list[Entry]]:
    """The newest years that together fit on a page; of the very newest as much as fits."""
    shown: dict[int, list[Entry]] = {}
    left = most
    for year, entries in years.items():
        if len(entries) > left and shown:
            break
        shown[year] = entries[:left]
        left -= len(entries)
    return shown


def counted(years: dict[int, list[Entry]]) -> int:
    """How many there are in all."""
    return sum(len(entries) for entries in years.values())


def older(years: dict[int, list[Entry]], shown: dict[int, list[Entry]], site: Site) -> list[str]:
    """Where the rest is, as a sentence; nothing where all is shown."""
    return [site.words("list.older")] if counted(shown) < counted(years) else []


def year_links(page: str, front: str, years: Sequence[int], site: Site, least: int = 2) -> str:
    """Links to every year, the one that is shown as text. Nothing for fewer years than `least`."""
    if len(years) < least:
        return ""
    paths = {year: year_path(front, year) for year in years}
    lines = (
        f"- **{year}**" if path == page else f"- [{year}]({address(page, path)})"
        for year, path in paths.items()
    )
    label = site.words("meetings.years")
    return box("nav", f'class="arkiv-years" aria-label="{label}"', "\n".join(lines))


def year_pages(series: Series[Entry], entries: Iterable[Entry], site: Site) -> Iterator[GeneratedPage]:
    """A page for each year with an entry, and for each month of a year that is too long for one page."""
    years = by_year(entries, series.day)
    for year, found in years.items():
        path, blocks = year_path(series.front, year), [*series.top(found, year)] if series.top else []
        if len(found) <= series.most:
            yield volume(series, year, tuple(years), [*blocks, *series.show(found, path)], site)
            continue
        months = _by_month(found, series.day)
        yield volume(series, year, tuple(years), [*blocks, _month_links(months, year, series, site)], site)
        for month, part in months.items():
            yield _month_page(series, date(year, month, 1), part, site)


def _by_month(entries: list[Entry], day: Callable[[Entry], date]) -> dict[int, list[Entry]]:
    """Entries of a year by month, as they come."""
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        found.setdefault(day(entry).month, []).append(entry)
    return found


def volume(
    series: Series[Entry], year: int, years: Sequence[int], blocks: Iterable[str], site: Site
) -> GeneratedPage:
    """A year's page: the way back, its title, the other years, and its blocks."""
    path, words = year_path(series.front, year), site.words
    back = marked(f"[{escape(series.title)}]({address(path, series.front)})", "arkiv-kicker")
    title = words("list.in_year", title=series.title, year=year)
    top = [back, heading(1, escape(title), "sidan"), year_links(path, series.front, years, site)]
    return GeneratedPage(path, document(_meta(series, title, str(year), site), [*top, *blocks]))


def _meta(series: Series[Entry], title: str, when: str, site: Site) -> dict[str, object]:
    """Frontmatter of the page of a year or month."""
    description = site.words("list.in_year_description", title=series.title, year=when)
    meta = {"title": title, "description": description, "arkiv": "year", "section": series.section}
    return meta | ({"unlisted": True} if series.unlisted else {})


def _month_links(months: dict[int, list[Entry]], year: int, series: Series[Entry], site: Site) -> str:
    """Links to the months of a year, with how much each has."""
    page = year_path(series.front, year)
    lines = (
        f"- [{month_name(date(year, month, 1), site.language).capitalize()}]"
        f"({address(page, year_path(series.front, year, month))}) <small>{len(found)}</small>"
        for month, found in months.items()
    )
    return box("div", 'class="arkiv-index"', "\n".join(lines))


def _month_page(series: Series[Entry], first: date, found: list[Entry], site: Site) -> GeneratedPage:
    """A month's page: the way back to its year, its title, and what is in it."""
    path, year = year_path(series.front, first.year, first.month), year_path(series.front, first.year)
    when = f"{month_name(first, site.language)} {first.year}"
    title = site.words("list.in_year", title=series.title, year=when)
    label = site.words("list.in_year", title=series.title, year=first.year)
    top = [
        marked(f"[{escape(label)}]({address(path, year)})", "arkiv-kicker"),
        heading(1, escape(title), "sidan"),
    ]
    meta = _meta(series, title, when, site)
    return GeneratedPage(path, document(meta, [*top, *series.show(found, path)]))
