"""Where in a text hidden names stand: words first, then what their neighbours say of them."""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field

from arkiv.data.contexts import PLACE_ENDINGS
from arkiv.policy.secrets import HiddenPerson
from arkiv.redaction.context import Context, Word, are_close
from arkiv.redaction.folding import fold, sound
from arkiv.redaction.lexicon import COMPOUND_LENGTH, FUZZY_LENGTH, PARTICLES, WORD, Lexicon, is_slip, slips
from arkiv.redaction.skeleton import Skeleton

_INITIALS = re.compile(r"(?:(?<!\w)[A-ZÅÄÖ]\.?(?:[-\s]?[A-ZÅÄÖ]\.?)*\s|(?<!\w)[A-ZÅÄÖ]\.|@)$")
_SPACED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_][ \t.\-_·]{1,2}){3,}[^\W\d_](?![^\W\d_])")
_PLACE_ENDINGS = tuple(fold(ending) for ending in PLACE_ENDINGS)
_NAMES_END = "sxz"


@dataclass(slots=True)
class Hit:
    """A word that belongs to hidden names: the folded parts it is a form of."""

    parts: set[str]
    sure: bool
    genitive: bool = False
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the skeleton that is one person's name; `person` only where it is a whole, exact one."""

    start: int
    end: int
    person: HiddenPerson | None
    genitive: bool


