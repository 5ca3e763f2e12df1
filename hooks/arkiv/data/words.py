"""Forms of names that are also words: neither proof of a person nor safe to search for alone.

Redaction and audit share no code, but they must agree on what a word is; this list is what they share.
"""

from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def ambiguous_groups() -> MappingProxyType[str, frozenset[str]]:
    """The list by group, as it is headed in `ambiguous.txt`; forms casefolded, diacritics kept."""
    groups: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in files("arkiv.data").joinpath("ambiguous.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            current = groups.setdefault(line[3:].split(":")[0].strip(), set())
        elif line.strip() and not line.startswith("#"):
            current.update(_forms(line.strip().casefold()))
    return MappingProxyType({name: frozenset(forms) for name, forms in groups.items()})


def _forms(line: str) -> set[str]:
    """A line of several words is a form as a whole, and so is each of its words."""
    return {line, *line.split(), *line.replace("-", " ").split()}


@cache
def ambiguous_forms() -> frozenset[str]:
    """Every form of every group; casefolded, diacritics kept."""
    return frozenset().union(*ambiguous_groups().values())
