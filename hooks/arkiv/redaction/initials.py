"""Initials in place of a name: `T.W.`, `TW`, `T W`; hidden where a reader would know whose they are."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from arkiv.data.abbreviations import ABBREVIATIONS
from arkiv.data.contexts import FIELDS, GREETINGS, MADE_BY, PERSONAL_DEEDS, TITLES
from arkiv.redaction.folding import fold
from arkiv.redaction.lexicon import CAPITAL, LONGEST_SIGNATURE, WORD, Lexicon
from arkiv.redaction.naming import Span
from arkiv.redaction.skeleton import Skeleton
from arkiv.redaction.verbs import is_verb

_LONGEST_RUN = 30
"""Letters after the first: initials of several people, with nothing but spaces between."""

_RUN = re.compile(
    rf"(?P<said>{CAPITAL}(?<![\w.\-‑&]{CAPITAL})"
    rf"(?:(?:\.[ \u00a0]?|[-‑ \u00a0])?{CAPITAL}){{1,{_LONGEST_RUN}}})"
    r"(?P<point>\.(?=[,;)]|\s+[a-zåäö]))?(?P<s>:?s)?(?![\w@]|[-‑&]\w|\s?\d(?!\d{3}-\d\d-\d\d(?!\d)))"
)
_GAP = r"\.?[ \u00a0]?"
_GROWN = re.compile(
    rf"(?P<said>{CAPITAL}(?<![\w.\-‑&]{CAPITAL})[-‑]{CAPITAL})[-‑](?P<noun>[a-zåäö]{{3,}})(?![\w@-])"
)
"""`P-O-gruppen`."""
_MARK = re.compile(
    rf"{CAPITAL}(?<!\w{CAPITAL}){_GAP}[a-z]{{1,3}}{_GAP}{CAPITAL}(?::s)?(?!\w)(?:\.(?=[,;)]|\s+[a-zåäö]))?"
    r"|(?<![\w.])@[^\W\d_]{2,5}(?![\w.@-])|(?<=[\s/]/)[^\W\d_]{2,5}(?=\s*$)",
    re.MULTILINE,
)
"""`HvR`, `H. v. R.` and `JdlF`, particles and all; `@ma`; `/ma`."""
_CUT = re.compile(
    rf"(?<![\w.])(?P<letter>{CAPITAL})(?:\.[ \u00a0]?|[ \u00a0])(?P<short>[A-ZÅÄÖ][a-zåäö]{{2,}})\."
    r"(?=[,;/)]|[ \u00a0]+[a-zåäö(]|\s*$)",
    re.MULTILINE,
)
"""`K. Bergstr.` for a Bergström."""
_MAY_BEGIN = re.compile(
    rf"[@/{CAPITAL[1:-1]}](?:(?<=[@/])|(?=(?:{_GAP}|[-‑]|{_GAP}[a-z]{{1,3}}{_GAP}){CAPITAL}))"
)
"""What any of these begins with, or the slash before it: one look in place of four."""

_FIELDS = frozenset(map(fold, FIELDS))
_TITLES = tuple(map(fold, TITLES))
_FIELD = re.compile(
    r"(?P<word>[^\W\d_]+)\.?[\s*_]{0,9}:[\s*_]{0,9}"
    r"(?:[^\n:.;()]{0,200}(?:[,/&]|(?<!\w)(?:och|samt))\s{1,3})?$"
)
_TITLED = re.compile(r"(?P<word>[^\W\d_]+)(?P<gap>\.?\s\(?)$")
_AND = r"\s?(?:[,/&+]|(?<!\w)(?:och|samt)(?!\w))\s?"
_SIGNATURE = rf"(?P<said>(?:{CAPITAL}\.?){{2,{LONGEST_SIGNATURE}}})"
_LISTED = re.compile(rf"(?<![\w.]){_SIGNATURE}{_AND}$")
_LISTED_AFTER = re.compile(rf"\.?{_AND}{_SIGNATURE}(?!\w)")
_DOES = re.compile(rf"\.?\s(?:{'|'.join(PERSONAL_DEEDS)})(?!\w)")
"""What people do, and offices hardly: `PA tar med sig frågan`."""
_SIGNED = re.compile(r"(?:(?P<greeting>[^\s,/]+)[\s,/]{1,3}|(?P<done>[^\W\d_]+) av )$")
_GREETINGS = frozenset(map(fold, GREETINGS))
_MADE_BY = frozenset(map(fold, MADE_BY))
_LABEL = re.compile(r":\s{1,2}(?P<does>[^\W\d_]+)")
_SHOUTED = re.compile(r"[^\W\d_]{3,}")
_LONGEST_NAME = 100
_ENDING = re.compile(r"[a-z]{0,3}")


@dataclass(frozen=True, slots=True)
class Initials:
    """Finds the initials of the hidden people whom a page knows."""

    book: Lexicon

    def spans(self, skeleton: Skeleton, known: Set[str]) -> Iterator[Span]:
        """The stretches that are somebody's initials, in order."""
        if self.book.signed.isdisjoint(known) and not self.book.lettered:
            return
        places = _places(skeleton.read)
        for match in _matches(_RUN, skeleton.read, places):
            yield from self._run(skeleton, match, known)
        for match in _matches(_GROWN, skeleton.read, places):
            if self._says(skeleton, match.start(), match["said"], known):
                yield Span(match.start(), match.end(), tail=match["noun"])
        for match in _matches(_MARK, skeleton.read, places):
            said = match[0].removesuffix(":s")
            if self._are_whose(said, known):
                yield Span(match.start(), match.end(), genitive=said != match[0])

    def cut(self, skeleton: Skeleton, known: Set[str]) -> Iterator[Span]:
        """The stretches that are an initial and how somebody's surname begins."""
        for match in _matches(_CUT, skeleton.read, _places(skeleton.read)):
            short, letter = fold(match["short"]), fold(match["letter"])
            if (
                short in self.book.heads
                and short not in self.book.named_parts
                and any(letter in self.book.initials[one] and self._has_part(one, short) for one in known)
            ):
                yield Span(match.start(), match.end())

    def _has_part(self, person: str, beginning: str) -> bool:
        return any(part.startswith(beginning) for part in self.book.parts_of[person])

    def _run(self, skeleton: Skeleton, match: re.Match[str], known: Set[str]) -> Iterator[Span]:
        """The whole run, or groups in it, as `I TW:s frånvaro` holds two; of a row, all who are people."""
        if self._says(skeleton, match.start(), match["said"], known):
            yield Span(match.start(), match.end(), genitive=bool(match["s"]))
            return
        groups = [*re.finditer(r"[^\s]+", match["said"])]
        told = [self._says(skeleton, match.start() + one.start(), one[0], known) for one in groups]
        if len(groups) == 1 or not any(told):
            return
        people = [sure or self._are_whose(one[0], known) for one, sure in zip(groups, told, strict=True)]
        for is_person, some in groupby(zip(people, groups, strict=True), key=itemgetter(0)):
            if is_person:
                row = [one for _, one in some]
                yield _spanned(match, row, ends=row[-1] is groups[-1])

    def _are_whose(self, said: str, known: Set[str]) -> bool:
        letters = _bare(said)
        return not known.isdisjoint(self.book.signatures.get(letters, ()))

    def _says(self, skeleton: Skeleton, start: int, said: str, known: Set[str]) -> bool:
        """Whether capitals are somebody here; an abbreviation wants a place where people stand."""
        letters, end = _bare(said), start + len(said)
        if self._is_named(skeleton, start):
            return False
        is_first_name = "-" in said and letters in self.book.lettered
        if not (is_first_name or self._are_whose(said, known)):
            return self._are_typed_without_marks(skeleton, start, said, known)
        if "-" in said:
            return True
        if self._is_abbreviation(letters):
            return _holds_people(skeleton, start, end) or self._is_listed(skeleton, start, end, known)
        return not _is_shouted(skeleton.read, start, end)

    def _is_named(self, skeleton: Skeleton, start: int) -> bool:
        """Whether the full name of somebody who is named in this build begins here: `P-O Exempel`."""
        words = tuple(WORD.findall(skeleton.folded[start : start + _LONGEST_NAME]))
        return any(
            words[: len(name) - 1] == name[:-1]
            and words[len(name) - 1 :][:1] in ((name[-1],), (name[-1] + "s",))
            for name in self.book.named.get(words[0], ())
        )

    def _is_abbreviation(self, letters: str) -> bool:
        return letters in ABBREVIATIONS or fold(letters) in self.book.named_parts

    def _are_typed_without_marks(self, skeleton: Skeleton, start: int, said: str, known: Set[str]) -> bool:
        """`BKO` for somebody whose initials are BKÖ; two letters want company."""
        letters, end = _bare(said), start + len(said)
        if known.isdisjoint(self.book.mailed.get(letters, ())):
            return False
        if _holds_people(skeleton, start, end) or self._is_listed(skeleton, start, end, known):
            return True
        is_told = len(letters) > 2 and not self._is_abbreviation(letters)
        return is_told and not _is_shouted(skeleton.read, start, end)

    def _is_listed(self, skeleton: Skeleton, start: int, end: int, known: Set[str]) -> bool:
        """Whether the initials of another person the page knows stand beside it in a list."""
        before = _LISTED.search(skeleton.read[max(0, start - 16) : start])
        after = _LISTED_AFTER.match(skeleton.read, end)
        others = [found["said"] for found in (before, after) if found]
        return any(
            self._are_whose(other, known) and not self._is_abbreviation(_bare(other)) for other in others
        )


