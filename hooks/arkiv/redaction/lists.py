"""Which words stand in one list with another."""

import re
from collections.abc import Iterator

from arkiv.redaction.words import WordList

_LIST = re.compile(r"\s*[,&/+;→*·•]\s*")
_AND = frozenset(("och", "o", "samt", "eller", "resp", "respektive", "and"))


def listed(read: str, words: WordList, at: int) -> Iterator[int]:
    """The words that a comma, a slash or `och` joins with one.

    Args:
        read: the text, as it is read.
        words: its words.
        at: the number of the word.
    """
    for step in (-1, 1):
        other = at + step
        if not 0 <= other < len(words):
            continue
        if _LIST.fullmatch(_between(read, words, at, other)):
            yield other
        elif words[other].folded in _AND and 0 <= other + step < len(words):
            yield other + step


def _between(read: str, words: WordList, one: int, other: int) -> str:
    first, second = sorted((one, other))
    return read[words[first].end : words[second].start]
