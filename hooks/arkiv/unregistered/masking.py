"""The constant word in place of names, so that the sentence still reads, and markup stays balanced."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from arkiv.redaction.grammar import definite
from arkiv.redaction.replacement import Words, capitalised
from arkiv.redaction.skeleton import Skeleton
from arkiv.redaction.wording import follows_abbreviation
from arkiv.unregistered.finds import Find
from arkiv.unregistered.lexicon import is_role

_JOINED = re.compile(r",?[ \t]+(?:och|samt|and|&)\s+|,[ \t]+|/")
_TITLE = re.compile(r"(?P<owner>(?:\w+s|vår|min|din|sin|er)[ \t])?(?P<title>[^\W\d_]+)[ \t]$", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.!?]\s|\n|\|\s)[\s\"”»“#>*+-]*(?:\d+[.)]\s)?$")
_REACH = 60


def masked(text: str, skeleton: Skeleton, finds: Sequence[Find], words: Words) -> str:
    """The text with its finds replaced; `finds` have places in the skeleton's readable text, in order."""
    hidden = [*_hidden(skeleton.read, words)]
    together = sorted((*finds, *hidden), key=lambda find: find.start)
    for group in reversed([*_rows(text, skeleton, together)]):
        if all(find in hidden for find in group):
            continue
        start, end = group[0].start, group[-1].end
        said, start = _said(skeleton.read, group, start, words)
        text = _put(text, _pieces(skeleton, start, end), said)
    return text


def _hidden(read: str, words: Words) -> Iterator[Find]:
    """What stands for people already: with those beside them they are said once."""
    said = {words.person: False, words.people: False, words.persons: True, words.peoples: True}
    for match in _one_of(tuple(said)).finditer(read):
        found = match[0][0].lower() + match[0][1:]
        yield Find(match.start(), match.end(), found, found, said.get(found, False), False, True)


@cache
def _one_of(said: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted((re.escape(one) for one in said), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(f'(?i:{one[0]}){one[1:]}' for one in longest)})(?![\w-])")


def _rows(text: str, skeleton: Skeleton, finds: Sequence[Find]) -> Iterator[list[Find]]:
    """People in a row are said once: `A, B och C` become `deltagarna`. Markup between two parts them."""
    row: list[Find] = []
    for find in finds:
        if row and not (_is_joined(text, skeleton, row[-1].end, find.start) and not row[-1].genitive):
            yield row
            row = []
        row.append(find)
    if row:
        yield row


def _is_joined(text: str, skeleton: Skeleton, end: int, start: int) -> bool:
    between = skeleton.read[end:start]
    if not _JOINED.fullmatch(between):
        return False
    return text[skeleton.source(end - 1, end)[1] : skeleton.source(start, start + 1)[0]] == between


def _said(read: str, row: Sequence[Find], start: int, words: Words) -> tuple[str, int]:
    """What comes in place of a row of names, and where it begins: a role before the name says enough."""
    genitive = row[-1].genitive
    title = _TITLE.search(read[max(0, start - _REACH) : start])
    if title and is_role(title["title"]):
        said = title["title"] if title["owner"] else definite(title["title"]) or title["title"]
        ending = "s" if genitive and not said.endswith("s") else ""
        return said + ending, start - len(title["title"]) - 1
    if len(row) > 1:
        said = words.peoples if genitive else words.people
    else:
        said = words.persons if genitive else words.person
    before = read[max(0, start - _REACH) : start]
    opens = _OPENS.search(before) and not follows_abbreviation(before)
    return (capitalised(said) if opens else said), start


def _pieces(skeleton: Skeleton, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of the source that the reader sees between two places; markup lies between them and stays."""
    pieces: list[tuple[int, int]] = []
    for at in range(start, end):
        first, last = skeleton.source(at, at + 1)
        if pieces and first <= pieces[-1][1]:
            pieces[-1] = (pieces[-1][0], max(last, pieces[-1][1]))
        else:
            pieces.append((first, last))
    return pieces


def _put(text: str, pieces: Sequence[tuple[int, int]], said: str) -> str:
    for number, (first, last) in reversed([*enumerate(pieces)]):
        text = text[:first] + (said if number == 0 else "") + text[last:]
    return text
