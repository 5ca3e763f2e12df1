"""The digest of a site folder: which bytes the audit saw, so that no others are ever published."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from arkiv.variants.errors import DeploymentError, told

MANY_FILES = 2000
"""Files that are worth a process of their own."""

_BLOCK = 1 << 20

T = TypeVar("T")

Mark = tuple[int, int, int]
"""What the system says of a file: its bytes, its time of change in nanoseconds, its number on its disk."""

NOTHING_KNOWN: Mapping[Mark, str] = {}


@dataclass(frozen=True, slots=True)
class Contents:
    """What the files of a folder hold, by their paths in it, and what the system said when they were read."""

    digests: Mapping[str, str]
    marks: Mapping[str, Mark]

    def with_marks(self, changed: Mapping[str, Mark]) -> "Contents":
        """The same where files have been replaced by others that hold the same."""
        return replace(self, marks={**self.marks, **changed})

    def as_json(self) -> str:
        """The same as a file of its own."""
        return json.dumps({path: [digest, *self.marks[path]] for path, digest in self.digests.items()})

    @classmethod
    def from_json(cls, text: str) -> "Contents":
        """What is in such a file.

        Raises:
            ValueError: it is no such file.
        """
        try:
            said = [(path, str(digest), (int(a), int(b), int(c))) for path, [digest, a, b, c] in _items(text)]
        except (AttributeError, TypeError) as error:
            raise ValueError("no list of files") from error
        return cls({path: digest for path, digest, _ in said}, {path: mark for path, _, mark in said})

    @property
    def digest(self) -> str:
        """The `tree_digest` of the folder."""
        return digest_of(self.digests)

    @property
    def seal(self) -> str:
        """The `seal` of the folder, if nobody has touched it since."""
        return _sealed(sorted((os.fsencode(path), mark) for path, mark in self.marks.items()))


def _items(text: str) -> Iterable[tuple[str, Any]]:
    return json.loads(text).items()  # type: ignore[no-any-return]  # what is no list is told by the caller


def tree_digest(folder: Path) -> str:
    """The SHA-256 of every file's path and content, in the order of the paths, as hexadecimal digits.

    Times, owners, modes and empty folders do not count: they are no part of what is served.

    Raises:
        DeploymentError: a file cannot be read, or is no plain file: a link could lead out of the site.
    """
    return contents(folder).digest


def file_digests(folder: Path) -> Mapping[str, str]:
    """The SHA-256 of every file's content, by its path in the folder.

    Raises:
        DeploymentError: as `tree_digest`.
    """
    return contents(folder).digests


def contents(folder: Path, known: Mapping[Mark, str] = NOTHING_KNOWN) -> Contents:
    """What the files of a folder hold, which is read on all cores.

    Args:
        folder: the folder.
        known: the SHA-256 of files that need not be read again, by what the system said of them.

    Raises:
        DeploymentError: as `tree_digest`.
    """
    # Loaded here: a switch, which reads no files, must not wait for it.
    from arkiv.workers import divided

    with told(folder):
        top = os.fsencode(folder)
        marks = {path: mark(entry.stat(follow_symlinks=False)) for path, entry in _files(top)}
        digests = {path: known[said] for path, said in marks.items() if said in known}
        left = [path for path in marks if path not in digests]
        parts = divided(lambda part: _contents(top, part), left, at_least=MANY_FILES)
    for path, content, said in (one for part in parts for one in part):
        digests[path], marks[path] = content, said
    return Contents(_by_text(digests), _by_text(marks))


def _by_text(found: Mapping[bytes, T]) -> dict[str, T]:
    return {os.fsdecode(path): said for path, said in found.items()}


def digest_of(digests: Mapping[str, str]) -> str:
    """The `tree_digest` of a folder with these files."""
    whole = hashlib.sha256()
    for path, content in sorted((os.fsencode(path), content) for path, content in digests.items()):
        # A digest has one length and a path no NUL, so that no two trees give the same stream.
        whole.update(bytes.fromhex(content) + path + b"\0")
    return whole.hexdigest()


def seal(folder: Path) -> str:
    """A digest of what the system says of every file: path, size, time of change, number on its disk.

    Where it is as it was, nobody has written to the files by ordinary means; told in a tenth of the time that
    reading them takes, so that a switch does not wait for it. Empty where it cannot be told.
    """
    try:
        files = _files(os.fsencode(folder))
        return _sealed(sorted((path, mark(entry.stat(follow_symlinks=False))) for path, entry in files))
    except (OSError, DeploymentError):
        return ""


def mark(said: os.stat_result) -> Mark:
    """What of all that the system says of a file tells whether it is as it was."""
    return said.st_size, said.st_mtime_ns, said.st_ino


def _sealed(files: Sequence[tuple[bytes, Mark]]) -> str:
    said = (b"%s\0%d %d %d" % (path, *mark) for path, mark in files)
    return hashlib.sha256(b"\0".join(said)).hexdigest()


def _contents(top: bytes, paths: Sequence[bytes]) -> list[tuple[bytes, str, Mark]]:
    return [(path, *_content(top + b"/" + path)) for path in paths]


def _content(path: bytes) -> tuple[str, Mark]:
    """The SHA-256 of a file, and its mark. Plain calls: a large site has a hundred thousand small files."""
    file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        said = mark(os.fstat(file))
        whole = hashlib.sha256()
        while block := os.read(file, _BLOCK):
            whole.update(block)
        return whole.hexdigest(), said
    finally:
        os.close(file)


def digest_of_file(path: str) -> str:
    """The SHA-256 of a file.

    Raises:
        OSError: it is gone, or cannot be read.
    """
    return _content(os.fsencode(path))[0]


def _files(top: bytes) -> Iterator[tuple[bytes, "os.DirEntry[bytes]"]]:
    """The files of a folder, by their paths in it; the folders in it one after another."""
    left = [b""]
    while left:
        prefix = left.pop()
        with os.scandir(top + b"/" + prefix) as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False):
                    yield prefix + entry.name, entry
                elif entry.is_dir(follow_symlinks=False):
                    left.append(prefix + entry.name + b"/")
                else:
                    where = os.fsdecode(entry.path)
                    raise DeploymentError(where, "is no plain file", "let a site hold files and folders only")
