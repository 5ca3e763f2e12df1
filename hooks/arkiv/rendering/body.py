"""The body of a page, converted: its HTML, and what others need to know of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Address = Callable[[str], str | None]
"""From a link as it is written to the address in the site; None where the engine must judge it."""


class Unforeseen(Exception):
    """Something that the fast way does not know, so that the engine must render it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `name` is its text as HTML without elements."""

    level: int
    id: str
    name: str


Links = Mapping[str, Mapping[str, str]]
"""For each page or file that is linked to, by its path in docs/: the anchors, and how the link is written."""


@dataclass(frozen=True, slots=True)
class Body:
    """`ids` are what can be linked to in it; `headings` stand in their order."""

    html: str
    headings: tuple[Heading, ...]
    ids: frozenset[str]
    links: Links = field(default_factory=dict)
