"""Security levels: an ordered, configured list. Later in the list is stricter."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One level: its id, its Swedish label, and a sentence on what it means."""

    id: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels in order of strictness, and the laxest that may be live."""

    order: tuple[Level, ...]
    lowest: Level

    def __iter__(self) -> Iterator[Level]:
        return iter(self.order)

    def __contains__(self, level_id: object) -> bool:
        return any(level.id == level_id for level in self.order)

    def get(self, level_id: str) -> Level:
        """The level with this id.

        Raises:
            KeyError: there is none.
        """
        for level in self.order:
            if level.id == level_id:
                return level
        raise KeyError(level_id)

    def rank(self, level_id: str) -> int:
        """0 for the laxest; an unknown level ranks past the strictest, so that doubt never relaxes."""
        return next((n for n, level in enumerate(self.order) if level.id == level_id), len(self.order))

    @property
    def strictest(self) -> Level:
        """The last level."""
        return self.order[-1]

    def effective(self, current: str | None) -> Level:
        """The level a build without `--level` has (contract, section 4).

        The stricter of the current level and the lowest allowed; an unknown one counts as strictest.
        """
        if current is None:
            return self.lowest
        if current not in self:
            return self.strictest
        return max(self.get(current), self.lowest, key=lambda level: self.rank(level.id))