@dataclass(slots=True)
class Matcher:
    """Finds hidden names by one lexicon; `is_word` tells Swedish words, `is_place` places."""

    book: Lexicon
    is_word: Callable[[str], bool]
    is_place: Callable[[str], bool]
    _memory: dict[tuple[str, bool], Hit | None] = field(default_factory=dict)

    def spans(self, skeleton: Skeleton, known: Set[str]) -> list[Span]:
        """The stretches to replace, in order, none touching another.

        Args:
            skeleton: the text.
            known: ids of hidden people whom the page knows; only they are looked for where a name is also a word.
        """
        words = [Word(m[0], m.start(), m.end(), _capital(skeleton, m)) for m in WORD.finditer(skeleton.folded)]
        hits = self._hits(skeleton, words, known)
        spans = list(self._joined(skeleton, words, hits))
        spans += [Span(m.start(), m.end(), None, False) for m in self._spaced(skeleton)]
        return _apart(spans)

    def _hits(self, skeleton: Skeleton, words: list[Word], known: Set[str]) -> dict[int, Hit]:
        own = self._named(skeleton, words)
        found = {at: hit for at, word in enumerate(words) if at not in own and (hit := self._hit(skeleton, word))}
        context = Context(skeleton, words, self.is_place)
        sure = {at: hit for at, hit in found.items() if hit.sure}
        for at, hit in found.items():
            if not hit.sure and self._is_person(at, hit, found, context, known):
                sure[at] = hit
        for at in list(sure):
            sure.update(self._neighbours(at, sure, words, own, skeleton))
        return sure

    def _named(self, skeleton: Skeleton, words: list[Word]) -> set[int]:
        """The words that stand in the full name of somebody who is named in this build."""
        own: set[int] = set()
        for at, word in enumerate(words):
            for series in self.book.named.get(word.folded, ()):
                if _stands(series, words, at, skeleton):
                    own |= set(range(at, at + len(series)))
                    break
        return own

    def _hit(self, skeleton: Skeleton, word: Word) -> Hit | None:
        read = skeleton.read[word.start : word.end]
        memo = (read, word.capital)
        if memo not in self._memory:
            self._memory[memo] = self._looked_up(word.folded, read, word.capital)
        hit = self._memory[memo]
        return None if hit is None else Hit(set(hit.parts), hit.sure, hit.genitive, hit.exact)

    def _looked_up(self, folded: str, read: str, capital: bool) -> Hit | None:
        exact = self._exact(folded, read, capital)
        if exact or len(folded) < FUZZY_LENGTH:
            return exact
        return self._lost(folded) or self._similar(folded, read, capital) or self._compound(folded, read)

    def _exact(self, folded: str, read: str, capital: bool) -> Hit | None:
        genitive = folded[:-1] if folded.endswith("s") and len(folded) > 2 else ""
        for form in filter(None, (folded, genitive)):
            part = self.book.parts.get(form)
            if part is not None:
                common = part.common or (not capital and self.is_word(read))
                small = not capital and len(form) < 4
                return Hit({form}, sure=not common and not small, genitive=form == genitive)
            if form in self.book.joined:
                return Hit(set(), sure=True, genitive=form == genitive, exact=False)
        return None

    def _lost(self, folded: str) -> Hit | None:
        """A word with lost letters."""
        if "\ufffd" not in folded:
            return None
        pattern = re.compile(re.sub("\ufffd+", r"[^\\W\\d_]{1,3}", folded) + "s?")
        parts = {part for part in self.book.parts if pattern.fullmatch(part)}
        return Hit(parts, sure=True, exact=False) if parts else None

    def _similar(self, folded: str, read: str, capital: bool) -> Hit | None:
        """A misspelling; the exact form of a named person's name is none, nor is a word."""
        if not capital or folded in self.book.named_parts or folded.removesuffix("s") in self.book.named_parts:
            return None
        for form in dict.fromkeys((folded, folded.removesuffix("s"))):
            parts = self.near(form)
            if parts and not any(self.book.parts[part].common for part in parts) and self._is_slip_of(form, read, parts):
                return Hit(parts, sure=True, genitive=form != folded, exact=False)
        return None

    def _is_slip_of(self, form: str, read: str, parts: set[str]) -> bool:
        if not self.is_word(read) and not self.is_word(read.removesuffix("s")):
            return True
        return any(sound(part) == sound(form) for part in parts) and not self.is_word(read.casefold())

    def near(self, form: str) -> set[str]:
        """The parts that sound like this form, or differ from it by one slip."""
        if len(form) < FUZZY_LENGTH:
            return set()
        candidates = {part for slip in slips(form) for part in self.book.slips.get(slip, ())}
        return {part for part in candidates if is_slip(part, form)} | self.book.sounds.get(sound(form), set())

    def _compound(self, folded: str, read: str) -> Hit | None:
        """A name with a noun grown onto it; streets and the like that were named after others stay."""
        for length in range(COMPOUND_LENGTH, len(folded) - 1):
            if folded[:length] in self.book.beginnings and not folded.endswith(_PLACE_ENDINGS):
                if not self.is_word(read) and not self.is_word(read.casefold()):
                    return Hit({folded[:length]}, sure=True, exact=False)
        return None

    def _is_person(self, at: int, hit: Hit, found: dict[int, Hit], context: Context, known: Set[str]) -> bool:
        """Whether a word that need not be a name is one here."""
        people = self._people(hit)
        for other in context.beside(at):
            if other in found and people & self._people(found[other]) and found[other].parts != hit.parts:
                return True
        if not context.words[at].capital:
            return context.is_handle(at) and bool(people & known)
        if context.after_title(at) or context.is_handle(at):
            return True
        return bool(people & known) and context.reads_as_person(at, genitive=hit.genitive)

    def _people(self, hit: Hit) -> set[str]:
        return {person for part in hit.parts for person in self.book.parts[part].people}

    def _neighbours(
        self, at: int, sure: dict[int, Hit], words: list[Word], own: set[int], skeleton: Skeleton
    ) -> Iterator[tuple[int, Hit]]:
        """Words beside a hit that belong to it: a misspelt half of the same name, an unknown surname."""
        people = self._people(sure[at])
        for other in (at - 1, at + 1):
            if not 0 <= other < len(words) or other in sure or other in own or not words[other].capital:
                continue
            first, second = sorted((at, other))
            if not are_close(skeleton, words[first], words[second]):
                continue
            parts = {part for part in self.near(words[other].folded) if self.book.parts[part].people & people}
            surname = other > at and self._is_surname(at, other, sure, words, skeleton)
            if parts or surname:
                yield other, Hit(parts, sure=True, exact=False)

    def _is_surname(self, at: int, other: int, sure: dict[int, Hit], words: list[Word], skeleton: Skeleton) -> bool:
        """A capitalised word that is no word, straight after a hidden given name."""
        given = any(self.book.parts[part].given for part in sure[at].parts)
        read = skeleton.read[words[other].start : words[other].end]
        straight = between(skeleton, words, at, other) in (" ", "-")
        return given and straight and len(read) > 2 and not self.is_word(read.casefold()) and not self.is_place(read)

    def _joined(self, skeleton: Skeleton, words: list[Word], hits: dict[int, Hit]) -> Iterator[Span]:
        """Neighbouring hits as one span each."""
        run: list[int] = []
        for at in sorted(hits):
            if run and not self._continues(run[-1], at, hits, words, skeleton):
                yield self._span(run, hits, words, skeleton)
                run = []
            run.append(at)
        if run:
            yield self._span(run, hits, words, skeleton)

    def _continues(self, last: int, at: int, hits: dict[int, Hit], words: list[Word], skeleton: Skeleton) -> bool:
        inside = words[last + 1 : at]
        if any(word.folded not in PARTICLES and len(word.folded) > 1 for word in inside) or len(inside) > 2:
            return False
        if not all(are_close(skeleton, words[one], words[one + 1]) for one in range(last, at)):
            return False
        if "," in between(skeleton, words, last, at):
            together = self._people(hits[last]) & self._people(hits[at])
            return bool(together) and not self._is_given(hits[last]) and self._is_given(hits[at])
        return True

    def _is_given(self, hit: Hit) -> bool:
        return any(self.book.parts[part].given for part in hit.parts)

    def _span(self, run: list[int], hits: dict[int, Hit], words: list[Word], skeleton: Skeleton) -> Span:
        first, last = run[0], run[-1]
        start, end = _with_initials(words[first].start, skeleton.read), words[last].end
        genitive = hits[last].genitive
        belonging = re.match(r"[’'´:](?:s\b|(?!\w))", skeleton.read[end : end + 3])
        if belonging and (belonging[0][1:] or words[last].folded[-1] in _NAMES_END):
            end, genitive = end + len(belonging[0]), True
        return Span(start, end, self._whole(run, hits, words), genitive)

    def _whole(self, run: list[int], hits: dict[int, Hit], words: list[Word]) -> HiddenPerson | None:
        """The one person whose whole name this is, letter by letter."""
        if not all(hits[at].exact for at in run):
            return None
        said = [words[at].folded for at in range(run[0], run[-1] + 1)]
        if hits[run[-1]].genitive:
            said[-1] = said[-1][:-1]
        people = {person.id: person for person in self.book.whole.get(tuple(said), ())}
        return next(iter(people.values())) if len(people) == 1 and len(run) > 1 else None

    def _spaced(self, skeleton: Skeleton) -> Iterator[re.Match[str]]:
        """Letter-spaced runs that spell a name."""
        for match in _SPACED.finditer(skeleton.folded):
            letters = re.sub(r"[\W\d_]", "", match[0])
            lengths = range(4, len(letters) + 1)
            parts = (letters[at : at + n] for n in lengths for at in range(len(letters) - n + 1))
            if any(part in self.book.joined or part in self.book.parts for part in parts):
                yield match


