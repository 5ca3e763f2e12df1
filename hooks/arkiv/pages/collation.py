"""Swedish alphabetical order, for lists that are sorted by label."""

import unicodedata

_LAST = {"å": "z1", "ä": "z2", "æ": "z2", "ö": "z3", "ø": "z3"}


def swedish(label: str) -> str:
    """A sort key: å, ä and ö come last, in that order, and other accents and case do not count.

    The interpreter's own collation (`locale.strxfrm`) depends on what is installed on the machine, and
    the built bytes must not.
    """
    return "".join(
        _LAST.get(letter, _bare(letter)) for letter in unicodedata.normalize("NFC", label.casefold())
    )


def _bare(letter: str) -> str:
    """A letter without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
