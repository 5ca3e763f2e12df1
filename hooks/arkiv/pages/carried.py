"""Items carried over, as links both ways on a meeting's page and as a register."""

from collections.abc import Iterator
from datetime import date

from arkiv.model import Status
from arkiv.pages.dates import dated, written
from arkiv.pages.generated import REGISTERS, RETURNS, GeneratedPage, Site
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import address, box, escape, heading, marked
from arkiv.pages.returns import Point
from arkiv.pages.volumes import LONGEST, Series, by_year, year_links, year_pages
from arkiv.public import PublicItem, PublicMeeting


def both_ways(item: PublicItem, meeting: PublicMeeting, site: Site) -> list[str]:
    """Where an item was first raised and where it has returned; nothing for one that stands alone."""
    parts = _history(Point(meeting, item), meeting.path, site)
    return [marked(" · ".join(parts), "arkiv-returns")] if parts else []


def _history(point: Point, page: str, site: Site) -> list[str]:
    """The first, the previous and the next time, as links with their words."""
    first, previous = site.returns.first(point.key), site.returns.back.get(point.key)
    later = site.returns.onward.get(point.key)
    onward = "coming" if later and later.meeting.status is Status.PLANNED else "next"
    ways = {"first": first, "previous": previous if previous != first else None, onward: later}
    return [_way(key, there, page, site) for key, there in ways.items() if there]


def _way(key: str, there: Point, page: str, site: Site) -> str:
    """One link with its word before it."""
    day = written(there.meeting.date, site.language)
    label = escape(site.words("registers.returns.point", date=day, item=there.item.number))
    link = f"[{label}]({address(page, there.meeting.path, there.item.anchor)})"
    return f"*{site.words(f'registers.returns.{key}')}:*{{ .arkiv-field }} {link}"


def returns_page(site: Site) -> GeneratedPage:
    """Questions that are to return, and below them those that have, as far as one page holds."""
    if not site.returns.carried:
        return introduced(RETURNS, "registers.returns", [site.words("registers.returns.none_open")], site)
    still = [point for point in site.returns.carried if is_open(point, site)]
    over = [point for point in site.returns.carried if not is_open(point, site)]
    shown, closed = still[:LONGEST], over[: LONGEST - min(len(still), LONGEST)]
    years = tuple(by_year(site.returns.carried, _day))
    blocks = [year_links(RETURNS, RETURNS, years, site)]
    blocks.append(heading(2, site.words("registers.returns.open"), "oppna"))
    blocks.append(_lines(shown, RETURNS, site) or site.words("registers.returns.none_open"))
    if closed:
        title = heading(2, site.words("registers.returns.closed"), "har-aterkommit")
        blocks += [title, _lines(closed, RETURNS, site)]
    rest = len(shown) + len(closed) < len(site.returns.carried)
    blocks += [site.words("list.older")] if rest else []
    return introduced(RETURNS, "registers.returns", blocks, site)


def return_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each year in which a question was carried over, open ones and others together."""

    def show(points: list[Point], page: str) -> list[str]:
        return [_lines(points, page, site)]

    series = Series(RETURNS, site.words("registers.returns.title"), REGISTERS, _day, show)
    yield from year_pages(series, site.returns.carried, site)


def _day(point: Point) -> date:
    """When a question was carried over."""
    return point.meeting.date


def is_open(point: Point, site: Site) -> bool:
    """Whether a question is still to return: a planned meeting has not taken it up yet."""
    later = site.returns.onward.get(point.key)
    done = point.carried is not None and point.carried.done is not None
    return not done and (later is None or later.meeting.status is Status.PLANNED)


def _lines(points: list[Point], page: str, site: Site) -> str:
    """Points as a list; empty without any."""
    lines = "\n".join(_line(point, page, site) for point in points)
    return box("div", 'class="arkiv-list"', lines) if lines else ""


def _line(point: Point, page: str, site: Site) -> str:
    """One question: when, what it is called, and what became of it."""
    record, meeting = point.carried, point.meeting
    label = f"{dated(meeting.date, site.language)} {escape(point.item.title or '')}"
    parts = [escape(meeting.network_name)]
    if is_open(point, site) and record and record.plain:
        parts.append(escape(site.words("registers.returns.returns", when=record.plain)))
    if record and record.done:
        done = dated(record.done, site.language)
        parts.append(f"*{site.words('registers.returns.finished')}:*{{ .arkiv-field }} {done}")
    parts += _history(point, page, site)
    link = f"[{label}]({address(page, meeting.path, point.item.anchor)})"
    return f"- {link} <small>{' · '.join(parts)}</small>"
