"""What detection is held to, on texts that were not used to tune it and on the demo archive."""

from pathlib import Path

import pytest

from arkiv.policy.people import People
from arkiv.sources.archive import read_archive
from arkiv.unregistered import innocent_words, passages, survey
from arkiv.unregistered.measure import Score, measured, sample, samples, unmarked

_HERE = Path(__file__).parent
_DOCS = _HERE.parents[1] / "docs"


@pytest.fixture(scope="module")
def held_out() -> Score:
    return measured(samples(_HERE / "held_out"), rosters=True)


@pytest.fixture(scope="module")
def blind() -> Score:
    return measured(samples(_HERE / "blind"), rosters=True)


def test_there_are_at_least_40_texts_that_rules_were_not_tuned_on(held_out: Score, blind: Score) -> None:
    assert held_out.documents + blind.documents >= 40


def test_98_of_100_mentions_are_touched_where_rosters_are_known(held_out: Score) -> None:
    assert held_out.recall >= 0.98


def test_98_of_100_mentions_are_touched_in_the_blind_texts(blind: Score) -> None:
    assert blind.recall >= 0.98


def test_strangers_are_found_in_the_blind_texts_without_any_roster() -> None:
    assert measured(samples(_HERE / "blind"), rosters=False).recall >= 0.96


def test_the_blind_texts_ask_for_at_most_one_decision_a_document(blind: Score) -> None:
    assert blind.decisions <= blind.documents


def test_nine_of_ten_people_taken_for_certain_are_people(blind: Score) -> None:
    assert blind.wrong <= blind.certain / 10


def test_99_of_100_other_words_survive_in_the_blind_texts(blind: Score) -> None:
    assert blind.survival >= 0.99


def test_nearly_all_other_words_survive_even_in_texts_full_of_systems_and_places(held_out: Score) -> None:
    assert held_out.survival >= 0.985


def test_less_than_one_decision_a_text_is_idle(held_out: Score) -> None:
    assert held_out.idle < held_out.documents / 2


def test_strangers_are_found_without_any_roster() -> None:
    assert measured(samples(_HERE / "held_out"), rosters=False).recall >= 0.97


def test_the_demo_archives_people_are_found_with_its_rosters_left_out() -> None:
    archive = read_archive(_DOCS).archive
    names = [name for one in People(archive).individuals for name in one.names]
    score = unmarked([one.text for one in passages(archive)], names, innocent_words(archive))
    assert score.recall >= 0.98
    assert score.survival >= 0.99


def test_the_demo_archive_asks_for_at_most_one_decision_a_document() -> None:
    archive = read_archive(_DOCS).archive
    assert len(survey(archive, People(archive))) <= len(archive.minutes)


def test_a_marked_text_is_taken_apart_at_its_marks() -> None:
    one = sample("x", "Närvarande: Bo Ek; Cia Alm\nVi hörde [[Bo]] och [[Cia]]s vän.")
    assert (one.roster, one.text) == (("Bo Ek", "Cia Alm"), "Vi hörde Bo och Cias vän.")
    assert [one.text[start:end] for start, end in one.mentions] == ["Bo", "Cia"]


def test_figures_are_told_on_one_line(held_out: Score) -> None:
    assert str(held_out).startswith("recall ")
    assert "decisions a document" in str(held_out)
