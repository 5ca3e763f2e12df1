"""Bad input, through the real command: told whole, without a traceback, and nothing is published.

A new kind of bad input is a new folder in tests/sites_invalid, with the exact errors in expected.txt. Its
rule is that of the repository's mkdocs.yml, unless the folder has one of its own.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from arkiv import command_line
from scripts import build

ROOT = Path(__file__).parents[2]
SITES = ROOT / "tests/sites_invalid"
CASES = sorted(path.name for path in SITES.iterdir())
NAMES = ("alva", "rotvik", "lundmark")


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A site folder with something live in it."""
    variant = tmp_path / "site/.variants/000001-public-normal/site"
    variant.mkdir(parents=True)
    (variant / "index.html").write_text("live")
    (tmp_path / "site/public").symlink_to(".variants/000001-public-normal/site")
    return tmp_path / "site"


def _content(folder: Path) -> dict[str, bytes | None]:
    paths = sorted(folder.rglob("*"))
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in paths}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_told_whole_and_nothing_is_published(
    case: str, live: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = SITES / case
    if (folder / "mkdocs.yml").exists():
        monkeypatch.setattr(command_line, "ROOT", folder)
    before = _content(live / "public/")
    status = build.main(["--docs-dir", str(folder / "docs"), "--site-dir", str(live)])
    output = capsys.readouterr()
    assert (status, output.out) == (1, "")
    assert output.err == (folder / "expected.txt").read_text(encoding="utf-8")
    assert _content(live / "public/") == before
    assert {path.name for path in live.iterdir()} == {".variants", "public"}
    assert [path.name for path in (live / ".variants").glob("*-public-*")] == ["000001-public-normal"]


@pytest.mark.parametrize("case", CASES)
def test_the_errors_that_are_expected_hold_no_name_and_say_what_to_do(case: str) -> None:
    lines = (SITES / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        place, line_number, *said = line.split(":", 2)
        assert line_number.isdigit(), line
        assert " - " in said[0], line
        assert not any(name in said[0].lower() for name in NAMES), line
        assert place.removeprefix("../") != "/"


def test_the_command_itself_ends_with_one_and_no_traceback(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "scripts/build.py",
        "--docs-dir",
        str(SITES / "deep_nesting/docs"),
        "--site-dir",
        str(tmp_path / "site"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (SITES / "deep_nesting/expected.txt").read_text(encoding="utf-8")
    assert not (tmp_path / "site/public").exists()


def test_a_level_that_is_no_level_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--level", "okand", "--site-dir", str(tmp_path / "site")]) == 2
    assert "give one of: normal, forsamrat, skarpt, hogsta" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
