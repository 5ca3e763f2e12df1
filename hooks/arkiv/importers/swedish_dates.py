"""Dates as Swedish documents write them, and the date of a meeting from a document's name and headings."""

import re
from collections.abc import Iterable
from datetime import date

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_MONTH = "|".join(f"{month}|{month[:3]}(?:\\.|(?=\\s))" for month in MONTHS)
_NUMBERS = re.compile(
    r"(?<![0-9A-Za-z])(?P<y>(?:19|20)\d\d)(?P<mark>[-_./]?)(?P<m>\d\d)(?P=mark)(?P<d>\d\d)(?![0-9A-Za-z])"
)
_WORDS = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:\s*:?[ae])?[\s_-]+(?P<m>{_MONTH}),?[\s_-]*(?P<y>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_SLASH = re.compile(r"(?<!\d)(?P<d>\d{1,2})/(?P<m>\d{1,2})[\s-]+(?P<y>(?:19|20)\d\d)(?!\d)")


def dates_in(text: str) -> list[date]:
    """The full dates in a text, in the order of the patterns; impossible ones are no dates."""
    found = [_date(match) for pattern in (_NUMBERS, _WORDS, _SLASH) for match in pattern.finditer(text)]
    return [day for day in found if day]


def without_dates(text: str) -> str:
    """The text with its dates taken out."""
    for pattern in (_NUMBERS, _WORDS, _SLASH):
        text = pattern.sub(" ", text)
    return text


def _date(match: re.Match[str]) -> date | None:
    month = match["m"]
    try:
        return date(int(match["y"]), int(month) if month.isdigit() else _month(month), int(match["d"]))
    except ValueError:
        return None


def _month(word: str) -> int:
    return next(n for n, month in enumerate(MONTHS, start=1) if month.startswith(word.casefold()[:3]))


def only_date(texts: Iterable[str]) -> set[date]:
    """All different dates in these texts."""
    return {day for text in texts for day in dates_in(text)}
