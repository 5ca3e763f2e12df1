"""How a language says what stands in place of a name: a role in its definite form, and who owns something."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from arkiv.data.contexts import DEPUTIES

_NEVER = re.compile(r"(?!)")


def definite(role: str) -> str | None:
    """`kommundirektör` to `kommundirektören`; None for a role of an unknown shape, or of several words.

    But for `biträdande`, `tillförordnad` and the like, which have one form for both.
    """
    first, space, rest = role.partition(" ")
    if rest and first.casefold() in DEPUTIES:
        form = definite(rest)
        return f"{first}{space}{form}" if form else None
    if not role.isalpha() or len(role) < 2:
        return None
    fitting = [pair for pair in _DEFINITE if role.casefold().endswith(pair[0])]
    if not fitting:
        return None
    ending, form = max(fitting, key=lambda pair: len(pair[0]))
    return role[: -len(ending)] + form


_DEFINITE = (
    ("are", "aren"), ("ande", "anden"), ("ör", "ören"), ("chef", "chefen"), ("ist", "isten"),
    ("erare", "eraren"), ("ent", "enten"), ("at", "aten"), ("ot", "oten"), ("om", "omen"), ("og", "ogen"),
    ("kär", "kären"), ("eg", "egen"), ("ant", "anten"), ("tör", "tören"), ("när", "nären"), ("or", "orn"),
    ("man", "mannen"), ("råd", "rådet"), ("ombud", "ombudet"), ("biträde", "biträdet"), ("ding", "dingen"),
    ("sion", "sionen"), ("ster", "stern"),
)  # fmt: skip
"""Endings of Swedish titles and their definite forms; by the longest that fits."""


def _the(role: str) -> str | None:
    """`municipal director` to `the municipal director`, whatever language the role itself is in."""
    return f"the {role}" if re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,4}", role) else None


@dataclass(frozen=True, slots=True)
class Grammar:
    """What differs between languages.

    `definite` gives a role's definite form, or None where it has none; `possessive` comes after it.
    Straight after an `owner` the role is not definite; an `opening` straight before a name falls with it;
    a name that ends in `owning`, and no other, is a genitive.
    """

    definite: Callable[[str], str | None]
    possessive: str
    owner: re.Pattern[str] = _NEVER
    opening: re.Pattern[str] = _NEVER
    owning: re.Pattern[str] | None = None


_SWEDISH = Grammar(
    definite,
    "s",
    re.compile(
        r"\b(?:vår|er|deras|dess|hans|hennes|min|din|sin)[^\S\n]\Z|(?<!\bho)\B(?<![sx])s[^\S\n]\Z",
        re.IGNORECASE,
    ),
)
_BEFORE = "(?:the|an?|our|your|their|his|her|its|my)"
_TITLE = "(?:chair(?:man|woman|person)?|director|manager|mayor|secretary|councillor|president|head|officer)"
_ENGLISH = Grammar(
    _the,
    "'s",
    re.compile(r"\b(?:our|your|their|his|her|its|my)\s$|['’]s?\s$", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?:{_BEFORE}\s(?:[a-z-]+\s){{0,2}}{_TITLE}\s|(?:{_BEFORE}\s)?(?:{_TITLE}\s)?)"
        r"(?:(?:mr|mrs|ms|miss|dr|prof)\b\.?\s)?$",
        re.IGNORECASE,
    ),
    re.compile(r"['’]s?$"),
)
_OTHER = Grammar(lambda _: None, "")
"""A language nobody has told of: the constant word, which the catalogue has in both forms, and no roles."""

_GRAMMARS = {"sv": _SWEDISH, "en": _ENGLISH}


def grammar(language: str) -> Grammar:
    """The grammar of a language, by its ISO 639-1 code."""
    return _GRAMMARS.get(language, _OTHER)
