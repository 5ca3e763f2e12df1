"""Points to take to other bodies, by whom they are for."""

from itertools import groupby

from arkiv.model import RecordKind
from arkiv.pages.generated import REFERRALS, GeneratedPage, Site
from arkiv.pages.introductions import introduced
from arkiv.pages.markdown import escape, heading
from arkiv.pages.records import Found, all_records, in_register


def referrals_page(site: Site) -> GeneratedPage:
    """All points, by receiver from A on and the newest first; those for nobody in particular last."""
    found = all_records(site.archive.meetings, RecordKind.REFERRAL)

    def receiver(one: Found) -> str:
        return site.words.order(one.record.to)

    blocks: list[str] = []
    for _, group in groupby(sorted(found, key=receiver), key=receiver):
        blocks += _section([*group], site)
    return introduced(
        REFERRALS, "registers.referrals", blocks or [site.words("registers.referrals.none")], site
    )


def _section(points: list[Found], site: Site) -> list[str]:
    """The points for one receiver. The anchor is that of the first ever, and does not depend on words."""
    first = points[-1]
    label = escape(first.record.to) if first.record.to else site.words("registers.referrals.nobody")
    title = heading(2, label, f"till-{first.meeting.id}-{first.record.anchor}")
    return [title, *(in_register(point, REFERRALS, site) for point in points)]
