"""A detector that remembers finds what one finds that reads everything, whatever was learnt since."""

import random
from collections.abc import Sequence

import pytest

from arkiv.memory import Recall
from arkiv.unregistered import Detector, Lessons, learn
from arkiv.unregistered.changes import Doubts, doubts, plain

TEXTS = (
    "Mohlander for hem före mötet. Sixten stannade kvar.",
    "Frågan bereds vidare. **Mohl**ander läser protokollet.",
    "Ett förslag från Tallbacken. Mohlander&shy;s linje vann.",
    "Hälsning från Brasken: kajen är klar. Brasken kommer.",
    "Kajen vid Sjöfors rustas. Vi ses hos Vråk på fredag.",
    "Vråk berättar om läget. Enligt Vråk dröjer det.",
    "En vråk flög över viken, och en vråk till.",
    "mohlander är ett ord, säger man. Ett mohlander till.",
)
ADDED = (
    "Sixten Mohlander hälsar välkommen.",
    "Rektor Ulrika Vråk säger att läget är gott. Vråk tackar.",
    "Chefen Brasken säger nej. Brasken menar det. Herr Brasken svarar.",
    "Vi for till Sjöfors. I Sjöfors kommun, nära Sjöfors.",
    "Bara kända ord står här, och inget namn.",
    "vråken och vråk och brasken och brasken",
)


def masked(texts: Sequence[str], lessons: Lessons, recall: Recall) -> list[str]:
    """What texts become, but for those that are recalled; lessons are noted as a build does."""
    detector = Detector(lessons=lessons)
    recall.doubts = doubts(recall.beside, lessons)
    recall.beside = plain(lessons)
    return [recall.text(text, "", lambda text=text: detector.mask(text)) for text in texts]  # type: ignore[misc]


@pytest.mark.parametrize("seed", range(20))
def test_remembering_masks_as_reading_again_does(seed: int) -> None:
    chance = random.Random(seed)
    recall = Recall()
    for _ in range(6):
        texts = [*TEXTS, *chance.sample(ADDED, chance.randrange(len(ADDED) + 1))]
        lessons = learn(texts)
        assert masked(texts, lessons, recall) == masked(texts, lessons, Recall())
        recall = Recall(recall.used, recall.beside)


def test_a_name_seen_in_full_doubts_the_texts_with_a_part_of_it() -> None:
    before, now = learn(TEXTS), learn([*TEXTS, ADDED[0]])
    found = doubts(plain(before), now)
    assert [found(text) for text in TEXTS[:4]] == [True, True, True, False]


def test_words_that_teach_nothing_doubt_no_text() -> None:
    found = doubts(plain(learn(TEXTS)), learn([*TEXTS, "besked gavs."]))
    assert not any(map(found, TEXTS))


def test_without_earlier_lessons_every_text_is_in_doubt() -> None:
    assert doubts(None, learn(TEXTS))("ett ord")
    assert Doubts(None)("")
