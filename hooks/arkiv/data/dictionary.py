"""Which strings are Swedish words, by the Hunspell dictionary beside this file.

Redaction and audit both ask here, for data only: neither may judge a name by code of the other's.
"""

from functools import cache
from pathlib import Path

from spylls.hunspell import Dictionary
from spylls.hunspell.algo.capitalization import Type as Capitalization

_FILES = Path(__file__).parent / "hunspell-sv" / "sv_SE"


@cache
def _dictionary() -> Dictionary:
    return Dictionary.from_files(str(_FILES))


@cache
def is_word(word: str) -> bool:
    """Whether Swedish has this word as written, compounds and capitalised names included."""
    return bool(_dictionary().lookup(word))


@cache
def is_common_word(word: str) -> bool:
    """Whether the lower-case form is a simple or inflected word: `sten` and `berget`, but not `lindberg`.

    Compounds do not count: most Swedish surnames are compounds of words, and are no words themselves.
    """
    lowered = word.casefold()
    if not is_word(lowered):
        return False
    forms = _dictionary().lookuper.affix_forms(lowered, captype=Capitalization.NO)
    return next(iter(forms), None) is not None
