"""Common first names in Sweden, from `first_names.txt`, written for arkiv from general knowledge."""

from functools import cache
from importlib.resources import files


@cache
def first_names() -> frozenset[str]:
    """The names, casefolded, diacritics kept."""
    lines = files("arkiv.data").joinpath("first_names.txt").read_text("utf-8").splitlines()
    return frozenset(name.casefold() for line in lines if not line.startswith("#") for name in line.split())
