"""Meetings by year: one page a year, and one that lists the years."""

from itertools import groupby

from arkiv.pages.charts import chart
from arkiv.pages.generated import MEETINGS, GeneratedPage, Site
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import address, box, document, heading, marked
from arkiv.pages.meetings import meeting_list
from arkiv.public import PublicMeeting


def year_pages(site: Site) -> list[GeneratedPage]:
    """A page for each year with a meeting, newest first."""
    years = _by_year(site)
    return [_year_page(year, found, tuple(years), site) for year, found in years.items()]


def _by_year(site: Site) -> dict[int, tuple[PublicMeeting, ...]]:
    """Meetings by year, both newest first."""
    groups = groupby(site.archive.meetings, key=lambda meeting: meeting.date.year)
    return {year: tuple(found) for year, found in groups}


def year_path(year: int) -> str:
    """Where the page of a year is."""
    return f"moten/{year}/index.md"


def _year_page(
    year: int, found: tuple[PublicMeeting, ...], years: tuple[int, ...], site: Site
) -> GeneratedPage:
    """All meetings of a year."""
    words, path = site.words, year_path(year)
    meta = {"title": words("meetings.year", year=year), "arkiv": "year", "section": MEETINGS}
    meta["description"] = words("meetings.year_description", year=year)
    blocks = [
        marked(f"[{words('meetings.title')}]({address(path, MEETINGS)})", "arkiv-kicker"),
        heading(1, words("meetings.year", year=year), "sidan"),
        year_links(path, years, site),
        *chart(year, found, site),
        heading(2, words("meetings.title"), "moten"),
        meeting_list(found, path, site),
    ]
    return GeneratedPage(path, document(meta, blocks))


def year_links(page: str, years: tuple[int, ...], site: Site) -> str:
    """Links to every year; the one that is shown is said, not linked."""
    lines = [f"- **{year}**" if year_path(year) == page else _link(page, year) for year in years]
    label = site.words("meetings.years")
    return box("nav", f'class="arkiv-years" aria-label="{label}"', "\n".join(lines)) if lines else ""


def _link(page: str, year: int) -> str:
    """A link to a year, in a list."""
    return f"- [{year}]({address(page, year_path(year))})"


def meetings_page(site: Site) -> GeneratedPage:
    """All years, and all meetings under them."""
    years, words = _by_year(site), site.words
    blocks = [year_links(MEETINGS, tuple(years), site)]
    for year, found in years.items():
        blocks.append(heading(2, str(year), f"ar-{year}"))
        blocks.append(meeting_list(found, MEETINGS, site))
    return introduced(MEETINGS, "meetings", blocks if years else [words("meetings.none")], site)
