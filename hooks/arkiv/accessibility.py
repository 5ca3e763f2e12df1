"""The operator's details for the accessibility statement: `extra.arkiv.accessibility` in mkdocs.yml."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arkiv.model import Place
from arkiv.sources.fields import Fields


class Conformance(StrEnum):
    """How far a site conforms to the law."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Accessibility:
    """What only the operator knows. `answer` is how soon they answer, `method` how they examined the site."""

    operator: str
    conformance: Conformance
    email: str | None
    phone: str | None
    answer: str | None
    reviewed: date
    updated: date | None
    method: str | None
    shortcomings: tuple[str, ...]
    place: Place


def read_accessibility(fields: Fields, place: Place) -> Accessibility:
    """`extra.arkiv.accessibility`; what is wrong in it goes to the fields' problems."""
    operator, reviewed = fields.text("operator", required=True), fields.date("reviewed", required=True)
    email, phone = fields.text("email"), fields.text("phone")
    if not email and not phone:
        fields.wrong("email", "is missing, and so is phone", "say how people can report what does not work")
    found = Accessibility(
        operator=operator or "",
        conformance=fields.choice("conformance", Conformance, Conformance.PARTIAL),
        email=email,
        phone=phone,
        answer=fields.text("answer"),
        reviewed=reviewed or date.min,
        updated=fields.date("updated"),
        method=fields.text("method"),
        shortcomings=fields.texts("shortcomings"),
        place=place,
    )
    fields.warn_unknown()
    return found
