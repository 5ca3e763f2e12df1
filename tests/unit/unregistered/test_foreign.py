"""In an archive in another language its words open sentences, and are names everywhere else as before."""

import pytest

from arkiv.data.foreign_words import foreign_words
from arkiv.redaction.replacement import Words
from arkiv.unregistered import Detector, learn_pages
from arkiv.unregistered.learning import Lessons


@pytest.fixture(scope="module")
def lessons() -> Lessons:
    return learn_pages([["The network met in Norrvik."]], foreign=foreign_words("en"))


def masked(text: str, lessons: Lessons) -> str:
    return Detector((), lessons=lessons, words=Words()).mask(text, ())


@pytest.mark.parametrize(
    "text",
    [
        "Apologies had been received. Costs have fallen, and questions were raised.",
        "Steering documents were circulated. Priorities differ between municipalities.",
        "- Review the agreements\n- Order fuel for the generators",
        "## Emergency preparedness\n\nTenants' associations will be consulted.",
        "Parents described long waiting times. Recruitment remains difficult.",
    ],
)
def test_a_word_that_only_opens_a_sentence_stays(lessons: Lessons, text: str) -> None:
    assert masked(text, lessons) == text
    assert masked(text, Lessons()) != text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Approval was given. According to Chaser, it is fine.", "Chaser"),
        ("Bowler answered the questions.", "Bowler"),
        ("The memo was written by Gritting Tenant.", "Gritting"),
        ("Terry will draft it.", "Terry"),
        ("Thanks to Helen Pricer for her help.", "Pricer"),
    ],
)
def test_a_word_that_does_what_people_do_or_stands_elsewhere_is_a_name(
    lessons: Lessons, text: str, name: str
) -> None:
    assert name not in masked(text, lessons)
