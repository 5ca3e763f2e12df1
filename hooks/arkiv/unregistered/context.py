"""What the words around a possible name say of it: a title, what people do, a preposition before places."""

import re
from collections.abc import Callable

from arkiv.data.contexts import PLACE_AFTER, PLACE_ENDINGS
from arkiv.unregistered import lexicon
from arkiv.unregistered.runs import Run

_AT = frozenset("i på från vid mot kring runt inom ur nära över utanför via genom per mellan".split())
_BY = frozenset("utom förutom tillsammans enligt".split())
_TO = frozenset({"till", "åt"})
_PARTY = re.compile(r"\s\((?:[A-ZÅÄÖ]{1,3}|Mp|Sd|Kd)\)")
_ROLE_AFTER = re.compile(r"\s?[,(]\s?(?:[a-zåäö]+\s)?([a-zåäö-]+)")
_ORGANIZATION_AFTER = re.compile(r"(?:,\s|\s\()[A-ZÅÄÖ][\w&:-]+(?:\s[A-ZÅÄÖ][\w-]+)?[,.;)]")
_GIVEN_TO = re.compile(
    r"\b(?:tack|ordet|mejl|mejlet|brev|brevet|frågan|frågor|uppdraget|uppgiften|hälsning|hälsningar|gratulationer|blommor)"
    r"\s(?:till|åt)\s$",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"\s?:\s[\"”»“–-]")
_LABEL = re.compile(r"\s?:\s")
_SIGNED = re.compile(
    r"(?:antecknat av|vid pennan|protokollet|justeras|vid protokollet|sekreterare|//)\W*$", re.IGNORECASE
)
_AS_PERSON = re.compile(r",\s(?:som|vilken|vars)\s")


def context_weight(part: Run, is_like_a_name: Callable[[str], bool]) -> int:
    """What stands around a possible name: above 0 a person, below 0 a place or a thing."""
    return said_before(part) + _said_after(part, is_like_a_name)


def said_before(part: Run) -> int:
    """What the word straight before says."""
    before = part.before
    lowered = before.casefold()
    if _SIGNED.search(part.text[max(0, part.start - 40) : part.start]):
        return 4
    if not before:
        return 0
    if lexicon.is_kind_of_thing(before):
        return -4
    if lowered in _TO and _GIVEN_TO.search(part.text[max(0, part.start - 30) : part.start]):
        return 3
    if lexicon.is_title(before):
        return 3
    if lowered in _AT:
        return -3
    if lexicon.is_deed(before):
        return 3
    if lowered in _BY:
        return 1
    if before[0].islower() and lexicon.is_act(before):
        return 1
    if before[0].islower() and lexicon.is_definite(before) and lexicon.is_word(before):
        return -2
    return 0


def _said_after(part: Run, is_like_a_name: Callable[[str], bool]) -> int:
    after, then = part.following
    role = _ROLE_AFTER.match(part.after)
    if _PARTY.match(part.after) or (role and lexicon.is_title(role[1])):
        return 3
    if lexicon.is_deed(after):
        return 2
    if after in lexicon.group("business"):
        return -1
    if lexicon.is_doing(after):
        return 1
    if _QUOTE.match(part.after):
        return 3
    if _LABEL.match(part.after) and part.start == part.text.rfind("\n", 0, part.start) + 1:
        return 1
    genitive = lexicon.stripped(part.words[-1].text) != part.words[-1].text
    if genitive and after in lexicon.group("belongings"):
        return 2
    if _AS_PERSON.match(part.after):
        return 2
    if _ORGANIZATION_AFTER.match(part.after):
        return 1
    if genitive and after and after[0].islower() and not lexicon.is_act(after):
        return 0
    if after in ("och", "samt") and then and is_like_a_name(then):
        return 2 * lexicon.is_first_name(then) or int(lexicon.is_surname(then))
    return 1 if lexicon.is_act(after) else 0


def names_a_thing(part: Run, whole: Run) -> bool:
    """Whether the words after make it a street, an organisation or another thing that bears a name."""
    after = part.following[0]
    at = next((number for number, word in enumerate(whole.words) if word.start >= part.end), len(whole.words))
    if at < len(whole.words) and lexicon.is_head(whole.words[at].text):
        return True
    if part.after[:1] in ("&", "/") or part.after.startswith(" & "):
        return True
    if lexicon.stripped(part.words[-1].text) != part.words[-1].text and after in lexicon.group("streets"):
        return True
    if lexicon.is_first_name(part.words[0].text) and part.words[-1].text.endswith("s"):
        return False
    return after in PLACE_AFTER or after.endswith(PLACE_ENDINGS)
