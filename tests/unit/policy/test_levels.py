"""Levels have an order, and doubt never relaxes."""

import pytest

from arkiv.policy.levels import Level, Levels
from tests.unit.policy.archives import LEVEL_IDS, LEVELS


def test_the_levels_are_in_the_order_they_are_written() -> None:
    assert [level.id for level in LEVELS] == list(LEVEL_IDS)
    assert [LEVELS.rank(level) for level in LEVEL_IDS] == [0, 1, 2, 3]
    assert LEVELS.strictest.id == "hogsta"


def test_an_unknown_level_ranks_past_the_strictest_and_is_not_one_of_them() -> None:
    assert LEVELS.rank("okand") == len(LEVEL_IDS)
    assert "okand" not in LEVELS
    assert "skarpt" in LEVELS
    with pytest.raises(KeyError):
        LEVELS.get("okand")


@pytest.mark.parametrize(
    ("current", "lowest", "effective"),
    [
        (None, "normal", "normal"),
        (None, "skarpt", "skarpt"),
        ("normal", "skarpt", "skarpt"),
        ("hogsta", "skarpt", "hogsta"),
        ("skarpt", "skarpt", "skarpt"),
        ("okand", "normal", "hogsta"),
        ("", "normal", "hogsta"),
    ],
)
def test_the_effective_level_is_the_stricter_of_the_current_and_the_lowest(
    current: str | None, lowest: str, effective: str
) -> None:
    assert Levels(LEVELS.order, LEVELS.get(lowest)).effective(current).id == effective


def test_one_level_alone_is_both_laxest_and_strictest() -> None:
    only = Level("a", "A", "")
    assert Levels((only,), only).strictest is only
