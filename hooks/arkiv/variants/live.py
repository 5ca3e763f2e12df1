"""What is live, read from the link a web server follows; where that is gone, what the log says of it."""

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from arkiv.model import Audience
from arkiv.policy.levels import Levels
from arkiv.variants import receipts
from arkiv.variants.errors import told
from arkiv.variants.layout import Layout, Variant, target_name
from arkiv.variants.manifest import ManifestError

UNKNOWN: Literal[""] = ""
"""A level nobody knows. No id is empty, so it ranks past the strictest, and a build has the strictest."""


class State(StrEnum):
    """What an audience meets."""

    NOTHING = "nothing"
    SITE = "site"
    HOLDING = "holding"
    LOST = "lost"  # no link, but the log tells of one: a copy without links, or somebody removed it
    DOUBTFUL = "doubtful"  # a link, but to something that cannot be believed
    FOREIGN = "foreign"  # no link: something arkiv did not put there, and will not remove


@dataclass(frozen=True, slots=True)
class Live:
    """What an audience meets, and which variant it is; `fault` and `remedy` where it cannot be believed.

    `last` is the step that the log tells of last where the link is lost.
    """

    audience: Audience
    state: State
    variant: Variant | None = None
    fault: str = ""
    remedy: str = ""
    last: receipts.Receipt | None = None

    @property
    def level(self) -> str | None:
        """The current level: None where nothing is live, `UNKNOWN` where it cannot be told."""
        if self.state is State.NOTHING:
            return None
        told = self.variant.manifest if self.variant else self.last
        return (told.level if told else None) or UNKNOWN

    @property
    def closed(self) -> bool:
        """Whether the holding page is up, or was; its level is then the one the audience was closed at."""
        was_closed = self.last is not None and self.last.action is receipts.Action.CLOSED
        return self.state is State.HOLDING or was_closed

    def rank(self, levels: Levels) -> int:
        """How strict it is, beside a level's rank: -1 where nothing is live, past the strictest in doubt."""
        return -1 if self.level is None else levels.rank(self.level)


def read_live(layout: Layout, audience: Audience) -> Live:
    """What this audience meets now.

    Raises:
        DeploymentError: the site folder cannot be read.
    """
    link = layout.link(audience)
    with told(link):
        if not os.path.lexists(link):
            return _unlinked(layout, audience)
        if not link.is_symlink():
            fault = "is not a link that arkiv made"
            return Live(audience, State.FOREIGN, fault=fault, remedy="move it out of the way and run again")
        return _linked(layout, audience, os.readlink(link))  # noqa: PTH115 - the text, not a path made of it


def _unlinked(layout: Layout, audience: Audience) -> Live:
    """Nothing, unless the log says that something was put live: then its level still holds."""
    steps = [one for one in receipts.read(layout) if one.audience is audience]
    last = next((one for one in reversed(steps) if one.action is not receipts.Action.STAGED), None)
    if last is None:
        return Live(audience, State.NOTHING)
    fault = f"its link is gone, and {last.level or 'an unknown level'} was {last.action} last"
    remedy = "build or switch, which makes the link anew, at that level or a stricter one unless you agree"
    return Live(audience, State.LOST, fault=fault, remedy=remedy, last=last)


def _linked(layout: Layout, audience: Audience, target: str) -> Live:
    name = target_name(target)
    if name is None:
        return _doubtful(audience, "leads to something arkiv did not stage")
    try:
        variant = layout.variant(name)
    except ManifestError as error:
        return _doubtful(audience, f"leads to a variant that cannot be believed: {error}")
    if variant.manifest.audience is not audience:
        return _doubtful(audience, f"leads to a site for the {variant.manifest.audience} audience")
    return Live(audience, State.HOLDING if variant.manifest.holding else State.SITE, variant)


def _doubtful(audience: Audience, fault: str) -> Live:
    remedy = "run ./arkiv close, then ./arkiv switch with the level that should be live"
    return Live(audience, State.DOUBTFUL, fault=fault, remedy=remedy)
