"""What must not be seen in one build, as redaction and audit receive it."""

from dataclasses import dataclass

from arkiv.policy.disclosures import Disclosure


@dataclass(frozen=True, slots=True)
class HiddenPerson:
    """Someone hidden in this build.

    `id` is opaque (a member id, or a place in the sources) and may be printed; nothing else may.
    `names` is the name and all other names as written; `contacts` are e-mail addresses and phone numbers.
    """

    id: str
    names: tuple[str, ...]
    contacts: tuple[str, ...]
    disclosure: Disclosure
    role: str | None
    organization: str | None


@dataclass(frozen=True, slots=True)
class Secrets:
    """The hidden people of one build, and the names of everyone who is named in it.

    `innocent` are organisations, networks and words settled as no names: none of them is a misspelt name,
    however near it comes to one.
    """

    hidden: tuple[HiddenPerson, ...]
    named: tuple[str, ...]
    innocent: tuple[str, ...] = ()
