"""Tags and other labels that names are left out of, and the small words that led to a name with it."""

import re

GONE = "\x02"
"""Stands where a name was."""

_SMALL = (
    "av|med|till|för|från|hos|om|på|i|vid|genom|gm|enligt|enl|åt|mot|efter|inför|angående|ang|re|mellan|bland|utan"
    "|kring|runt"
)
_AND = r"(?:,|(?:och|samt|&)(?!\w))"
_ROW = rf"{GONE}(?:\s*{_AND}?\s*{GONE})*"
_FIRST = re.compile(rf"{_ROW}\s*{_AND}\s*(?=\w)", re.IGNORECASE)
_LED = re.compile(rf"(?:(?<!\w)(?:{_SMALL}|och|samt|&)\.?[\s,(]+)*{GONE}(?:\s*,\s*{GONE})*", re.IGNORECASE)


def left(label: str) -> str:
    """What a label says without its names: `avsked av X` is `avsked`, `möte med X och SKR` `möte med SKR`."""
    return " ".join(_LED.sub(" ", _FIRST.sub("", label)).split()).strip(" ,;:–-/()·")
