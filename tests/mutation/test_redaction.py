"""With any one rule of the redaction turned off, a golden case changes."""

import pytest

from tests.mutation.exempt import exempt
from tests.mutation.redaction import Guard, modules
from tests.mutation.rules import Rule, in_code
from tests.mutation.tables import in_tables

RULES = [rule for module in modules() for rule in (*in_code(module), *in_tables(module))]
EXEMPT = exempt("redaction")
HELD = [pytest.param(rule, id=rule.name) for rule in RULES if rule.name not in EXEMPT]


@pytest.fixture(scope="module")
def guard() -> Guard:
    return Guard()


def test_with_all_rules_on_every_golden_case_is_right(guard: Guard) -> None:
    assert list(guard.changes()) == []


@pytest.mark.parametrize("rule", HELD)
def test_with_this_rule_off_a_golden_case_changes(guard: Guard, rule: Rule) -> None:
    assert guard.noticed(rule), f"nothing in tests/golden/redaction shows what it is for: {rule.name}"


@pytest.mark.parametrize("name", EXEMPT)
def test_what_is_exempt_is_a_rule_and_no_golden_case_shows_it(guard: Guard, name: str) -> None:
    rules = [rule for rule in RULES if rule.name == name]
    assert rules, "exempt.yml names a rule that there is not"
    assert guard.noticed(rules[0]) == "", "a golden case shows it now: take it off the list"
