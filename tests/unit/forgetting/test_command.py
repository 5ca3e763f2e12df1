"""`./arkiv forget` from the shell."""

from pathlib import Path
from shutil import copytree

import pytest

from arkiv.command_line import ROOT
from arkiv.settings import CONFIG_FILE, read_settings
from arkiv.variants import Deployment
from tests.integration.commands import Terminal
from tests.unit.ledger.comparing import SMALL


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal."""
    return Terminal(capsys)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the small archive."""
    return copytree(SMALL, tmp_path / "docs")


def test_without_a_yes_nothing_is_changed(
    terminal: Terminal, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    done = terminal.run("forget", "k-2", "--docs-dir", docs)
    assert done.status == 1
    assert "Replace k-2 in 6 places in 3 files? Nobody is there to ask - run it again with --yes" in done.err
    assert "Malte Grynnefors" in (docs / "natverk" / "kajer.md").read_text("utf-8")


@pytest.mark.parametrize(("answer", "status"), [("j", 0), ("nej", 1), ("", 1)])
def test_it_asks_on_a_terminal(
    terminal: Terminal, docs: Path, monkeypatch: pytest.MonkeyPatch, answer: str, status: int
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert terminal.run("forget", "k-2", "--docs-dir", docs).status == status
    kept = "Malte Grynnefors" in (docs / "natverk" / "kajer.md").read_text("utf-8")
    assert kept is bool(status)


def test_with_a_yes_it_is_done_and_no_name_is_printed(terminal: Terminal, docs: Path) -> None:
    done = terminal.run("forget", "Malte Grynnefors", "--docs-dir", docs, "--yes")
    assert done.status == 0
    assert done.out.endswith("k-2: replaced in 6 places in 3 files\n")
    assert "Grynnefors" not in done.said
    again = terminal.run("forget", "Malte Grynnefors", "--docs-dir", docs, "--yes")
    assert "stands here" not in again.out
    assert "its name tells the person - rename it by hand" in again.out


def test_what_builds_have_kept_is_forgotten_too(terminal: Terminal, docs: Path, tmp_path: Path) -> None:
    memory = Deployment(tmp_path / "site", read_settings(ROOT / CONFIG_FILE).levels).store.memory
    memory.recall("texts").text("who", "", lambda: "Malte Grynnefors")
    memory.keep()
    where = ("--docs-dir", docs, "--site-dir", tmp_path / "site")
    done = terminal.run("forget", "k-2", *where, "--yes")
    assert (done.status, "the next build takes longer" in done.err) == (0, True)
    assert not [*(tmp_path / "site/.variants/store/memory").iterdir()]


def test_somebody_who_is_not_there_is_a_wrong_call_and_is_not_repeated(
    terminal: Terminal, docs: Path
) -> None:
    done = terminal.run("forget", "Nils Ingenstans", "--docs-dir", docs, "--yes")
    assert done.status == 2
    assert "there is nobody with this id or name" in done.err
    assert "Nils" not in done.said
