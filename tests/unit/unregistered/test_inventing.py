"""Names nobody bears, in place of those of marked texts."""

from arkiv.unregistered.inventing import invented
from arkiv.unregistered.measure import sample

_TEXT = "Närvarande: Bo Ekman; Cia van Alm\nVi hörde [[Ekman]] och [[Cia Alm]]. [[Ekmans]] vän Sigge skriver."


def test_every_name_of_three_letters_is_replaced_and_nothing_else() -> None:
    made = invented(_TEXT)
    assert "Ekman" not in made
    assert "Cia" not in made
    assert "Bo " in made
    assert " van " in made
    assert made.endswith("vän Sigge skriver.")
    assert len(sample("", made).mentions) == 3


def test_the_same_name_is_replaced_alike_in_roster_text_and_genitive() -> None:
    one = sample("", invented(_TEXT))
    surname, _, genitive = (one.text[start:end] for start, end in one.mentions)
    assert one.roster[0] == f"Bo {surname}"
    assert genitive == f"{surname}s"


def test_the_same_text_gives_the_same_names() -> None:
    assert invented(_TEXT) == invented(_TEXT)
