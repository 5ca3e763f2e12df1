"""Rosters as people really write them, wrong ones included."""

import pytest

from arkiv.policy.secrets import HiddenPerson, Secrets
from arkiv.redaction import Redactor
from arkiv.redaction.replacement import Words
from tests.unit.redaction.rosters import everyone, is_common, person, redactor

TEXT = "Ordet gick till var och en av de närvarande. A. X. De la. Von vad?"


def hiding(*people: HiddenPerson, named: tuple[str, ...] = ()) -> Redactor:
    return redactor(Secrets(people, named))


@pytest.mark.parametrize(
    "name", ["", " ", "-", "A", "Å", "X.", "von", "de la", "1", "…", "\ufffd", "*", "A B", "&"]
)
def test_a_name_that_says_nothing_hides_nothing_and_breaks_nothing(name: str) -> None:
    hidden = HiddenPerson("x", (name,), (), person("A B").disclosure, None, None)
    assert hiding(hidden).text(TEXT, frozenset({"x"})) == TEXT


def test_somebody_without_a_name_breaks_nothing() -> None:
    hidden = HiddenPerson("x", (), (), person("A B").disclosure, None, None)
    assert hiding(hidden).text(TEXT, frozenset({"x"})) == TEXT


def test_a_surname_of_one_letter_goes_with_the_first_name() -> None:
    assert hiding(person("Kim Å")).text("Vi tackar Kim Å.") == "Vi tackar deltagaren."


def test_a_name_equal_to_a_municipality_leaves_the_municipality_alone() -> None:
    hidden = person("Nora", id="x")
    text = "Nora kommun deltar, och mötet hålls i Nora."
    assert hiding(hidden).text(text, frozenset({"x"})) == text


def test_two_people_of_one_name_are_never_told_apart() -> None:
    one = person("Haleh Åkerström", id="1", disclosure="role", role="jurist", organization="Norrvik")
    other = person("Haleh Åkerström", id="2", disclosure="role", role="ekonom", organization="Fornby")
    assert hiding(one, other).text("Haleh Åkerström informerar.") == "Deltagaren informerar."


def test_a_first_name_alone_is_the_constant_word_though_only_one_bears_it() -> None:
    hidden = person("Haleh Åkerström", disclosure="role", role="jurist", organization="Norrvik")
    assert hiding(hidden).text("Haleh informerar.") == "Deltagaren informerar."


def test_an_exact_form_of_somebody_named_beats_a_misspelling_of_somebody_hidden() -> None:
    shown = hiding(person("Ulla Lindqvist"), named=("Sara Lindkvist",))
    assert shown.text("Lindkvist informerar, Lindqwist tackar.") == "Lindkvist informerar, deltagaren tackar."


def test_a_named_person_keeps_the_parts_they_share_with_somebody_hidden() -> None:
    shown = hiding(person("Malin Åkerström"), named=("Malin Svensson", "Erik Åkerström"))
    text = "Malin Svensson och Erik Åkerströms förslag"
    assert shown.text(text, frozenset({"malin"})) == text
    assert shown.text("Malin och Åkerström", frozenset({"malin"})) == "Deltagarna"


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("Besök av Malin Åkerström", "Besök"),
        ("Malin Åkerström", ""),
        ("Malin", ""),
        ("Åkerströms utredning", "utredning"),
        ("Åkerström-rapporten", "rapporten"),
        ("digitalisering", "digitalisering"),
        ("malin.akerstrom@norrvik.example", ""),
    ],
)
def test_a_label_loses_the_name_and_is_empty_where_nothing_else_is_said(label: str, left: str) -> None:
    assert hiding(person("Malin Åkerström")).without(label, frozenset({"malin"})) == left


def test_a_name_is_never_part_of_another_word() -> None:
    hidden = (person("Ale Sand"), person("Ann Dahl"), person("Ida Kron"))
    text = "Alexanders annons om idag: kronor, sandlåda, standard, annandag, Dahlströmska skolan finns inte."
    assert hiding(*hidden).text(text.replace("Dahlströmska ", "")) == text.replace("Dahlströmska ", "")


def test_the_words_of_the_catalogue_are_used_for_everything_hidden() -> None:
    hidden = person("Malin Åkerström", contacts=("m@norrvik.example", "08-123 456 78"))
    words = Words(
        "N. N.", "N. N:s", "flera", "fleras", "[firma]", "[firmas]", "[adress]", "[nummer]", "[länk]"
    )
    shown = Redactor(
        Secrets((hidden,), ()),
        is_common=is_common,
        is_word=lambda word: word == "husen",
        is_place=lambda word: False,
        words=words,
    )
    assert shown.text("Malins hus, m@norrvik.example, 08-12345678, https://x.example/malin, Malin") == (
        "N. N:s hus, [adress], [nummer], [länk], N. N."
    )


def test_hiding_3000_people_takes_about_the_time_of_hiding_30() -> None:
    few = [person(f"Zq{one}xla Wr{one}vik", id=one) for one in map(chr, range(0x61, 0x61 + 20))]
    many = [
        person(f"Zq{a}{b}{c}xla Wr{a}{b}{c}vik", id=a + b + c)
        for a in "abcdefghijklmno"
        for b in "abcdefghijklmno"
        for c in "abcdefghijklm"
    ]
    text = "Frågan om vägar och vatten bereds av nämnden. Zqaaaxla svarar. " * 200
    assert looks(few, text) * 3 >= looks(many, text)


def looks(people: list[HiddenPerson], text: str) -> int:
    """How often the redactor asks whether something is a word: its time without a clock."""
    asked: list[str] = []
    shown = Redactor(
        Secrets(tuple(people), ()),
        is_common=lambda word: False,
        is_word=lambda word: bool(asked.append(word)),  # type: ignore[func-returns-value]
        is_place=lambda word: False,
    )
    shown.text(text, everyone(Secrets(tuple(people), ())))
    return len(asked) + 1
