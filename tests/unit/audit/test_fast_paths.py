"""What the audit asks first, because it is fast, answers as the slower question behind it would."""

import random
import re
from itertools import product

from arkiv.audit import markup, matching, mending
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


def test_wrong_encodings_are_looked_for_in_every_text_that_has_one() -> None:
    pairs = ["".join(pair) for pair in product(map(chr, range(0xC0, 0xF8)), (*"–”…\u00a0a€Ÿ", "\x80", "¿"))]
    for text in pairs:
        assert not mending._BROKEN.search(text) or mending._MAY_BE_BROKEN.search(text.encode())


def test_letters_past_latin_1_fold_alike_alone_and_among_others() -> None:
    signs = "".join(map(chr, (*range(1, 0x3000), *range(0xF900, 0x10000), *range(0x1D400, 0x1D800))))
    assert fold(signs) == b"".join(map(fold, signs))
    assert (
        fold("Æsop, læser, Straße, Þór, þing, œuvre, ǽ") == b"Aesop, laeser, Strasse, Thor, thing, oeuvre, ae"
    )


def test_zeros_stand_for_digests_and_for_no_number_or_word() -> None:
    said = b"ada 12ada34 0a1b2c3d faded beefade 1234567 x0a1b2c3d 0a1b2c3dx 1ab2cd3"
    old = re.compile(rb"(?<![A-Za-z0-9])(?=[0-9a-f]*\d[a-f]+\d)[0-9a-f]{7,}(?![A-Za-z0-9])")
    expected = old.sub(lambda match: b"0" * len(match[0]), said)
    assert matching._HEXADECIMAL.sub(matching._without_digest, said) == expected != said
