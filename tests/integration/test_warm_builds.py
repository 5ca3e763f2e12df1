"""A build that uses what earlier builds have made has the bytes of one that starts from nothing."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import mkdocs_events
from arkiv import fingerprint
from arkiv.audit.site import _Audit
from arkiv.building import View
from arkiv.model import Audience
from arkiv.publication import Publication
from arkiv.search import service
from arkiv.search.records import SearchRecord
from arkiv.settings import read_settings
from arkiv.variants import Deployment, Published
from tests.integration.demo import CONFIG, load_dictionary, tree

pytestmark = pytest.mark.xdist_group("warm")

NETWORK = """---
kind: network
name: Hamnnätverket
members:
  - {id: h-1, name: Torborg Sälgrund, organization: Norrsund, role: hamnchef}
  - {id: h-2, name: Eskil Vrånghult, organization: Södersund, role: lots}
visibility:
  public: {normal: named, forsamrat: role, skarpt: unnamed, hogsta: withheld}
---
Om hamnarna.
"""
MINUTES = """---
kind: minutes
network: hamn
date: 2024-05-0{day}
status: approved
present:
  - {{name: Torborg Sälgrund, organization: Norrsund, role: hamnchef}}
  - {{name: Eskil Vrånghult, organization: Södersund, role: lots}}
---
## 1. Farleden

Torborg berättar om farleden, del {day}. Kajen vid Brasken rustas. Mohlander ställer frågor.

**Beslut:** Farleden muddras.
"""
Change = Callable[[Path], object]


def replaced(path: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        file = root / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    return change


def written(path: str, text: str) -> Change:
    def change(root: Path) -> None:
        (root / path).write_text(text, "utf-8")

    return change


def at_one_time(root: Path, change: Change) -> None:
    """Make a change that the file's time does not show, as a clock that is set back does."""
    times = (root / FIRST).stat()
    change(root)
    os.utime(root / FIRST, ns=(times.st_atime_ns, times.st_mtime_ns))


