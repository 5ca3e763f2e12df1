"""Marked texts with names that nobody bears in place of theirs: what detection does when no list can help."""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

_MARK = re.compile(r"\[\[(.*?)\]\]", re.S)
_WORD = re.compile(r"[^\W\d_]{3,}")
_BEGINNINGS = "b br d f fj g gr h j k kl l m n p pr r s sk sl st t tr v z sh kh".split()
_MIDDLES = "a e i o u ä å ö y ai au ou ia".split()
_ENDS = ("", "", "n", "r", "l", "m", "k", "nd", "sh", "t")
_SHORT = 4
"""Letters up to which a name gets two syllables; longer ones get three."""


def invented(marked: str) -> str:
    """A marked text, roster and all, with every name replaced: the same one by the same everywhere.

    Initials and particles stay, and so does an s at the end, which may be a genitive's.
    """
    head, _, body = marked.partition("\n")
    label, _, roster = head.partition(":")
    return f"{label}:{_renamed(roster)}\n" + _MARK.sub(lambda found: f"[[{_renamed(found[1])}]]", body)


def _renamed(name: str) -> str:
    return _WORD.sub(lambda found: _word(found[0]) if found[0][0].isupper() else found[0], name)


def _word(word: str) -> str:
    bare = word.removesuffix("s")
    return _name(bare.casefold()) + ("s" if bare != word else "")


def _name(seed: str) -> str:
    chance = iter(sha256(seed.encode()).digest())
    syllables = 2 if len(seed) <= _SHORT else 3
    said = "".join(_pick(_BEGINNINGS, chance) + _pick(_MIDDLES, chance) for _ in range(syllables))
    return (said + _pick(_ENDS, chance)).capitalize()


def _pick(choice: Sequence[str], chance: Iterator[int]) -> str:
    return choice[next(chance) % len(choice)]
