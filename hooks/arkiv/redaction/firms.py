"""Companies that are called by a hidden name: the whole company is hidden, not a name out of its middle."""

import re

_FORM = r"(?:AB|HB|KB|Aktiebolag|Handelsbolag|Kommanditbolag|Ltd|Inc|GmbH|Oy|A/S|ek\.\s?för\.|(?:&|och)\sCo)"
_AFTER = re.compile(
    r"(?:['’:]?s|['’])?(?:\s&\s[^\W\d_][\w&.-]{0,40}|[ -][A-ZÅÄÖ][\w&.-]{0,40}){0,3}?"
    rf"(?:\s{_FORM}){{1,2}}(?!\w)(?P<s>:s)?"
)
_BEFORE = re.compile(
    r"(?<!\w)(?:(?:Bröderna|Brödr\.|Systrarna|Syskonen|Fa\.|Firma)\s|(?P<form>AB|HB|KB)\s){1,2}$"
)


def firm(read: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """Where the company around a name at `read[start:end]` stands, and whether it is a genitive."""
    after = _AFTER.match(read, end)
    before = _BEFORE.search(read[max(0, start - 40) : start])
    if after is None and not (before and before["form"]):
        return None
    begin = start - len(before[0]) if before else start
    return begin, after.end() if after else end, bool(after and after["s"])
