"""Names in other scripts than the roster has: `Наталья` for Natalja, `Muhammad` for محمد.

A name becomes keys that all its spellings share: of Cyrillic how it sounds, of Arabic its consonants.
"""

import re
from itertools import islice, product

from arkiv.data.transcriptions import ARABIC, CYRILLIC, CYRILLIC_CASES
from arkiv.redaction.folding import fold, sound

_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f]+")
_BONES = "="
"""Begins a key of consonants, so that it is never one of sounds."""

_FEWEST = 4
"""Sounds, or three consonants and the sign, that tell a name alone."""

_MOST = 512
"""Ways to write one name that are thought of."""

_SWEDISH = {"å": "ao", "ä": "ae", "ö": "oe"}


def is_foreign(read: str) -> bool:
    """Whether a word is written in a script that is transcribed."""
    return bool(_CYRILLIC.fullmatch(read) or _ARABIC.fullmatch(read))


def is_telling(key: str) -> bool:
    """Whether a key is long enough to tell a name alone."""
    return len(key) >= _FEWEST


def foreign_keys(read: str) -> set[str]:
    """The keys of a word that `is_foreign`, in whatever case it stands."""
    word = read.casefold()
    if _ARABIC.fullmatch(word):
        return {key for form in _bare(word) for key in _consonants(form)}
    forms = {word.removesuffix(ending) + last for ending in CYRILLIC_CASES for last in ("", "а")}
    near = (form for form in forms if len(form) > len(word) - 4)
    return {key for form in near for key in _sounds(form)}


def name_keys(written: str) -> set[str]:
    """The keys of a hidden name's word in any script, as it stands in the roster."""
    word = written.casefold()
    if _ARABIC.fullmatch(word):
        return {key for form in _bare(word) for key in _consonants(form)}
    if _CYRILLIC.fullmatch(word):
        return _sounds(word)
    spelt = product(*(_SWEDISH.get(letter, letter) for letter in word))
    return {_heard(fold("".join(letters))) for letters in islice(spelt, _MOST)} | latin_keys(fold(word))


def latin_keys(folded: str) -> set[str]:
    """The keys of a word in Latin letters, which may stand for a name in either script."""
    return {_heard(folded), _BONES + re.sub("[aeiouyj]", "", _said(folded))}


def _said(folded: str) -> str:
    return sound(folded).replace("q", "k")


def _heard(folded: str) -> str:
    return re.sub(r"(.)\1", r"\1", re.sub("[yj]", "i", _said(folded)))


def _sounds(word: str) -> set[str]:
    ways = product(*(CYRILLIC.get(letter, (letter,)) for letter in word))
    return {_heard("".join(letters)) for letters in islice(ways, _MOST)}


def _bare(word: str) -> set[str]:
    """The word without the article and the small words that are grown onto it."""
    return {re.sub("^[وبلف]?(?:ال|لل)", "", word), re.sub("^[وبلف](?=...)", "", word)}


def _consonants(word: str) -> set[str]:
    first = ("h",) if word[0] in "حهھ" else ARABIC.get(word[0], (word[0],))
    ways = product(first, *(ARABIC.get(letter, ("",)) for letter in word[1:]))
    found = {"".join(letters) for letters in islice(ways, _MOST)}
    return {_BONES + form for one in found for form in (one, re.sub(r"(.)\1", r"\1", one))}
