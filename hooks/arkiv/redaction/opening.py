"""How a sentence goes on that begins with a word which is a name too, where the page knows a bearer.

A common noun in its bare form hardly ever begins a Swedish sentence, but for stuff, lists and headlines. So
the person is meant unless what follows goes on as it does after the word: `Ros till alla`, `Gran och tall`,
`Ny rutin`, `Sten krossas`, `Dag 2`.
"""

import re
from typing import TYPE_CHECKING

from arkiv.data.contexts import MONTHS, PASSIVES, THING_LABELS
from arkiv.data.openings import ABSENT_AT, ADJECTIVES, CONTACT_WORDS, IMPERATIVES, PREPOSITIONS, UNITS
from arkiv.redaction.folding import fold
from arkiv.redaction.roles import is_role

if TYPE_CHECKING:
    from arkiv.redaction.context import Context

_MONTHS = frozenset(map(fold, MONTHS))
_THING_LABELS = frozenset(map(fold, THING_LABELS))
_STANDING = _MONTHS | {"inga"}
"""What is said by itself as well: `Maj.`, `Inga.`."""
_QUALITIES = frozenset(map(fold, ADJECTIVES | IMPERATIVES))
_LISTED = re.compile(r"(?:, [a-zåäö-]+)+,? (?:och |eller |m\.m)|\s&|[-‑] (?:och|eller) |/[a-zåäö]")
_NUMBER = re.compile(r" \(?(?P<number>\d[\d ,.]*\d|\d)\s?(?P<unit>%|[^\W\d_]*)(?![:.]\d)")
_GAP = re.compile(r"\s(?:\d[\d,.]*\s)?")
_YEAR = re.compile(r"20\d\d|\d\d?")
_UNDONE = re.compile(r" (?:ej|inte) \w+ad\b")
"""Of no person it is said that they are not `gallrad`."""
_IN_ORDER = re.compile(r"\d[.)]\s$")
_PASSIVE = re.compile(r"[a-zåäö]{3,}s")
_REACH = 80
_NEAR = 5


def opens_as_word(context: "Context", at: int) -> bool:
    """Whether a sentence that begins with the word goes on as one about what the word means."""
    word, read = context.words[at], context.skeleton.read
    after = read[word.end : word.end + _REACH]
    if _LISTED.match(after) or _UNDONE.match(after) or _is_of_label(context, at):
        return True
    if word.folded in _MONTHS and after[1:2].isdigit():
        return False  # a date is no question any more: it is `Maj 1–20 juli`
    if _is_counted(after):  # but `1. Hall 2. Ros`
        return not _IN_ORDER.search(read[max(0, word.start - _NEAR) : word.start])
    following = context.read(at + 1) if at + 1 < len(context.words) else ""
    if not following or not context.space_before(at + 1):
        return word.folded in _STANDING and not is_called(following)
    return _goes_on(context, at, following)


def _is_of_label(context: "Context", at: int) -> bool:
    """Whether a field for things holds it, as in `Vinst: Skog`."""
    return at > 0 and context.between(at - 1, at) == ": " and context.words[at - 1].folded in _THING_LABELS


def _is_counted(after: str) -> bool:
    """Whether a number, a year or an amount follows: `Hall 2`, `Vinter 2024`, `Tor (2 st)`."""
    found = _NUMBER.match(after)
    if found is None or found["unit"] in UNITS:
        return found is not None
    return after[:2] != " (" and bool(_YEAR.fullmatch(found["number"]))


def _goes_on(context: "Context", at: int, said: str) -> bool:
    """Whether the word straight after is one that follows a noun, an adjective or an imperative."""
    if is_called(said):
        return False
    if context.words[at].folded in _QUALITIES:
        return True
    if said[:1].isupper():
        return said in _DOORS or not (len(said) == 1 or context.is_place(said))
    return (said not in PASSIVES and bool(_PASSIVE.fullmatch(said))) or _leads_on(context, at + 1)


_DOORS = frozenset("ABCDEFGH")
"""What rooms and halls are told apart by."""


def _leads_on(context: "Context", at: int) -> bool:
    """Whether a small word leads on to another noun: `Gran och tall`, `Ros till alla`, not `Ros på kurs`."""
    if at + 1 == len(context.words) or not _GAP.fullmatch(context.between(at, at + 1)):
        return False
    further = context.read(at + 1)
    if context.read(at) in ("och", "eller", "samt"):
        return further[:1].islower()
    return context.read(at) in PREPOSITIONS and further.casefold() not in ABSENT_AT


def is_called(said: str) -> bool:
    """Whether it is a role, or the beginning of somebody's number or address."""
    return said in CONTACT_WORDS or (said[:1].islower() and is_role(fold(said)))
