"""What came with the programs is known by its bytes, so that a name in it is nobody's."""

from pathlib import Path

import pytest

from arkiv.audit import audit
from arkiv.audit.pinned import is_pinned
from arkiv.policy.secrets import Secrets
from arkiv.search.records import SearchRecord
from arkiv.search.service import index
from tests.unit.audit.people import hidden

RECORD = SearchRecord("a/", "Titel", "Text.", {"title": "Titel"}, {}, {"datum": "2024-01-02"})


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "pagefind"
    index((RECORD,), folder)
    return folder


def test_the_scripts_that_pagefind_writes_are_pagefinds_own(bundle: Path) -> None:
    scripts = sorted(bundle.rglob("*.js"))
    assert [path.name for path in scripts] == ["pagefind-worker.js", "pagefind.js"]
    assert all(is_pinned(path.name, path.read_bytes()) for path in scripts)


def test_a_script_that_somebody_has_added_to_is_read(bundle: Path) -> None:
    changed = (bundle / "pagefind.js").read_bytes() + b"\n// Else\n"
    assert not is_pinned("pagefind.js", changed)


def test_a_hidden_person_who_is_called_like_a_word_of_a_program_stops_no_build(bundle: Path) -> None:
    assert audit(bundle.parent, Secrets(hidden=(hidden("m-1", "Else Åkerblom"),), named=())) == ()
