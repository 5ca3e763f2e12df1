"""The lines of a site that have not been read before, beside the same neighbour."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

BREAK = " zq zq zq"
"""Put between words that do not follow each other, so that nobody's name is made of two of them."""

LINE_FEED = "\0"
"""A line feed that parts no word: dropped when letters are compared, counted when lines are."""

_BLANK = re.compile(r"\n(?:[ \t\r]*\n)+[ \t]*")


@dataclass(frozen=True, slots=True)
class Fresh:
    """The unread lines of a text, joined; what does not belong together is kept apart by `BREAK`."""

    text: str
    _lines: list[str]
    _places: list[int]
    keys: list[int]

    def number(self, line: int) -> int:
        """The number in the file of a line of `text`; lines of `text` count from 0, a file's from 1."""
        place = self._places[min(line, len(self._places) - 1)]
        return 1 + place + sum(before.count(LINE_FEED) for before in self._lines[:place])

    def line(self, line: int) -> str:
        """The line itself."""
        return self._lines[self._places[min(line, len(self._places) - 1)]]


@dataclass(slots=True)
class Memory:
    """Which pairs of neighbouring lines have been read and found clean."""

    _seen: set[int] = field(default_factory=set)

    def fresh(self, text: str) -> Fresh | None:
        """The lines of `text` that are new, each with the line before it; None if there are none.

        Two lines are remembered together, since a name may stand on both.
        """
        if "\n" not in text:
            return self._fresh_line(text)
        lines = _BLANK.sub(_without_blanks, text).split("\n")
        keys = list(map(hash, pairwise(("", *lines))))
        new = [place for place, key in enumerate(keys) if key not in self._seen]
        if not new:
            return None
        wanted = sorted({*new, *(place - 1 for place in new if place)})
        after = (*wanted[1:], wanted[-1] + 1)
        chosen = [
            lines[place] if place + 1 == following else lines[place] + BREAK
            for place, following in zip(wanted, after, strict=True)
        ]
        return Fresh("\n".join(chosen), lines, wanted, [keys[place] for place in new])

    def _fresh_line(self, line: str) -> Fresh | None:
        """The same for a text of one line, as most in an index are."""
        key = hash(("", line))
        return None if key in self._seen else Fresh(line + BREAK, [line], [0], [key])

    def knows(self, line: str) -> bool:
        """Whether a text of one line has been found clean."""
        return hash(("", line)) in self._seen

    def learn(self, lines: Iterable[str]) -> None:
        """Remember texts of one line that were found clean."""
        self._seen.update(hash(("", line)) for line in lines)

    def clean(self, fresh: Fresh) -> None:
        """Remember that nothing was found in these lines."""
        self._seen.update(fresh.keys)


def _without_blanks(match: "re.Match[str]") -> str:
    return LINE_FEED * (match.group().count("\n") - 1) + "\n"
