"""What is live, read from the link a web server follows and from nothing else."""

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from arkiv.model import Audience
from arkiv.policy.levels import Levels
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
    DOUBTFUL = "doubtful"  # a link, but to something that cannot be believed
    FOREIGN = "foreign"  # no link: something arkiv did not put there, and will not remove


@dataclass(frozen=True, slots=True)
class Live:
    """What an audience meets, and which variant it is; `fault` and `remedy` where it cannot be believed."""

    audience: Audience
    state: State
    variant: Variant | None = None
    fault: str = ""
    remedy: str = ""

    @property
    def level(self) -> str | None:
        """The current level: None where nothing is live, `UNKNOWN` where it cannot be told."""
        if self.state is State.NOTHING:
            return None
        return (self.variant.manifest.level if self.variant else None) or UNKNOWN

    @property
    def closed(self) -> bool:
        """Whether the holding page is up; its level is then the one the audience was closed at."""
        return self.state is State.HOLDING

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
            return Live(audience, State.NOTHING)
        if not link.is_symlink():
            fault = "is not a link that arkiv made"
            return Live(audience, State.FOREIGN, fault=fault, remedy="move it out of the way and run again")
        return _linked(layout, audience, os.readlink(link))  # noqa: PTH115 - the text, not a path made of it


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
