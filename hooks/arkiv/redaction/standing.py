"""How a name that is also a word stands where it is a person: alone, with a place, under a label."""

import re
from typing import TYPE_CHECKING

from arkiv.data.contexts import SAID_FIRST, THING_LABELS
from arkiv.redaction.folding import fold

if TYPE_CHECKING:
    from arkiv.redaction.context import Context

_SAID_FIRST = frozenset(map(fold, SAID_FIRST))
_THING_LABELS = frozenset(map(fold, THING_LABELS))
_FOLLOWED = re.compile(
    r"\s*(?:$|\n|\||\)|–)|\s+(?:-\s|\d{1,2}\))|:\s+[\"”–-]?[A-ZÅÄÖ]|, som\b"
    r"|\s(?:ej|inte) (?:anmäld|här|med|närvarande|\w+(?:at|it|tt))\b"
    r"|\s\([SMCLV]\)|[\s,:(–-]{1,3}(?:dolt nummer|dold adress)|\s\d\d[:.]\d\d\s*(?:$|\n)"
    r"|\s\d{1,3} min\b|\s(?:t\.o\.m\.|fr\.o\.m\.|tom|from) (?:p|§)|\s\([a-zåäö][^()\n\d]{2,30}\)[.;,]"
)
"""`Hall (digitalt).`, `Ek t.o.m. p 3`, `Alm ej röstat`, `Sten 09:14`; what was a number or an address."""

_ENDED = re.compile(r"[;.](?!\w)")
_GROWN = re.compile(r"[-‑][a-zåäö]{3,}(?!\w)")
_REACH = 44


def stands_alone(context: "Context", at: int) -> bool:
    """Whether the word is all there is in its line, cell or field, or what follows is said of people."""
    end = context.words[at].end
    after = context.skeleton.read[end : end + _REACH]
    if _FOLLOWED.match(after) or _GROWN.match(after):
        return True
    if _is_all_that_is_said(context, at, after):
        return True
    return after[:1] == ":" and at + 1 < len(context.words) and _is_said_by(context, at)


def _is_all_that_is_said(context: "Context", at: int, after: str) -> bool:
    """Whether it is all that is said of a place or under a label: `Ale: Tor; Lerum: Stig`."""
    if at == 0 or context.between(at - 1, at) != ": ":
        return False
    return context.words[at - 1].folded not in _THING_LABELS and bool(_ENDED.match(after))


def _is_said_by(context: "Context", at: int) -> bool:
    """Whether what follows a colon somebody says: `Lund: ja`. Places do what verbs tell of, too."""
    return fold(context.read(at + 1).casefold()) in _SAID_FIRST
