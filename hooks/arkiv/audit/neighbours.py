"""Words in their order: which stand inside a named person's own name, and which weak ones stand together."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice

from arkiv.audit.findings import FormKind
from arkiv.audit.folding import tokens
from arkiv.audit.forms import Claim, Forms, Pair

_LETTERS = re.compile(rb"[A-Za-z]+")
_BRIDGES = frozenset({b"von", b"van", b"de", b"af", b"der", b"den", b"la", b"el", b"al"})
_SENTENCE_END = re.compile(rb"[.!?]\s")
_FARTHEST = 3
_BETWEEN_LETTERS = frozenset({b"-", b".", b". ", b".-", b" "})


@dataclass(slots=True)
class Walk:
    """A folded text as its words; where each stands is worked out when somebody asks."""

    folded: bytes
    cased: list[bytes]
    lower: list[bytes]
    _spans: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def over(cls, folded: bytes) -> "Walk":
        """The words of a folded text."""
        return cls(folded, tokens(folded), tokens(folded.lower()))

    def places(self, wanted: Collection[bytes]) -> list[int]:
        """Where the wanted words stand, counted in words."""
        if not wanted:
            return []
        return [place for place, token in enumerate(self.lower) if token in wanted]

    def capital(self, place: int) -> bool:
        """Whether the word begins with a capital; letters without case count as one."""
        return self.cased[place][:1].isupper() or self.cased[place].startswith(b"qz")

    def span(self, place: int) -> tuple[int, int]:
        """The word's first byte and the one past its last."""
        missing = place + 1 - len(self._spans)
        if missing > 0:
            after = self._spans[-1][1] if self._spans else 0
            further = islice(_LETTERS.finditer(self.folded, after), missing)
            self._spans += [match.span() for match in further]
        return self._spans[place]

    def between(self, place: int) -> bytes:
        """What stands between this word and the next."""
        return self.folded[self.span(place)[1] : self.span(place + 1)[0]]


def covered(walk: Walk, forms: Forms) -> set[int]:
    """The places that lie inside the full name of somebody who is named."""
    inside: set[int] = set()
    for place in walk.places(forms.named_lengths):
        for length in forms.named_lengths[walk.lower[place]]:
            if tuple(walk.lower[place : place + length]) in forms.named:
                inside.update(range(place, place + length))
            elif _has_initial(walk, place, length, forms):
                inside.update(range(place, place + length + 1))
    return inside | set(_doubles(walk, forms))


def _has_initial(walk: Walk, first: int, length: int, forms: Forms) -> bool:
    """Whether a named person's name of so many words begins here, with an initial before its last one."""
    words = walk.lower[first : first + length + 1]
    if length < 2 or len(words) <= length or len(words[-2]) > 1 or not walk.capital(first + length - 1):
        return False
    said = (*words[:-2], words[-1])
    if said not in forms.named or {(said[0], last) for last in (said[-1], said[-1].removesuffix(b"s"))} & (
        forms.namesakes
    ):
        return False
    gaps = [walk.between(place) for place in range(first, first + length)]
    return gaps[-1] in {b" ", b". ", b"."} and all(gap in {b" ", b"-"} for gap in gaps[:-1])


def _doubles(walk: Walk, forms: Forms) -> Iterator[int]:
    """The places inside a named person's hyphened name, where it is written with its hyphen."""
    for first in walk.places({double[0] for double in forms.named_doubles}):
        for length in {len(double) for double in forms.named_doubles}:
            found = tuple(walk.lower[first : first + length])
            places = range(first, first + len(found))  # fewer at the end of the text
            if found in forms.named_doubles and all(walk.between(place) == b"-" for place in places[:-1]):
                yield from places


def paired(walk: Walk, flagged: set[bytes], excused: set[int], forms: Forms) -> Iterator[tuple[int, Claim]]:
    """Weak words that stand together as a name does."""
    weak = {token for token in flagged if not forms.partners.get(token, set()).isdisjoint(flagged)}
    places = walk.places(weak)
    for number, first in enumerate(places):
        for second in places[number + 1 : number + 1 + _FARTHEST]:
            pair = forms.pairs.get((walk.lower[first], walk.lower[second]))
            if pair and first not in excused and _together(walk, first, second, second in excused, pair):
                yield first, pair.claim


def _together(walk: Walk, first: int, second: int, excused: bool, pair: Pair) -> bool:
    capitals = walk.capital(first) and walk.capital(second)
    if second - first == _FARTHEST:  # "Bo och Eva Berg": they share the surname
        shared = walk.lower[first + 1] == b"och" and walk.capital(first + 2)
        return capitals and shared and pair.ordered and pair.claim.form is not FormKind.INITIALS
    if excused or second - first > _FARTHEST or _is_parted_letter(walk, first, second, pair):
        return False
    if second - first == 2:
        bridge = walk.lower[first + 1] in _BRIDGES or walk.capital(first + 1)
        are_words = len(walk.lower[first] + walk.lower[second]) > 2
        return capitals and bridge and are_words and pair.claim.form is not FormKind.INITIALS
    return _beside(walk, first, pair, capitals=capitals)


def _is_parted_letter(walk: Walk, first: int, second: int, pair: Pair) -> bool:
    """Whether one is a single letter on another line, as an alphabet's headings are; `S.` is an initial."""
    letter = 1 in (len(walk.lower[first]), len(walk.lower[second]))
    gap = walk.folded[walk.span(first)[1] : walk.span(second)[0]]
    wrapped = gap == b".\n" and pair.claim.form is FormKind.INITIALS
    return letter and b"\n" in gap and not wrapped


def _beside(walk: Walk, first: int, pair: Pair, *, capitals: bool) -> bool:
    """Whether a word and the next are a pair; two single letters need more than their order."""
    if len(walk.lower[first]) == len(walk.lower[first + 1]) == 1:
        return pair.ordered and _are_letters_of_one(walk, first)
    if pair.claim.form is FormKind.INITIALS:
        return _initial(walk, first, capitals=capitals)
    if not pair.ordered and _SENTENCE_END.search(walk.between(first)):
        return False
    joined = not walk.between(first).strip(b"-_.,+/") and b" " not in walk.between(first)
    return capitals or joined or (pair.ordered and not pair.strict)


def _initial(walk: Walk, place: int, *, capitals: bool) -> bool:
    """`S. Berg`, `S Berg`, `s.berg`, `s-berg`."""
    between = walk.between(place)
    if capitals:
        return between in {b".", b". ", b" ", b".\n", b"-", b"_"}
    return between in {b".", b"-", b"_"}


def _are_letters_of_one(walk: Walk, place: int) -> bool:
    """`P-O`, `P.O.`, `P O`, but not two letters of an alphabet, each on a line of its own."""
    return walk.capital(place) and walk.capital(place + 1) and walk.between(place) in _BETWEEN_LETTERS
