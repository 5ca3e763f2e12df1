"""A text that means nothing to Markdown is not escaped, and comes out as if it had been."""

import random

import pytest

from arkiv.pages import markdown
from arkiv.pages.markdown import escape

SIGNS = (*tuple("abå1٣ \n\t.,:;-+*_`~|#<>[](){}!&\\=\x00\x85\xa0\u2003\u2028"), "  ", "&amp;", "1.", "Anna")


def test_escaping_does_the_same_where_it_was_not_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(14)
    texts = ["".join(chance.choices(SIGNS, k=chance.randint(0, 8))) for _ in range(20_000)]
    quick = [escape(text) for text in texts]
    monkeypatch.setattr(markdown, "_is_plain", lambda _: False)
    assert quick == [escape(text) for text in texts]
    assert {said == text for said, text in zip(quick, texts, strict=True)} == {True, False}
