"""What is wrong in the sources, collected and told all at once.

A problem's text must never hold a person's name: it gives file, line, field, and what to do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from arkiv.model import Place

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: `place: field: what - remedy`."""

    place: Place
    field: str
    what: str
    remedy: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.place}: {self.field}: {self.what} - {self.remedy}"

    @property
    def order(self) -> tuple[str, int, str, str]:
        """Sort key: by file, line and field."""
        return (self.place.file, self.place.line, self.field, self.what)


class Refusal(Exception):
    """Something arkiv will not do; the text says what is wrong and what to do, and names nobody."""


class ArchiveError(Refusal):
    """The sources cannot be published; `problems` says why, all at once."""

    def __init__(self, problems: tuple[Problem, ...], warnings: tuple[Problem, ...] = ()) -> None:
        """Keep the problems, in the order of the files; `warnings` are what else was noticed."""
        self.problems = tuple(sorted(problems, key=lambda problem: problem.order))
        self.warnings = warnings
        super().__init__("\n".join(str(problem) for problem in self.problems))


def raise_errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The warnings among the problems, each once, in the order of the files.

    Raises:
        ArchiveError: there are errors; it has all of them.
    """
    found = sorted(dict.fromkeys(problems), key=lambda problem: problem.order)
    errors = tuple(problem for problem in found if problem.severity == "error")
    if errors:
        raise ArchiveError(errors, tuple(problem for problem in found if problem.severity != "error"))
    return tuple(found)
