"""Partial attendance: "(tom p 5)", "(fr.o.m. § 3)", "(p 2-4)", "(p1)" as bounds on agenda items."""

import re
from dataclasses import dataclass

_POINT = r"(?:p(?:unkt(?:en|er|erna)?|kt|\.)?|§§?|ärende(?:t|na|n)?)\s*"
_LEAD = r"(?:(?:endast|bara|deltog|deltar|deltog endast|närvarande|under|vid|på)\s+)*"
_UNTIL = (
    rf"(?:(?:t\s?\.?\s?o\s?\.?\s?m\.?|till\s+och\s+med)\s*(?:{_POINT})?|"
    rf"(?:till|lämnade?r?\s+(?:mötet\s+)?efter)\s+{_POINT})"
)
_SINCE = (
    rf"(?:(?:fr?\s?\.?\s?o\s?\.?\s?m\.?|från\s+och\s+med)\s*(?:{_POINT})?|"
    rf"(?:från|anslöt\s+(?:till|vid|från)|kom\s+(?:till|vid))\s+{_POINT})"
)
_TO = re.compile(rf"{_LEAD}{_UNTIL}(?P<to>\d{{1,3}})", re.IGNORECASE)
_FROM = re.compile(rf"{_LEAD}{_SINCE}(?P<from>\d{{1,3}})", re.IGNORECASE)
_BOTH = re.compile(
    rf"{_LEAD}{_SINCE}(?P<from>\d{{1,3}})[\s,]+(?:och\s+)?{_UNTIL}(?P<to>\d{{1,3}})", re.IGNORECASE
)
_RANGE = re.compile(
    rf"{_LEAD}{_POINT}(?P<first>\d{{1,3}})\s*(?:-|–|till)\s*(?:{_POINT})?(?P<last>\d{{1,3}})", re.IGNORECASE
)
_LIST = re.compile(
    rf"{_LEAD}{_POINT}(?P<list>\d{{1,3}}(?:\s*(?:,|och|samt|&|\+|/)\s*(?:{_POINT})?\d{{1,3}})*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The agenda items a person attended; all None or empty means all of them."""

    from_item: int | None = None
    to_item: int | None = None
    items: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.from_item or self.to_item or self.items)


NO_LIMITS = Limits()


def limits(text: str) -> Limits:
    """The bounds a remark gives; none when it is a remark of another kind."""
    text = text.strip(" .")
    if match := _BOTH.fullmatch(text) or _TO.fullmatch(text) or _FROM.fullmatch(text):
        bounds = {key: int(number) for key, number in match.groupdict().items()}
        return Limits(from_item=bounds.get("from"), to_item=bounds.get("to"))
    if (match := _RANGE.fullmatch(text)) and int(match["first"]) <= int(match["last"]):
        return Limits(items=tuple(range(int(match["first"]), int(match["last"]) + 1)))
    if match := _LIST.fullmatch(text):
        return Limits(items=tuple(int(number) for number in re.findall(r"\d+", match["list"])))
    return NO_LIMITS
