"""What holds for any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arkiv.model import Place
from arkiv.sources.settlements import Kind, Settlement, Settlements
from arkiv.unregistered import Detector, learn

_WORDS = st.sampled_from(
    "Anna Ek Yrsa Holmertz Sten Berg Ale kommun rektor och , . : ; säger Annas i på "
    "till mötet Krafto **Bo** [Bo](x.md) \n \n\n - # "
    "SKR av de <b>Eva</b> Qvimla tackade Maj deltagaren frågan AB (S) ordföranden A. & &aring; I".split(" ")
)
_TEXTS = st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=80)


@given(_TEXTS)
def test_masking_twice_is_masking_once(text: str) -> None:
    masked = Detector().mask(text)
    assert Detector().mask(masked) == masked


@given(_TEXTS)
def test_text_without_capitals_is_unchanged(text: str) -> None:
    small = text.lower()
    if not any(character.isupper() for character in small):
        assert Detector().mask(small) == small


@given(_TEXTS)
def test_finds_lie_in_order_inside_the_text_and_do_not_overlap(text: str) -> None:
    ends = [0]
    for find in Detector().find(text):
        assert ends[-1] <= find.start < find.end <= len(text)
        ends.append(find.end)


@given(_TEXTS)
def test_what_was_found_and_is_settled_as_no_name_is_found_no_more(text: str) -> None:
    place = Place("namn.yml")
    names = {find.name for find in Detector().find(text)}
    settled = Settlements(tuple(Settlement(name, Kind.NOT_A_NAME, place) for name in names))
    assert not names & {find.name for find in Detector(settled=settled).find(text)}


@given(_TEXTS, st.sampled_from(["Xylvia Brattvåg", "Yo", "Bartholomeus af Ekenstam"]))
def test_a_registered_persons_own_name_is_never_found(text: str, name: str) -> None:
    detector = Detector([name], lessons=learn([text]))
    assert detector.find(name) == ()


@pytest.mark.parametrize(
    "unit", ["Anna ", "Qvimla ", "A. ", "Anna, ", "Ström-", "a@", "Exempel och ", "anna.", "Anna\n"]
)
def test_time_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    detector = Detector()
    detector.find(unit * 10)

    def seconds(times: int) -> float:
        start = time.process_time()
        detector.find(unit * times)
        return time.process_time() - start

    assert seconds(8_000) < 0.3 + 20 * seconds(1_000)
