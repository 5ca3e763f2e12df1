"""The fingerprint changes with everything a build rests on, and with nothing else."""

import os
from pathlib import Path

import pytest

from arkiv import fingerprint as module
from arkiv.fingerprint import fingerprint


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path in ("mkdocs.yml", "docs/a.md", "docs/b/c.pdf", "hooks/arkiv/x.py", "requirements/run.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    monkeypatch.setattr(module, "_PROGRAM", tmp_path / "hooks")
    monkeypatch.setattr(module, "_LOCK", tmp_path / "requirements/run.txt")
    return tmp_path


def _digest(archive: Path) -> str:
    return fingerprint(archive / "mkdocs.yml", archive / "docs")


@pytest.mark.parametrize(
    "path", ["mkdocs.yml", "docs/a.md", "docs/b/c.pdf", "hooks/arkiv/x.py", "requirements/run.txt"]
)
def test_it_changes_with_each_file(archive: Path, path: str) -> None:
    before = _digest(archive)
    (archive / path).write_text("something else")
    changed = _digest(archive)
    (archive / path).unlink()
    assert len({before, changed, _digest(archive)}) == 3


@pytest.mark.parametrize(
    "path", ["docs/new.md", "docs/__pycache__/new.md", "docs/b.pyc", "hooks/arkiv/new.html"]
)
def test_it_changes_with_a_new_file_that_may_be_read(archive: Path, path: str) -> None:
    before = _digest(archive)
    (archive / path).parent.mkdir(exist_ok=True)
    (archive / path).write_text("")
    assert _digest(archive) != before


def test_it_changes_with_a_file_name(archive: Path) -> None:
    before = _digest(archive)
    (archive / "docs/a.md").rename(archive / "docs/d.md")
    assert _digest(archive) != before


@pytest.mark.parametrize(
    "path", ["docs/.dold.md", "docs/.git/x", "hooks/arkiv/__pycache__/x.pyc", "README.md"]
)
def test_it_does_not_change_with_what_no_build_reads(archive: Path, path: str) -> None:
    before = _digest(archive)
    (archive / path).parent.mkdir(exist_ok=True)
    (archive / path).write_text("x")
    assert _digest(archive) == before


def test_it_does_not_depend_on_the_clock_or_on_where_the_archive_lies(archive: Path) -> None:
    before = _digest(archive)
    os.utime(archive / "docs/a.md", (0, 0))
    (archive / "docs").rename(archive / "sidor")
    assert fingerprint(archive / "mkdocs.yml", archive / "sidor") == before


def test_what_is_no_file_is_not_waited_for(archive: Path) -> None:
    before = _digest(archive)
    os.mkfifo(archive / "docs/ror.pdf")
    (archive / "docs/borta.md").symlink_to("ingenstans")
    assert _digest(archive) != before
