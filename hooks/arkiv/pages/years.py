"""Meetings by year: one page a year, and one that lists the years."""

from collections.abc import Iterator
from datetime import date

from arkiv.pages.charts import chart
from arkiv.pages.generated import MEETINGS, GeneratedPage, Site
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import heading
from arkiv.pages.meetings import meeting_list
from arkiv.pages.volumes import Series, by_year, newest, older, year_links, year_pages
from arkiv.public import PublicMeeting

MOST = 1_200
"""Meetings on a year's page: a line is about 300 bytes."""


def held(meeting: PublicMeeting) -> date:
    """When a meeting is or was."""
    return meeting.date


def meeting_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each year with a meeting, newest first."""

    def show(found: list[PublicMeeting], page: str) -> list[str]:
        return [heading(2, title, "moten"), meeting_list(tuple(found), page, site)]

    def top(found: list[PublicMeeting], year: int) -> list[str]:
        return chart(year, tuple(found), site)

    title = site.words("meetings.title")
    yield from year_pages(
        Series(MEETINGS, title, MEETINGS, held, show, top, MOST), site.archive.meetings, site
    )


def meetings_page(site: Site) -> GeneratedPage:
    """All years, and under them their meetings, as far as one page holds."""
    years = by_year(site.archive.meetings, held)
    blocks, shown = [year_links(MEETINGS, MEETINGS, tuple(years), site, least=1)], newest(years)
    for year, found in shown.items():
        blocks.append(heading(2, str(year), f"ar-{year}"))
        blocks.append(meeting_list(tuple(found), MEETINGS, site))
    blocks += older(years, shown, site)
    return introduced(MEETINGS, "meetings", blocks if years else [site.words("meetings.none")], site)
