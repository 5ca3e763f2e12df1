"""Swedish alphabetical order, for lists that are sorted by label."""

import unicodedata

_LAST = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}  # the characters after z in Unicode


def swedish(label: str | None) -> str:
    """A sort key: å, ä and ö come last, in that order; accents and case do not count; nothing is last.

    The interpreter's own collation (`locale.strxfrm`) depends on what is installed on the machine, and
    the built bytes must not.
    """
    if not label:
        return "\uffff"
    return "".join(
        _LAST.get(letter, _bare(letter)) for letter in unicodedata.normalize("NFC", label.casefold())
    )


def _bare(letter: str) -> str:
    """A letter without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
