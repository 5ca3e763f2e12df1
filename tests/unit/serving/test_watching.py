"""When a change of files is seen, and what is none."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from arkiv.serving.watching import Watch


@pytest.fixture
def changes() -> list[str]:
    return []


@pytest.fixture
def watch(tmp_path: Path, changes: list[str]) -> Watch:
    (tmp_path / "moten").mkdir()
    (tmp_path / "moten" / "a.md").write_text("ett")
    return Watch(lambda: (tmp_path / "moten", tmp_path / "mkdocs.yml"), lambda: changes.append("changed"))


def test_nothing_has_changed_at_the_first_look(watch: Watch, changes: list[str]) -> None:
    watch.look()
    watch.look()
    assert changes == []


def saved(folder: Path) -> None:
    (folder / "moten" / "a.md").write_text("tvåå")


def replaced(folder: Path) -> None:
    (folder / "moten" / ".a.md.swp").write_text("två")
    (folder / "moten" / ".a.md.swp").replace(folder / "moten" / "a.md")


def touched(folder: Path) -> None:
    os.utime(folder / "moten" / "a.md", ns=(1, 1))


def renamed(folder: Path) -> None:
    (folder / "moten" / "a.md").rename(folder / "moten" / "b.md")


def removed(folder: Path) -> None:
    (folder / "moten" / "a.md").unlink()


def added(folder: Path) -> None:
    (folder / "moten" / "2026").mkdir()
    (folder / "moten" / "2026" / "ny.md").write_text("ny")


def configured(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: Prov")


@pytest.mark.parametrize("change", [saved, replaced, touched, renamed, removed, added, configured])
def test_every_way_to_change_a_file_is_seen_once(
    watch: Watch, changes: list[str], tmp_path: Path, change: Callable[[Path], None]
) -> None:
    change(tmp_path)
    for _ in range(4):
        watch.look()
    assert changes == ["changed"]


def test_a_change_is_told_of_when_the_files_stand_still(
    watch: Watch, changes: list[str], tmp_path: Path
) -> None:
    for number in range(3):
        (tmp_path / "moten" / f"{number}.md").write_text("ny")
        watch.look()
    assert changes == []
    watch.look()
    assert changes == ["changed"]


def test_what_an_editor_keeps_for_itself_is_no_change(
    watch: Watch, changes: list[str], tmp_path: Path
) -> None:
    (tmp_path / "moten" / ".a.md.swp").write_text("halv")
    (tmp_path / "moten" / ".git").mkdir()
    (tmp_path / "moten" / ".git" / "index").write_text("x")
    watch.look()
    watch.look()
    assert changes == []
