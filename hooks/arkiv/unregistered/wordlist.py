"""The Swedish dictionary read for speed: whether a word is simple, a compound, or a proper name in it.

`arkiv.data.dictionary` asks Hunspell, which takes ten milliseconds for a word it does not know. Detection
asks about every capitalised word of an archive, so the same two files are read here as a set of stems and a
table of endings. It is more generous than Hunspell about compounds, and says so: callers decide what a
compound proves.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from arkiv.data.dictionary import entries

_NO_WORD = "%Z"
"""Flags of what is forbidden, and of what only stands inside compounds."""

_NEEDS_ENDING = "¤"
_LINKS = ("", "s", "e", "o", "u", "-")
_CUT = ("a", "e")
"""What a first part may add to its stem, or lose: barn+s, flick(a)."""

_SHORTEST_FIRST, _SHORTEST_LAST = 2, 4
"""Letters. Shorter last parts would make a compound of nearly any name."""


@dataclass(frozen=True, slots=True)
class _Ending:
    flag: str
    strip: str
    condition: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Book:
    stems: Mapping[str, str]
    endings: dict[str, list[_Ending]]
    longest: int


@cache
def _book() -> _Book:
    folder = files("arkiv.data").joinpath("hunspell-sv")
    endings = _endings(folder.joinpath("sv_SE.aff").read_text("utf-8"))
    return _Book(entries(), endings, max(map(len, endings)))


def _endings(text: str) -> dict[str, list[_Ending]]:
    endings: dict[str, list[_Ending]] = defaultdict(list)
    for line in text.splitlines():
        parts = line.split()
        if len(parts) < 5 or parts[0] != "SFX":
            continue
        added, _, further = parts[3].partition("/")
        if not set(further) & set(_NO_WORD):
            condition = re.compile(f"{parts[4]}$")
            endings["" if added == "0" else added].append(
                _Ending(parts[1], parts[2].replace("0", ""), condition)
            )
    return endings


def _is_form(word: str) -> bool:
    """Whether a word, as cased, stands in the dictionary or is an inflected form of what does."""
    book = _book()
    flags = book.stems.get(word)
    if flags is not None and not set(flags) & set(_NO_WORD + _NEEDS_ENDING):
        return True
    return any(_fits(book, word, length) for length in range(min(book.longest, len(word) - 1) + 1))


def _fits(book: _Book, word: str, length: int) -> bool:
    root = word[: len(word) - length]
    for ending in book.endings.get(word[len(root) :], ()):
        stem = root + ending.strip
        flags = book.stems.get(stem)
        if (
            flags
            and ending.flag in flags
            and not set(flags) & set(_NO_WORD)
            and ending.condition.search(stem)
        ):
            return True
    return False


@cache
def is_simple(word: str) -> bool:
    """Whether the lower-case form is a simple or inflected Swedish word."""
    return _is_form(word.lower())


@cache
def is_entry(word: str) -> bool:
    """Whether the word as written heads an entry, which its inflected forms do not."""
    return word in _book().stems and is_simple(word)


def ends_in_definite_noun(lowered: str) -> bool:
    """Whether a long word ends it that is no entry, and looks definite: `tornet`, not `resen` (Thoresen)."""
    ends = (lowered[at:] for at in range(_SHORTEST_OTHER, len(lowered) - _SHORTEST_NOUN + 1))
    return any(end.endswith(_DEFINITE) and is_simple(end) and not is_entry(end) for end in ends)


_SHORTEST_OTHER, _SHORTEST_NOUN = 3, 6
"""Letters of such a noun, and of what stands before it."""

_DEFINITE = ("et", "en", "na")


@cache
def is_proper(word: str) -> bool:
    """Whether the dictionary has the word with a capital only: Malin, Göteborg, Lindqvist."""
    return _is_form(word) and not is_simple(word)


_OF_PLACES = "evdDGEX"
"""Flags of proper names that have inhabitants, adjectives or compounds, as places and companies have."""


@cache
def is_place_or_body(word: str) -> bool:
    """Whether the dictionary inflects the name as it does those of places and companies: Onsala."""
    return bool(set(_book().stems.get(word, "")) & set(_OF_PLACES)) and not is_simple(word)


@cache
def compound_end(word: str) -> str | None:
    """The last part of a closed compound of Swedish words, in lower case; None for what is no compound."""
    lowered = word.lower()
    for cut in range(_SHORTEST_FIRST, len(lowered) - _SHORTEST_LAST + 1):
        if _is_form(lowered[cut:]) and _may_begin(lowered[:cut]):
            return lowered[cut:]
    return None


def _may_begin(part: str) -> bool:
    if len(part) > 2 and (is_simple(part) or any(is_simple(part + cut) for cut in _CUT)):
        return True
    flags = _book().stems.get(part, "")
    if "X" in flags:
        return True
    return any(
        link and part.endswith(link) and len(part) > 3 and is_simple(part[: -len(link)]) for link in _LINKS
    )
