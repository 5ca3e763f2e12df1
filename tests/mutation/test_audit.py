"""With any one function of the audit turned off, a seeded leak is missed, or another file misjudged."""

import pytest

from tests.mutation.audit import Guard, modules
from tests.mutation.exempt import exempt
from tests.mutation.rules import Rule, in_code

RULES = [rule for module in modules() for rule in in_code(module) if ": " not in rule.name]
EXEMPT = exempt("audit")
HELD = [pytest.param(rule, id=rule.name) for rule in RULES if rule.name not in EXEMPT]


@pytest.fixture(scope="module")
def guard() -> Guard:
    """Runs every test once; all of them must pass."""
    return Guard()


@pytest.mark.parametrize("rule", HELD)
def test_with_this_function_off_a_leak_is_missed_or_a_file_misjudged(guard: Guard, rule: Rule) -> None:
    assert guard.notices(rule), f"no leak in tests/unit/audit shows what it is for: {rule.name}"


def test_what_is_exempt_is_a_function() -> None:
    assert set(EXEMPT) <= {rule.name for rule in RULES}
