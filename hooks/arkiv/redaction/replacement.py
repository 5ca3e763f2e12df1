"""What stands in place of a hidden name. It depends on the person's role and organisation, or on nothing."""

from dataclasses import dataclass

from arkiv.policy.disclosures import Disclosure
from arkiv.policy.secrets import HiddenPerson


@dataclass(frozen=True, slots=True)
class Words:
    """The constant words, from the catalogue: all in the definite form, genitive apart."""

    person: str = "deltagaren"
    persons: str = "deltagarens"
    address: str = "dold adress"
    number: str = "dolt nummer"
    link: str = "dold länk"


_DEFINITE = (
    ("are", "aren"), ("ande", "anden"), ("ör", "ören"), ("chef", "chefen"), ("ist", "isten"), ("erare", "eraren"),
    ("ent", "enten"), ("at", "aten"), ("ot", "oten"), ("om", "omen"), ("og", "ogen"), ("kär", "kären"), ("eg", "egen"),
    ("ant", "anten"), ("tör", "tören"), ("när", "nären"), ("or", "orn"), ("man", "mannen"), ("råd", "rådet"),
    ("ombud", "ombudet"), ("biträde", "biträdet"), ("ding", "dingen"), ("sion", "sionen"), ("ster", "stern"),
)  # fmt: skip
"""Endings of Swedish titles and their definite forms; by the longest that fits."""


def definite(role: str) -> str | None:
    """`kommundirektör` to `kommundirektören`; None for a role of several words or of an unknown shape."""
    if not role.isalpha() or len(role) < 2:
        return None
    fitting = [pair for pair in _DEFINITE if role.casefold().endswith(pair[0])]
    if not fitting:
        return None
    ending, form = max(fitting, key=lambda pair: len(pair[0]))
    return role[: -len(ending)] + form


def phrase(person: HiddenPerson | None, words: Words, *, genitive: bool, start: bool) -> str:
    """The words for a hidden person; `start` capitalises them.

    Only a whole, unmistakable name comes with a person, and only `role` says more than the constant word.
    """
    said = _role(person, genitive) if person and person.disclosure is Disclosure.ROLE else None
    said = said or (words.persons if genitive else words.person)
    return said[0].upper() + said[1:] if start else said


def _role(person: HiddenPerson, genitive: bool) -> str | None:
    form = definite(person.role) if person.role else None
    if form is None:
        return None
    form = form[0].lower() + form[1:] + ("s" if genitive else "")
    return f"{form} ({person.organization})" if person.organization else form
