"""The navigation holds what is built, and nothing else."""

import pytest

from arkiv.navigation import existing

PATHS = frozenset({"index.md", "beslut.md", "natverk/index.md"})


@pytest.mark.parametrize(
    ("entries", "kept"),
    [
        (None, []),
        ([], []),
        (["index.md", "borta.md"], ["index.md"]),
        ([{"Start": "index.md"}, {"Borta": "borta.md"}], [{"Start": "index.md"}]),
        ([{"Del": ["beslut.md", {"Borta": "borta.md"}]}], [{"Del": ["beslut.md"]}]),
        ([{"Del": [{"Del": ["borta.md"]}]}], []),
        (
            [{"Ute": "https://x.example/"}, "https://y.example/"],
            [{"Ute": "https://x.example/"}, "https://y.example/"],
        ),
        ([{"Rot": "/borta/"}, {"Tom": None}], []),
    ],
)
def test_entries_that_are_not_built_are_skipped(entries: object, kept: object) -> None:
    assert existing(entries, PATHS) == kept
