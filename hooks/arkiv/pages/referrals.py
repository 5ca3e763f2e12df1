"""Points to take to other bodies, by whom they are for."""

from collections.abc import Iterator
from itertools import groupby

from arkiv.model import RecordKind
from arkiv.pages.generated import REFERRALS, REGISTERS, GeneratedPage, Site
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import escape, heading
from arkiv.pages.records import Found, all_records, in_register
from arkiv.pages.registers import held
from arkiv.pages.volumes import Series, by_year, newest, older, year_links, year_pages


def referrals_page(site: Site) -> GeneratedPage:
    """Points by receiver from A on and the newest first, as far as one page holds; those for nobody last."""
    years = by_year(all_records(site.archive.meetings, RecordKind.REFERRAL), held)
    shown = newest(years)
    points = [point for found in shown.values() for point in found]
    links = year_links(REFERRALS, REFERRALS, tuple(years), site)
    blocks = [links, *_by_receiver(points, REFERRALS, site), *older(years, shown, site)]
    none = [site.words("registers.referrals.none")]
    return introduced(REFERRALS, "registers.referrals", blocks if years else none, site)


def referral_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """A page for each year with a point."""

    def show(found: list[Found], page: str) -> Iterator[str]:
        return _by_receiver(found, page, site)

    series = Series(REFERRALS, site.words("registers.referrals.title"), REGISTERS, held, show)
    yield from year_pages(series, all_records(site.archive.meetings, RecordKind.REFERRAL), site)


def _by_receiver(points: list[Found], page: str, site: Site) -> Iterator[str]:
    """Points under whom they are for."""

    def receiver(one: Found) -> str:
        return site.words.order(one.record.to)

    for _, group in groupby(sorted(points, key=receiver), key=receiver):
        yield from _section([*group], page, site)


def _section(points: list[Found], page: str, site: Site) -> list[str]:
    """The points for one receiver. The anchor is the oldest one's, and does not depend on words."""
    first = points[-1]
    label = escape(first.record.to) if first.record.to else site.words("registers.referrals.nobody")
    title = heading(2, label, f"till-{first.meeting.id}-{first.record.anchor}")
    return [title, *(in_register(point, page, site) for point in points)]
