"""Runs of capitalised words in a text, and what stands around them: a name is looked for nowhere else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from arkiv.unregistered.lexicon import group, is_acronym

_CAPITAL = f"[{''.join(letter for letter in map(chr, range(0x530)) if letter.isupper())}]"
_LETTERS = r"[^\W\d_]"
_NAME = rf"{_CAPITAL}{_LETTERS}*(?:['’‑-]{_LETTERS}+)*(?::{_LETTERS}{{1,2}}\b)?['’]?"
_SPACE = r"(?:[ \t\u00a0]+)"
_JOINT = rf"(?:{_SPACE}|[ \t]*\n[ \t]*(?={_CAPITAL}[a-zåäö]))"
_PARTICLE = rf"(?:(?:{'|'.join(sorted(group('particles')))}){_SPACE}){{0,2}}"
_HANDLE = rf"(?<=@)(?<![\w.@/]@){_LETTERS}[\w-]{{2,}}(?!@|\.\w)"
_WORD = re.compile(rf"(?<![\w@.#=&])(?<!\S//)(?<!\w[-‑]){_NAME}\.?(?![\w@])|{_HANDLE}")
_BETWEEN = re.compile(rf"{_JOINT}{_PARTICLE}")
_ELSEWHERE = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[^\s<>()\[\]\"',;|]+|(?:https?://|www\.)\S+|\b[\w-]+\.(?:se|com|org|nu|eu|net|example)\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\.(?:se|com|org|nu|eu|net|example)\b", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:^|[.!?…][\"”»')]?\s|\n\s*(?:[-*+•–—>#|§]|\d+[.)]|\(?[a-z]\))|\n|[|•:–—]\s|:\*\*|§\s?\d+\s|[\"”“»(/]|^\s*(?:[-*+•–—>#§]+|\d+[.)]))[\s\"”»“#>*+(\[§-]*"
    r"(?:\d+(?:\.\d+)*[.)]?\s+)?$"
)
_REACH = 48
_PARTNER = re.compile(rf"(?<![\w./:#-]){_CAPITAL}{_LETTERS}+/$")
_PREVIOUS = re.compile(rf"({_LETTERS}[\w:/&‑-]*\.?)[\s\"”“»(]+$")
_FOLLOWING = re.compile(r"[\s]+([^\W\d_][\w‑-]*)(?:\s+([^\W\d_][\w‑-]*))?")
_SHORT_LINE = 40


@dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word of a text; `lead` says how it is joined to the one before in its run."""

    text: str
    start: int
    end: int
    lead: str = ""


@dataclass(frozen=True)
class Run:
    """Capitalised words in a row, and the text they stand in."""

    words: tuple[Word, ...]
    text: str

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end

    def part(self, first: int, last: int) -> "Run":
        """Some of its words, by number, the last one excluded."""
        return Run(self.words[first:last], self.text)

    @cached_property
    def opens(self) -> bool:
        """Whether a sentence, a row or a cell begins here, so that the capital proves nothing."""
        return self.start == 0 or bool(_OPENING.search(self.text[max(0, self.start - _REACH) : self.start]))

    @property
    def is_handle(self) -> bool:
        """Whether it is what somebody is called by with an @."""
        return self.text[self.start - 1 : self.start] == "@"

    @cached_property
    def before(self) -> str:
        """The word straight before, as written; empty where a sentence or a row begins."""
        found = _PREVIOUS.search(self.text[max(0, self.start - _REACH) : self.start])
        return "" if found is None or "\n\n" in found[0] or found[1].endswith(".") else found[1]

    @cached_property
    def after(self) -> str:
        """A little of the text that follows."""
        return self.text[self.end : self.end + _REACH]

    @cached_property
    def following(self) -> tuple[str, str]:
        """The next two words, as far as only space parts them."""
        found = _FOLLOWING.match(self.after)
        return (found[1], found[2] or "") if found else ("", "")


def runs(text: str) -> Iterator[Run]:
    """The runs of a text in order. Addresses and links are no text: others see to them."""
    has_address = "@" in text or "://" in text or bool(_DOMAIN.search(text))
    elsewhere = [match.span() for match in _ELSEWHERE.finditer(text)] if has_address else []
    words: list[Word] = []
    for match in _WORD.finditer(text):
        while elsewhere and elsewhere[0][1] <= match.start():
            elsewhere.pop(0)
        if (elsewhere and elsewhere[0][0] <= match.start()) or _is_in_path(text, match.start()):
            continue
        word = _word(match)
        lead = text[words[-1].end : word.start] if words else ""
        if words and not (_BETWEEN.fullmatch(lead) and not _is_row(text, words[-1].end, lead)):
            yield Run(tuple(words), text)
            words = []
        words.append(Word(word.text, word.start, word.end, lead if words else ""))
    if words:
        yield Run(tuple(words), text)


def _is_in_path(text: str, start: int) -> bool:
    """Whether a slash joins it to anything but a capitalised word, as in a path: not `Bo/Cia`, not `//Bo`."""
    if text[start - 1 : start] != "/" or text[max(0, start - 2) : start - 1] in ("", " ", "\n", "/"):
        return False
    return not _PARTNER.search(text[max(0, start - _REACH) : start])


def _word(match: re.Match[str]) -> Word:
    """A point belongs to an initial only: "A." but not "Anna."."""
    said = match[0]
    end = match.end()
    if said.endswith(".") and (len(said) > 2 or is_acronym(said)):
        said, end = said[:-1], end - 1
    return Word(said, match.start(), end)


def _is_row(text: str, end: int, lead: str) -> bool:
    """Whether a line break there parts two rows of a list and not a line of running text."""
    return "\n" in lead and end - (text.rfind("\n", 0, end) + 1) < _SHORT_LINE
