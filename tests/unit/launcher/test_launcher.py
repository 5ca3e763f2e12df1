"""The launcher: help before anything is installed, and clear refusals."""

import importlib.util
import os
import subprocess
import sys
import time
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from arkiv.environment import Environment
from arkiv.launcher import surroundings, unknown

ROOT = Path(__file__).resolve().parents[3]


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
