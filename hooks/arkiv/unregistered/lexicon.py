"""What a capitalised word may be by itself: a first name, a place, a Swedish word, a brand, a surname."""

import re
from functools import cache
from importlib.resources import files

from arkiv.data.contexts import TITLES
from arkiv.data.first_names import first_names
from arkiv.data.places import places
from arkiv.unregistered.endings import DEFINITE, PLACE, SURNAME, TITLE
from arkiv.unregistered.wordlist import (
    compound_end,
    ends_in_definite_noun,
    is_entry,
    is_place_or_body,
    is_proper,
    is_simple,
)


@cache
def group(name: str) -> frozenset[str]:
    """One group of `words.txt`."""
    groups: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in files("arkiv.unregistered").joinpath("words.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            current = groups.setdefault(line[3:].partition(":")[0], set())
        elif line and not line.startswith("#"):
            current.update(line.split())
    return frozenset(groups[name])


@cache
def stripped(word: str) -> str:
    """Without the s of a genitive, or its apostrophe; a word of two letters keeps it."""
    bare = word.rstrip("'’")
    for ending in (":s", "'s", "’s", "s"):
        if bare.endswith(ending) and len(bare) > len(ending) + 1:
            return bare[: -len(ending)]
    return bare


@cache
def forms(word: str) -> tuple[str, ...]:
    """The word in lower case, and without a genitive's s."""
    lowered = word.casefold()
    bare = stripped(lowered)
    return (lowered,) if bare == lowered else (lowered, bare)


@cache
def is_first_name(word: str) -> bool:
    """Whether it is a common first name, or two with a hyphen that begin with one; the genitive too."""
    return any(form in _given() or _is_double(form) for form in forms(word))


@cache
def is_given(word: str) -> bool:
    """Whether it is a first name as it stands, its s included: Lars, Pär-Jonas."""
    return re.split(r"[-‑]", word.casefold())[-1] in _given()


@cache
def _given() -> frozenset[str]:
    return first_names() | group("given")


def _is_double(form: str) -> bool:
    first, *rest = re.split(r"[-‑]", form)
    return (
        bool(rest)
        and all(len(part) > 1 for part in rest)
        and first in _given()
        and (
            rest[-1] in _given()
            or len(rest[-1]) <= _SYLLABLE
            or not (is_word(rest[-1]) or compound_end(rest[-1]))
        )
    )


_SYLLABLE = 3
"""Letters of a last part that is a syllable rather than a word: Hyun-Ju."""


@cache
def is_place(word: str) -> bool:
    """Whether it is a known place, or the genitive of one."""
    known = any(form in places() for form in forms(word)) or (_is_locality(word) and not is_surname(word))
    return known or word.casefold() in _place_words()


def _is_locality(word: str) -> bool:
    return any(form in group("localities") for form in forms(word))


@cache
def _place_words() -> frozenset[str]:
    """Words of places of several words: Lilla Edet."""
    return frozenset(word for place in places() for word in place.split() if " " in place and len(word) > 3)


@cache
def is_word(word: str) -> bool:
    """Whether Swedish has it as a simple or inflected word."""
    return is_simple(word) or word.casefold() in group("openers")


@cache
def is_bare(word: str) -> bool:
    """Whether it is a word in its bare form, `grip` or `jama`, that somebody may be called."""
    lowered = word.casefold()
    if lowered.endswith(_ABSTRACT):
        return False
    if lowered.endswith("a"):
        return is_simple(lowered + "r") and is_simple(lowered + "de")
    return is_entry(lowered) and lowered not in group("openers") and lowered not in group("people")


_ABSTRACT = ("else", "ning", "het", "skap", "ism", "tion", "sion", "tet", "eri", "ande", "ende")
"""Endings of what nobody is called."""

_COMPOUND = 9
"""Letters. Shorter names are too often made of words by chance: Ber+hane."""


@cache
def is_compound(word: str) -> bool:
    """Whether it is made of Swedish words, and ends otherwise than surnames do."""
    if any(mark in word for mark in "-‑"):
        last = re.split(r"[-‑]", word)[-1]
        if last[:1].isupper() and len(last) <= _SYLLABLE:
            return False
        return last[:1].islower() or (is_word(last) and not is_first_name(last) and not is_surname(last))
    end = compound_end(word) if len(word) >= _COMPOUND else None
    return (bool(end) and stripped(end or "") not in group("elements")) or _is_of_place(word)


def _is_of_place(word: str) -> bool:
    """A compound that begins with a place: Stockholmsresan."""
    if is_surname(word):
        return False
    lowered = word.casefold()
    cuts = range(_SHORTEST_PLACE, len(lowered) - _SHORTEST_REST + 1)
    return any(is_place(lowered[:cut]) and is_simple(lowered[cut:]) for cut in cuts)


_SHORTEST_PLACE, _SHORTEST_REST = 5, 3
"""Letters of the parts of such a compound."""


_SHORT_COMPOUND = 7
"""Letters of the shortest compound that tells against a name: Bokstart, but also Solfrid."""


@cache
def is_short_compound(word: str) -> bool:
    """Whether it may be made of Swedish words, or be a name that looks so by chance."""
    end = compound_end(word) if _SHORT_COMPOUND <= len(word) < _COMPOUND and word.isalpha() else None
    return bool(end) and stripped(end or "") not in group("elements")


@cache
def is_thing(word: str) -> bool:
    """Whether it is a brand, a system or a body known all over the country."""
    return any(form in group("products") or form in group("bodies") for form in forms(word))


_LONG = 6
"""Letters. A shorter word is not taken apart."""


@cache
def _head_endings() -> tuple[str, ...]:
    return tuple(group("endings"))


@cache
def is_head_of_people(word: str) -> bool:
    """Whether organisations and places are called by it, and people too: `Petra Nord`, `Karin Sjö`."""
    return word.casefold() in _HEADS_OF_PEOPLE


_HEADS_OF_PEOPLE = frozenset("bro fors green gård hamn nord park sjö skog syd väst öst".split())


@cache
def is_head(word: str) -> bool:
    """Whether it makes an organisation or place of the words beside it."""
    return any(
        form in group("heads")
        or (len(form) > _LONG and form.endswith(_head_endings()))
        or _is_named_thing(form)
        for form in forms(word)
    )


def _is_named_thing(form: str) -> bool:
    """Whether it ends in a noun's definite form, as no surname does: Karlatornet, Ericsonsterminalen."""
    return len(form) <= _LONGEST_NAME and not is_place_shaped(form) and ends_in_definite_noun(form)


_LONGEST_NAME = 40
"""Letters of a name that is taken apart."""


@cache
def is_surname(word: str) -> bool:
    """Whether it ends as surnames do in Sweden."""
    return any(len(form) > 3 and bool(SURNAME.search(form)) for form in forms(word))


@cache
def is_word_surname(word: str) -> bool:
    """Whether it is a word that people are called by: `Frisk`, `Hök`, or the genitive of one."""
    return any(form in group("surnames") for form in forms(word))


@cache
def is_place_shaped(word: str) -> bool:
    """Whether it ends as places do."""
    return bool(PLACE.search(word.casefold()))


@cache
def is_known_proper(word: str) -> bool:
    """Whether the dictionary has it with a capital only, or the word it is the genitive of."""
    return is_proper(word) or is_proper(stripped(word))


@cache
def is_known_body(word: str) -> bool:
    """Whether it, or what it is the genitive of, is a place or a company, though it may look like a name."""
    return is_place_or_body(word) or is_place_or_body(stripped(word)) or _is_locality(word)


@cache
def is_branded(word: str) -> bool:
    """Whether it ends as products and companies do, and nobody: Addsecure."""
    return len(word) > _LONG and word.casefold().endswith(tuple(group("brands")))


@cache
def is_definite(word: str) -> bool:
    """Whether it looks like the definite form of a noun."""
    return bool(DEFINITE.fullmatch(word.casefold()))


@cache
def is_title(word: str) -> bool:
    """Whether it tells what somebody is: `projektledaren`, `kollegan`."""
    lowered = word.casefold()
    if lowered in TITLES or lowered in group("people"):
        return True
    return len(lowered) > 3 and bool(TITLE.search(lowered))


_NO_ROLE = frozenset("vice tf biträdande ansvarig herr fru hr kollega".split())


@cache
def is_role(word: str) -> bool:
    """Whether it is a title that can stand without the name: not `vice`, and not `heter`."""
    lowered = word.casefold()
    return lowered not in _NO_ROLE and (
        lowered in TITLES or (len(lowered) > 3 and bool(TITLE.search(lowered)))
    )


@cache
def is_kind_of_thing(word: str) -> bool:
    """Whether it tells what kind of thing bears the name that follows: `systemet`, `bokbussen`."""
    lowered = word.casefold()
    if lowered in group("things"):
        return True
    return any(
        len(lowered) > len(kind) > 4 and lowered.endswith(kind) for kind in _endings(group("things"), lowered)
    )


def _endings(kinds: frozenset[str], lowered: str) -> tuple[str, ...]:
    return tuple(ending for at in range(1, len(lowered) - 4) if (ending := lowered[at:]) in kinds)


@cache
def is_acronym(word: str) -> bool:
    """Capitals only, or capitals inside: SKR, SharePoint, eID."""
    bare = word.split(":", 1)[0]
    if len(bare) > 1 and bare.isupper():
        return "-" not in bare
    inner = re.split(r"[-‑'’]", bare)
    return any(
        re.search(r"[a-zåäö][A-ZÅÄÖ]", part) and not re.match(r"Mc|Mac|De|Di|La|Le|Van|O", part)
        for part in inner
    )
