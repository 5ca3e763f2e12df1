"""The launcher: help before anything is installed, clear refusals, and a `.venv` believed only when whole."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from arkiv import installation
from arkiv.environment import Environment, SetupError
from arkiv.launcher import main, surroundings, unknown

ROOT = Path(__file__).resolve().parents[2]
LOCK = (
    "alpha==1.0 \\\n    --hash=sha256:00\nBeta.Two==2.0 ; sys_platform != 'win32' \\\n    --hash=sha256:11\n"
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with two commands of its own, and the launcher's real files."""
    shutil.copy(ROOT / "arkiv", tmp_path / "arkiv")
    (tmp_path / "hooks" / "arkiv").mkdir(parents=True)
    for name in ("__init__", "launcher", "environment", "installation"):
        shutil.copy(ROOT / "hooks" / "arkiv" / f"{name}.py", tmp_path / "hooks" / "arkiv")
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "build.py").write_text('"""Build it.\n\nAt length."""\nraise RuntimeError\n')
    (tmp_path / "scripts" / "aside.py").write_text(
        '"""Stand aside."""\nimport sys\nsys.exit(int(sys.argv[1]))\n'
    )
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text(LOCK)
    return tmp_path


@pytest.fixture
def installed(checkout: Path) -> Environment:
    """The same checkout with a `.venv` that counts as installed, though its packages are empty folders."""
    environment = Environment(checkout)
    packages = environment.folder / "lib" / "site-packages"
    for folder in ("alpha-1.0.dist-info", "beta_two-2.0.dist-info", "extra-3.0.dist-info"):
        (packages / folder).mkdir(parents=True)
    environment.python.parent.mkdir(exist_ok=True)
    environment.python.symlink_to(sys.executable)
    installation.finish(environment, "run", packages)
    return environment


def call(checkout: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, checkout / "arkiv", *words],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.environ["PATH"]},
    )


def script() -> ModuleType:
    loader = SourceFileLoader("arkiv_script", str(ROOT / "arkiv"))
    spec = importlib.util.spec_from_loader("arkiv_script", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_help_lists_the_commands_without_running_or_installing_anything(checkout: Path) -> None:
    done = call(checkout, "--help")

    assert done.returncode == 0
    assert done.stdout.splitlines()[2:4] == ["  build  Build it.", "  aside  Stand aside."]
    assert not (checkout / ".venv").exists()


def test_help_is_shown_in_well_under_a_second(checkout: Path) -> None:
    began = time.monotonic()
    call(checkout, "--help")

    assert time.monotonic() - began < 1


def test_no_command_shows_the_help_and_is_a_wrong_call(checkout: Path) -> None:
    done = call(checkout)

    assert (done.returncode, done.stdout[:6]) == (2, "usage:")


@pytest.mark.parametrize("word", ["biuld", "../arkiv", "build.py", "--version"])
def test_a_word_that_is_no_command_is_a_wrong_call_and_installs_nothing(checkout: Path, word: str) -> None:
    done = call(checkout, word)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"arkiv: no such command ({word}) - ")
    assert not (checkout / ".venv").exists()


def test_a_misspelt_command_is_answered_with_the_nearest() -> None:
    assert unknown("biuld", ["build", "switch"]).endswith("- did you mean build?")


def test_every_command_of_the_product_has_a_summary_for_the_help() -> None:
    lines = call(ROOT, "--help").stdout.splitlines()
    listed = dict(line.split(maxsplit=1) for line in lines if line.startswith("  "))

    assert listed.keys() == {path.stem for path in (ROOT / "scripts").glob("*.py")}


def test_a_python_that_is_too_old_is_told_what_to_do() -> None:
    refusal = script().refusal

    assert refusal((3, 11, 0), "python3") == refusal((3, 12, 1), "python3") == refusal((4, 0, 0), "x") == ""
    assert refusal((3, 9, 2), "/usr/bin/python3").startswith(
        "arkiv: needs Python 3.11 or later, and this is Python 3.9.2 (/usr/bin/python3) - install"
    )


def test_the_script_can_be_read_by_a_python_that_is_too_old_to_run_it() -> None:
    import ast

    ast.parse((ROOT / "arkiv").read_text(encoding="utf-8"), feature_version=(3, 4))


def test_a_command_becomes_the_process_and_its_exit_status_is_the_launchers(installed: Environment) -> None:
    assert call(installed.root, "aside", "7").returncode == 7


def test_a_command_sees_the_package_and_not_what_the_user_has_on_the_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    variables = surroundings(tmp_path)

    assert variables["PYTHONPATH"] == str(tmp_path / "hooks")
    assert "PYTHONHOME" not in variables
    assert variables["NO_MKDOCS_2_WARNING"] == "1"


def test_a_finished_installation_is_not_done_again(
    installed: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation, "install", None)

    installed.ensure("run")


def test_the_stamp_lists_the_locked_packages_only(installed: Environment) -> None:
    stamp = json.loads(installed.stamp("run").read_text())

    assert stamp["installed"] == ["alpha-1.0.dist-info", "beta_two-2.0.dist-info"]


def test_a_changed_lock_is_not_installed_yet(installed: Environment) -> None:
    installed.lock("run").write_text(LOCK.replace("1.0", "1.1"))

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
    installed.lock("run").write_text(LOCK.replace("1.0", "1.1"))

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
