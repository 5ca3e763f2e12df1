"""A text with no sign of markup in it is not looked through for markup, and comes out as if it had been."""

import random
import re

import pytest

from arkiv.projection import markup, writing

NEVER = re.compile("")
SIGNS = (
    *tuple("abå1 \n.,:;-+*_`~|#<>[](){}!&\\^=\"'\x02\x03"),
    "- ",
    "1. ",
    "\n2) ",
    "&amp;",
    "Anna",
    "](x)",
    "`a`",
)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    chance = random.Random(13)
    few = ["".join(chance.choices(SIGNS, k=chance.randint(0, 12))) for _ in range(10_000)]
    return few + ["".join(chance.choices("abå1 \n.,:;-+é", k=chance.randint(0, 12))) for _ in range(5_000)]


def _after(texts: list[str]) -> list[tuple[str, ...]]:
    return [(markup.harmless(text), markup.below_items(text), markup.plain(text)) for text in texts]


def test_nothing_is_missed_for_being_looked_for_first(
    texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = _after(texts)
    for name in ("_MAY_ACT", "_MAY_BE_CODE", "_MARKED"):
        monkeypatch.setattr(markup, name, NEVER)
    assert quick == _after(texts)
    assert any(said[0] != text for said, text in zip(quick, texts, strict=True))


def test_links_are_found_only_in_texts_that_may_have_one(texts: list[str]) -> None:
    patterns = (writing._LINK, writing._DEFINITION, writing._LEFT)
    linked = [text for text in texts if any(pattern.search(text) for pattern in patterns)]
    assert linked
    assert all(writing._MAY_LINK.search(text) for text in linked)