def _capital(skeleton: Skeleton, match: re.Match[str]) -> bool:
    first = skeleton.read[match.start()]
    # Scripts without case, and lost letters, get the benefit of the doubt.
    return first.isupper() or first.istitle() or not (first.islower() or first.isupper())


def between(skeleton: Skeleton, words: list[Word], one: int, other: int) -> str:
    """What stands between two words."""
    return skeleton.read[words[one].end : words[other].start]


def _stands(series: tuple[str, ...], words: list[Word], at: int, skeleton: Skeleton) -> bool:
    """Whether the named person's name stands here, whole; its last word may be a genitive."""
    if at + len(series) > len(words) or len(series) < 2:
        return False
    *inner, last = (word.folded for word in words[at : at + len(series)])
    if tuple(inner) != series[:-1] or last not in (series[-1], series[-1] + "s"):
        return False
    return all(are_close(skeleton, words[one], words[one + 1]) for one in range(at, at + len(series) - 1))


def _with_initials(start: int, read: str) -> int:
    initials = _INITIALS.search(read[max(0, start - 12) : start])
    return start - len(initials[0]) if initials else start


def _apart(spans: list[Span]) -> list[Span]:
    """In order; of two that overlap, one that covers both and names nobody."""
    apart: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if apart and span.start < apart[-1].end:
            last = apart.pop()
            span = Span(last.start, max(last.end, span.end), None, False)
        apart.append(span)
    return apart
