"""What detection finds."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Find:
    """A person-like name in a text. One decision settles all places of equal `group`, private as the name."""

    start: int
    end: int
    name: str = field(repr=False)
    group: str = field(repr=False)
    genitive: bool
    settled: bool
    """Whether it is settled as another person: masked, and not reported."""
    certain: bool = False
    """Whether it is surely a person's, so that nobody need be asked what it is."""
