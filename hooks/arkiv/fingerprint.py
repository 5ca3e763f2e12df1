"""A digest of all that a build rests on: sources, rule, program, locked packages."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_PROGRAM = Path(__file__).resolve().parents[1]
_LOCK = _PROGRAM.parent / "requirements" / "run.txt"


def fingerprint(config_file: Path, docs_dir: Path) -> str:
    """The digest as hexadecimal; equal only if every file is, by name and content."""
    return _digest(_files(config_file, docs_dir))


def _digest(files: Iterable[tuple[Path, str]]) -> str:
    digest = hashlib.sha256()
    for path, name in files:
        content = _content(path)
        digest.update(f"{name}\0{content}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def digest(*texts: str) -> str:
    """One digest of several texts."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogateescape")).hexdigest()


@cache
def program() -> str:
    """The digest of this program and of the packages it is locked to, as they were when first asked for."""
    return _digest(_program())


def _files(config_file: Path, docs_dir: Path) -> Iterator[tuple[Path, str]]:
    yield config_file, "config"
    yield from _program()
    yield from _below(docs_dir, "docs")


def _program() -> Iterator[tuple[Path, str]]:
    yield _LOCK, "lock"
    yield from (one for one in _below(_PROGRAM, "program") if not _is_compiled(one[0]))


def _below(root: Path, name: str) -> Iterator[tuple[Path, str]]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for file in sorted(one for one in files if not one.startswith(".")):
            path = Path(folder, file)
            yield path, f"{name}/{path.relative_to(root).as_posix()}"


def _is_compiled(path: Path) -> bool:
    """What Python keeps of a program it has run."""
    return path.suffix == ".pyc" or path.parent.name == "__pycache__"


def _content(path: Path) -> str:
    """The digest of a file's bytes; what cannot be read is told, with a remedy, when it is read for real."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "no file"
    except OSError:
        return "unreadable"
