"""Warnings of the page engine are told without the words of the sources."""

import pytest

from arkiv.engine_warnings import told

_SAID = "leads to no page or heading - correct it, or remove it"


@pytest.mark.parametrize(
    "message",
    [
        "Doc file 'om.md' contains a link '#alva-rotvik', but there is no such anchor on this page.",
        "Doc file 'om.md' contains a link 'a.md#rotvik', but 'a.md' has no anchor '#rotvik'.",
        "Doc file 'om.md' contains an unrecognized relative link 'alva.rotvik', it was left as is.",
        "Doc file 'om.md' contains an absolute link '/alva-rotvik/'. Did you mean 'rotvik.md'?",
    ],
)
def test_a_broken_link_is_told_by_its_page_and_not_by_where_it_leads(message: str) -> None:
    assert told(message) == f"om.md: link: {_SAID}"


def test_of_a_warning_that_nobody_foresaw_no_quoted_word_is_told() -> None:
    assert told("Cannot find 'alva-rotvik'\nin the page of Alva Rotvik") == "Cannot find"
