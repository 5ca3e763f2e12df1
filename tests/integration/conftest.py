"""What tests of commands run on: a terminal, a small archive, a site folder of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.commands import Terminal
from tests.integration.demo import DOCS, prepared


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Iterator[Terminal]:
    """A terminal on which, whatever is run, nobody's name is ever printed."""
    made = Terminal(capsys)
    yield made
    people = prepared().people.individuals
    printed = {one.id for one in people for said in (*one.names, *one.contacts) if said in made.everything}
    assert not printed


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A whole archive that builds fast: one network, its newest minutes, a start page."""
    folder = tmp_path / "docs"
    for name in (
        "natverk/skolchefer.md",
        "moten/2026/2026-09-09-skolchefer.md",
        "moten/2024/2024-05-17-kommunchefer.md",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text((DOCS / name).read_text("utf-8"), "utf-8")
    (folder / "natverk/kommunchefer.md").write_text(
        (DOCS / "natverk/kommunchefer.md").read_text("utf-8"), "utf-8"
    )
    (folder / "index.md").write_text("Välkommen.\n", "utf-8")
    return folder


@pytest.fixture
def where(tmp_path: Path, small: Path) -> list[object]:
    """The options that say which archive and which site."""
    return ["--docs-dir", small, "--site-dir", tmp_path / "site"]
