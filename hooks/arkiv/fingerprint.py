"""A digest of all that a build rests on: sources, rule, program, locked packages."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_PROGRAM = Path(__file__).resolve().parents[1]
_LOCK = _PROGRAM.parent / "requirements" / "run.txt"


def fingerprint(config_file: Path, docs_dir: Path) -> str:
    """The digest as hexadecimal; equal only if every file is, by name and content."""
    return _digest(_files(config_file, docs_dir))


def _digest(files: Iterable[tuple[str, str]]) -> str:
    digest = hashlib.sha256()
    for path, name in files:
        digest.update(f"{name}\0{_content(path)}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def digest(*texts: str) -> str:
    """One digest of several texts."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogateescape")).hexdigest()


@cache
def program() -> str:
    """The digest of this program and of the packages it is locked to, as they were when first asked for."""
    return _digest(_program())


def _files(config_file: Path, docs_dir: Path) -> Iterator[tuple[str, str]]:
    yield os.fspath(config_file), "config"
    yield from _program()
    yield from _below(docs_dir, "docs")


def _program() -> Iterator[tuple[str, str]]:
    yield os.fspath(_LOCK), "lock"
    yield from (one for one in _below(_PROGRAM, "program") if not _is_compiled(one[1]))


def _below(root: Path, name: str) -> Iterator[tuple[str, str]]:
    """All files in an order of their own. Texts and no paths: a switch waits for this."""
    top = os.fspath(root)
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        shown = (name + folder[len(top) :]).replace(os.sep, "/")
        for file in sorted(one for one in files if not one.startswith(".")):
            yield f"{folder}{os.sep}{file}", f"{shown}/{file}"


def _is_compiled(name: str) -> bool:
    """What Python keeps of a program it has run."""
    return name.endswith(".pyc") or "/__pycache__/" in name


def _content(path: str) -> str:
    """The digest of a file's bytes; what cannot be read is told, with a remedy, when it is read for real."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - a text, as in `_below`
            return "no file"  # a pipe, say, which to open would wait for ever
        with open(path, "rb") as stream:  # noqa: PTH123 - as above
            return hashlib.sha256(stream.read()).hexdigest()
    except FileNotFoundError:
        return "no file"
    except OSError:
        return "unreadable"
