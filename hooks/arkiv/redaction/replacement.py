"""What stands in place of a hidden name. It depends on the person's role and organisation, or on nothing."""

from dataclasses import dataclass

from arkiv.policy.disclosures import Disclosure
from arkiv.policy.secrets import HiddenPerson


@dataclass(frozen=True, slots=True)
class Words:
    """The constant words, from the catalogue, definite: one person, several, a company; genitives."""

    person: str = "deltagaren"
    persons: str = "deltagarens"
    people: str = "deltagarna"
    peoples: str = "deltagarnas"
    firm: str = "ett företag"
    firms: str = "ett företags"
    address: str = "dold adress"
    number: str = "dolt nummer"
    link: str = "dold länk"


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of the text and what comes in its place; `constant` if that is the one word for anybody."""

    start: int
    end: int
    text: str
    constant: bool = False


_DEFINITE = (
    ("are", "aren"), ("ande", "anden"), ("ör", "ören"), ("chef", "chefen"), ("ist", "isten"),
    ("erare", "eraren"), ("ent", "enten"), ("at", "aten"), ("ot", "oten"), ("om", "omen"), ("og", "ogen"),
    ("kär", "kären"), ("eg", "egen"), ("ant", "anten"), ("tör", "tören"), ("när", "nären"), ("or", "orn"),
    ("man", "mannen"), ("råd", "rådet"), ("ombud", "ombudet"), ("biträde", "biträdet"), ("ding", "dingen"),
    ("sion", "sionen"), ("ster", "stern"),
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


def says_role(person: HiddenPerson | None) -> bool:
    """Whether role and organisation stand in place of a name; else it is the constant word alone."""
    if person is None or person.disclosure is not Disclosure.ROLE:
        return False
    return person.organization is not None or definite(person.role or "") is not None


def phrase(person: HiddenPerson | None, words: Words, *, genitive: bool, owned: bool = False) -> str:
    """The words for a hidden person.

    Only a whole, unmistakable name comes with a person, and only `role` says more than the constant word.
    After an owner (`vår`) the role is not definite.
    """
    constant = words.persons if genitive else words.person
    if person is None or not says_role(person):
        return constant
    form = definite(person.role or "")
    form = person.role if form and owned else form
    said = form[0].lower() + form[1:] + ("s" if genitive else "") if form else constant
    return f"{said} ({person.organization})" if person.organization else said


def capitalised(said: str) -> str:
    """The words at the start of a sentence."""
    return said[0].upper() + said[1:]
