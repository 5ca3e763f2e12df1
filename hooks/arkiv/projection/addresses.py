"""Addresses that every build has, whatever its sources, and those made of public words."""

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass, field

from arkiv.model import Place
from arkiv.problems import Problem
from arkiv.redaction import Redactor

GENERATED = frozenset(
    {
        "index.md",
        "beslut.md",
        "atgarder.md",
        "uppdrag.md",
        "medskick.md",
        "gaster.md",
        "aterkommer.md",
        "forteckningar.md",
        "amnen/index.md",
        "organisationer/index.md",
        "ledamoter/index.md",
        "natverk/index.md",
        "moten/index.md",
        "kalender/index.md",
    }
)
"""Pages that are made in any case, and that a source of the same path introduces."""

_LONGEST = 80
_WORD = re.compile(r"[^\W_]+")


def address_of(folder: str, label: str) -> str | None:
    """The page of a label in a folder: `amnen/nara-vard.md`; None where the label has no letter or digit.

    Labels that differ in nothing but case, accents and marks share one.
    """
    decomposed = unicodedata.normalize("NFKD", label.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    stem = "-".join(_WORD.findall(bare))[:_LONGEST].strip("-")
    return f"{folder}/{stem}.md" if stem and stem != "index" else None


def words_of(path: str) -> str:
    """A path as running words, to look for names in."""
    return path.removesuffix(".md").replace("-", " ").replace("_", " ")


@dataclass(slots=True)
class Addresses:
    """Judges addresses by the names that `hidden` people have; what it tells of goes to `problems`."""

    redactor: Redactor
    hidden: Set[str]
    problems: list[Problem]
    _pages: dict[str, bool] = field(default_factory=dict)

    def is_clean(self, path: str) -> bool:
        """Whether an address made of words names nobody: no editor can rename it, so nothing is told."""
        return not self.redactor.holds(words_of(path), self.hidden)

    def is_page_clean(self, path: str) -> bool:
        """A page whose own address names a hidden person is left out: any other address would tell of it."""
        if path not in self._pages:
            self._pages[path] = self.is_clean(path)
            if not self._pages[path]:
                self._tell(path)
        return self._pages[path]

    def _tell(self, path: str) -> None:
        place = Place(self.redactor.text(words_of(path), self.hidden))
        self.problems.append(
            Problem(place, "file", "its name names a hidden person", "rename the file", "warning")
        )
