"""The hidden names, taken apart and laid out so that one look-up answers for all of them.

Nothing here loops over people when a text is read: a word is looked up as it is, by its sound, with one
letter missing, and by its beginning.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from arkiv.policy.secrets import HiddenPerson, Secrets
from arkiv.redaction.folding import fold, sound
from arkiv.redaction.skeleton import textual

WORD = re.compile(r"(?:[^\W\d_]|\ufffd)+")
"""A run of letters; U+FFFD stands for a letter that was lost."""

PARTICLES = frozenset({"af", "av", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "la", "le", "ter", "van", "von", "zu"})
"""Words inside names that say nothing alone."""

FUZZY_LENGTH = 5
"""Letters a name needs before a slip in it is looked for; shorter ones would meet too many words."""

COMPOUND_LENGTH = 6
"""Letters a name needs before a compound that begins with it is taken for one."""


@dataclass(slots=True)
class Part:
    """One word of one or more hidden names. `common` is also a word, a place or a month."""

    folded: str
    common: bool
    people: set[str] = field(default_factory=set)
    given: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A hidden name as a series of folded words, particles included."""

    words: tuple[str, ...]
    person: HiddenPerson


@dataclass(slots=True)
class Lexicon:
    """Everything that is looked up. Keys are folded."""

    parts: dict[str, Part] = field(default_factory=dict)
    joined: set[str] = field(default_factory=set)
    whole: dict[tuple[str, ...], list[HiddenPerson]] = field(default_factory=lambda: defaultdict(list))
    slips: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    sounds: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    beginnings: set[str] = field(default_factory=set)
    named: dict[str, list[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(list))
    named_parts: set[str] = field(default_factory=set)
    contacts: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)


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
        _add_contacts(book, person.contacts)
    _add_named(book, secrets.named)
    _add_fuzzy(book)
    return book


def _add_name(book: Lexicon, name: str, person: HiddenPerson, is_common: Callable[[str], bool]) -> None:
    words = words_of(name)
    written = WORD.findall(textual(name).read)
    if not any(word not in PARTICLES for word in words):
        return
    book.whole[words].append(person)
    for at, (word, as_written) in enumerate(zip(words, written, strict=True)):
        if word in PARTICLES and len(words) > 1:
            continue
        part = book.parts.setdefault(word, Part(word, common=is_common(as_written)))
        part.people.add(person.id)
        part.given |= at == 0
    book.joined |= _joined(words, name)


def _joined(words: tuple[str, ...], name: str) -> set[str]:
    """The name in one word: as a handle, or hyphened parts written together."""
    found = {"".join(words), "".join(reversed(words)), words[0] + words[-1], words[-1] + words[0], words[0][0] + words[-1]}
    for hyphened in re.findall(r"[^\s,]+-[^\s,]+", name):
        found.add("".join(words_of(hyphened)))
    return {form for form in found if len(form) >= FUZZY_LENGTH} if len(words) > 1 else set()


def _add_contacts(book: Lexicon, contacts: Iterable[str]) -> None:
    for contact in contacts:
        if "@" in contact:
            book.contacts.add(fold(contact))
        else:
            book.numbers.add(digits(contact))


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
        if len(word) >= FUZZY_LENGTH:
            for slip in slips(word):
                book.slips[slip].add(word)
            book.sounds[sound(word)].add(word)
        if len(word) >= COMPOUND_LENGTH and not part.common:
            book.beginnings.add(word)


def slips(word: str) -> set[str]:
    """The word, and it with any one letter missing; two words that share one differ by one slip at most.

    A letter too many, too few or wrong, or two exchanged: each leaves a common remainder. Candidates
    still need `is_slip`, since two letters in different places share remainders too.
    """
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def is_slip(one: str, other: str) -> bool:
    """Whether the two differ by one letter, or by two neighbours exchanged."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, rest_of_other = one[start:], other[start:]
    if len(one) == len(other):
        exchanged = rest[:2] == rest_of_other[:2][::-1] and rest[2:] == rest_of_other[2:]
        return rest[1:] == rest_of_other[1:] or exchanged
    return rest[1:] == rest_of_other or rest == rest_of_other[1:]