FIRST = "docs/moten/2024/2024-05-01-hamn.md"
NET = "docs/natverk/hamn.md"
MEMBER = "  - {id: h-2"
CHANGES: dict[str, Change] = {
    "nothing": lambda root: None,
    "words of minutes": replaced(FIRST, "muddras", "fördjupas"),
    "words of minutes, at the same time and as long": lambda root: at_one_time(
        root, replaced(FIRST, "muddras", "rustas.")
    ),
    "minutes that are new": written("docs/moten/2024/2024-05-09-hamn.md", MINUTES.format(day=9)),
    "minutes that are gone": lambda root: (root / FIRST).unlink(),
    "an alias": replaced(NET, "role: hamnchef", "role: hamnchef, other_names: [Brasken]"),
    "a member that nobody named before": replaced(
        NET, MEMBER, "  - {id: h-3, name: Farled Muddrén, organization: Kaj}\n" + MEMBER
    ),
    "a member who became protected": replaced(NET, "role: lots", "role: lots, protected: true"),
    "somebody nobody registered, named in full": replaced(
        FIRST, "Torborg berättar", "Rektor Sixten Mohlander ser på. Torborg berättar"
    ),
    "a member's role": replaced(NET, "role: lots", "role: överlots"),
    "minutes under another name": lambda root: (
        (root / FIRST).rename(root / FIRST.replace("05-01", "05-07")),
        replaced(FIRST.replace("05-01", "05-07"), "2024-05-01", "2024-05-07")(root),
    ),
    "an attachment": written("docs/bilaga.txt", "Kartan."),
    "a cell of the rule": replaced(NET, "forsamrat: role", "forsamrat: unnamed"),
    "a level's meaning": replaced("mkdocs.yml", "Säkerhetsläget är försämrat.", "Läget är ett annat."),
    "a template": replaced("theme/partials/footer.html", "arkiv-footer__name", "arkiv-footer__namn"),
    "a picture of the theme": replaced("theme/assets/images/arkiv.svg", "<svg", "<svg id='ny'"),
    "a word settled as no name": written("docs/namn.yml", "names:\n  - {name: Brasken, is: not-a-name}\n"),
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Sources, configuration and theme, all to be changed."""
    load_dictionary()
    root = tmp_path / "arkivet"
    for day in range(1, 4):
        target = root / f"docs/moten/2024/2024-05-0{day}-hamn.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(MINUTES.format(day=day), "utf-8")
    (root / "docs/natverk").mkdir()
    (root / NET).write_text(NETWORK, "utf-8")
    (root / "docs/index.md").write_text("# Hamnarna\n", "utf-8")
    shutil.copytree(CONFIG.parent / "hooks/arkiv/theme", root / "theme")
    text = CONFIG.read_text("utf-8").replace("hooks/arkiv/theme", str(root / "theme"))
    hook = CONFIG.parent / "hooks/mkdocs_events.py"
    (root / "mkdocs.yml").write_text(text.replace("hooks/mkdocs_events.py", str(hook)), "utf-8")
    return root


def build(root: Path, site: Path, level: str = "forsamrat") -> dict[str, str]:
    """What is live after a build."""
    settings = read_settings(root / "mkdocs.yml")
    publication = Publication(
        settings=settings,
        docs_dir=root / "docs",
        deployment=Deployment(site, settings.levels),
        render=mkdocs_events.render,
        say=lambda _: None,
        warn=lambda _: None,
    )
    made = publication.build(Audience.PUBLIC, settings.levels.get(level))
    assert isinstance(publication.publish(made), Published)
    return tree(site / "public")


@pytest.mark.parametrize("change", CHANGES)
def test_a_warm_build_has_the_bytes_of_a_cold_one(archive: Path, tmp_path: Path, change: str) -> None:
    before = build(archive, tmp_path / "warm")
    CHANGES[change](archive)
    warm = build(archive, tmp_path / "warm")
    cold = build(archive, tmp_path / "cold")
    assert [path for path in warm.keys() | cold.keys() if warm.get(path) != cold.get(path)] == []
    assert (warm == before) == (change in ("nothing", "a word settled as no name", "an attachment"))


@pytest.mark.parametrize("damage", ["cut off", "a bit flipped"])
def test_a_damaged_memory_changes_no_byte(archive: Path, tmp_path: Path, damage: str) -> None:
    before = build(archive, tmp_path / "site")
    kept = [*(tmp_path / "site/.variants/store/memory").iterdir()]
    assert len(kept) > 2
    for file in kept:
        data = file.read_bytes()
        file.write_bytes(data[:-9] if damage == "cut off" else data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
    assert build(archive, tmp_path / "site") == before


def test_another_version_of_a_package_makes_everything_anew(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed = counted(monkeypatch)
    build(archive, tmp_path / "site")
    once = len(indexed)
    lock = tmp_path / "run.txt"
    lock.write_text("pagefind-bin==9.9.9\n", "utf-8")
    monkeypatch.setattr(fingerprint, "_LOCK", lock)
    fingerprint.program.cache_clear()
    try:
        build(archive, tmp_path / "site")
    finally:
        fingerprint.program.cache_clear()
    assert len(indexed) == 2 * once


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many records were indexed each time that something was."""
    found: list[int] = []
    index = service.index

    def noted(records: tuple[SearchRecord, ...], target: Path, *, language: str) -> None:
        found.append(len(records))
        index(records, target, language=language)

    monkeypatch.setattr("arkiv.building.index", noted)
    monkeypatch.setattr("arkiv.building.beside", here)
    return found


def here(task: Callable[[], object]) -> "Here":
    """In this process, where it can be counted."""
    return Here(task)


class Here:
    def __init__(self, task: Callable[[], object]) -> None:
        self._task = task

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self._task()


def test_what_has_not_changed_is_neither_indexed_nor_audited_again(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed = counted(monkeypatch)
    read: list[str] = []
    judged = _Audit._read

    def noted(audit: _Audit, path: str, data: bytes) -> None:
        read.append(path)
        judged(audit, path, data)

    monkeypatch.setattr(_Audit, "_read", noted)
    build(archive, tmp_path / "site")
    all_read, all_indexed = len(read), len(indexed)
    replaced(FIRST, "del 1", "del ett")(archive)
    build(archive, tmp_path / "site")
    again = read[all_read:]
    assert "moten/2024/2024-05-01-hamn/index.html" in again
    assert not [path for path in again if "05-02" in path or "05-03" in path or path.startswith("assets/")]
    assert len(indexed) == all_indexed + 1
    assert all(count < 15 for count in indexed)


def test_a_live_site_is_not_changed_by_builds_that_share_its_files(archive: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(archive, site, "hogsta")
    live = (site / "public").resolve()
    before = tree(live)
    stages = [read_settings(archive / "mkdocs.yml").levels.get(level) for level in ("normal", "skarpt")]
    for level in stages:
        replaced(FIRST, "del 1", f"del 1 ({level.id})") if level.id == "normal" else None
        stage(archive, site, level.id)
    assert tree(live) == before
    shared = [path for path in live.rglob("*") if path.is_file() and path.stat().st_nlink > 2]
    assert shared


def stage(root: Path, site: Path, level: str) -> None:
    settings = read_settings(root / "mkdocs.yml")
    publication = Publication(
        settings, root / "docs", Deployment(site, settings.levels), mkdocs_events.render, _silent, _silent
    )
    publication.build(Audience.PUBLIC, settings.levels.get(level))


def _silent(_: object) -> None:
    pass


def test_a_first_name_that_becomes_hidden_stops_no_build_and_is_gone_everywhere(
    archive: Path, tmp_path: Path
) -> None:
    """What was audited with the names of yesterday is audited with those of today."""
    assert any(holds(tmp_path, build(archive, tmp_path / "site"), "Brasken"))
    CHANGES["an alias"](archive)
    assert not any(holds(tmp_path, build(archive, tmp_path / "site"), "Brasken"))


def holds(tmp_path: Path, paths: dict[str, str], word: str) -> list[str]:
    pages = (path for path in paths if re.search(r"\.(html|xml)$", path))
    return [path for path in pages if word in (tmp_path / "site/public" / path).read_text("utf-8")]


def test_an_engine_s_warnings_are_told_by_a_warm_build_too(archive: Path, tmp_path: Path) -> None:
    replaced(FIRST, "Farleden muddras.", "Se [planen](saknas.md).")(archive)
    told = [warnings(archive, tmp_path / "site") for _ in range(2)]
    assert told[0] == told[1] != []


def warnings(root: Path, site: Path) -> list[str]:
    settings, found = read_settings(root / "mkdocs.yml"), list[str]()
    deployment = Deployment(site, settings.levels)
    render: Callable[[View, Path], tuple[str, ...]] = mkdocs_events.render
    publication = Publication(
        settings, root / "docs", deployment, render, _silent, lambda one: found.append(str(one))
    )
    publication.build(Audience.PUBLIC, settings.levels.get("normal"))
    return found
