"""What an archive in another language than Swedish writes small: for English, spylls' own dictionary."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from spylls import hunspell
from spylls.hunspell import readers

from arkiv.data.dictionary import Lines
from arkiv.data.first_names import first_names

_FILES = Path(hunspell.__file__).parent / "data" / "en" / "en_US"

_CALLED = frozenset(
    """
    amber bill bob brook buck carol chase chip chuck cliff crystal daisy dale dawn dean drew earl faith fern
    gene ginger glen grace grant harry hazel heather holly hope hunter iris ivy jack jade jasmine jay jean
    jimmy josh joy june lance lily mark mason melody miles misty olive pat patience pearl penny pierce poppy
    ray reed rob robin rod rose ruby rusty sage sandy sky sterling sue terry tucker violet wade will willow
    """.split()
)
"""What people are called as often as it is said of anything else; from general knowledge."""


def foreign_words(language: str) -> frozenset[str]:
    """The words of a language by its ISO 639-1 code; none of Swedish, nor of one whose words nobody has."""
    return _english() if language == "en" else frozenset()


@cache
def _english() -> frozenset[str]:
    """Stems and what they become with an ending, a beginning or both; without those with a capital."""
    aff, _ = readers.read_aff(Lines(_FILES.with_suffix(".aff")))
    lines = _FILES.with_suffix(".dic").read_text("utf-8").splitlines()[1:]
    stems = (line.partition("/")[::2] for line in lines)
    found = (form for stem, flags in stems if stem.islower() for form in _forms(stem, flags, aff))
    return frozenset(found) - first_names() - _CALLED


def _forms(stem: str, flags: str, aff: Any) -> Iterator[str]:
    yield stem
    ended = [*_ended(stem, flags, aff)]
    yield from ended
    for flag in flags:
        for beginning in aff.PFX.get(flag, ()):
            if beginning.cond_regexp.search(stem):
                yield from (beginning.add + form.removeprefix(beginning.strip) for form in (stem, *ended))


def _ended(stem: str, flags: str, aff: Any) -> Iterator[str]:
    for flag in flags:
        for ending in aff.SFX.get(flag, ()):
            if ending.cond_regexp.search(stem):
                yield stem.removesuffix(ending.strip) + ending.add
