"""Every form of every hidden name, in tables that one look-up answers from, however many people there are."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from arkiv.audit.findings import FormKind
from arkiv.audit.folding import fold, words
from arkiv.audit.names import Form, Word, folded_ambiguous, read_name, sequences
from arkiv.data.words import ambiguous_groups
from arkiv.policy.secrets import HiddenPerson, Secrets

MIN_JOINED = 6
"""Letters of a closed name (`annaberg`) from which it is told from a word."""

MIN_MISSPELT = 6
"""Letters of a surname from which one wrong letter still tells whose it is."""

MIN_LEFT = 3
"""Letters that must be left of a name whose other letters were lost."""

MIN_DIGITS = 7
"""Digits of a phone number; fewer is an extension, or any number."""

LONGEST_CLOSED = 5
"""Words of a name of which any neighbours may be written as one; with more there are too many ways."""

_PLACES = ("place-names", "municipalities", "regions")


@dataclass(frozen=True, slots=True)
class Claim:
    """Whose form it is, and of which kind.

    `written` holds the parts of the name that it rests on: it stands unless all of them are words.
    """

    person: str
    form: FormKind
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two weak forms that together name a person; `ordered` as in the name, `strict` wants capitals."""

    claim: Claim
    ordered: bool
    strict: bool


@dataclass(slots=True)
class Forms:
    """The tables. Keys are folded lower-case tokens unless said otherwise."""

    strong: dict[bytes, Claim] = field(default_factory=dict)
    pairs: dict[tuple[bytes, bytes], Pair] = field(default_factory=dict)
    partners: dict[bytes, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    titled: dict[bytes, Claim] = field(default_factory=dict)  # weak forms, no places: names after a title
    parts: dict[str, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    broken: dict[bytes, Claim] = field(default_factory=dict)  # with `?` for each letter that was lost
    emails: dict[bytes, Claim] = field(default_factory=dict)
    phones: dict[str, Claim] = field(default_factory=dict)
    surnames: dict[bytes, Claim] = field(default_factory=dict)  # long strong ones: compounds, misspellings
    deletions: dict[bytes, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    named: set[tuple[bytes, ...]] = field(default_factory=set)
    named_lengths: dict[bytes, set[int]] = field(default_factory=lambda: defaultdict(set))
    namesakes: set[tuple[bytes, bytes]] = field(default_factory=set)  # first and last of hidden names
    named_tokens: set[bytes] = field(default_factory=set)
    named_doubles: set[tuple[bytes, ...]] = field(default_factory=set)  # `Jan-Erik`, written so
    innocent: set[bytes] = field(default_factory=set)  # excuses what is near a name, never a name


def forms_of(secrets: Secrets) -> Forms:
    """The tables for one build. People come by id, so that a shared form has one owner."""
    forms = Forms()
    hidden: set[tuple[bytes, ...]] = set()
    doubles: set[tuple[bytes, ...]] = set()
    for person in sorted(secrets.hidden, key=lambda person: person.id):
        for name in person.names:
            hidden.update(sequences(read_name(name)))
            doubles.update(_doubles(read_name(name)))
            _add_name(forms, person.id, read_name(name))
        _add_contacts(forms, person)
    forms.namesakes = {(sequence[0], sequence[-1]) for sequence in hidden}
    for name in secrets.named:
        _add_named(forms, read_name(name), hidden)
        forms.named_doubles.update(set(_doubles(read_name(name))) - doubles)
    forms.innocent.update(token for phrase in secrets.innocent for token in words(phrase))
    return forms


def _add_name(forms: Forms, person: str, name: tuple[Word, ...]) -> None:
    bearing = [word for word in name if not word.particle]
    for word in bearing:
        for form in word.forms:
            _add_form(forms, person, form)
        for first, second in combinations(dict.fromkeys(word.halves), 2):
            _add_pair(forms, person, first, second, FormKind.PART, strict=True)
    for one, other in combinations(bearing, 2):
        _add_words(forms, person, one, other)
    if bearing[1:]:
        _add_surname(forms, person, bearing)


def _add_form(forms: Forms, person: str, form: Form) -> None:
    _add_alone(forms, person, form)
    _add_broken(forms, person, form)
    forms.parts[person].update(form.spellings)


def _add_alone(forms: Forms, person: str, form: Form) -> None:
    for token in form.spellings:
        if not form.weak:
            forms.strong.setdefault(token, Claim(person, FormKind.PART, (form.written,)))
            if token + b"s" not in folded_ambiguous():
                forms.strong.setdefault(token + b"s", Claim(person, FormKind.GENITIVE, (form.written,)))
        if form.letters > 1 and not _is_place(form.written):
            forms.titled.setdefault(token, Claim(person, FormKind.CONTEXT))


def _is_place(written: str) -> bool:
    return any(written in ambiguous_groups()[group] for group in _PLACES)


def _add_broken(forms: Forms, person: str, form: Form) -> None:
    """The form with its letters beyond ASCII lost, as `?` or U+FFFD."""
    lost = re.sub(r"[^\x00-\x7f]+", "?", form.written)
    if "?" in lost and sum(char.isalpha() for char in lost) >= MIN_LEFT:
        for ending in ("", "s"):
            forms.broken.setdefault((lost + ending).encode(), Claim(person, FormKind.PART))


def _add_words(forms: Forms, person: str, one: Word, other: Word) -> None:
    for first in one.forms:
        for second in other.forms:
            _add_pair(forms, person, first, second, FormKind.FULL, strict=False)
            _add_joined(forms, person, first, second)


def _add_pair(forms: Forms, person: str, first: Form, second: Form, kind: FormKind, *, strict: bool) -> None:
    strict = strict or min(first.letters, second.letters) < 2
    for x in first.spellings:
        for y in second.spellings:
            _put_pair(forms, x, y, Pair(Claim(person, kind), ordered=True, strict=strict))
            _put_pair(forms, y, x, Pair(Claim(person, kind), ordered=False, strict=strict))


def _put_pair(forms: Forms, x: bytes, y: bytes, pair: Pair) -> None:
    for last in (y, y + b"s"):
        forms.pairs.setdefault((x, last), pair)
        forms.partners[x].add(last)
        forms.partners[last].add(x)


def _add_joined(forms: Forms, person: str, first: Form, second: Form) -> None:
    for x in first.spellings:
        for y in second.spellings:
            _put_joined(forms, Claim(person, FormKind.SLUG), x + y)
            if not (first.weak and second.weak):  # of two words it may be a third, as "bergsten" is
                _put_joined(forms, Claim(person, FormKind.SLUG, (first.written, second.written)), y + x)


def _put_joined(forms: Forms, claim: Claim, joined: bytes) -> None:
    if len(joined) >= MIN_JOINED and joined not in folded_ambiguous():
        forms.strong.setdefault(joined, claim)


def _add_surname(forms: Forms, person: str, bearing: list[Word]) -> None:
    """What only a surname has: initials before it, compounds with it, one letter wrong in it."""
    for form in bearing[-1].forms:
        for initial in {half.spellings[0][:1] for half in bearing[0].halves}:
            _add_initial(forms, person, initial, form)
        if not form.weak and form.letters >= MIN_MISSPELT:
            for token in form.spellings:
                forms.surnames.setdefault(token, Claim(person, FormKind.MISSPELLING, (form.written,)))
                for shorter in deletions(token):
                    forms.deletions[shorter].add(token)


def _add_initial(forms: Forms, person: str, initial: bytes, surname: Form) -> None:
    claim = Claim(person, FormKind.INITIALS)
    for token in surname.spellings:
        _put_pair(forms, initial, token, Pair(claim, ordered=True, strict=True))
        if not surname.weak:
            _put_joined(forms, Claim(person, FormKind.SLUG, (surname.written,)), initial + token)


def deletions(token: bytes) -> Iterator[bytes]:
    """The token, and the token with any one letter left out: two tokens one slip apart share one of them."""
    yield token
    for place in range(len(token)):
        yield token[:place] + token[place + 1 :]


def _add_contacts(forms: Forms, person: HiddenPerson) -> None:
    for contact in person.contacts:
        if "@" in contact:
            _add_email(forms, person.id, contact)
        else:
            _add_phone(forms, person.id, contact)


def _add_email(forms: Forms, person: str, address: str) -> None:
    claim = Claim(person, FormKind.EMAIL)
    forms.emails.setdefault(fold(address.strip().removeprefix("mailto:")).lower(), claim)
    local = words(address.removeprefix("mailto:").split("@")[0])
    if len(local) == 1 and len(local[0]) >= 4 and local[0] not in folded_ambiguous():
        forms.strong.setdefault(local[0], claim)


def _add_phone(forms: Forms, person: str, number: str) -> None:
    """A Swedish number with its 0, with 46, or with both; any other as its digits."""
    digits = re.sub(r"\D", "", number.replace("(0)", "")).removeprefix("00")
    if len(digits) < MIN_DIGITS:
        return
    national = digits[2:] if number.strip().startswith(("+46", "0046")) else digits.lstrip("0")
    for variant in {digits, "0" + national, "46" + national, "0046" + national, "460" + national}:
        forms.phones.setdefault(variant, Claim(person, FormKind.PHONE))


def _add_named(forms: Forms, name: tuple[Word, ...], hidden: set[tuple[bytes, ...]]) -> None:
    """A named person's own name, in full; a namesake of someone hidden is no excuse for the name."""
    for sequence in set(sequences(name)) - hidden:
        for spelled in _closed(sequence):
            for ended in (spelled, (*spelled[:-1], spelled[-1] + b"s")):
                forms.named.add(ended)
                forms.named_lengths[ended[0]].add(len(ended))
                forms.named_tokens.update(ended)


def _closed(words: tuple[bytes, ...]) -> Iterator[tuple[bytes, ...]]:
    """The words, and with neighbours of them written as one, as in an address: `anna-lisa.macdonald`."""
    if len(words) > LONGEST_CLOSED:
        yield from (words, (b"".join(words),))
        return
    yield words
    for at in range(len(words) - 1):
        for rest in _closed(words[at + 1 :]):
            yield (*words[:at], words[at] + rest[0], *rest[1:])


def _doubles(name: tuple[Word, ...]) -> Iterator[tuple[bytes, ...]]:
    """The hyphened words of a name, half by half, as a genitive too."""
    for word in name:
        if word.halves[1:]:
            *inner, last = (half.spellings[0] for half in word.halves)
            yield (*inner, last)
            yield (*inner, last + b"s")
