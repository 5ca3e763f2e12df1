"""Which words stand in one list with another."""

import re
from collections.abc import Iterator

from arkiv.redaction.words import WordList

_LIST = re.compile(r"\s*[,&/+;→*·•]\s*")
_AND = frozenset(("och", "o", "samt", "eller", "resp", "respektive", "and"))
_ASIDE_LISTED = re.compile(r"\s?\([^()\n]{1,60}\)\s?[,;/]\s*")
_LONGEST_ASIDE = 8
"""Words in parentheses, and one."""


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
        elif (beyond := _beyond_aside(read, words, at, step)) is not None:
            yield beyond
        elif words[other].folded in _AND and 0 <= other + step < len(words):
            yield other + step


def _beyond_aside(read: str, words: WordList, at: int, step: int) -> int | None:
    """The word that is listed with it but for what one of them has in parentheses: `Hult (ers), Stål`."""
    for other in range(at + 2 * step, at + _LONGEST_ASIDE * step, step):
        if not 0 <= other < len(words):
            return None
        if _ASIDE_LISTED.fullmatch(_between(read, words, at, other)):
            return other
    return None


def _between(read: str, words: WordList, one: int, other: int) -> str:
    first, second = sorted((one, other))
    return read[words[first].end : words[second].start]
