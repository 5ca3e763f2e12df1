"""Names of things stay, and names of people go, where a capital is all that they have in common."""

import re
from collections.abc import Iterator
from pathlib import Path

from arkiv.unregistered import Detector

_HERE = Path(__file__).parent / "names"
_WORD = re.compile(r"\w+")


def _sentences(name: str) -> Iterator[tuple[list[str], str]]:
    """The marked names of each sentence, and what is left of it when it is masked."""
    detector = Detector()
    for line in (_HERE / name).read_text("utf-8").splitlines()[1:]:
        marked = re.findall(r"\[(.+?)\]" if name == "things.txt" else r"<(.+?)>", line)
        yield marked, detector.mask(re.sub(r"[\[\]<>]", "", line))


def _share_left(name: str) -> float:
    """The share of the words of marked names that stand there still."""
    every = [
        (word, text) for marked, text in _sentences(name) for one in marked for word in _WORD.findall(one)
    ]
    assert len(every) > 50
    return sum(word in _WORD.findall(text) for word, text in every) / len(every)


def test_nine_of_ten_words_of_names_of_things_survive_where_hardly_any_other_words_are() -> None:
    assert _share_left("things.txt") >= 0.93


def test_hardly_any_word_of_a_person_stays_where_things_could_stand() -> None:
    assert _share_left("people.txt") <= 0.08
