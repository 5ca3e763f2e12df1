"""A `.venv` is believed only when it is whole, and made by one launcher at a time."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from arkiv import installation
from arkiv.environment import Environment, SetupError
from arkiv.launcher import main, surroundings

ROOT = Path(__file__).resolve().parents[3]


def test_a_finished_installation_is_not_done_again(
    installed: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation, "install", None)

    installed.ensure("run")


def test_the_stamp_lists_the_locked_packages_only(installed: Environment) -> None:
    stamp = json.loads(installed.stamp("run").read_text())

    assert stamp["installed"] == ["alpha-1.0.dist-info", "beta_two-2.0.dist-info"]


def test_a_changed_lock_is_not_installed_yet(installed: Environment) -> None:
    lock = installed.lock("run")
    lock.write_text(lock.read_text().replace("1.0", "1.1"))

    assert not installed.holds("run")


def test_a_removed_package_is_not_installed(installed: Environment) -> None:
    (installed.folder / "lib" / "site-packages" / "beta_two-2.0.dist-info").rmdir()

    assert not installed.holds("run")


def test_a_package_that_somebody_added_or_removed_of_their_own_changes_nothing(
    installed: Environment,
) -> None:
    (installed.folder / "lib" / "site-packages" / "extra-3.0.dist-info").rmdir()

    assert installed.holds("run")


def test_another_interpreter_behind_the_venv_is_not_the_one_installed_for(installed: Environment) -> None:
    installed.python.unlink()
    installed.python.symlink_to("/bin/sh")

    assert not installed.holds("run")


@pytest.mark.parametrize("content", ["", "{}", '{"lock": "1"'])
def test_an_unfinished_stamp_is_not_believed(installed: Environment, content: str) -> None:
    installed.stamp("run").write_text(content)

    assert not installed.holds("run")


@pytest.mark.parametrize("name", ["venv", "run", "test"])
def test_a_venv_in_which_an_installation_was_cut_off_is_made_anew(installed: Environment, name: str) -> None:
    installed.stamp(name).write_text("{}")

    assert installation.site_packages(installed) is None


def test_an_installation_that_fails_leaves_no_stamp_that_is_believed_and_says_what_to_do(
    installed: Environment, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    failing = [sys.executable, "-c", "print('no route to host'); raise SystemExit(1)"]
    monkeypatch.setattr(installation, "command", lambda *_: failing)
    monkeypatch.setattr(installation, "site_packages", lambda _: installed.folder)
    lock = installed.lock("run")
    lock.write_text(lock.read_text().replace("1.0", "1.1"))

    assert main(["build"], installed.root) == 1

    said = capfd.readouterr().err
    assert "arkiv: installing 2 packages of requirements/run.txt" in said
    assert "arkiv: the packages could not be installed - check the network" in said
    assert "no route to host" in said
    assert "Traceback" not in said
    assert not installed.holds("run")


def test_a_package_with_another_hash_is_not_taken_for_a_network_failure() -> None:
    said = installation.failure(
        ["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n"]
    )

    assert "not the one that was locked: do not go on" in said


def test_a_venv_that_cannot_be_made_is_removed_and_explained(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_base_executable", shutil.which("false"), raising=False)

    with pytest.raises(SetupError, match=r"could not make \.venv with .* - on Debian and Ubuntu"):
        installation.make(Environment(checkout))
    assert not (checkout / ".venv").exists()


def test_a_venv_made_anew_keeps_nothing_of_the_old_one(
    installed: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV", "uv")  # then it is made without pip, which takes no time

    packages = installation.make(installed)

    assert packages == installation.site_packages(installed)
    assert list(packages.iterdir()) == []
    assert list(installed.folder.glob("arkiv-*")) == []


def test_progress_is_said_at_every_quarter_of_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"Collecting p{n}\n" for n in range(8)] + ["Installing collected packages\n"]

    assert list(installation.shown(lines, 8)) == lines
    assert capsys.readouterr().err.splitlines() == ["arkiv:   2 of 8", "arkiv:   4 of 8", "arkiv:   6 of 8"]


def test_what_a_user_set_for_pip_decides_how_packages_are_reached_and_not_where_they_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("PIP_INDEX_URL", "PIP_TARGET", "PIP_USER", "PIP_CONSTRAINT", "PIP_NO_BINARY"):
        monkeypatch.setenv(name, "1")

    kept = installation.variables()

    assert "PIP_INDEX_URL" in kept
    assert not {"PIP_TARGET", "PIP_USER", "PIP_CONSTRAINT", "PIP_NO_BINARY"} & kept.keys()


def test_uv_installs_where_uv_runs_the_launcher(
    installed: Environment, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("UV", "/opt/uv")

    call = installation.command(installed, "run", tmp_path)

    assert call[:5] == ["/opt/uv", "pip", "install", "--python", str(installed.python)]
    assert "--require-hashes" in call


def test_pip_installs_where_there_is_pip(
    installed: Environment, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("UV", raising=False)
    (tmp_path / "pip").mkdir()

    call = installation.command(installed, "run", tmp_path)

    assert call[:4] == [str(installed.python), "-m", "pip", "install"]
    assert {"--require-hashes", "--no-deps", "--only-binary=:all:"} <= set(call)


def hold(environment: Environment) -> subprocess.Popen[str]:
    """A process that takes the installer's lock, says so, and keeps it until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(environment.root)],
        env=surroundings(ROOT),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


HOLD = """
import sys
from pathlib import Path
from arkiv.environment import Environment
with Environment(Path(sys.argv[1])).alone():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_launcher_waits_for_the_first_and_a_killed_one_holds_nobody_up(
    installed: Environment,
) -> None:
    with hold(installed) as first:
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        with hold(installed) as second:
            assert second.stdout
            assert second.stderr
            assert "another arkiv is installing" in second.stderr.readline()
            first.kill()
            assert second.stdout.readline() == "held\n"
            second.communicate(timeout=20)
        first.communicate(timeout=20)
