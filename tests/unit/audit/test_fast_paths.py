"""What the audit asks first, because it is fast, answers as the slower question behind it would."""

import random
import re
from itertools import product

from arkiv.audit import markup, matching
from arkiv.audit.folding import fold

TAGS = tuple("< </ > / p P b w:p h h1 li link lı ſpan lin\u212a sup br /> '' << >> é".split())
SIGNS = (" ", "\n", "a", "B", "x y", "-", ". ", "<p>", "</p>", "<b>", "<li class='x'>", "a b c d", "A.b_c d")


def _texts() -> list[str]:
    chance = random.Random(12)
    return ["".join(chance.choices(TAGS + SIGNS, k=chance.randint(1, 14))) for _ in range(20_000)]


TEXTS = _texts()


def test_blocks_part_words_as_one_pattern_of_all_their_names_does() -> None:
    block = re.compile(rf"</?(?:{markup._ANY_BLOCK})(?=[\s/>])[^<>]*>", re.IGNORECASE)
    plain = [text for text in TEXTS if "<su" not in text]
    shown = [markup._TAG.sub("", block.sub(" ", text)) for text in plain]
    assert shown == [markup.prose_of(text) for text in plain]
    assert any(block.search(text) for text in plain)


def test_tags_join_two_words_where_any_pattern_from_a_word_on_finds_it() -> None:
    glue = re.compile(r"\w(?:<[^<>\n]*>)+\w")
    found = [bool(glue.search(text)) for text in TEXTS]
    assert {*found} == {True, False}
    assert found == [bool(markup._GLUE.search(text)) for text in TEXTS]


def test_letter_spaced_runs_are_found_only_in_texts_that_may_have_one() -> None:
    letters = (
        "".join(spaced) for spaced in product("aB", " -_x", "cD", ". ", "e", " *", "fG", ("", "h", " "))
    )
    for text in (*TEXTS, *letters):
        if matching._SPACED.search(fold(text)):
            assert matching._MAY_BE_SPACED.search(fold(text))
