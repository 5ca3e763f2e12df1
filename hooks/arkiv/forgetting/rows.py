"""People who stand in frontmatter with one field a line: which of the lines say something of them alone."""

import re
from collections.abc import Callable, Iterator, Sequence, Set

PRIVATE = frozenset({"always_named", "email", "other_names", "phone", "protected"})
"""Fields that go with the person; role and organisation are the seat's."""

SEAT = frozenset({"organization", "role"})
"""Fields that go as well with somebody protected: nobody was ever shown them."""

_KEY = re.compile(r"(?P<lead>\s*(?:-\s+)?)(?P<key>[\w-]+):")


def rows(lines: Sequence[str], names: Callable[[str], bool], private: Set[str]) -> Iterator[list[int]]:
    """For each row that has the person's name on a line of its own, the numbers of its private lines, from 0.

    Args:
        lines: the lines of a frontmatter.
        names: whether a line holds the person's name.
        private: the fields that go.
    """
    for at, line in enumerate(lines):
        found = _KEY.match(line)
        if found and found["key"] == "name" and found["lead"] and names(line):
            column = len(found["lead"])
            yield [*_private(lines, _row(lines, at, column), column, private)]


def _column(line: str) -> int:
    """Where the key, or else the text, of a line begins; 0 for an empty one."""
    found = _KEY.match(line)
    return len(found["lead"]) if found else len(line) - len(line.lstrip())


def _begins(line: str, column: int) -> bool:
    """Whether a line begins a row whose keys stand in this column."""
    found = _KEY.match(line)
    return bool(found and "-" in found["lead"] and len(found["lead"]) == column)


def _row(lines: Sequence[str], at: int, column: int) -> range:
    """The lines of the row that a line belongs to."""
    start = at
    while start and not _begins(lines[start], column) and _column(lines[start - 1]) >= column:
        start -= 1
    end = at + 1
    while end < len(lines) and _column(lines[end]) >= column and not _begins(lines[end], column):
        end += 1
    return range(start, end)


def _private(lines: Sequence[str], row: range, column: int, private: Set[str]) -> Iterator[int]:
    """The private fields of a row, with what is indented under them; its first line is never one of them."""
    inside = False
    for at in row:
        found = _KEY.match(lines[at])
        if _column(lines[at]) == column:
            inside = bool(found and found["key"] in private and not _begins(lines[at], column))
        if inside:
            yield at
