"""`./arkiv init` as somebody new meets it: an archive that builds at once."""

import gc
import warnings
from pathlib import Path

import pytest

from arkiv.building import prepare, view
from arkiv.command_line import settings
from arkiv.data.dictionary import is_word
from arkiv.model import Audience
from arkiv.starting import NETWORK
from scripts import init, new


@pytest.fixture(scope="module", autouse=True)
def dictionary() -> None:
    """Load the dictionary first: its package leaves the file to the collector, which warns."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        is_word("ord")
        gc.collect()


def test_the_archive_is_good_at_every_level_for_every_audience(tmp_path: Path) -> None:
    assert init.main([str(tmp_path / "arkiv")]) == 0
    known = settings()
    prepared = prepare(known, tmp_path / "arkiv")
    for audience in Audience:
        for level in known.levels:
            assert view(prepared, audience, level).warnings == ()


def test_the_next_step_that_is_printed_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mitt arkiv"
    init.main([str(folder)])
    said = capsys.readouterr().out
    step = next(line for line in said.splitlines() if line.startswith("next: ./arkiv new "))
    assert f"--network {NETWORK} " in step
    assert step.endswith(f"--docs-dir '{folder}'")
    assert new.main(["--network", NETWORK, "--date", "2026-02-06", "--docs-dir", str(folder)]) == 0
    assert view(prepare(settings(), folder), Audience.INTERNAL, settings().levels.strictest).warnings == ()


def test_neither_the_guide_nor_a_comment_is_on_any_page(tmp_path: Path) -> None:
    init.main([str(tmp_path)])
    new.main(["--network", NETWORK, "--date", "2026-02-06", "--docs-dir", str(tmp_path)])
    assert "KOM I GÅNG" in (tmp_path / "LÄSMIG.txt").read_text(encoding="utf-8")
    seen = view(prepare(settings(), tmp_path), Audience.INTERNAL, settings().levels.order[0])
    assert seen.archive.assets == ()
    text = "\n".join(page.markdown for page in seen.pages)
    assert "Anna Exempel" in text
    for secret in ("KOM I GÅNG", "Så skriver du", "Ett nätverk. Filens namn"):
        assert secret not in text


def test_a_folder_that_is_there_and_empty_will_do(tmp_path: Path) -> None:
    assert init.main([str(tmp_path)]) == 0
    assert (tmp_path / "natverk" / f"{NETWORK}.md").is_file()


@pytest.mark.parametrize("occupant", ["a.md", ".git"])
def test_a_folder_that_is_not_empty_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], occupant: str
) -> None:
    (tmp_path / occupant).write_text("mitt")
    assert init.main([str(tmp_path)]) == 1
    assert "is not empty - give a folder that is new or empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [occupant]


def test_a_file_is_no_folder_for_an_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fil").write_text("mitt")
    assert init.main([str(tmp_path / "fil")]) == 1
    assert init.main([str(tmp_path / "fil" / "under")]) == 1
    assert (tmp_path / "fil").read_text() == "mitt"
    assert "cannot be written" in capsys.readouterr().err
