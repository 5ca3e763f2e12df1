"""With any one function of the audit turned off, a seeded leak is missed, or another file misjudged."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.mutation.audit import Guard, modules
from tests.mutation.exempt import exempt
from tests.mutation.rules import Rule, in_code
from tests.mutation.tables import in_tables

FINER = frozenset({"arkiv.audit.neighbours"})
"""Modules of which every condition, cause and entry of a table is turned off too, and not functions alone."""


def rules(module: ModuleType) -> Iterator[Rule]:
    """What is turned off of a module."""
    if module.__name__ in FINER:
        yield from (*in_code(module), *in_tables(module))
    else:
        yield from (rule for rule in in_code(module) if ": " not in rule.name)


RULES = [rule for module in modules() for rule in rules(module)]
EXEMPT = exempt("audit")
HELD = [pytest.param(rule, id=rule.name) for rule in RULES if rule.name not in EXEMPT]


@pytest.fixture(scope="module")
def guard() -> Guard:
    """Runs every test once; all of them must pass."""
    return Guard()


@pytest.mark.parametrize("rule", HELD)
def test_with_this_rule_off_a_leak_is_missed_or_a_file_misjudged(guard: Guard, rule: Rule) -> None:
    assert guard.notices(rule), f"no leak in tests/unit/audit shows what it is for: {rule.name}"


def test_what_is_exempt_is_a_rule() -> None:
    assert set(EXEMPT) <= {rule.name for rule in RULES}
