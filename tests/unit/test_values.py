"""What is handed from process to process arrives as it was sent."""

import pickle
from dataclasses import dataclass, field, fields, is_dataclass

import pytest

from arkiv import public
from arkiv.values import Value


@dataclass(frozen=True, slots=True)
class One(Value):
    only: int


@dataclass(frozen=True, slots=True)
class Many(Value):
    one: One
    texts: tuple[str, ...]
    said: dict[str, int] = field(default_factory=dict)


@pytest.mark.parametrize("sent", [One(1), One(0), Many(One(2), ("a", ""), {"b": 1}), Many(One(3), ())])
def test_a_value_arrives_as_it_was_sent(sent: Value) -> None:
    arrived = pickle.loads(pickle.dumps(sent))
    assert (type(arrived), arrived) == (type(sent), sent)


def test_what_visitors_may_see_can_be_called_with_its_fields_in_order() -> None:
    found = [kind for kind in vars(public).values() if isinstance(kind, type) and is_dataclass(kind)]
    assert found
    for kind in found:
        assert issubclass(kind, Value), kind
        assert all(one.init and not one.kw_only for one in fields(kind)), kind
