"""What is asked first, because it is fast, answers as the slower question behind it would."""

import random
import re

from arkiv.policy.disclosures import Disclosure
from arkiv.policy.secrets import HiddenPerson
from arkiv.redaction import initials, matching, wording
from arkiv.redaction.folding import FOLD, fold
from arkiv.redaction.initials import _RUN
from arkiv.redaction.lexicon import CAPITAL, WORD, words_in
from arkiv.redaction.skeleton import _CANDIDATE, _QUOTED, _TEXTUAL, _VERBATIM, _is_plain, _specials

EVERY = "".join(map(chr, range(0x110000)))
PIECES = (
    *"abåäöÅÄÖéµßæ²½1 \n\t.,:;-_*`~[](){}<>&%!/\\@|^=+–”‑\u00ad\u00a0\ufffd\u0301АЕоﬁⅤ①𝐀🙂",
    *(
        "A",
        "B.",
        " C ",
        "Anna",
        "Åkerblom",
        "&amp;",
        "%20",
        "&#65;",
        "-\n",
        "[^1]",
        "<b>",
        "](x)",
        "Ã¥",
        "- ",
        "A-B",
    ),
)


def _texts() -> list[str]:
    chance = random.Random(11)
    return ["".join(chance.choices(PIECES, k=chance.randint(1, 40))) for _ in range(20_000)]


TEXTS = _texts()


def test_every_letter_folds_as_its_table_says() -> None:
    assert fold(EVERY) == EVERY.translate(FOLD)
    assert [fold(text) for text in TEXTS] == [text.translate(FOLD) for text in TEXTS]


def test_the_words_of_a_text_are_its_runs_of_letters() -> None:
    plain = re.compile(r"(?:[^\W\d_]|\ufffd)+")
    for text in TEXTS:
        assert words_in(text) == set(WORD.findall(text)) == set(plain.findall(text))


def test_special_parts_are_found_where_a_search_from_the_start_finds_them() -> None:
    for text in TEXTS:
        for special in (_TEXTUAL, _QUOTED, _VERBATIM):
            found = [match.span() for match in special.finditer(text)]
            assert [match.span() for match in _specials(text, special)] == found
            assert not (found and _is_plain(text) and special is not _QUOTED)


def test_a_plain_text_has_nothing_that_anything_special_begins_with() -> None:
    assert _is_plain("Nämnden återkommer i frågan, utan dröjsmål.")
    assert not any(_is_plain(letter) for letter in EVERY if _CANDIDATE.match(letter))


def test_letter_spaced_runs_are_found_only_in_texts_that_may_have_one() -> None:
    spaced = [text for text in TEXTS if matching._SPACED.search(fold(text))]
    assert spaced
    assert all(matching._MAY_BE_SPACED.search(fold(text)) for text in spaced)


def test_initials_begin_where_nothing_stands_before_them() -> None:
    before = re.compile(
        rf"(?<![\w.\-‑&])(?P<said>{CAPITAL}"
        rf"(?:(?:\.[ \u00a0]?|[-‑ \u00a0])?{CAPITAL}){{1,{initials._LONGEST_RUN}}})"
        r"(?P<point>\.(?=[,;)]|\s+[a-zåäö]))?(?P<s>:?s)?(?![\w@]|[-‑&]\w|\s?\d)"
    )
    found = [[match.span() for match in before.finditer(text)] for text in TEXTS]
    assert any(found)
    assert found == [[match.span() for match in _RUN.finditer(text)] for text in TEXTS]


def test_what_is_told_after_a_name_begins_as_is_asked_first() -> None:
    person = HiddenPerson("m-1", ("Anna Ek",), (), Disclosure.ROLE, "jurist", "Norrvik")
    told = ("jurist", "Norrvik", "jurist i Norrvik", "Norrvik, jurist")
    ends = [
        before + one + after
        for before in (", ", ",\n", " (", "(", "\n(")
        for one in told
        for after in (")", ".")
    ]
    found = [text for text in ends if wording._told_after(person).match(text)]
    assert len(found) > len(told)
    assert all(wording._MAY_TELL.match(text) for text in found)


def test_initials_are_found_where_a_search_from_the_start_finds_them() -> None:
    pieces = [
        "K",
        "L",
        "Å",
        "P-O",
        "HvR",
        "KL",
        ".",
        " ",
        "/",
        "@",
        "ma",
        "K. Bergstr.",
        "-gruppen",
        ":s",
        "\n",
        ",",
        "1",
    ]
    chance = random.Random(5)
    texts = ["".join(chance.choices(pieces, k=chance.randint(1, 14))) for _ in range(20_000)]
    for pattern in (initials._RUN, initials._GROWN, initials._MARK, initials._CUT):
        found = [[match.span() for match in pattern.finditer(text)] for text in texts]
        assert found == [
            [match.span() for match in initials._matches(pattern, text, initials._places(text))]
            for text in texts
        ]
        assert any(found)
