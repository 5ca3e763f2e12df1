import pytest

from arkiv.importers.agenda import agenda
from arkiv.importers.plain import lines_of


def numbers(text: str) -> list[tuple[int, str]]:
    found = agenda(tuple(lines_of(text)))
    return [(head.number, head.title) for _, head in sorted(found.heads.items())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("### 1. Ett\n\n## 2. Två\n\n#### 3. Tre", [1, 2, 3]),
        ("### **1. Ett**\n\n**2. Två**\n\n§ 3 Tre\n\nPunkt 4: Fyra", [1, 2, 3, 4]),
        ("1. Ett\n------\n\n2. Två\n======", [1, 2]),
        ("1. Ett\ntext\n\n2. Två\ntext\n\n3. Tre", [1, 2, 3]),
        ("## 12. Tolv\n\n## 13. Tretton", [12, 13]),
        ("## 1. Ett\n\n## 3. Tre", [1, 3]),
        ("## 1. Ett\n\n## 3. Tre\n\n## 2. Två", [1, 3, 2]),
        ("## 1. Ett\n\n1. a\n2. b\n\n## 2. Två\n\n1. a\n2. b\n3. c", [1, 2]),
        ("## 1. Ett\n\n#### 1. Del\n\n#### 2. Del\n\n## 2. Två", [1, 2]),
        ("1. Ett\n\ntext\n\n2. Två\n\n1. a\n2. b\n\n3. Tre\n\ntext", [1, 2, 3]),
        ("Dagordning\n1. Ett\n2. Två\n\n1. Ett\ntext\n\n2. Två\ntext", [1, 2]),
        ("## 11 oktober 2024\n\n## 1 Ett\n\n13.00 Lunch", [1]),
        ("Löpande text utan punkter.", []),
    ],
)
def test_the_numbers_tell_which_lines_are_items_whatever_their_level(text: str, expected: list[int]) -> None:
    assert [number for number, _ in numbers(text)] == expected


def test_the_list_below_dagordning_is_not_taken_for_the_items_themselves() -> None:
    found = agenda(tuple(lines_of("Dagordning\n1. Ett\n2. Två\n\n1. Ett\ntext\n\n2. Två\ntext")))
    assert sorted(found.heads) == [4, 7]


def test_a_title_is_kept_without_the_marks_around_it() -> None:
    assert numbers("### **3. Vilka val gjordes?**\n\n## 4. Resor m.m. ##") == [
        (3, "Vilka val gjordes?"),
        (4, "Resor m.m."),
    ]


def test_two_headings_with_one_number_are_told_as_a_pair() -> None:
    found = agenda(tuple(lines_of("## 1. Ett\n\n## 2. Två\n\n## 2. Tre\n\n## 3. Fyra")))
    (pair,) = found.repeated
    assert {head.line for head in pair} == {3, 5}


def test_headings_without_numbers_are_numbered_in_their_order() -> None:
    found = agenda(tuple(lines_of("# Möte\n\n## Läget\n\n## Budget\n\n### Del\n")), frozenset({0}))
    assert found.renumbered
    assert [(head.number, head.title) for head in found.heads.values()] == [(1, "Läget"), (2, "Budget")]
