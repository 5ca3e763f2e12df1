"""From words that are people to stretches of text: what belongs to one name, and how it stands there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from arkiv.data.abbreviations import ABBREVIATIONS
from arkiv.data.first_names import first_names
from arkiv.policy.secrets import HiddenPerson
from arkiv.redaction.accounts import JOINED_INITIAL
from arkiv.redaction.context import Context
from arkiv.redaction.firms import firm
from arkiv.redaction.folding import fold
from arkiv.redaction.lexicon import CAPITAL, NOBLE, Lexicon
from arkiv.redaction.lookup import Hit
from arkiv.redaction.owning import Owning

_INITIALS = re.compile(
    rf"(?<![\w.])(?!{CAPITAL}{{2,4}} {CAPITAL}\b)"
    rf"(?P<letters>{CAPITAL}(?:\.?[-‑ ]?{CAPITAL}){{0,3}})(?P<point>\.?)\s?\Z"
)
"""Not so the `SKR` of `SKR A. Ek`."""
_SHOUTED = re.compile(rf"{CAPITAL}{{2}}\W{{1,3}}\Z")
_LETTERS = (
    rf"{CAPITAL}(?:(?:[.\-‑]{{1,2}}|\.?[ \u00a0]){CAPITAL}(?![^\W\d_]))*"
    r"(?![\w@&'’-]|/(?![A-ZÅÄÖ][a-zåäö])\w)(?:\.(?=[,:;)]|\s+[a-zåäö(+&/]))?"
)
_STEP = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?)"
_AFTER = re.compile(rf"(?:{_STEP}(?:(?:von|van|af|der?|zu|el|la|al|[vadzle])\.?\s?){{0,2}}|[-‑_.]){_LETTERS}")
"""`Karin L`, `Magnus v H`, `Magnus vH`."""
_SMALL_AFTER = re.compile(r" (?P<letters>[a-hj-zäö])(?![\w.:])")
"""`ola b`; `i` and `å` are words."""
_AFTER_COMMA = re.compile(rf",{_STEP}?(?P<letters>{_LETTERS})(?:\.(?!\w))?")
_CUT_SHORT = re.compile(r"\s{1,2}(?P<first>[A-ZÅÄÖ][a-zåäö]{0,3})[-‑:’'.](?P<last>[a-zåäö]{1,8})(?![\w@])")
"""`Pär T-ll`, `Anna L:qvist`."""
_BELONGING = re.compile(r"['’´]s\b|:s\b|['’´](?!\w)")
_PARTICLE_AFTER = re.compile(r"\sv\.?(?=,|\s+och\b|\s*$)")
"""`Rosenstierna, Haleh v.`"""
_OWNER = re.compile(r":s(?!\w)")
_SHORTENED = re.compile(r"\.(?=,|\s+[a-zåäö])")
_ELIDED = re.compile(r"(?<!\w)[^\W\d_]['’´`]$")
"""What stands before `Sullivan` in `O'Sullivan`."""
_DOUBLE = re.compile(r"(?<!\w)[A-ZÅÄÖ][a-zåäö]+[-‑]$")
"""Half of a double first name that nobody registered: `Stig-Sten`, `Lill-Sten`."""
_NUMBERED = re.compile(r"\d{1,4}(?![\w@])")
_DOUBLE_AFTER = re.compile(
    r"[-‑](?P<other>[A-ZÅÄÖ][a-zåäö]{2,})(?![\w@])(?: (?P<last>[A-ZÅÄÖ][a-zåäö]{2,})(?!\w))?"
)
"""The other half of a double name that nobody registered: `Eva-Lena Hallström`, `Berg-Hallström`."""
_QUOTED = re.compile(r"['’‘´]")
_GROWN = re.compile(r"[-‑–](?P<noun>[a-zåäö]{3,})(?![\w@])")
_SEVERAL = re.compile(r"/|\s[/+]\s")
"""What parts two people, and no halves of a name: `Gunilla/Marie`."""
_NAMES_END = "sxz"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the skeleton that is one person's name.

    `person` is given only where it is a whole, exact name. `tail` is the noun that the name was the first
    part of, as in `Lindqvist-rapporten`; `adjective` a name made one. A `firm` is a company called by it;
    `several` are people of one name.
    """

    start: int
    end: int
    person: HiddenPerson | None = None
    genitive: bool = False
    tail: str = ""
    adjective: bool = False
    firm: bool = False
    several: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    """Joins the hits of one text to spans."""

    book: Lexicon
    is_word: Callable[[str], bool]
    context: Context
    hits: dict[int, Hit]
    owning: Owning

    def spans(self) -> Iterator[Span]:
        """Neighbouring hits as one span each."""
        run: list[int] = []
        for at in sorted(self.hits):
            if run and not self._continues(run[-1], at):
                yield self._span(run)
                run = []
            run.append(at)
        if run:
            yield self._span(run)

    def _continues(self, last: int, at: int) -> bool:
        if at - last > 3 or self.hits[last].tail or self.hits[last].adjective:
            return False
        if not all(map(self.context.says_nothing, range(last + 1, at))):
            return False
        between = self.context.between(last, at)
        if _SEVERAL.search(between) or not all(
            self.context.are_close(one, one + 1) for one in range(last, at)
        ):
            return False
        if "," in between:
            together = self._people(self.hits[last]) & self._people(self.hits[at])
            return bool(together) and not self._is_given(self.hits[last]) and self._is_given(self.hits[at])
        return True

    def _people(self, hit: Hit) -> set[str]:
        return {person for part in hit.parts for person in self.book.parts[part].people}

    def _is_given(self, hit: Hit) -> bool:
        return any(self.book.parts[part].given for part in hit.parts)

    def _span(self, run: list[int]) -> Span:
        hit = self.hits[run[-1]]
        start, end = self._start(run, hit), self.context.words[run[-1]].end
        if hit.tail or hit.adjective:
            return Span(start, end, tail=self._read(end - hit.tail, end), adjective=hit.adjective)
        company = firm(self.context.skeleton.read, start, end)
        if company:
            begin, finish, genitive = company
            return Span(begin, finish, genitive=genitive, firm=True)
        grown = _GROWN.match(self.context.skeleton.read, end)
        if grown and len(run) > 1 and not hit.parts:
            return Span(start, grown.end())  # `Carina Sj-berg`
        if grown and self.is_word(grown["noun"]):
            return Span(start, grown.end(), tail=grown["noun"])
        return self._name(run, start, end)

    def _name(self, run: list[int], start: int, end: int) -> Span:
        """A name that stands by itself."""
        hit, read = self.hits[run[-1]], self.context.skeleton.read
        double = _DOUBLE_AFTER.match(read, end)
        if double and not hit.genitive and self._is_name(double["other"].casefold()):
            finish = self._end_of_double(hit, double)
            return Span(start, finish, genitive=self.owning.owns(self.context, run, finish))
        after = None if hit.genitive else self._after(run, end)
        if after:
            owner = _OWNER.match(read, after)
            return Span(start, owner.end() if owner else after, genitive=bool(owner))
        if hit.account and (number := _NUMBERED.match(read, end)):
            return Span(start, number.end())
        if not hit.parts and (point := _SHORTENED.match(read, end)):
            return Span(start, point.end())
        belonging = None if _QUOTED.search(read[:start][-1:]) else _BELONGING.match(read, end)
        hisses = self.context.words[run[-1]].folded[-1] in _NAMES_END
        if belonging and (belonging[0][1:] or hisses):
            end, hisses = belonging.end(), True
        genitive = hisses and self.owning.owns(self.context, run, end)
        alone = run[-1] + 2 not in self.hits  # nothing may depend on another hidden name behind `och`
        genitive = genitive or (alone and self.owning.shares(self.context, run[-1], end))
        genitive = genitive or (belonging is not None and belonging[0][-1] == "s")
        return Span(start, end, self._whole(run), genitive, several=hit.several)

    def _end_of_double(self, hit: Hit, double: re.Match[str]) -> int:
        """Behind the surname too, where the double name is a first name."""
        last = double["last"]
        has_last = (
            last and self._is_given(hit) and double["other"][-1] != "s" and self._is_name(last.casefold())
        )
        return double.end() if has_last else double.end("other")

    def _is_name(self, lowered: str) -> bool:
        """Whether a word that is written with a capital need not be a word at all."""
        return not {lowered, lowered.removesuffix("s")}.isdisjoint(first_names()) or not self.is_word(lowered)

    def _after(self, run: list[int], end: int) -> int | None:
        """Where what is left of a name ends: initials, or the rest cut short; None if there is nothing."""
        read, people = self.context.skeleton.read, self._people(self.hits[run[-1]])
        short = _CUT_SHORT.match(read, end)
        if short and self._is_cut_short(people, fold(short["first"]), fold(short["last"])):
            return short.end()
        if after := _AFTER.match(read, end) or _PARTICLE_AFTER.match(read, end):
            return after.end()
        pattern = _AFTER_COMMA if self.context.words[run[-1]].capital else _SMALL_AFTER
        lettered = pattern.match(read, end)
        return lettered.end() if lettered and self._are_own(lettered["letters"], run) else None

    def _is_cut_short(self, people: set[str], first: str, last: str) -> bool:
        """Whether a part of these people's names begins and ends so."""
        parts = (part for person in people for part in self.book.parts_of[person])
        return any(part.startswith(first) and part.endswith(last) for part in parts)

    def _read(self, start: int, end: int) -> str:
        return self.context.skeleton.read[start:end].casefold()

    def _start(self, run: list[int], hit: Hit) -> int:
        """Where the name begins, with the particles, initials or @ before it."""
        first = self._first_particle(run[0])
        start = self.context.words[first].start
        before = self.context.skeleton.read[max(0, start - 16) : start]
        if before.endswith("@"):
            return start - 1
        if self._is_given(self.hits[run[0]]) and (half := _DOUBLE.search(before)):
            start, before = start - len(half[0]), before[: half.start()]
        if _ELIDED.search(before):
            start, before = start - 2, before[:-2]
        small = JOINED_INITIAL.search(before)
        if small and self._are_own(small["letters"], run):
            return start - len(small[0])
        initials = _INITIALS.search(before)
        return start - len(initials[0]) if initials and self._are_initials(initials, run, hit) else start

    def _first_particle(self, at: int) -> int:
        """The number of the first of the particles that stand before a surname and belong to it."""
        own = {particles for part in self.hits[at].parts for particles in self.book.parts[part].particles}
        for particles in sorted(own, key=len, reverse=True):
            first = at - len(particles)
            words = tuple(self.context.words.folded[max(0, first) : at])
            if particles and words == particles and particles != ("av",) and self._are_straight(first, at):
                return first
        if (
            any(own)
            and at
            and self.context.words[at - 1].folded in (*NOBLE, "v")
            and self._are_straight(at - 1, at)
        ):
            return at - 1
        return at

    def _are_straight(self, first: int, last: int) -> bool:
        gaps = (self.context.between(one, one + 1) for one in range(first, last))
        return all(gap.isspace() or gap in ("-", "‑", ". ") for gap in gaps)

    def _are_initials(self, found: re.Match[str], run: list[int], hit: Hit) -> bool:
        """Whether capitals before a name are its initials, and not `I` or a short word as `AB` or `IT`."""
        said = found["letters"]
        letters = [letter for letter in said.casefold() if letter.isalpha()]
        own, closed = self._are_own(said, run), said.isalpha()
        if found["point"] and self._is_given(self.hits[run[0]]) and len(run) == 1 and len(letters) == 1:
            return False  # a sentence ends with a letter: `Se bilaga B. Stig svarar.`
        if letters in (["i"], ["å"]) and closed and not found["point"]:
            return own and not hit.genitive
        if own or self._is_given(self.hits[run[0]]):
            return own
        if len(letters) == 1 or not closed:
            return True
        is_word = "".join(letters) in ABBREVIATIONS or _SHOUTED.search(found.string[: found.start()])
        return bool(found["point"]) and not is_word

    def _are_own(self, said: str, run: list[int]) -> bool:
        """Whether all letters are initials of those whose name it is."""
        people = self._people(self.hits[run[0]])
        own = {letter for person in people for letter in self.book.initials[person]}
        return all(letter in own for letter in fold(said) if letter.isalpha())

    def _whole(self, run: list[int]) -> HiddenPerson | None:
        """The one person whose whole name this is, letter by letter, written as a name is."""
        if (
            len(run) < 2
            or not all(self.hits[at].exact for at in run)
            or not self.context.words[run[-1]].capital
        ):
            return None
        said = self.context.words.folded[run[0] : run[-1] + 1]
        if self.hits[run[-1]].genitive:
            said[-1] = said[-1][:-1]
        people = {person.id: person for person in self.book.whole.get(tuple(said), ())}
        return next(iter(people.values())) if len(people) == 1 else None


def apart(spans: list[Span]) -> list[Span]:
    """In order; of two that overlap, one that covers both and names nobody."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept
