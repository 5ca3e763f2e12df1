"""Addresses that every build has, whatever its sources, and those made of public words."""

import re
import unicodedata

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
