"""What is in version control tells nothing of the machines it was made on."""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

# Put together here, so that this file does not hold what it looks for.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
    )
]
FOLDERS = ["/" + folder + "/" for folder in ("root", "work", "opt/wheels", "Users", "home/[a-z]+")]
_VENDORED = ("tests/browser/vendor/",)


@cache
def tracked() -> dict[str, str]:
    """The text of every file in version control, by path."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is no checkout: what is tracked is not known")
    call = [git, "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    listed = subprocess.run(call, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    paths = [path for path in listed.split("\0") if path and not path.startswith(_VENDORED)]
    return {path: text for path in paths if (text := _text(ROOT / path)) is not None}


def _text(path: Path) -> str | None:
    """The text of a file; None for one that is none, or is not there any more."""
    try:
        return path.read_text("utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return None


def holding(pattern: str) -> list[str]:
    """The tracked files in which something stands."""
    return [path for path, text in tracked().items() if re.search(pattern, text)]


def test_the_texts_are_read() -> None:
    assert {"README.md", "hooks/arkiv/model.py", "requirements/run.txt"} <= tracked().keys()


@pytest.mark.parametrize("host", HOSTS)
def test_no_file_names_a_registry(host: str) -> None:
    assert holding(re.escape(host)) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_file_names_a_folder_of_somebodys_machine(folder: str) -> None:
    assert holding(rf"(?<![\w./~)}}>\]*-]){folder}") == []
