"""How much of a representative is shown, from most to least (contract, section 2)."""

from enum import Enum
from functools import total_ordering


@total_ordering
class Disclosure(Enum):
    """A step of disclosure; a greater one is stricter and shows less."""

    NAMED = "named"
    ROLE = "role"
    UNNAMED = "unnamed"
    WITHHELD = "withheld"

    rank: int
    """0 for `named`, rising with strictness."""

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)  # of those before it

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Disclosure):
            return NotImplemented
        return self.rank < other.rank

    @property
    def shows_names(self) -> bool:
        """Whether names, contact details, and times and places to come may be shown."""
        return self is Disclosure.NAMED

    @property
    def shows_roles(self) -> bool:
        """Whether a representative is listed at all, if only by role and organisation."""
        return self <= Disclosure.ROLE

    @property
    def is_built(self) -> bool:
        """Whether the network has pages, feeds and search results."""
        return self is not Disclosure.WITHHELD
