"""Text against the tables of forms. What a text holds is found by sets; only then is it walked."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from arkiv.audit.findings import FormKind
from arkiv.audit.folding import fold, tokens, words
from arkiv.audit.forms import MIN_DIGITS, Claim, Forms, deletions
from arkiv.audit.names import folded_ambiguous, is_another
from arkiv.audit.neighbours import Walk, covered, paired
from arkiv.audit.passages import View
from arkiv.data.ambiguity import is_ambiguous
from arkiv.data.contexts import NAMED_AFTER, PLACE_ENDINGS, STREETS
from arkiv.data.words import ambiguous_groups

_EMAIL = re.compile(rb"[\w.+-]+(?:'[\w.+-]+)*@[\w-]+(?:\.[\w-]+)+")
_AT = re.compile(rb"\s*[\[({]\s*(?:at|a|snabel-?a)\s*[\])}]\s*")
_BROKEN = re.compile(rb"[A-Za-z]*\?[A-Za-z?]*")
_SPACED = re.compile(rb"(?<![A-Za-z])(?:[A-Za-z][ ._*-]{1,2}){3,}[A-Za-z](?![A-Za-z])")
_MAY_BE_SPACED = re.compile(rb"[ ._*-][A-Za-z][ ._*-]{1,2}[A-Za-z][ ._*-]")
"""The inner letters of any such run, which hardly any text has."""

_NUMBER = re.compile(rb"\+?\d[\d ()/.-]{5,40}\d")
_HEXADECIMAL = re.compile(rb"[0-9a-f]{7,}(?![A-Za-z0-9])")
_DIGEST = re.compile(rb"(?<![A-Za-z0-9])(?=[0-9a-f]*\d[a-f]+\d)[0-9a-f]{7,}")
_SHORT_ENDINGS = (
    b"gata gatan vag vagen torg torget plats platsen park parken gard garden skola skolan bro bron backe"
    b" backen kaj kajen alle allen hamn hamnen by torp strand kulle kullen".split()
)
_PLACE_ENDINGS = (
    *(ending + case for ending in _SHORT_ENDINGS for case in (b"", b"s")),
    *(fold(ending) for ending in PLACE_ENDINGS),
)
_NAMED_AFTER = tuple(map(fold, NAMED_AFTER))
_STREETS = frozenset(map(fold, STREETS))


@dataclass(frozen=True, slots=True)
class Hit:
    """A form in a text: `line` counts from 0 in that text, `start` is its place in the folded line."""

    line: int
    start: int
    claim: Claim
    token: bytes = b""  # the misspelt word, whose judgement waits until every word of the site is known


@dataclass(slots=True)
class Matcher:
    """Looks for the forms. Remembers words already judged, so that each is judged once a site."""

    forms: Forms
    vocabulary: set[bytes] = field(default_factory=set)
    _judged: set[bytes] = field(default_factory=set)
    _odd: dict[bytes, Claim] = field(default_factory=dict)
    _odd_words: set[bytes] = field(default_factory=set)
    _flagged: frozenset[bytes] = frozenset()

    def __post_init__(self) -> None:
        self._flagged = frozenset({*self.forms.strong, *self.forms.titled, *self.forms.partners})

    def match(self, text: str, view: View) -> list[Hit]:
        """Every forbidden form in `text`, which has been decoded already."""
        folded = fold(text)
        cased = set(tokens(folded))
        hits = [*self._walked(text, folded, cased)]
        hits += self._signs(folded)
        hits += self._unusual(folded, cased, prose=view is View.PROSE)
        return hits

    def _walked(self, text: str, folded: bytes, cased: set[bytes]) -> Iterator[Hit]:
        present = {token.lower() for token in cased}
        flagged = present & self._flagged
        if not flagged or not self._worth(flagged, cased, titles=not _titles().isdisjoint(present)):
            return
        if any(not token.strip(b"abcdef") for token in flagged):
            folded = _HEXADECIMAL.sub(_without_digest, folded)
        walk = Walk.over(folded)
        excused = covered(walk, self.forms)
        for place in walk.places(flagged):
            claim = None if place in excused else self._alone(text, walk, place)
            if claim:
                yield self._hit(walk, place, self._in_full(walk, place, claim))
        for place, claim in paired(walk, flagged, excused, self.forms):
            yield self._hit(walk, place, claim)

    def _worth(self, flagged: set[bytes], cased: set[bytes], *, titles: bool) -> bool:
        """Whether the flagged words can say anything: a weak one needs a partner, or a title."""
        forms = self.forms
        return any(
            token in forms.strong
            or (titles and token in forms.titled and (token.capitalize() in cased or token.upper() in cased))
            or not forms.partners[token].isdisjoint(flagged)
            for token in flagged
        )

    def _alone(self, text: str, walk: Walk, place: int) -> Claim | None:
        """The claim of one word that needs no partner."""
        token = walk.lower[place]
        claim = self.forms.strong.get(token)
        if claim and (_is_saint(walk, place) or _is_street(walk, place, self.forms.parts[claim.person])):
            return None
        if claim and stands(claim) and not (_is_word_unmarked(claim, token) and not _marked(claim, text)):
            return claim
        titled = self.forms.titled.get(token)
        return titled if titled and _after_title(walk, place) else None

    def _in_full(self, walk: Walk, place: int, claim: Claim) -> Claim:
        """A part that stands beside another part of the same name is the full name."""
        if claim.form not in {FormKind.PART, FormKind.GENITIVE}:
            return claim
        beside = {*walk.lower[max(0, place - 2) : place], *walk.lower[place + 1 : place + 3]}
        others = self.forms.parts[claim.person] - {walk.lower[place]}
        return claim if beside.isdisjoint(others) else Claim(claim.person, FormKind.FULL)

    def _hit(self, walk: Walk, place: int, claim: Claim) -> Hit:
        start, _ = walk.span(place)
        return _at(walk.folded, start, claim)

    def _signs(self, folded: bytes) -> Iterator[Hit]:
        """What is not made of whole words: addresses, numbers, names with letters lost."""
        if b"@" in folded or b"(a" in folded or b"[a" in folded:
            yield from self._emails(folded)
        if self.forms.phones:
            yield from self._phones(folded)
        if b"?" in folded and self.forms.broken:
            yield from self._lost_letters(folded)

    def _emails(self, folded: bytes) -> Iterator[Hit]:
        for match in _EMAIL.finditer(_AT.sub(b"@", folded.lower())):
            claim = self.forms.emails.get(match.group())
            if claim:
                yield Hit(0, 0, claim) if _AT.search(folded) else _at(folded, match.start(), claim)

    def _phones(self, folded: bytes) -> Iterator[Hit]:
        for match in _NUMBER.finditer(folded):
            groups = re.findall(rb"\d+", match.group().replace(b"(0)", b""))
            for joined in _runs(groups):
                if joined in self.forms.phones:
                    yield _at(folded, match.start(), self.forms.phones[joined])

    def _lost_letters(self, folded: bytes) -> Iterator[Hit]:
        for match in _BROKEN.finditer(folded):
            word = re.sub(rb"\?+", b"?", match.group().lower())
            claim = self.forms.broken.get(word) or self.forms.broken.get(word.rstrip(b"?"))
            if claim:
                yield _at(folded, match.start(), claim)

    def _unusual(self, folded: bytes, cased: set[bytes], *, prose: bool) -> Iterator[Hit]:
        """Compounds in any text, misspelt surnames and letter-spaced names in what people read."""
        for token in cased - self._judged:
            self._judge(token)
        odd = cased & self._odd_words
        if prose:
            self.vocabulary |= cased
            yield from self._spaced(folded)
        for token in odd:
            claim = self._odd[token]
            if prose or claim.form is FormKind.COMPOUND:
                start = re.search(rb"(?<![A-Za-z])" + token + rb"(?![A-Za-z])", folded)
                yield _at(folded, start.start() if start else 0, claim, token)

    def _judge(self, token: bytes) -> None:
        self._judged.add(token)
        claim = self._compound(token.lower()) or self._misspelling(token)
        if claim and stands(claim):
            self._odd[token] = claim
            self._odd_words.add(token)

    def _compound(self, token: bytes) -> Claim | None:
        """A long surname with something more behind it, unless the whole is a street or a place."""
        if token in self.forms.named_tokens or token in self.forms.innocent or token.endswith(_PLACE_ENDINGS):
            return None
        for length in range(6, len(token) - 2):
            claim = self.forms.surnames.get(token[:length])
            if claim and not is_ambiguous(token.decode()):  # `skolverket`, where a Skolver is hidden
                return replace(claim, form=FormKind.COMPOUND)
        return None

    def _misspelling(self, token: bytes) -> Claim | None:
        lower = token.lower()
        if not token[:1].isupper() or lower in self._flagged or self._is_other(lower):
            return None
        for stem in {lower, lower.removesuffix(b"s")}:
            for shorter in deletions(stem):
                for surname in sorted(self.forms.deletions.get(shorter, ())):
                    if one_slip(stem, surname) and not is_another(stem, surname):
                        return self.forms.surnames[surname]
        return None

    def _is_other(self, lower: bytes) -> bool:
        """Whether it is a word, or a form of somebody who is named."""
        known = (folded_ambiguous(), self.forms.named_tokens, self.forms.innocent)
        return any(form in some for some in known for form in (lower, lower.removesuffix(b"s")))

    def _spaced(self, folded: bytes) -> Iterator[Hit]:
        if not _MAY_BE_SPACED.search(folded):
            return
        for match in _SPACED.finditer(folded):
            letters = b"".join(tokens(match.group().lower()))
            for start in range(len(letters) - 3):
                for end in range(start + 4, min(len(letters), start + 40) + 1):
                    claim = self.forms.strong.get(letters[start:end])
                    if claim and stands(claim):
                        yield _at(folded, match.start(), Claim(claim.person, FormKind.SPACED))


def _without_digest(match: re.Match[bytes]) -> bytes:
    """Zeros for a digest; digits that only end in letters of one, or a word of them, stay."""
    is_digest = _DIGEST.match(match.string, match.start())
    return b"0" * len(match[0]) if is_digest else match[0]


@cache
def _titles() -> frozenset[bytes]:
    return frozenset(token for title in ambiguous_groups()["roles"] for token in words(title))


@cache
def stands(claim: Claim) -> bool:
    """Whether what the claim rests on is no word, place or month; asked only of forms that a site holds."""
    return not claim.written or not all(is_ambiguous(part) for part in claim.written)


def _is_word_unmarked(claim: Claim, token: bytes) -> bool:
    """Whether a name with diacritics is a word without them, as Måns is "mans"."""
    marked = len(claim.written) == 1 and not claim.written[0].isascii()
    return marked and (token in folded_ambiguous() or is_ambiguous(token.decode()))


def _marked(claim: Claim, text: str) -> bool:
    """Whether the name stands in the text with its diacritics."""
    return bool(re.search(rf"(?<!\w){re.escape(claim.written[0])}s?(?!\w)", _plain(text)))


def _is_saint(walk: Walk, place: int) -> bool:
    """Whether a church, a square or a hospital is called by a saint of that name: `S:t Eriks torg`."""
    before = walk.lower[max(0, place - 2) : place]
    short = before in ([b"s", b"t"], [b"s", b"ta"]) and walk.between(place - 2) == b":"
    return (short or before[-1:] in ([b"sankt"], [b"sankta"])) and walk.between(place - 1) == b" "


def _is_street(walk: Walk, place: int, own: set[bytes]) -> bool:
    """Whether a street is called by this and another's surname: `Lars Kaggsgatan`, `Lars Kaggs gata`."""
    first, second = (*walk.lower[place + 1 : place + 3], b"", b"")[:2]
    if not (first.endswith(_NAMED_AFTER) or (first.endswith(b"s") and second in _STREETS)):
        return False
    return walk.between(place) == b" " and walk.capital(place + 1) and not first.startswith(tuple(own))


