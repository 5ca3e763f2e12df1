"""The hidden names, taken apart and laid out so that one look-up answers for all of them.

Nothing here loops over people when a text is read: a word is looked up as it is, by its sound, with one
letter missing, and by its beginning.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from arkiv.data.words import ambiguous_groups
from arkiv.policy.secrets import HiddenPerson, Secrets
from arkiv.redaction.accounts import accounts
from arkiv.redaction.folding import fold, sound
from arkiv.redaction.scripts import is_foreign, name_keys
from arkiv.redaction.skeleton import textual
from arkiv.redaction.slips import slips

WORD = re.compile(r"(?:[^\W\d_]+|\ufffd+)+")
"""A run of letters; U+FFFD stands for a letter that was lost."""

_LETTERS = bytes(code if WORD.fullmatch(chr(code)) else 0x20 for code in range(0x100))
"""A table for Latin-1: letters as they are, a space for the rest."""


def words_in(text: str) -> set[str]:
    """The different words of a text, each as written."""
    try:
        return set(text.encode("latin-1").translate(_LETTERS).decode("latin-1").split())
    except UnicodeEncodeError:
        return set(WORD.findall(text))


CAPITAL = f"[{''.join(chr(code) for code in range(0x41, 0x590) if chr(code).isupper())}]"
"""Any capital of Latin, Greek or Cyrillic: an initial that is left tells how a name begins."""

LONGEST_SIGNATURE = 5
"""Letters of the longest initials that stand in place of a name."""

PARTICLES = frozenset("af al av bin da de del den der di do dos du el ibn la le ter und van von y zu".split())
"""Words inside names that say nothing alone."""

NOBLE = frozenset("af da del der di do dos el la le ter van von zu ibn".split())
"""Particles that are no Swedish words: before a surname they belong to it."""

FUZZY_LENGTH = 5
"""Letters a name needs before a slip in it is looked for; shorter ones would meet too many words."""

SOUND_LENGTH = 7
"""Letters a name's sound needs before a slip in it is looked for: `Hjertqvist` for Hjärtkvist."""

NEIGHBOUR_LENGTH = 3
"""Letters it needs where the other half of the same name stands beside it."""

COMPOUND_LENGTH = 6
"""Letters a name needs before anything grown onto it makes a compound; shorter ones need a noun."""

SHORT_COMPOUND_LENGTH = 3

NUMBER_LENGTH = 6
"""Digits a phone number needs; shorter ones are amounts and years as well."""


