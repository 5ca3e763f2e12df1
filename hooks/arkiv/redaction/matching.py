"""Where in a text hidden names stand: words first, then what their neighbours say of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field

from arkiv.redaction.context import Context
from arkiv.redaction.folding import fold
from arkiv.redaction.initials import Initials
from arkiv.redaction.lexicon import Lexicon, words_in
from arkiv.redaction.lookup import Hit, Lookup
from arkiv.redaction.naming import Naming, Span, apart
from arkiv.redaction.owning import Owning
from arkiv.redaction.page import Page
from arkiv.redaction.skeleton import Skeleton
from arkiv.redaction.words import WordList

_SPACED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_][ \t.\-_·]{1,3}){3,}[^\W\d_](?![^\W\d_])")
_MAY_BE_SPACED = re.compile(r"[ \t.\-_·][^\W\d_][ \t.\-_·]{1,3}[^\W\d_][ \t.\-_·]")
"""The inner letters of any such run; hardly any text has two single letters in a row."""

_TEAR = re.compile(r"[ \t]{0,3}\r?\n[ \t>]{0,8}|[ \t]{1,3}|[-‑] |[^\n\w]|_")
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
    _firsts: frozenset[str] = field(init=False)
    """What the double names of named people begin with."""

    def __post_init__(self) -> None:
        self._firsts = frozenset(series[0] for series in self.book.named_hyphened if series)
        self.lookup = Lookup(self.book, self.is_word, self.is_place, self.is_common)
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
        initials = Initials(self.book)
        loose = [
            one
            for one in (*initials.spans(skeleton, known), *initials.cut(skeleton, known))
            if not any(one.start < span.end and span.start < one.end for span in spans)
        ]
        return apart(spans + loose)

    def _names(self, skeleton: Skeleton, known: Set[str]) -> Iterator[Span]:
        """The stretches that are names."""
        context = Context(skeleton, WordList.of(skeleton), self.is_place)
        found = self._found(context)
        if found:
            own = self._named(context)
            page = Page(self.book, self.lookup, self.is_common, context, found, known, own)
            yield from Naming(self.book, self.is_word, context, page.people(), self.owning).spans()

    def _is_innocent(self, skeleton: Skeleton) -> bool:
        """Whether no word of a text is a form of a name; most texts need no more than this one look."""
        new = words_in(skeleton.read) - self._innocent
        suspect = {word for word in new if self.lookup.of(word) or self._may_be_torn(word)}
        self._innocent |= new - suspect
        return not suspect

    def _may_be_torn(self, word: str) -> bool:
        """Whether a word may be the first half of a name; `_torn` wants a capital."""
        return not word[0].islower() and fold(word) in self.book.heads

    def _found(self, context: Context) -> dict[int, Hit]:
        """The words that are forms of hidden names."""
        look = self.lookup.of
        found = {
            at: hit
            for at, written in enumerate(context.words.written)
            if (hit := look(written)) and not context.is_saint(at)
        }
        for at in self._torn(context):
            found |= dict.fromkeys((at, at + 1), Hit(exact=False))
        return found

    def _torn(self, context: Context) -> Iterator[int]:
        """The first halves of names with a hyphen or a space inside: `Lind-qvist`."""
        heads, parts = self.book.heads, self.book.parts
        words = context.words
        for at, folded in enumerate(words.folded[:-1]):
            if folded in heads and words[at].capital and _TEAR.fullmatch(context.between(at, at + 1)):
                whole = folded + words.folded[at + 1]
                if (whole in parts or whole.removesuffix("s") in parts) and context.are_close(at, at + 1):
                    yield at

    def _named(self, context: Context) -> set[int]:
        """The words that stand in the full name of somebody who is named in this build."""
        own: set[int] = set()
        named, firsts = self.book.named, self._firsts
        for at, folded in enumerate(context.words.folded):
            if folded in named:
                lengths = (self._length(series, context, at) for series in named[folded])
                own |= set(range(at, at + next(filter(None, lengths), 0)))
            if folded in firsts and self._is_named_double(context, at):
                own |= {at, at + 1}
        return own

    def _length(self, series: tuple[str, ...], context: Context, at: int) -> int:
        """How many words a named person's name takes here, an initial in its middle included; 0 if none."""
        if _stands(series, context, at):
            return len(series)
        if (series[0], series[-1]) in self.book.namesakes:
            return 0
        return (len(series) + 1) * _stands_with_initial(series, context, at)

    def _is_named_double(self, context: Context, at: int) -> bool:
        """Whether a named person's double name begins here: `Jan-Erik`, where an Erik is hidden."""
        if at + 1 >= len(context.words):
            return False
        first, second = context.words.folded[at : at + 2]
        known = {(first, second), (first, second.removesuffix("s"))} & self.book.named_hyphened
        return bool(known) and context.between(at, at + 1) in ("-", "‑")

    def _spaced(self, skeleton: Skeleton) -> Iterator[re.Match[str]]:
        """Letter-spaced runs that spell a name."""
        if not _MAY_BE_SPACED.search(skeleton.folded):
            return
        for match in _SPACED.finditer(skeleton.folded):
            letters = re.sub(r"[\W\d_]", "", match[0])
            if any(self._spells(part) for part in _windows(letters)):
                yield match

    def _spells(self, letters: str) -> bool:
        return letters in self.book.joined or letters in self.book.parts


def _windows(letters: str) -> Iterable[str]:
    lengths = range(_SPELLED_LENGTH, min(len(letters), _LONGEST_SPELLED) + 1)
    return (letters[at : at + length] for at in range(len(letters)) for length in lengths)


def _stands(series: tuple[str, ...], context: Context, at: int) -> bool:
    """Whether the named person's name stands here, whole; its last word may be a genitive."""
    if at + len(series) > len(context.words) or len(series) < 2:
        return False
    *inner, last = context.words.folded[at : at + len(series)]
    if tuple(inner) != series[:-1] or last not in (series[-1], series[-1] + "s"):
        return False
    return all(context.are_close(one, one + 1) for one in range(at, at + len(series) - 1))


def _stands_with_initial(series: tuple[str, ...], context: Context, at: int) -> bool:
    """Whether the name stands here with one initial before its last word: `Gudrun G. Nilsson`."""
    last = at + len(series)
    if len(series) < 2 or last >= len(context.words):
        return False
    middle, between = context.words[last - 1], context.between(last - 1, last)
    if not middle.capital or len(middle.folded) > 1 or between not in (" ", ". ", "."):
        return False
    if tuple(context.words.folded[at : last - 1]) != series[:-1] or not context.words[last].capital:
        return False
    straight = all(context.between(one, one + 1) in (" ", "-") for one in range(at, last - 1))
    return straight and context.words[last].folded in (series[-1], series[-1] + "s")
