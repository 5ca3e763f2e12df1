"""Names of Swedish municipalities and other places, from `places.txt`."""

from functools import cache
from importlib.resources import files


@cache
def places() -> frozenset[str]:
    """The places, casefolded, diacritics kept."""
    lines = files("arkiv.data").joinpath("places.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip().casefold() for line in lines if line.strip() and not line.startswith("#"))


def is_place(word: str) -> bool:
    """Whether a word, as written, is a place or the genitive of one."""
    lowered = word.casefold()
    return lowered in places() or (lowered.endswith("s") and lowered[:-1] in places())
