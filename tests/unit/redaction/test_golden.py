from pathlib import Path
from typing import Any

import pytest

from arkiv.redaction import Redactor
from tests.unit.redaction.rosters import GOLDEN, everyone, read, redactor, roster

FILES = sorted(path for path in GOLDEN.glob("*.yml") if path.stem not in ("roster", "innocent"))
SHARED = read(GOLDEN / "roster.yml")
EVERYONE = everyone(roster(SHARED))


def cases() -> list[Any]:
    told = [(path, read(path)) for path in FILES]
    return [
        pytest.param(one["in"], one["out"], frozenset(file.get("known", EVERYONE)), id=f"{path.stem}-{at}")
        for path, file in told
        for at, one in enumerate(file["cases"])
    ]


@pytest.fixture(scope="module")
def shared() -> Redactor:
    return redactor(roster(SHARED))


@pytest.mark.parametrize(("before", "after", "known"), cases())
def test_a_text_becomes_exactly_this(
    shared: Redactor, before: str, after: str, known: frozenset[str]
) -> None:
    assert shared.text(before, known) == after


@pytest.mark.parametrize(("before", "after", "known"), cases())
def test_what_is_written_is_left_alone_when_it_is_read_again(
    shared: Redactor, before: str, after: str, known: frozenset[str]
) -> None:
    assert shared.text(after, known) == after


@pytest.mark.parametrize(("before", "after", "known"), cases())
def test_a_text_holds_a_hidden_name_if_and_only_if_it_changes(
    shared: Redactor, before: str, after: str, known: frozenset[str]
) -> None:
    assert shared.holds(before, known) == (before != after)


INNOCENT = read(GOLDEN / "innocent.yml")


@pytest.fixture(scope="module")
def wordlike() -> Redactor:
    return redactor(roster(INNOCENT))


@pytest.mark.parametrize("sentence", INNOCENT["sentences"])
def test_a_sentence_that_names_nobody_stays_as_it_is(wordlike: Redactor, sentence: str) -> None:
    assert wordlike.text(sentence, everyone(roster(INNOCENT))) == sentence


def test_at_least_99_percent_of_the_words_that_name_nobody_survive(wordlike: Redactor) -> None:
    known = everyone(roster(INNOCENT))
    sentences = (*INNOCENT["sentences"], *INNOCENT["doubtful"])
    words = [word for sentence in sentences for word in sentence.split()]
    left = [word for sentence in sentences for word in wordlike.text(sentence, known).split()]
    survived = sum(min(words.count(word), left.count(word)) for word in set(words))
    assert survived / len(words) >= 0.99


def test_every_golden_file_says_in_one_line_what_it_shows() -> None:
    assert all(path.read_text(encoding="utf-8").startswith("# ") for path in Path(GOLDEN).glob("*.yml"))
