"""Putting a variant live: the one place where an audience's link is changed."""

from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

from arkiv.policy.levels import Levels
from arkiv.variants import receipts
from arkiv.variants.digest import seal, tree_digest
from arkiv.variants.errors import DeploymentError, told
from arkiv.variants.files import point
from arkiv.variants.layout import Layout, Variant
from arkiv.variants.live import Live, State, read_live


class Reason(StrEnum):
    """Why a variant was not published. `is_expected` ones are no fault: it stays staged."""

    LAXER = "laxer"
    CLOSED = "closed"
    TOO_LAX = "too lax"
    CHANGED = "changed"
    IN_DOUBT = "in doubt"

    @property
    def is_expected(self) -> bool:
        """Whether a build that ends so has done what it should."""
        return self in {Reason.LAXER, Reason.CLOSED}


@dataclass(frozen=True, slots=True)
class Published:
    """A variant that is live. `receipt` is None where the log could not be written: tell a person."""

    live: Live
    receipt: receipts.Receipt | None


@dataclass(frozen=True, slots=True)
class Refused:
    """A variant that was not put live; `live` still is."""

    live: Live
    reason: Reason
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.live.audience}: {self.what} - {self.remedy}"


def refusal(variant: Variant, live: Live, levels: Levels, *, by_switch: bool) -> Refused | None:
    """Why this variant may not take the place of what is live, or None. Pure.

    A laxer site than the live one, any site while the holding page is up, and any site where nobody can
    tell what is live, is for `switch` alone. Below the lowest level allowed, and over something arkiv did
    not make, nobody may.
    """
    level = variant.manifest.level
    if level is None or level not in levels or levels.rank(level) < levels.rank(levels.lowest.id):
        return _refused(live, Reason.TOO_LAX)
    if live.state is State.FOREIGN or (live.state is State.DOUBTFUL and not by_switch):
        return Refused(live, Reason.IN_DOUBT, live.fault, live.remedy)
    if live.closed and not by_switch:
        return _refused(live, Reason.CLOSED)
    if levels.rank(level) < live.rank(levels) and not by_switch:
        refused = _refused(live, Reason.LAXER)
        return replace(refused, what=f"{live.fault}: the site is staged only") if live.fault else refused
    return None


_SAID = {
    Reason.TOO_LAX: ("the site is below the lowest level that may be live", "choose a stricter level"),
    Reason.CLOSED: ("the audience is closed, so the site is staged only", "open it with ./arkiv switch"),
    Reason.LAXER: (
        "a stricter site is live, so the site is staged only",
        "lower the level with ./arkiv switch",
    ),
    Reason.CHANGED: ("the site's files are not those that were audited", "build it again"),
}


def _refused(live: Live, reason: Reason) -> Refused:
    return Refused(live, reason, *_SAID[reason])


def publish(layout: Layout, levels: Levels, variant: Variant, instead_of: Live | None) -> Published | Refused:
    """Put a staged variant live, if it may be and is still what was audited. To be called under the lock.

    Raises:
        DeploymentError: the link cannot be changed. What was live is live still.
    """
    live = read_live(layout, variant.manifest.audience)
    # What a person agreed to replace may be gone by now, and what is there may be stricter.
    refused = refusal(variant, live, levels, by_switch=instead_of is not None and instead_of == live)
    if refused is None and not is_unchanged(variant):
        refused = _refused(live, Reason.CHANGED)
    return refused or _put(layout, live, variant, receipts.Action.PUBLISHED)


def close(layout: Layout, live: Live, page: Variant) -> Published:
    """Put a holding page live, over any link. To be called under the lock.

    Raises:
        DeploymentError: the link cannot be changed, or is none: what arkiv did not make, it does not remove.
    """
    if live.state is State.FOREIGN:
        raise DeploymentError(layout.link(live.audience), live.fault, live.remedy)
    return _put(layout, live, page, receipts.Action.CLOSED)


def is_unchanged(variant: Variant) -> bool:
    """Whether a variant's site is what its manifest says that the audit saw.

    Where nothing has touched the files since they were staged that is known; else they are read.
    """
    if variant.manifest.seal and seal(variant.site) == variant.manifest.seal:
        return True
    try:
        return tree_digest(variant.site) == variant.manifest.site
    except DeploymentError:
        return False


def _put(layout: Layout, live: Live, variant: Variant, action: receipts.Action) -> Published:
    audience = variant.manifest.audience
    if live.variant and live.variant != variant:
        # Only collection asks for it. On a full disk the site matters more than what it keeps.
        with suppress(OSError):
            point(layout, layout.previous(audience), live.variant.target)
    with told(layout.link(audience)):
        point(layout, layout.link(audience), variant.target)
    return Published(read_live(layout, audience), _log(layout, action, variant))


def _log(layout: Layout, action: receipts.Action, variant: Variant) -> receipts.Receipt | None:
    receipt = receipts.receipt_for(action, variant)
    try:
        receipts.append(layout, receipt)
    except OSError:  # it is live whatever the log says; to fail now would say that it is not
        return None
    return receipt
