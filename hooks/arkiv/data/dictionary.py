"""Which strings are Swedish words, by the Hunspell dictionary beside this file.

Redaction and audit both ask here, for data only: neither may judge a name by code of the other's.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from io import StringIO
from pathlib import Path

from spylls.hunspell import readers
from spylls.hunspell.algo.capitalization import Casing
from spylls.hunspell.algo.capitalization import Type as Capitalization
from spylls.hunspell.algo.lookup import AffixForm, Lookup
from spylls.hunspell.data.dic import Dic, Word
from spylls.hunspell.readers.file_reader import BaseReader

_AFTER_STEM = re.compile(r"(?:\t.*| +)$", re.MULTILINE)
_FILES = Path(__file__).parent / "hunspell-sv" / "sv_SE"


class Lines(BaseReader):  # type: ignore[misc]  # spylls has no types
    """The lines of a file that is closed again, which spylls' own reader leaves to the collector."""

    def __init__(self, path: Path) -> None:
        super().__init__(StringIO(path.read_text(encoding="utf-8")))

    def reset_encoding(self, encoding: str) -> None:
        """Both files are UTF-8, as the first line of the one says."""


@cache
def entries() -> Mapping[str, str]:
    """The stems of the .dic file and their flags; those of a stem's several entries with spaces between.

    The file has neither data tags nor screened slashes, and its flags are single letters.
    """
    lines = _AFTER_STEM.sub("", _FILES.with_suffix(".dic").read_text("utf-8")).splitlines()
    found: dict[str, str] = {}
    for line in lines[1:]:
        stem, _, flags = line.partition("/")
        found[stem] = f"{found[stem]} {flags}" if stem in found else flags
    return found


class Stems(Dic):  # type: ignore[misc]  # spylls has no types
    """The words of a .dic file, each made when it is asked for: nearly none of 150,000 ever is.

    It answers as what spylls' own reader makes, in a tenth of its time.
    """

    def __init__(self, flags: Mapping[str, str], casing: Casing) -> None:
        super().__init__(words=[])
        self._casing = casing
        self._flags = flags
        self._made: dict[str, list[Word]] = {}

    def homonyms(self, stem: str, *, ignorecase: bool = False) -> list[Word]:
        """All entries with this stem; with `ignorecase` all that are this stem when written small."""
        if ignorecase:
            return [word for one in self._alike(stem) for word in self._words(one)]
        return self._words(stem)

    def _words(self, stem: str) -> list[Word]:
        flags = self._flags.get(stem)
        if flags is None:
            return []
        if stem not in self._made:
            casing = self._casing.guess(stem)
            self._made[stem] = [Word(stem, set(each), {}, [], casing) for each in flags.split(" ")]
        return self._made[stem]

    def _alike(self, lowered: str) -> list[str]:
        capital = self._capitals.get(lowered, [])
        if len(lowered) > 1:
            return capital
        # spylls lists a stem that is small already under each of its letters.
        small = (stem for stem in self._flags if self._casing.guess(stem) is Capitalization.NO)
        return capital + [stem for stem in small if lowered in stem]

    @cached_property
    def _capitals(self) -> dict[str, list[str]]:
        """The stems with capitals, by what they are when written small."""
        found: dict[str, list[str]] = defaultdict(list)
        for stem in self._flags:
            if self._casing.guess(stem) is not Capitalization.NO:
                for lowered in self._casing.lower(stem):
                    found[lowered].append(stem)
        return found


class _Lookup(Lookup):  # type: ignore[misc]  # spylls has no types
    """Looks for an ending behind another only if some ending may have one: in Swedish none may."""

    @cached_property
    def _continued(self) -> frozenset[str]:
        """The flags of endings that other endings bear."""
        every = [ending for endings in self.aff.SFX.values() for ending in endings]
        borne = {flag for ending in every for flag in ending.flags}
        return frozenset(ending.flag for ending in every) & borne

    def desuffix(
        self,
        word: str,
        required_flags: list[str],
        forbidden_flags: list[str],
        nested: bool = False,
        crossproduct: bool = False,
    ) -> Iterator[AffixForm]:
        """As spylls' own, which asks for `required_flags[0]` first among those that a second ending bears."""
        if nested and required_flags[0] not in self._continued:
            return iter(())
        found: Iterator[AffixForm] = super().desuffix(
            word, required_flags, forbidden_flags, nested, crossproduct
        )
        return found


@cache
def _lookup() -> Lookup:
    aff, _ = readers.read_aff(Lines(_FILES.with_suffix(".aff")))
    return _Lookup(aff, Stems(entries(), aff.casing))


@cache
def is_word(word: str) -> bool:
    """Whether Swedish has this word as written, compounds and capitalised names included."""
    return bool(_lookup()(word))


@cache
def is_common_word(word: str) -> bool:
    """Whether the lower-case form is a simple or inflected word: `sten` and `berget`, but not `lindberg`.

    Compounds do not count: most Swedish surnames are compounds of words, and are no words themselves.
    """
    lowered = word.casefold()
    # Asked first, since it takes a tenth of the time of looking for compounds, and most names end here.
    forms = _lookup().affix_forms(lowered, captype=Capitalization.NO)
    return next(iter(forms), None) is not None and is_word(lowered)
