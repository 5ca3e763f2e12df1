"""The navigation holds what is built, and nothing else."""

import pytest

from arkiv.navigation import existing, menu
from arkiv.pages import GeneratedPage, load_words

PATHS = {"index.md": "", "beslut.md": "", "natverk/index.md": ""}


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


def test_an_entry_without_a_title_has_that_of_the_catalogue_and_a_title_in_mkdocs_yml_wins() -> None:
    pages = {"index.md": "Home", "om.md": ""}
    assert existing(["index.md", "om.md"], pages) == [{"Home": "index.md"}, "om.md"]
    assert existing([{"Start": "index.md"}], pages) == [{"Start": "index.md"}]


@pytest.mark.parametrize(("language", "label"), [("sv", "Beslut"), ("en", "Decisions")])
def test_the_menu_calls_pages_what_the_language_calls_them(language: str, label: str) -> None:
    made = [GeneratedPage("beslut.md", ""), GeneratedPage("om.md", "")]
    assert menu(made, load_words(language)) == {"beslut.md": label, "om.md": ""}
