"""What is noticed of a redaction rule that is off: the golden cases that change."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType

import arkiv.redaction
from arkiv.policy.secrets import Secrets
from arkiv.redaction import Redactor
from tests.mutation.rules import Rule
from tests.mutation.switching import off
from tests.unit.redaction.rosters import GOLDEN, Case, everyone, golden_cases, read, redactor, roster


def modules() -> list[ModuleType]:
    """The modules whose rules are turned off: all there are."""
    package = arkiv.redaction.__path__
    return [importlib.import_module(f"arkiv.redaction.{one.name}") for one in pkgutil.iter_modules(package)]


def every_case() -> list[Case]:
    """The golden cases; of the innocent sentences each is one, which stays as it is."""
    told = read(GOLDEN / "innocent.yml")
    secrets = roster(told)
    innocent = (Case("innocent", secrets, everyone(secrets), one, one) for one in told["sentences"])
    return [*golden_cases(), *innocent]


@dataclass(slots=True)
class Guard:
    """The golden cases in the order in which they were last of use."""

    cases: list[Case] = field(default_factory=every_case)

    def noticed(self, rule: Rule) -> str:
        """The first golden case that is no longer right with the rule off, empty if all are."""
        try:
            with off(rule):
                found = next(self.changes(), None)
        except Exception as error:  # noqa: BLE001 - a rule without which the code breaks is noticed as well
            return f"breaks: {type(error).__name__}"
        if found:  # what noticed one rule may well notice the next
            self.cases.remove(found)
            self.cases.insert(0, found)
        return found.id if found else ""

    def changes(self) -> Iterator[Case]:
        """The golden cases that are no longer right."""
        redactors: dict[Secrets, Redactor] = {}
        for case in self.cases:
            if case.secrets not in redactors:
                redactors[case.secrets] = redactor(case.secrets)
            if case.outcome(redactors[case.secrets]) != case.after:
                yield case
