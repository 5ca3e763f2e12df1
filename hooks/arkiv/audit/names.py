"""A person's name, taken apart as the audit sees it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from arkiv.audit.folding import fold, tokens, words
from arkiv.data.ambiguity import is_ambiguous
from arkiv.data.dictionary import is_word
from arkiv.data.words import ambiguous_forms

MIN_LETTERS = 4
"""Letters that a form must have to be distinctive alone (contract, promise 2)."""

_WORD = re.compile(r"[^\W\d_]+(?:['’\-‐‑–][^\W\d_]+)*")
_HALF = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset("von van de af der den la le el al bin bint ibn di da du dos zu och".split())
_TRANSLITERATED = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "ø": "oe", "ü": "ue"})


@dataclass(frozen=True, slots=True)
class Form:
    """A part of a name: as written (casefolded), its folded spellings, whether it is known as a word."""

    written: str
    spellings: tuple[bytes, ...]
    weak: bool

    @property
    def letters(self) -> int:
        """How many letters it was written with."""
        return sum(char.isalpha() for char in self.written)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name, its halves where it is hyphened, and all of it as one."""

    whole: Form
    halves: tuple[Form, ...]
    particle: bool

    @property
    def forms(self) -> tuple[Form, ...]:
        """The whole, and each half where there are several."""
        return (self.whole, *self.halves) if len(self.halves) > 1 else (self.whole,)


@cache
def folded_ambiguous() -> frozenset[bytes]:
    """The ambiguous forms that are one word, as folded tokens."""
    return frozenset(b"".join(words(form)) for form in ambiguous_forms())


@cache
def is_another(token: bytes, surname: bytes) -> bool:
    """Whether a word one slip from a surname is a word, or another name that sounds otherwise.

    The dictionary has `Lindeberg`, no slip for Lindberg; `Lindkvist` for Lindqvist is one all the same.
    """
    said = token.decode()
    return is_ambiguous(said) or (is_word(said.capitalize()) and _heard(token) != _heard(surname))


_ALIKE = (
    (b"qv", b"kv"),
    (b"w", b"v"),
    (b"c", b"k"),
    (b"z", b"s"),
    (b"ph", b"f"),
    (b"th", b"t"),
    (b"dh", b"d"),
)


def _heard(token: bytes) -> bytes:
    for written, heard in _ALIKE:
        token = token.replace(written, heard)
    return re.sub(rb"([a-z])\1", rb"\1", token)


def read_name(name: str) -> tuple[Word, ...]:
    """The words of a name in the order given name, surname; `Exempel, Anna` is turned round."""
    name = unicodedata.normalize("NFC", name)
    if name.count(",") == 1:
        name = " ".join(reversed(name.split(",")))
    return tuple(_word(match) for match in _WORD.findall(name))


def sequences(name: tuple[Word, ...]) -> Iterator[tuple[bytes, ...]]:
    """Every way to write the full name as folded tokens: hyphens kept or closed, particles left out."""
    for spelled in (name, tuple(word for word in name if not word.particle)):
        for choice in product(*(_spellings(word) for word in spelled[:6])):
            if choice:
                yield tuple(token for part in choice for token in part)


def _spellings(word: Word) -> list[tuple[bytes, ...]]:
    halves = tuple(half.spellings[0] for half in word.halves)
    last = tuple(half.spellings[-1] for half in word.halves)
    return list(dict.fromkeys([halves, last, *((spelling,) for spelling in word.whole.spellings)]))


def _word(written: str) -> Word:
    halves = tuple(_form(half) for half in _HALF.findall(written))
    whole = halves[0] if len(halves) == 1 else _form("".join(_HALF.findall(written)))
    return Word(whole, halves, written.casefold() in _PARTICLES)


def _form(written: str) -> Form:
    written = written.casefold()
    spellings = dict.fromkeys(
        b"".join(tokens(fold(variant).lower())) for variant in (written, written.translate(_TRANSLITERATED))
    )
    return Form(written, tuple(spellings), _weak(written, next(iter(spellings))))


def _weak(written: str, token: bytes) -> bool:
    """Whether the form is known beforehand to say nothing alone. The slow dictionary is asked later."""
    if sum(char.isalpha() for char in written) < MIN_LETTERS or written in ambiguous_forms():
        return True
    return written.isascii() and token in folded_ambiguous()
