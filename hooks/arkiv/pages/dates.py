"""Dates in words, as the readers' language writes them, with the machine's form beside."""

from datetime import date
from functools import lru_cache

from babel import dates

format_date = lru_cache(maxsize=10_000)(dates.format_date)
"""Babel's own, which reads a language's months anew for every date; an archive says each date many times."""


def long_date(day: date, language: str) -> str:
    """`fredag 11 oktober 2024`."""
    return format_date(day, "EEEE d MMMM y", locale=language)


def written(day: date, language: str) -> str:
    """`11 oktober 2024`."""
    return format_date(day, "d MMMM y", locale=language)


def month_name(day: date, language: str) -> str:
    """`oktober`."""
    return format_date(day, "LLLL", locale=language)


def time_element(day: date, text: str) -> str:
    """The date as inline HTML that a program can read."""
    return f'<time datetime="{day.isoformat()}">{text}</time>'


def dated(day: date, language: str) -> str:
    """`11 oktober 2024` as a time element."""
    return time_element(day, written(day, language))


def in_year(day: date, language: str) -> str:
    """`11 oktober` as a time element, where the year is said already."""
    return time_element(day, format_date(day, "d MMMM", locale=language))


def spanned(start: date, end: date, language: str) -> str:
    """`11 oktober 2024`, or a range of days without what is the same twice: `11–13 oktober 2024`."""
    if start == end:
        return dated(start, language)
    pattern = "d" if (start.year, start.month) == (end.year, end.month) else "d MMMM"
    if start.year != end.year:
        pattern = "d MMMM y"
    first = format_date(start, pattern, locale=language)
    dash = "–" if pattern == "d" else " – "
    return time_element(start, first) + dash + time_element(end, written(end, language))
