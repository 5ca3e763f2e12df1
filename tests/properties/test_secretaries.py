"""Archives in the manner of many secretaries: nothing shows who is hidden, and no audit stops them."""

import os
from pathlib import Path

import pytest

from arkiv.building import View, build_site, prepare, view
from arkiv.model import Audience
from arkiv.search.records import records
from arkiv.settings import read_settings
from mkdocs_events import render
from tests.integration.demo import CONFIG
from tests.properties import secretaries

ARCHIVES = range(int(os.environ.get("ARKIV_ARCHIVES", "4")))


def restricted(docs: Path) -> View:
    settings = read_settings(CONFIG)
    return view(prepare(settings, docs), Audience.PUBLIC, settings.levels.get("forsamrat"))


@pytest.mark.parametrize("seed", ARCHIVES)
def test_pages_and_search_records_are_the_same_whoever_is_hidden(tmp_path: Path, seed: int) -> None:
    casts = []
    for cast in (0, 1):
        secretaries.write(tmp_path / str(cast), seed, cast)
        casts.append(restricted(tmp_path / str(cast)))
    one, other = (
        [(page.path, line) for page in cast.pages for line in page.markdown.splitlines()] for cast in casts
    )
    assert one == other
    assert records(casts[0].archive) == records(casts[1].archive)


@pytest.mark.parametrize("seed", ARCHIVES)
def test_an_archive_of_people_whose_names_are_words_passes_its_audit(tmp_path: Path, seed: int) -> None:
    secretaries.write(tmp_path / "docs", seed, seed % 2, words=True)
    build_site(restricted(tmp_path / "docs"), tmp_path / "site", render, lambda _: None)
