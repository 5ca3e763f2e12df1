"""What stands in place of a hidden name. It depends on the person's role and organisation, or on nothing."""

from dataclasses import dataclass

from arkiv.policy.disclosures import Disclosure
from arkiv.policy.secrets import HiddenPerson
from arkiv.redaction.grammar import Grammar, grammar


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
    language: str = "sv"

    @property
    def grammar(self) -> Grammar:
        """How the words' language says a role."""
        return grammar(self.language)


CONSTANT = tuple(name for name in Words.__slots__ if name != "language")
"""The names of the words themselves."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of the text and what comes in its place; `constant` if that is the one word for anybody.

    `several` if it is already said that they are: what is listed with it says nothing of its own.
    """

    start: int
    end: int
    text: str
    constant: bool = False
    several: bool = False


def says_role(person: HiddenPerson | None, words: Words) -> bool:
    """Whether role and organisation stand in place of a name; else it is the constant word alone."""
    if person is None or person.disclosure is not Disclosure.ROLE:
        return False
    return person.organization is not None or words.grammar.definite(person.role or "") is not None


def phrase(person: HiddenPerson | None, words: Words, *, genitive: bool, owned: bool = False) -> str:
    """The words for a hidden person.

    Only a whole, unmistakable name comes with a person, and only `role` says more than the constant word.
    After an owner (`vår`) the role is not definite.
    """
    constant = words.persons if genitive else words.person
    if person is None or not says_role(person, words):
        return constant
    form = words.grammar.definite(person.role or "")
    form = person.role if form and owned else form
    said = form[0].lower() + form[1:] + (words.grammar.possessive if genitive else "") if form else constant
    return f"{said} ({person.organization})" if person.organization else said


def capitalised(said: str) -> str:
    """The words at the start of a sentence."""
    return said[0].upper() + said[1:]
