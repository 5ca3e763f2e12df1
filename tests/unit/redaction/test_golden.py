from pathlib import Path

import pytest

from arkiv.policy.secrets import Secrets
from arkiv.redaction import Redactor
from tests.unit.redaction.rosters import GOLDEN, Case, everyone, golden_cases, read, redactor, roster

CASES = [pytest.param(case, id=case.id) for case in golden_cases()]
TEXTS = [pytest.param(case, id=case.id) for case in golden_cases() if not case.is_label]


@pytest.fixture(scope="module")
def redactors() -> dict[Secrets, Redactor]:
    """A redactor for each roster that a golden file has."""
    return {secrets: redactor(secrets) for secrets in {case.secrets for case in golden_cases()}}


@pytest.mark.parametrize("case", CASES)
def test_a_text_becomes_exactly_this(redactors: dict[Secrets, Redactor], case: Case) -> None:
    assert case.outcome(redactors[case.secrets]) == case.after


@pytest.mark.parametrize("case", CASES)
def test_what_is_written_is_left_alone_when_it_is_read_again(
    redactors: dict[Secrets, Redactor], case: Case
) -> None:
    again = redactors[case.secrets].text(case.after, case.known, restricted=case.restricted)
    assert again == case.after


@pytest.mark.parametrize("case", TEXTS)
def test_a_text_holds_a_hidden_name_if_and_only_if_it_changes(
    redactors: dict[Secrets, Redactor], case: Case
) -> None:
    held = redactors[case.secrets].holds(case.before, case.known, restricted=case.restricted)
    assert held == (case.before != case.after)


INNOCENT = read(GOLDEN / "innocent.yml")


@pytest.fixture(scope="module")
def wordlike() -> Redactor:
    return redactor(roster(INNOCENT))


@pytest.mark.parametrize("sentence", INNOCENT["sentences"])
def test_a_sentence_that_names_nobody_stays_as_it_is(wordlike: Redactor, sentence: str) -> None:
    assert wordlike.text(sentence, everyone(roster(INNOCENT))) == sentence


@pytest.mark.parametrize("sentence", INNOCENT["sentences"])
def test_a_sentence_that_names_nobody_stays_also_where_only_the_archive_knows_of_the_names(
    wordlike: Redactor, sentence: str
) -> None:
    assert wordlike.text(sentence, frozenset()) == sentence


def test_at_least_99_percent_of_the_words_that_name_nobody_survive(wordlike: Redactor) -> None:
    known = everyone(roster(INNOCENT))
    sentences = (*INNOCENT["sentences"], *INNOCENT["doubtful"])
    words = [word for sentence in sentences for word in sentence.split()]
    left = [word for sentence in sentences for word in wordlike.text(sentence, known).split()]
    survived = sum(min(words.count(word), left.count(word)) for word in set(words))
    assert survived / len(words) >= 0.99


def test_every_golden_file_says_in_one_line_what_it_shows() -> None:
    assert all(path.read_text(encoding="utf-8").startswith("# ") for path in Path(GOLDEN).glob("*.yml"))
