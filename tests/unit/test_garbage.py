"""Garbage is let be while something is built, and looked for again after it, whatever became of that."""

import gc
from weakref import ref

import pytest

from arkiv.garbage import lasting, uncollected, unwatched


def test_garbage_is_not_looked_for_inside_and_is_again_after() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_looked_for_again_after_what_fails() -> None:
    with pytest.raises(ValueError, match="whatever"), uncollected():
        raise ValueError("whatever")
    assert gc.isenabled()


def test_what_earlier_work_left_is_taken_before_the_next_begins() -> None:
    class Node:
        other: "Node"

    gc.disable()
    left = Node()
    left.other = left
    seen = ref(left)
    del left
    gc.enable()
    with uncollected():
        assert seen() is None


def test_what_lasts_is_passed_by_until_it_is_made_again() -> None:
    try:
        with lasting():
            made = [[] for _ in range(1000)]  # type: ignore[var-annotated]  # anything that could be in a cycle
        assert gc.get_freeze_count() > len(made)
        with lasting():
            assert not gc.get_freeze_count()
    finally:
        gc.unfreeze()


def test_inside_work_that_lets_garbage_be_none_is_looked_for() -> None:
    with unwatched():
        before = gc.get_stats()[2]["collections"]
        with uncollected():
            assert gc.get_stats()[2]["collections"] == before
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_had_switched_it_off_already_keeps_it_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
