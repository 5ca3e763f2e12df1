"""The words of a Markdown text, as a search or a feed shows them."""

import pytest

from arkiv.projection.markup import plain


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("## Rubrik\n\n- **ett** `två`\n- [tre](x.md)", "Rubrik ett två tre"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ("text[^1]\n\n[^1]: not", "text not"),
        ("![bildtext](x.png) &amp; <b>fet</b>", "bildtext & fet"),
        ("en\\*stjärna snake_case", "en*stjärna snake_case"),
        ("```\nkod\n```", "kod"),
        ("Citat:\n\n> sagt", "Citat: sagt"),
    ],
)
def test_plain_text_is_what_a_reader_sees(source: str, words: str) -> None:
    assert plain(source) == words
