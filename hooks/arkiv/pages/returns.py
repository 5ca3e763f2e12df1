"""Items carried over: where each was first raised, and where it has returned.

An item with a record of return comes back at the first later meeting of its network that has an item of the
same title, or where the record says (`till: 2025-01-17-kommunchefer#punkt-3`). `klar: DATE` closes it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from arkiv.model import RecordKind, Status
from arkiv.public import PublicItem, PublicMeeting, PublicRecord

Key = tuple[str, int]
"""A meeting's path and an item's number."""

_REFERENCE = re.compile(r"(?P<meeting>\d{4}-\d{2}-\d{2}-[a-z0-9-]+)#punkt-(?P<item>\d+)")
_WORD = re.compile(r"\w+")
_ROUTINE = 3
"""A title that so many meetings had without a return is a heading of every agenda, not a question."""


@dataclass(frozen=True, slots=True)
class Point:
    """An item of a meeting."""

    meeting: PublicMeeting
    item: PublicItem

    @property
    def key(self) -> Key:
        """What it is looked up by."""
        return self.meeting.path, self.item.number

    @property
    def carried(self) -> PublicRecord | None:
        """The record that says that it returns."""
        records = (block for block in self.item.blocks if isinstance(block, PublicRecord))
        return next((record for record in records if record.kind is RecordKind.RETURN), None)


@dataclass(frozen=True, slots=True)
class Returns:
    """From each point to the next one on the same question, and back."""

    carried: tuple[Point, ...]
    onward: Mapping[Key, Point]
    back: Mapping[Key, Point]

    def first(self, key: Key) -> Point | None:
        """Where a question was first raised; None where it was raised here. A later point leads back."""
        found = self.back.get(key)
        while found and (earlier := self.back.get(found.key)):
            found = earlier
        return found


def returns(networks: Iterable[tuple[PublicMeeting, ...]]) -> Returns:
    """All points that return. The meetings are those of each network, newest first."""
    found, onward = list[Point](), dict[Key, Point]()
    held = [
        [one for one in reversed(meetings) if one.status is not Status.CANCELLED] for meetings in networks
    ]
    points = {
        (one.id, item.number): Point(one, item) for meetings in held for one in meetings for item in one.items
    }
    for meetings in held:
        found += _by_title(meetings, onward)
    for point in found:
        if later := _said(point, points):
            onward[point.key] = later
    earlier = {point.key: point for point in found}
    back = {later.key: earlier[key] for key, later in onward.items()}
    newest = sorted(found, key=lambda point: (point.meeting.date, point.key), reverse=True)
    return Returns(tuple(newest), onward, back)


def _by_title(meetings: list[PublicMeeting], onward: dict[Key, Point]) -> Iterator[Point]:
    """The carried points of one network, oldest first; those that meet their title again are noted."""
    routine = _routine(meetings)
    waiting: dict[str, Point] = {}
    for meeting in meetings:
        met: dict[str, Point] = {}
        for item in meeting.items:
            point, title = Point(meeting, item), _bare(item)
            if title in waiting:
                onward[waiting.pop(title).key] = point
            if point.carried:
                yield point
                if title not in routine and not point.carried.done:
                    met[title] = point
        waiting |= met


def _routine(meetings: list[PublicMeeting]) -> set[str]:
    """Titles of every agenda, and the empty one of a closed item."""
    points = (Point(meeting, item) for meeting in meetings for item in meeting.items)
    counts = Counter(_bare(point.item) for point in points if not point.carried)
    return {title for title, count in counts.items() if count >= _ROUTINE} | {""}


def _bare(item: PublicItem) -> str:
    """A title without case and marks."""
    return " ".join(_WORD.findall((item.title or "").casefold()))


def _said(point: Point, points: Mapping[tuple[str, int], Point]) -> Point | None:
    """The point that a record names; only a later one, so that no question goes in circles."""
    said = point.carried.to if point.carried else None
    match = _REFERENCE.fullmatch(said or "")
    later = points.get((match["meeting"], int(match["item"]))) if match else None
    return later if later and _time(later) > _time(point) else None


def _time(point: Point) -> tuple[date, int, int]:
    return point.meeting.date, point.meeting.number, point.item.number
