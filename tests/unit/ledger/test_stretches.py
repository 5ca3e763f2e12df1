"""Two versions of a text laid side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arkiv.ledger.stretches import differences, pieces, union

TEXTS = st.text(alphabet="ab ,.\nåÖ-(", max_size=40)


def marked(text: str, stretches: list[tuple[int, int]]) -> str:
    """The text with its changes in brackets."""
    return "".join(f"[{one.text}]" if one.changed else one.text for one in pieces(text, stretches))


@pytest.mark.parametrize(
    ("one", "other", "here", "there"),
    [
        ("Ulf Vik sade ja.", "Deltagaren sade ja.", "[Ulf Vik] sade ja.", "[Deltagaren] sade ja."),
        ("(Ulf Vik)", "(Chefen (Å))", "([Ulf Vik])", "([Chefen (Å)])"),
        ("Ulf Vik, chef\nEva Ek, chef", "chef\nchef", "[Ulf Vik], chef\n[Eva Ek], chef", "chef\nchef"),
        ("Samma text", "Samma text", "Samma text", "Samma text"),
        ("Allt", "", "[Allt]", ""),
    ],
)
def test_whole_names_are_marked_and_nothing_that_stays(one: str, other: str, here: str, there: str) -> None:
    ours, theirs = differences(one, other)
    assert marked(one, ours) == here
    assert marked(other, theirs) == there


@given(TEXTS, TEXTS)
def test_what_is_not_marked_is_the_same_in_both(one: str, other: str) -> None:
    ours, theirs = differences(one, other)
    assert unmarked(one, ours) == unmarked(other, theirs)


def unmarked(text: str, stretches: list[tuple[int, int]]) -> str:
    """The text without the stretches."""
    for start, end in reversed(stretches):
        text = text[:start] + text[end:]
    return text


@given(TEXTS, st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_the_pieces_of_a_text_are_the_text(text: str, edges: list[tuple[int, int]]) -> None:
    stretches = [(min(pair), min(max(pair), len(text))) for pair in edges if min(pair) < len(text)]
    assert "".join(piece.text for piece in pieces(text, stretches)) == text


def test_stretches_that_overlap_or_touch_become_one() -> None:
    assert union([(5, 8), (0, 2), (2, 4), (7, 9)]) == [(0, 4), (5, 9)]
