"""Where in a text hidden names stand: words first, then what their neighbours say of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field

from arkiv.redaction.context import Context, Word
from arkiv.redaction.folding import fold
from arkiv.redaction.initials import Initials
from arkiv.redaction.lexicon import WORD, Lexicon
from arkiv.redaction.lookup import Hit, Lookup
from arkiv.redaction.naming import Naming, Span, apart
from arkiv.redaction.owning import Owning
from arkiv.redaction.skeleton import Skeleton

_SPACED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_][ \t.\-_·]{1,3}){3,}[^\W\d_](?![^\W\d_])")
_TEAR = re.compile(r"[ \t]{0,3}\r?\n[ \t>]{0,8}|[ \t]{1,3}|[^\n\w]|_")
_JOINS = (" ", "-", "' ", "’ ")
_SPELLED_LENGTH = 4
_LONGEST_SPELLED = 40


@dataclass(slots=True)
class Matcher:
    """Finds hidden names by one lexicon; `is_word` tells Swedish words, `is_place` places."""

    book: Lexicon
    is_word: Callable[[str], bool]
    is_place: Callable[[str], bool]
    is_common: Callable[[str], bool]
    lookup: Lookup = field(init=False)
    owning: Owning = field(init=False)
    _innocent: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.lookup = Lookup(self.book, self.is_word, self.is_place)
        self.owning = Owning(self.is_word)

    def spans(self, skeleton: Skeleton, known: Set[str]) -> list[Span]:
        """The stretches to replace, in order, none touching another.

        Args:
            skeleton: the text.
            known: ids of hidden people the page knows; only they are looked for where a name is also a word.
        """
        spans = [Span(match.start(), match.end()) for match in self._spaced(skeleton)]
        if not self._is_innocent(skeleton):
            spans += self._names(skeleton, known)
        initials = [
            one
            for one in Initials(self.book).spans(skeleton, known)
            if not any(one.start < span.end and span.start < one.end for span in spans)
        ]
        return apart(spans + initials)

    def _names(self, skeleton: Skeleton, known: Set[str]) -> Iterator[Span]:
        """The stretches that are names."""
        read = skeleton.read
        # Scripts without case, and lost letters, get the benefit of the doubt and count as capitals.
        words = [
            Word(match[0], *match.span(), not read[match.start()].islower())
            for match in WORD.finditer(skeleton.folded)
        ]
        context = Context(skeleton, words, self.is_place)
        found = self._found(context)
        if found:
            own = self._named(context)
            page = _Page(self.book, self.lookup, self.is_common, context, found, known, own)
            yield from Naming(self.book, self.is_word, context, page.people(), self.owning).spans()

    def _is_innocent(self, skeleton: Skeleton) -> bool:
        """Whether no word of a text is a form of a name; most texts need no more than this one look."""
        new = set(WORD.findall(skeleton.read)) - self._innocent
        suspect = {word for word in new if self.lookup.of(word) or self._may_be_torn(word)}
        self._innocent |= new - suspect
        return not suspect

    def _may_be_torn(self, word: str) -> bool:
        """Whether a word may be the first half of a name; `_torn` wants a capital."""
        return not word[0].islower() and fold(word) in self.book.heads

    def _found(self, context: Context) -> dict[int, Hit]:
        """The words that are forms of hidden names."""
        found = {at: hit for at in range(len(context.words)) if (hit := self.lookup.of(context.read(at)))}
        for at in self._torn(context):
            found |= dict.fromkeys((at, at + 1), Hit(exact=False))
        return found

    def _torn(self, context: Context) -> Iterator[int]:
        """The first halves of names with a hyphen or a space inside: `Lind-qvist`."""
        heads, parts = self.book.heads, self.book.parts
        for at, word in enumerate(context.words[:-1]):
            if word.folded in heads and word.capital and _TEAR.fullmatch(context.between(at, at + 1)):
                whole = word.folded + context.words[at + 1].folded
                if (whole in parts or whole.removesuffix("s") in parts) and context.are_close(at, at + 1):
                    yield at

    def _named(self, context: Context) -> set[int]:
        """The words that stand in the full name of somebody who is named in this build."""
        own: set[int] = set()
        for at, word in enumerate(context.words):
            for series in self.book.named.get(word.folded, ()):
                if _stands(series, context, at):
                    own |= set(range(at, at + len(series)))
                    break
        return own

    def _spaced(self, skeleton: Skeleton) -> Iterator[re.Match[str]]:
        """Letter-spaced runs that spell a name."""
        for match in _SPACED.finditer(skeleton.folded):
            letters = re.sub(r"[\W\d_]", "", match[0])
            if any(self._spells(part) for part in _windows(letters)):
                yield match

    def _spells(self, letters: str) -> bool:
        return letters in self.book.joined or letters in self.book.parts


@dataclass(slots=True)
class _Page:
    """The decision, for one text, which of the words found are people."""

    book: Lexicon
    lookup: Lookup
    is_common: Callable[[str], bool]
    context: Context
    found: dict[int, Hit]
    known: Set[str]
    own: Set[int]
    sure: dict[int, Hit] = field(default_factory=dict)

    def people(self) -> dict[int, Hit]:
        """The words that are people, by number; misspelt halves and unknown surnames beside them included.

        What stands in a named person's full name (`own`) is not.
        """
        self.found = {at: hit for at, hit in self.found.items() if at not in self.own}
        self.sure = {at: hit for at, hit in self.found.items() if hit.sure}
        unsure = {at: hit for at, hit in self.found.items() if not hit.sure}
        # What is decided of one word may decide the next, in either direction.
        for order in (list(unsure), list(reversed(unsure))):
            for at in order:
                if at not in self.sure and self._is_person(at, unsure[at]):
                    self.sure[at] = unsure[at]
        for at in list(self.sure):
            self.sure.update(self._neighbours(at))
        return self.sure

    def _people(self, hit: Hit) -> set[str]:
        return {person for part in hit.parts for person in self.book.parts[part].people}

    def _is_person(self, at: int, hit: Hit) -> bool:
        """Whether a word that need not be a name is one here."""
        people = self._people(hit)
        if self._has_other_half(at, hit, people):
            return True
        knows = bool(people & self.known)
        if not self.context.words[at].capital:
            return self.context.is_handle(at) and knows
        if self._is_introduced(at, people) or self._shares_surname(at, people):
            return True
        return knows and self._is_known_person(at, hit)

    def _is_known_person(self, at: int, hit: Hit) -> bool:
        """Whether a word is a person whom the page knows, by its place in the sentence or its company."""
        context = self.context
        if context.is_month(at):
            return False
        if context.after_title(at) or context.after_field(at) or self._is_in_company(at):
            return True
        genitive = self._is_genitive(at, hit)
        read = context.read(at)
        if context.is_place(read) or context.is_place(read.removesuffix("s")):
            named_so = any(self.book.parts[part].given or self.book.parts[part].surname for part in hit.parts)
            if not named_so or context.is_placed(at):
                return False
        return context.reads_as_person(at, genitive=genitive)

    def _has_other_half(self, at: int, hit: Hit, people: set[str]) -> bool:
        """Whether another part of the same person's name stands beside it."""
        for other in self.context.beside(at):
            half = self.found.get(other) or self._misspelt(at, other, people)
            if (
                half
                and half.parts != hit.parts
                and people & self._people(half)
                and self._is_one_name(at, other)
            ):
                return True
        return False

    def _misspelt(self, at: int, other: int, people: set[str]) -> Hit | None:
        """A word that may be a misspelt part of these people's names, since another part stands beside it."""
        if other in self.own or not self.context.words[other].capital:
            return None
        if "," in self.context.between(*sorted((at, other))):
            return None
        near = self.lookup.near(self.context.words[other].folded)
        parts = frozenset(part for part in near if self.book.parts[part].people & people)
        return Hit(parts, exact=False) if parts else None

    def _is_one_name(self, at: int, other: int) -> bool:
        """Not so two words in a list: `sten, berg och grus`."""
        first, second = sorted((at, other))
        if "," not in self.context.between(first, second):
            return True
        return self.context.words[first].capital and self.context.words[second].capital

    def _is_introduced(self, at: int, people: set[str]) -> bool:
        """Whether a title, a particle, an @, an initial of theirs or another first name stands before it."""
        context = self.context
        initials = {context.initial_before(at), context.initial_after(at)} - {""}
        if any(initial in self.book.initials[person] for person in people for initial in initials):
            return True
        if at > 0 and context.is_given(at - 1) and context.between(at - 1, at) == " ":
            return not context.before_place_word(at)
        if context.is_place(context.read(at)):
            return context.is_handle(at) and bool(people & self.known)
        return context.after_title(at) or context.after_particle(at) or context.is_handle(at)

    def _shares_surname(self, at: int, people: set[str]) -> bool:
        """Whether it is the first of `Sten och Eva Berg`."""
        for other in self.context.listed(at):
            last = self.found.get(other + 1)
            if (
                other > at
                and last
                and self.context.between(other, other + 1) == " "
                and people & self._people(last)
            ):
                return True
        return False

    def _is_genitive(self, at: int, hit: Hit) -> bool:
        end = self.context.words[at].end
        return hit.genitive or bool(
            re.match(r"(?:['’´](?:s\b)?|:s\b)", self.context.skeleton.read[end : end + 3])
        )

    def _is_in_company(self, at: int) -> bool:
        """Whether other people stand in a list with it."""
        return any(other in self.sure or self.context.is_given(other) for other in self.context.listed(at))

    def _neighbours(self, at: int) -> Iterator[tuple[int, Hit]]:
        """Words beside a hit that belong to it: a misspelt half of the same name, an unknown surname."""
        people = self._people(self.sure[at])
        for other in self.context.beside(at):
            if other in self.sure or other in self.own or not self.context.words[other].capital:
                continue
            half = self._misspelt(at, other, people)
            if half and half.parts - self.sure[at].parts:
                yield other, half
            elif self._is_rest_of_name(at, other):
                yield other, Hit(exact=False)

    def _is_rest_of_name(self, at: int, other: int) -> bool:
        """A capitalised word that is no word: after a given name a surname, before a surname a given name."""
        if self.context.between(*sorted((at, other))) not in _JOINS or abs(at - other) > 1:
            return False
        given = any(self.book.parts[part].given for part in self.sure[at].parts)
        if other < at:
            return not given and self.context.is_given(other)
        read = self.context.read(other)
        if given and self._is_beginning(at, other):
            return True
        return (
            given
            and len(read) > 2
            and not self.lookup.is_word(read.casefold())
            and not self.context.is_place(read)
        )

    def _is_beginning(self, at: int, other: int) -> bool:
        """Whether a word is short for the rest of the same name: `Malin Åk.`, `Göran WT`."""
        word, people = self.context.words[other], self._people(self.sure[at])
        if self.context.read(other).isupper() and 1 < len(word.folded) < 4:
            return all(any(one in self.book.initials[person] for person in people) for one in word.folded)
        parts = (part for one in people for part in self.book.parts_of[one])
        shortened = self.context.skeleton.read[word.end : word.end + 1] == "."
        return shortened and len(word.folded) > 1 and any(part.startswith(word.folded) for part in parts)


def _windows(letters: str) -> Iterable[str]:
    lengths = range(_SPELLED_LENGTH, min(len(letters), _LONGEST_SPELLED) + 1)
    return (letters[at : at + length] for at in range(len(letters)) for length in lengths)


def _stands(series: tuple[str, ...], context: Context, at: int) -> bool:
    """Whether the named person's name stands here, whole; its last word may be a genitive."""
    if at + len(series) > len(context.words) or len(series) < 2:
        return False
    *inner, last = (word.folded for word in context.words[at : at + len(series)])
    if tuple(inner) != series[:-1] or last not in (series[-1], series[-1] + "s"):
        return False
    return all(context.are_close(one, one + 1) for one in range(at, at + len(series) - 1))
