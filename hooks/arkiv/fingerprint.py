"""A digest of all that a build rests on: sources, rule, program, locked packages."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

_PROGRAM = Path(__file__).resolve().parents[1]
_LOCK = _PROGRAM.parent / "requirements" / "run.txt"


def fingerprint(config_file: Path, docs_dir: Path) -> str:
    """The digest as hexadecimal; equal only if every file is, by name and content."""
    digest = hashlib.sha256()
    for path, name in _files(config_file, docs_dir):
        try:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            content = "unreadable"  # reading it for real will say so, with a remedy
        digest.update(f"{name}\0{content}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _files(config_file: Path, docs_dir: Path) -> Iterator[tuple[Path, str]]:
    yield config_file, "config"
    yield _LOCK, "lock"
    yield from _below(_PROGRAM, "program")
    yield from _below(docs_dir, "docs")


def _below(root: Path, name: str) -> Iterator[tuple[Path, str]]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(one for one in folders if one != "__pycache__" and not one.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and not file.endswith(".pyc"):
                path = Path(folder, file)
                yield path, f"{name}/{path.relative_to(root).as_posix()}"
