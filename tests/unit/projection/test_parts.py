"""Meetings projected on several cores are those projected on one."""

from pathlib import Path

import pytest

from arkiv.bench.corpus import write_archive
from arkiv.building import prepare, view
from arkiv.model import Audience
from arkiv.projection import projecting
from arkiv.settings import read_settings

ROOT = Path(__file__).resolve().parents[3]


def test_nothing_changes_where_the_meetings_are_divided(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    write_archive(docs, 24, 40)
    for path in sorted((docs / "moten").rglob("*.md"))[::5]:
        (path.parent / f"{path.stem}.txt").write_text("En bilaga.", "utf-8")
        head = f"attachments: [{{file: {path.stem}.txt, title: Bilaga}}]\npresent:"
        path.write_text(path.read_text("utf-8").replace("present:", head) + "\n[x](borta.md)\n", "utf-8")
    settings = read_settings(ROOT / "mkdocs.yml")
    prepared = prepare(settings, docs)
    level = settings.levels.order[1]
    together = view(prepared, Audience.PUBLIC, level)
    monkeypatch.setattr(projecting, "_PART", 3)
    divided = view(prepared, Audience.PUBLIC, level)
    assert together.archive.assets
    assert any(one.field == "link" for one in together.warnings), {one.field for one in together.warnings}
    assert (divided.archive, divided.warnings) == (together.archive, together.warnings)
