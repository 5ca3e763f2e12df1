"""Two versions of a text laid side by side, word by word."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from arkiv.ledger.entries import Piece

Stretch = tuple[int, int]
"""Start and end in a text."""

_TOKEN = re.compile(r"\w+|\n|[^\S\n]+|[^\w\s]")
_WORD = re.compile(r"\w|\n")
_ENDS = " \t,;"


def differences(one: str, other: str) -> tuple[list[Stretch], list[Stretch]]:
    """The stretches of each text that the other does not have, in order.

    Stretches that only a space or a comma parts are one: names are told whole, as they were hidden.
    """
    tokens, others = _TOKEN.findall(one), _TOKEN.findall(other)
    codes = SequenceMatcher(None, tokens, others).get_opcodes()
    starts, other_starts = _starts(tokens), _starts(others)
    changed = [_trimmed(code, tokens, others) for code in _joined(list(codes), tokens) if code[0] != "equal"]
    here = [(starts[first], starts[last]) for first, last, _, _ in changed if last > first]
    there = [(other_starts[first], other_starts[last]) for _, _, first, last in changed if last > first]
    return here, there


Code = tuple[str, int, int, int, int]
"""What was done, where in the tokens of the one text, and where in those of the other."""


def _joined(codes: list[Code], tokens: list[str]) -> Iterator[Code]:
    """The codes, a change that only marks part from the next joined with it."""
    at = 0
    while at < len(codes):
        code = codes[at]
        while code[0] != "equal" and at + 2 < len(codes) and _is_thin(codes[at + 1], tokens):
            code = ("replace", code[1], codes[at + 2][2], code[3], codes[at + 2][4])
            at += 2
        yield code
        at += 1


def _trimmed(code: Code, tokens: list[str], others: list[str]) -> tuple[int, int, int, int]:
    """A change without what both begin or end with."""
    _, start, end, other_start, other_end = code
    while start < end and other_start < other_end and tokens[start] == others[other_start]:
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end and tokens[end - 1] == others[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    return start, end, other_start, other_end


def _is_thin(code: Code, tokens: list[str]) -> bool:
    """Whether an equal part holds no word and no end of a line."""
    return code[0] == "equal" and not any(_WORD.search(token) for token in tokens[code[1] : code[2]])


def _starts(tokens: list[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def overlap(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def union(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches in order, those that overlap or touch joined."""
    kept: list[Stretch] = []
    for start, end in sorted(stretches):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return kept


def pieces(text: str, stretches: Iterable[Stretch]) -> tuple[Piece, ...]:
    """The whole text in pieces, the stretches marked as changed but for spaces and commas at their ends."""
    marked = [_bare(text, stretch) for stretch in union(stretches)]
    edges = sorted({0, len(text), *(edge for stretch in marked for edge in stretch)})
    return tuple(Piece(text[first:last], (first, last) in marked) for first, last in pairwise(edges))


def _bare(text: str, stretch: Stretch) -> Stretch:
    said = text[slice(*stretch)]
    if not _WORD.search(said):
        return stretch
    left = len(said) - len(said.lstrip(_ENDS))
    return stretch[0] + left, stretch[0] + len(said.rstrip(_ENDS))
