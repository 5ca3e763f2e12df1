"""What the audit found. Nothing here ever holds a name, or the passage it stood in."""

from dataclasses import dataclass
from enum import StrEnum


class FormKind(StrEnum):
    """How the name was written, or what was wrong with the file."""

    FULL = "full name"
    PART = "part of a name"
    GENITIVE = "genitive"
    COMPOUND = "compound"
    MISSPELLING = "misspelling"
    INITIALS = "initials"
    SPACED = "letter-spaced"
    EMAIL = "e-mail"
    SLUG = "slug"
    PHONE = "phone"
    CONTEXT = "ambiguous in context"
    UNREADABLE = "unreadable"
    UNKNOWN_FILE = "unknown file"
    LINK = "link"
    ORPHAN = "orphan"
    POSTING = "posting without a word"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding.

    `file` is the path in the site, its telling parts withheld; `place` is where in the file; `person` is
    `HiddenPerson.id`, empty where the file itself is at fault. `message` says what to do about it.
    """

    file: str
    place: str
    person: str
    form: FormKind
    message: str

    def __str__(self) -> str:
        who = f" of {self.person}" if self.person else ""
        return f"{self.file}: {self.place}: {self.form}{who}: {self.message}"
