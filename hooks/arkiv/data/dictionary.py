"""Which strings are Swedish words, by the Hunspell dictionary beside this file.

Redaction and audit both ask here, for data only: neither may judge a name by code of the other's.
"""

from functools import cache
from io import StringIO
from pathlib import Path

from spylls.hunspell import Dictionary, readers
from spylls.hunspell.algo.capitalization import Type as Capitalization
from spylls.hunspell.readers.file_reader import BaseReader

_FILES = Path(__file__).parent / "hunspell-sv" / "sv_SE"


class _Lines(BaseReader):  # type: ignore[misc]  # spylls has no types
    """The lines of a file that is closed again, which spylls' own reader leaves to the collector."""

    def __init__(self, path: Path) -> None:
        super().__init__(StringIO(path.read_text(encoding="utf-8")))

    def reset_encoding(self, encoding: str) -> None:
        """Both files are UTF-8, as the first line of the one says."""


@cache
def _dictionary() -> Dictionary:
    aff, context = readers.read_aff(_Lines(_FILES.with_suffix(".aff")))
    dic = readers.read_dic(_Lines(_FILES.with_suffix(".dic")), aff=aff, context=context)
    return Dictionary(aff, dic)


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
    # Asked first, since it takes a tenth of the time of looking for compounds, and most names end here.
    forms = _dictionary().lookuper.affix_forms(lowered, captype=Capitalization.NO)
    return next(iter(forms), None) is not None and is_word(lowered)