def _after_title(walk: Walk, place: int) -> bool:
    """Whether the word stands as a name does: `ordföranden Berg sade`."""
    if not place or walk.lower[place - 1] not in _titles():
        return False
    if not walk.capital(place) or walk.capital(place - 1) or walk.between(place - 1) != b" ":
        return False
    return place + 1 == len(walk.lower) or not (walk.capital(place + 1) and walk.between(place) == b" ")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\u00ad", "")).casefold()


def _runs(groups: list[bytes]) -> Iterator[str]:
    """The digits of neighbouring groups as one number."""
    for first in range(len(groups)):
        joined = ""
        for group in groups[first:]:
            joined += group.decode()
            if len(joined) > 16:
                break
            if len(joined) >= MIN_DIGITS:
                yield joined


def _at(folded: bytes, start: int, claim: Claim, token: bytes = b"") -> Hit:
    line_start = folded.rfind(b"\n", 0, start) + 1
    return Hit(folded.count(b"\n", 0, start), start - line_start, claim, token)


def one_slip(word: bytes, name: bytes) -> bool:
    """Whether one letter more, less, other, or two neighbours swapped, lies between them."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    start = _shared(word, name)
    rest, other = word[start:], name[start:]
    swapped = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return rest[1:] == other or rest == other[1:] or rest[1:] == other[1:] or swapped


def _shared(word: bytes, name: bytes) -> int:
    """How many letters both begin with."""
    for place, (a, b) in enumerate(zip(word, name, strict=False)):
        if a != b:
            return place
    return min(len(word), len(name))
