"""What the words around a possible name say of it: a title, what people do, a preposition before places."""

import re
from collections.abc import Callable, Sequence

from arkiv.data.contexts import FUNCTION_WORDS, PLACE_AFTER, PLACE_ENDINGS
from arkiv.unregistered import lexicon, verbs
from arkiv.unregistered.runs import Run

_AT = frozenset("i på vid kring runt inom ur nära över utanför per".split())
_FROM = frozenset("från mot mellan via".split())
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
_WORD = r"[^\W\d_][\w:-]+"
_SECOND = re.compile(r"/[A-ZÅÄÖ][a-zåäöé]+(?![/\w])")
_AS_PERSON = re.compile(r",\s(?:som|vilken|vars)\s")


Says = Callable[[Run], bool]


def _is_signed(part: Run) -> bool:
    return bool(_SIGNED.search(part.text[max(0, part.start - _NEAR) : part.start]))


def _is_given_something(part: Run) -> bool:
    near = part.text[max(0, part.start - _NEAR) : part.start]
    return part.before.casefold() in _TO and bool(_GIVEN_TO.search(near))


def _is_after_verb(part: Run) -> bool:
    return part.before[:1].islower() and verbs.is_act(part.before)


def _is_after_definite_noun(part: Run) -> bool:
    before = part.before
    return before[:1].islower() and lexicon.is_definite(before) and lexicon.is_word(before)


def _is_in_apposition(part: Run) -> bool:
    """Whether a title and a comma stand before: `vår nya ordförande, Bo`."""
    said = _TITLE_BEFORE.search(part.text[max(0, part.start - _NEAR) : part.start])
    return said is not None and lexicon.is_role(said[1])


_TITLE_BEFORE = re.compile(r"(?<![\w-])([a-zåäö]+),\s$")
_NEAR = 40
"""Characters before a name that may tell of it."""

_BEFORE: Sequence[tuple[Says, int]] = (
    (_is_signed, 4),
    (_is_in_apposition, 3),
    (lambda part: not part.before, 0),
    (lambda part: lexicon.is_kind_of_thing(part.before), -4),
    (_is_given_something, 3),
    (lambda part: part.before.casefold() in lexicon.group("using"), -3),
    (lambda part: lexicon.is_title(part.before), 3),
    (lambda part: part.before.casefold() in _AT, -3),
    (lambda part: part.before.casefold() in _FROM, -1),
    (lambda part: verbs.is_deed(part.before), 3),
    (lambda part: part.before.casefold() in _BY, 2),
    (lambda part: part.before == "av", 1),
    (_is_after_verb, 1),
    (_is_after_definite_noun, -2),
)
"""What may stand before, and what it weighs; the first that holds counts."""


def _has_role(part: Run) -> bool:
    role = _ROLE_AFTER.match(part.after)
    return bool(_PARTY.match(part.after)) or (role is not None and lexicon.is_title(role[1]))


def _is_genitive(part: Run) -> bool:
    last = part.words[-1].text
    return lexicon.stripped(last) != last


def _owns(part: Run) -> bool:
    return _is_genitive(part) and part.following[0] in lexicon.group("belongings")


def _owns_something(part: Run) -> bool:
    after = part.following[0]
    return _is_genitive(part) and after[:1].islower() and not verbs.is_act(after)


def _is_label(part: Run) -> bool:
    begins_line = part.text[max(0, part.start - 1) : part.start] in ("", "\n")
    label = _LABEL.match(part.after)
    return begins_line and label is not None and part.after[label.end() : label.end() + 1].islower()


_BEING = re.compile(r"\s(?:är|var|blir|heter|kallas)\s((?:en|ett|vårt|namnet)\s)?([a-zåäö-]+)")


def _is_said_to_be_thing(part: Run) -> bool:
    """Whether it is a thing by what is said of it: `är en plattform`, `är plattformen bakom`, `är bokat`."""
    said = _BEING.match(part.after)
    if said is None or lexicon.is_title(said[2]):
        return False
    if said[1]:
        return lexicon.is_kind_of_thing(said[2]) or lexicon.is_head(said[2]) or said[1].startswith("namnet")
    is_neuter = said[2].endswith("at") and lexicon.is_word(said[2]) and lexicon.is_word(f"{said[2][:-1]}d")
    return is_neuter or lexicon.is_kind_of_thing(said[2])


_AFTER: Sequence[tuple[Says, int]] = (
    (_has_role, 3),
    (_is_said_to_be_thing, -4),
    (lambda part: verbs.is_deed(part.following[0]), 2),
    (lambda part: part.following[0] in lexicon.group("business"), -1),
    (lambda part: verbs.is_doing(part.following[0]), 1),
    (lambda part: bool(_QUOTE.match(part.after)), 3),
    (_is_label, 2),
    (_owns, 2),
    (lambda part: bool(_AS_PERSON.match(part.after)), 2),
    (lambda part: bool(_ORGANIZATION_AFTER.match(part.after)), 1),
    (_owns_something, 0),
    (lambda part: part.before.casefold() != "enligt" and verbs.is_passive(part.following[0]), -1),
    (lambda part: verbs.is_act(part.following[0]), 1),
)
"""What may follow, and what it weighs; the first that holds counts."""


def _first(rules: Sequence[tuple[Says, int]], part: Run) -> int | None:
    return next((weight for says, weight in rules if says(part)), None)


def context_weight(part: Run, is_like_a_name: Callable[[str], bool]) -> int:
    """What stands around a possible name: above 0 a person, below 0 a place or a thing.

    Args:
        part: the words that may be a name.
        is_like_a_name: whether another capitalised word may be one.
    """
    after = _first(_AFTER, part)
    return said_before(part) + (_company(part, is_like_a_name) if after is None else after)


