"""`./arkiv diff` from the shell."""

import stat
import sys
from pathlib import Path

import pytest

from tests.integration.commands import Terminal
from tests.integration.demo import ROOT
from tests.unit.ledger.comparing import GOLDEN, SMALL


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal."""
    return Terminal(capsys)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A file of one's own."""
    return tmp_path / "ledger.html"


def golden(name: str) -> str:
    """A report as it should be."""
    return (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_it_reports_without_names_and_writes_the_ledger_with_them(terminal: Terminal, output: Path) -> None:
    done = terminal.run("diff", "normal", "forsamrat", "--docs-dir", SMALL, "--output", output)
    assert (done.status, done.err) == (0, "")
    last = f"{output}: the ledger, with names - for internal eyes; remove it when it has been read\n"
    assert done.out == golden("normal-forsamrat") + last
    assert "Malte Grynnefors" in output.read_text("utf-8")
    assert stat.S_IMODE(output.stat().st_mode) == 0o600


@pytest.mark.parametrize("how", ["asked", "terminal"])
def test_names_are_shown_where_asked_for_and_on_a_terminal(
    terminal: Terminal, output: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "terminal":
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    more = ["--show-names"] if how == "asked" else []
    done = terminal.run("diff", "normal", "forsamrat", "--docs-dir", SMALL, "--output", output, *more)
    assert done.out.startswith(golden("normal-forsamrat-names"))


def test_a_level_that_is_not_there_is_a_wrong_call(terminal: Terminal, output: Path) -> None:
    done = terminal.run("diff", "normal", "orolig", "--docs-dir", SMALL, "--output", output)
    assert done.status == 2
    assert "there is no level 'orolig' - give one of: normal, forsamrat, skarpt, hogsta" in done.err
    assert not output.exists()


@pytest.mark.parametrize("place", ["site/ledger.html", "tests/sites/liggare/ledger.html"])
def test_a_ledger_inside_a_site_or_the_archive_is_refused(terminal: Terminal, place: str) -> None:
    done = terminal.run("diff", "normal", "forsamrat", "--docs-dir", SMALL, "--output", ROOT / place)
    assert (done.status, done.out) == (1, "")
    assert "the ledger holds names: give a file in a folder of its own" in done.err
    assert not (ROOT / place).exists()


def test_broken_sources_are_told_without_a_ledger(terminal: Terminal, output: Path) -> None:
    broken = next(path for path in sorted((ROOT / "tests" / "sites_invalid").iterdir()) if path.is_dir())
    done = terminal.run("diff", "normal", "forsamrat", "--docs-dir", broken, "--output", output)
    assert (done.status, done.out) == (1, "")
    assert not output.exists()


def test_a_text_cannot_steer_the_terminal(terminal: Terminal, output: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "natverk").mkdir(parents=True)
    source = (SMALL / "natverk" / "kajer.md").read_text("utf-8")
    (docs / "natverk" / "kajer.md").write_text(source.replace("leder det", "leder \u202edet"), "utf-8")
    done = terminal.run("diff", "normal", "forsamrat", "--docs-dir", docs, "--output", output, "--show-names")
    assert done.status == 0
    assert all(character.isprintable() or character == "\n" for character in done.out)
