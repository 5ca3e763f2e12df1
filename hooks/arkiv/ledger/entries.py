"""The ledger as values: what changes between a laxer and a stricter build, and where."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from arkiv.model import Audience
from arkiv.policy.levels import Level


class Kind(StrEnum):
    """What a build leaves out that another one shows; the value is the key of its words."""

    FULL_NAME = "full_name"
    FIRST_NAME = "first_name"
    NAME_PART = "name_part"
    OTHER_FORM = "other_form"
    ADDRESS = "address"
    NUMBER = "number"
    UNREGISTERED = "unregistered"
    ROLE = "role"
    PAGE = "page"
    ITEM = "item"
    ATTACHMENT = "attachment"
    PICTURE = "picture"
    TIME = "time"
    PLACE = "place"
    TAG = "tag"
    LINK = "link"
    WORDING = "wording"


Counts = Counter[Kind]
"""How many of each kind."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page: what stands there, in which item if in one, and which of its kind it is (from 1)."""

    name: str
    item: int | None = None
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; `changed` where the other build does not have it."""

    text: str = field(repr=False)
    changed: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that differs, as both builds show it; `line` is where it begins in the source, from 1.

    `people` are the ids of the hidden people who stand in it; ids may be printed, the pieces may not.
    """

    spot: Spot
    line: int
    laxer: tuple[Piece, ...]
    stricter: tuple[Piece, ...]
    counts: Counts
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that differs. `withheld`: the stricter build does not have it at all.

    `place` is its path as far as it may be printed, since a file may be named after somebody; `group` is
    `meetings`, `networks`, `events` or `pages`.
    """

    path: str = field(repr=False)
    place: str
    group: str
    title: str = field(repr=False)
    withheld: bool
    passages: tuple[Passage, ...]
    counts: Counts

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of the hidden people who stand on it, each once."""
        return tuple(dict.fromkeys(one for passage in self.passages for one in passage.people))


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that differs between two builds for one audience.

    `before` and `after` are the levels as asked for; `of` is how many pages the laxer build makes of sources.
    `followers` are pages that change with the others and say nothing of their own (registers, years,
    neighbours), by their paths as far as those may be printed.
    """

    audience: Audience
    before: Level
    after: Level
    raises: bool
    entries: tuple[Entry, ...]
    followers: tuple[str, ...]
    of: int
    seal: str

    @property
    def counts(self) -> Counts:
        """How many of each kind, on all pages."""
        return sum((entry.counts for entry in self.entries), Counter())

    @property
    def people(self) -> int:
        """How many people are concerned."""
        return len({one for entry in self.entries for one in entry.people})

    @property
    def is_empty(self) -> bool:
        """Whether both builds show the same."""
        return not self.entries and not self.followers