@lru_cache(maxsize=16)
def _places(read: str) -> tuple[int, ...]:
    """Where any initials may begin, in order; behind a slash, since nothing begins with one."""
    return tuple(match.start() + (match[0] == "/") for match in _MAY_BEGIN.finditer(read))


def _matches(pattern: re.Pattern[str], read: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `finditer` finds, looked for where it may begin."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(read, place)):
            yield match
            end = match.end()


def _spanned(match: re.Match[str], row: Sequence[re.Match[str]], *, ends: bool) -> Span:
    """The stretch of some groups of a run, which may be its last ones."""
    start, end = match.start() + row[0].start(), match.start() + row[-1].end()
    if ends:
        return Span(start, match.end(), genitive=bool(match["s"]), several=len(row) > 1)
    return Span(start, end, several=len(row) > 1)


def _bare(said: str) -> str:
    """The letters alone, small."""
    return "".join(WORD.findall(said.casefold()))


def _holds_people(skeleton: Skeleton, start: int, end: int) -> bool:
    """Whether a field, a title or a greeting goes with it, or it does as people do: `juristen (AI)`."""
    if _speaks(skeleton.read, start, end) or _DOES.match(skeleton.read, end):
        return True
    if _is_signed(skeleton.folded[max(0, start - 24) : start]):
        return True
    before = skeleton.folded[max(0, start - 240) : start]
    field = _FIELD.search(before)
    if field and field["word"] in _FIELDS:
        return True
    title = _TITLED.search(before)
    closed = skeleton.read[end : end + 1] == ")"
    is_title = title and (_is_title(title["word"]) or title["word"] in _FIELDS)
    return bool(is_title and title and closed == title["gap"].endswith("("))


def _is_signed(before: str) -> bool:
    """Whether it is a signature: `Hälsningar, PA`, `Skrivet av MN`."""
    signed = _SIGNED.search(before)
    return bool(signed and (signed["greeting"] in _GREETINGS or signed["done"] in _MADE_BY))


def _speaks(read: str, start: int, end: int) -> bool:
    """Whether a line begins with it, and with what somebody is to do: `KL: tar fram underlag`."""
    label = _LABEL.match(read, end)
    line = read[read.rfind("\n", 0, start) + 1 : start]
    return bool(label and not line.strip(" -*+•–>|") and is_verb(label["does"].casefold()))


def _is_title(folded: str) -> bool:
    """A title, definite or not."""
    return any(folded.startswith(title) and _ENDING.fullmatch(folded[len(title) :]) for title in _TITLES)


def _is_shouted(read: str, start: int, end: int) -> bool:
    """Whether longer words on the same line are all in capitals, which then say nothing."""
    line = read[read.rfind("\n", 0, start) + 1 : start] + read[end:].partition("\n")[0]
    others = _SHOUTED.findall(line)
    return bool(others) and all(word.isupper() for word in others)
