"""Markdown as lines that know whether they are internal and whether they are code.

`::: internal` ... `:::` is an internal passage; fenced code is never looked into. Whatever looks like an
attempt to close something, and is not one, is an error: taken for text it would be published.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from arkiv.model import Audience
from arkiv.sources.fields import Problems

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_DIVISION = re.compile(r":{3,}+\s*(?P<word>\S*)")
_ATTEMPT = re.compile(r"[\s>*+-]*(:::|:{1,2}\s*\{?\.?intern|\{?:*\s*internal\s*:::)", re.IGNORECASE)
_NAME = "::: internal"
_ALONE = "write `::: internal`, and `:::` where it ends, each alone on its line"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number in the file, and who may read it."""

    text: str
    number: int
    audience: Audience
    in_fence: bool


def read_lines(text: str, first_line: int, problems: Problems) -> Iterator[Line]:
    """The lines, without the `:::` lines themselves, which are left empty.

    Notes passages and fences that are never closed, and passages inside passages.
    """
    fence, fenced_at, opened = "", 0, 0
    for number, line in enumerate(text.split("\n"), start=first_line):
        if fence:
            yield _line(line, number, opened, in_fence=True)
            fence = "" if _closes(line, fence) else fence
        elif mark := _FENCE.match(line):
            fence, fenced_at = mark["mark"], number
            yield _line(line, number, opened, in_fence=True)
        elif division := _DIVISION.fullmatch(line.strip()):
            opened = _division(division["word"], number, opened, problems)
            yield _line("", number, opened, in_fence=False)
        else:
            if _ATTEMPT.match(line):
                problems.add(number, _NAME, "does not stand alone on its line", _ALONE)
            yield _line(line, number, opened, in_fence=False)
    if fence:
        problems.add(fenced_at, "code", "is never closed", "end it with a line like the one that begins it")
    if opened:
        problems.add(opened, _NAME, "is never closed", "add a line `:::` where the passage ends")


def _line(text: str, number: int, opened: int, *, in_fence: bool) -> Line:
    return Line(text, number, Audience.INTERNAL if opened else Audience.PUBLIC, in_fence)


def _closes(line: str, fence: str) -> bool:
    """As CommonMark has it: the same character, at least as many of them, and nothing else."""
    said = line.strip()
    return said.startswith(fence) and not said.strip(fence[0])


def _division(word: str, number: int, opened: int, problems: Problems) -> int:
    """The line where the open passage began, 0 for none, after this `:::` line."""
    if not word:
        if not opened:
            problems.add(number, _NAME, "`:::` closes nothing", "remove it, or open with `::: internal`")
        return 0
    if word.strip("{}") != "internal":
        problems.add(number, _NAME, "only `internal` is known", "write `::: internal`, or remove the line")
    elif opened:
        what = f"stands inside the passage of line {opened}"
        problems.add(number, _NAME, what, "close that one first with `:::`")
    return opened or number