@dataclass(slots=True)
class Part:
    """One word of one or more hidden names.

    `common` is also a word, a place or a month; `given` stands first in a name; `surname` is known as one.
    """

    folded: str
    common: bool
    people: set[str] = field(default_factory=set)
    given: bool = False
    surname: bool = False
    particles: set[tuple[str, ...]] = field(default_factory=set)
    written: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Lexicon:
    """Everything that is looked up. Keys are folded."""

    parts: dict[str, Part] = field(default_factory=dict)
    parts_of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    joined: set[str] = field(default_factory=set)
    whole: dict[tuple[str, ...], list[HiddenPerson]] = field(default_factory=lambda: defaultdict(list))
    initials: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    signatures: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    mailed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    signed: set[str] = field(default_factory=set)
    lettered: set[str] = field(default_factory=set)
    slips: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    sounds: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    sound_slips: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    beginnings: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    longest: int = 0
    named: dict[str, list[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(list))
    named_parts: set[str] = field(default_factory=set)
    named_hyphened: set[tuple[str, ...]] = field(default_factory=set)
    namesakes: set[tuple[str, str]] = field(default_factory=set)  # first and last words of hidden names
    innocent: set[tuple[str, ...]] = field(default_factory=set)
    contacts: set[str] = field(default_factory=set)
    handles: set[str] = field(default_factory=set)
    spoken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    accounts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    numbers: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.parts or self.contacts or self.numbers or self.signatures)


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens and points gone."""
    return tuple(WORD.findall(textual(name).folded))


def lexicon(secrets: Secrets, is_common: Callable[[str], bool]) -> Lexicon:
    """The look-ups for one build.

    Args:
        secrets: the hidden people, and the names that may be shown.
        is_common: whether a word, as written and cased, is also a word, place or month.
    """
    book = Lexicon()
    for person in secrets.hidden:
        for name in person.names:
            _add_name(book, name, person, is_common)
        _add_contacts(book, person.contacts, is_common)
    _add_named(book, secrets.named)
    hidden = {series for person in secrets.hidden for name in person.names for series in _hyphened(name)}
    book.named_hyphened = {series for name in secrets.named for series in _hyphened(name)} - hidden
    book.namesakes = {(words[0], words[-1]) for words in book.whole}
    book.innocent = {words_of(phrase) for phrase in secrets.innocent}
    book.named_parts |= {word for phrase in book.innocent for word in phrase}
    _add_fuzzy(book)
    return book


def _add_name(book: Lexicon, name: str, person: HiddenPerson, is_common: Callable[[str], bool]) -> None:
    words = words_of(name)
    written = WORD.findall(textual(name).read)
    for letters in _signatures(name):
        book.signatures[letters].add(person.id)
        book.mailed[fold(letters)].add(person.id)
        book.signed.add(person.id)
    book.lettered |= {"".join(half) for half in _hyphened(name) if all(len(letter) == 1 for letter in half)}
    if not any(_is_telling(word) for word in words):
        return
    book.whole[words].append(person)
    book.initials[person.id] |= {word[0] for word in words}
    particles: list[str] = []
    for at, (word, as_written) in enumerate(zip(words, written, strict=True)):
        is_last = at == len(words) - 1
        if not _is_telling(word) and not (is_last and len(word) > 1):
            particles.append(word)
            continue
        part = book.parts.setdefault(word, Part(word, common=is_common(as_written)))
        part.people.add(person.id)
        book.parts_of[person.id].add(word)
        part.written.add(as_written.casefold())
        _add_spoken(book, word, as_written)
        part.given |= at == 0
        part.surname |= as_written.casefold() in ambiguous_groups()["surnames"]
        part.particles.add(tuple(particles))
        particles = []
    book.joined |= _joined(words, name)
    _add_accounts(book, words)


def _add_accounts(book: Lexicon, words: tuple[str, ...]) -> None:
    for account in accounts(words):
        book.accounts[account] |= book.parts.keys() & set(words)


def _add_spoken(book: Lexicon, word: str, written: str) -> None:
    """How a word of a name sounds that is in another script."""
    if is_foreign(written):
        for key in name_keys(written):
            book.spoken[key].add(word)


def _signatures(name: str) -> set[str]:
    """The initials a name is written with: of all its words, without particles, with hyphened ones as one.

    They keep their diacritics: with two letters or three there is no telling ÄÅ from AA otherwise.
    """
    read = textual(name).read.casefold()
    halves = [found for part in re.split(r"[\s,]+", read) if (found := WORD.findall(part))]
    bearing = [[word for word in part if fold(word) not in PARTICLES] for part in halves]
    bearing = [part for part in bearing if part]
    words = [word for part in bearing for word in part]
    wholes = [part[0] for part in bearing]
    firsts = ([word for part in chosen for word in part] for chosen in (bearing[:1], bearing[:-1]))
    sets = (
        [word for part in halves for word in part],
        words,
        wholes,
        [*words[:1], *words[-1:]],
        [*wholes[:1], *wholes[-1:]],
        [*wholes[:-1], *(bearing[-1] if bearing else ())],
        *([*first, *wholes[-1:]] for first in firsts),
        *bearing[:1],
    )
    made = {"".join(word[0] for word in chosen) for chosen in sets}
    return {letters for letters in made if 2 <= len(letters) <= LONGEST_SIGNATURE}


def _is_telling(word: str) -> bool:
    """Whether a word of a name says something alone: particles and single letters do not."""
    return word not in PARTICLES and len(word) > 1


def _joined(words: tuple[str, ...], name: str) -> set[str]:
    """The name in one word: as a handle, or hyphened parts written together."""
    if len(words) < 2:
        return set()
    first, last = words[0], words[-1]
    initials = "".join(word[0] for word in words[:-1])
    found = {
        "".join(words),
        "".join(reversed(words)),
        first + last,
        last + first,
        first[0] + last,
        initials + last,
        last + "".join(words[:-1]),
        "".join(word for word in words[1:-1] if word in PARTICLES) + last,
    }
    found |= {"".join(hyphened) for hyphened in _hyphened(name)}
    return {form for form in found - {last} if len(form) >= FUZZY_LENGTH}


def _hyphened(name: str) -> list[tuple[str, ...]]:
    """The words of each part of a name that is written with a hyphen."""
    return [words_of(part) for part in re.findall(r"[^\s,]+[-‑][^\s,]+", name)]


def _add_contacts(book: Lexicon, contacts: Iterable[str], is_common: Callable[[str], bool]) -> None:
    for contact in contacts:
        if "@" in contact:
            folded = fold(contact.strip())
            book.contacts.add(folded)
            local = folded.partition("@")[0]
            if len(local) >= FUZZY_LENGTH and not is_common(local):
                book.handles.add(local)
        elif len(number := digits(contact)) >= NUMBER_LENGTH:
            book.numbers[len(number)].add(number)


def digits(number: str) -> str:
    """A phone number without country code, trunk prefix and spacing."""
    return re.sub(r"^(?:0046|46|0)", "", re.sub(r"\D", "", number.replace("(0)", "")))


def _add_named(book: Lexicon, names: Iterable[str]) -> None:
    for name in names:
        words = words_of(name)
        if words and words not in book.whole:
            book.named[words[0]].append(words)
            book.named_parts |= set(words)
    for series in book.named.values():
        series.sort(key=len, reverse=True)


def _add_fuzzy(book: Lexicon) -> None:
    for word, part in book.parts.items():
        if len(word) >= NEIGHBOUR_LENGTH:
            for slip in slips(word):
                book.slips[slip].add(word)
        if len(word) >= FUZZY_LENGTH:
            heard = sound(word)
            book.sounds[heard].add(word)
            for slip in slips(heard) if len(heard) >= SOUND_LENGTH else ():
                book.sound_slips[slip].add(heard)
        if len(word) >= SHORT_COMPOUND_LENGTH and not part.common:
            book.beginnings.add(word)
            book.longest = max(book.longest, len(word))
        if len(word) >= COMPOUND_LENGTH and not part.common:
            book.heads |= {word[:length] for length in range(2, len(word) - 1)}
