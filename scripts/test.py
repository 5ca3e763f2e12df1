"""Run the tests: ruff, mypy, import-linter and pytest; with arguments, pytest alone with those.

Installs the test tools into .venv on first use (requirements/test.txt). Every step is run even if one fails.
Tests that need a browser use the machine's own Chromium, or the one that the variable ARKIV_CHROMIUM names.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from arkiv.environment import Environment, SetupError

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
CHECKS = {
    "ruff check": [PYTHON, "-m", "ruff", "check", "--quiet", "--output-format", "concise"],
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "--output-format", "concise"],
    "mypy": [PYTHON, "-m", "mypy", "--no-error-summary"],
    "import-linter": [str(Path(PYTHON).with_name("lint-imports")), "--no-logo"],
}
PYTEST = [PYTHON, "-m", "pytest"]
# Two processes; tests that share something costly name a group (xdist_group) and then run in the same one.
ALL_TESTS = ["-n", "2", "--dist", "loadgroup", "--no-header"]


def main(argv: list[str]) -> int:
    """Run all steps, or pytest with `argv`; returns 1 if anything failed."""
    try:
        Environment(ROOT).ensure("test")
    except SetupError as error:
        print(f"arkiv: {error}", file=sys.stderr)
        return 1
    if argv:
        return subprocess.call([*PYTEST, *argv], cwd=ROOT)
    failed = [name for name, call in CHECKS.items() if not passes(name, call)]
    print(f"{'browser':<14} {find_browser() or 'none found: tests that need one are skipped'}", flush=True)
    if subprocess.call([*PYTEST, *ALL_TESTS], cwd=ROOT):
        failed.append("pytest")
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


def passes(name: str, call: list[str]) -> bool:
    """Run one check and print a line about it, and under it what the check said if it failed."""
    began = time.monotonic()
    done = subprocess.run(
        call, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    outcome = "failed" if done.returncode else "ok"
    print(f"{name:<14} {outcome:<6} {time.monotonic() - began:5.1f} s", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


def find_browser() -> str | None:
    """Return the path of the Chromium to test with, or None."""
    names = [os.environ.get("ARKIV_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    return next(filter(None, map(shutil.which, filter(None, names))), None)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