def said_before(part: Run) -> int:
    """What the word straight before says."""
    return _first(_BEFORE, part) or 0


def _company(part: Run, is_like_a_name: Callable[[str], bool]) -> int:
    """Whether another name follows after `och`."""
    after, other = part.following
    if after not in ("och", "samt") or not other or not is_like_a_name(other):
        return 0
    return 2


_PLURAL = ("or", "ar", "er", "are")


def is_bare_subject(part: Run, word: str, is_like_a_name: Callable[[str], bool]) -> bool:
    """Whether an ordinary word opens a sentence as only a surname does: `Grip ansåg`, `Grip och Ek`.

    A noun's bare form does nothing, nor does an adjective's or a verb's.
    """
    lowered = word.casefold()
    is_surname = lexicon.is_word_surname(word)
    if len(word) < _SHORTEST_BARE or lowered in FUNCTION_WORDS or not (is_surname or lexicon.is_bare(word)):
        return False
    verb, done = part.following
    does = verbs.is_deed(verb) or verb in _WANTS
    if is_surname:
        does = does or (verbs.is_doing(verb) and verb not in _HAPPENS) or _is_label(part)
    elif lowered.endswith(_PLURAL):
        return False
    has_done = verb in ("har", "hade") and done in lexicon.group("done")
    return does or has_done or _company(part, is_like_a_name) > 0


_HAPPENS = frozenset(
    "har hade är ska skall kan får fick går gick ser såg kommer kom saknar saknade visade".split()
)
_WANTS = frozenset("vill ville tog åker åkte öppnar öppnade gav".split())
"""What a noun in its bare form does no more than it speaks."""


_SHORTEST_BARE = 4
"""Letters. Shorter words are pronouns and adverbs."""

_BESIDE_BEFORE = re.compile(rf"({_WORD})\s?(?:och|samt|eller|/|&)\s?$")
_BESIDE_AFTER = re.compile(rf"\s?(?:och|samt|eller|/|&)\s({_WORD})")


def stands_beside_things(part: Run) -> bool:
    """Whether it is joined by `och` to a brand or a body: `Hermods och Astar`."""
    before = _BESIDE_BEFORE.search(part.text[max(0, part.start - _NEAR) : part.start])
    after = _BESIDE_AFTER.match(part.after)
    return any(found and _is_thing(found[1]) for found in (before, after))


_JOINED_TO = re.compile(rf"({_WORD}):?\s?(?:,|/|&|\+|\b(?:och|samt|eller)\b)\s?$")
_JOINED_WITH = re.compile(rf"\s?(?:,|/|&|\+|\b(?:och|samt|eller)\b)\s?({_WORD})")


def stands_beside(part: Run, is_person: Callable[[str], bool]) -> bool:
    """Whether a comma, a slash, `&` or `och` joins it to what is a person: `Gun & deltagaren`."""
    before = _JOINED_TO.search(part.text[max(0, part.start - _NEAR) : part.start])
    after = _JOINED_WITH.match(part.after)
    return any(found and is_person(found[1]) for found in (before, after))


def _is_thing(word: str) -> bool:
    if lexicon.is_first_name(word) or lexicon.is_surname(word):
        return False
    return lexicon.is_thing(word) or lexicon.is_acronym(word) or lexicon.is_known_body(word)


def _is_about(word: str) -> bool:
    """Whether it is a compound with a name: `Beskow-utställningen`."""
    name, _, last = word.rpartition("-")
    return (
        bool(name) and last[:1].islower() and len(last) > _SHORTEST_BARE and not lexicon.is_first_name(last)
    )


def names_a_thing(part: Run) -> bool:
    """Whether its last word or the words after make it a street, an organisation or another named thing."""
    after = part.following[0]
    if _is_about(part.words[-1].text) or _is_led_on(part, after) or _is_shared(part):
        return True
    if len(part.words) == 1 and _is_of_a_body(part.words[0].text, after):
        return True
    if _is_genitive(part) and after in lexicon.group("streets"):
        return True
    if lexicon.is_first_name(part.words[0].text) and part.words[-1].text.endswith("s"):
        return False
    return after in PLACE_AFTER or after.endswith(PLACE_ENDINGS)


_SHARED = re.compile(r"\soch(?:\s[A-ZÅÄÖ][\w-]+){1,2}s\s([a-zåäö]+)")
_MARKED = re.compile(r"\+(?![\w+])")


def _is_shared(part: Run) -> bool:
    """Whether something is named after it and another, `Per och Moa Eks stiftelse`; or `+` ends it."""
    said = _SHARED.match(part.after)
    return (said is not None and said[1] in _IN_MEMORY) or bool(_MARKED.match(part.after))


_IN_MEMORY = frozenset("stiftelse fond minnesfond minne donationsfond samfond".split())


def _is_of_a_body(word: str, after: str) -> bool:
    """Whether it tells what a fund or a school is called after: `Xolvinska fonden`."""
    is_noun = lexicon.is_definite(after) and lexicon.is_word(after) and not verbs.is_act(after)
    return word.casefold().endswith("ska") and is_noun


def _is_led_on(part: Run, after: str) -> bool:
    """Whether the name goes on: with `AB`, with `&`, with a slash and more than another name."""
    is_head = lexicon.is_head(after) and not (
        lexicon.is_head_of_people(after) and lexicon.is_first_name(part.words[0].text)
    )
    if (after[:1].isupper() and is_head) or part.after.startswith(("&", " & ")):
        return True
    return part.after.startswith("/") and not _SECOND.match(part.after)
