"""The digest of a site folder: which bytes the audit saw, so that no others are ever published."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from arkiv.variants.errors import DeploymentError, told

MANY_FILES = 2000
"""Files that are worth a process of their own."""


def tree_digest(folder: Path) -> str:
    """The SHA-256 of every file's path and content, in the order of the paths, as hexadecimal digits.

    Times, owners, modes and empty folders do not count: they are no part of what is served.

    Raises:
        DeploymentError: a file cannot be read, or is no plain file: a link could lead out of the site.
    """
    return digest_of(file_digests(folder))


def file_digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file's content, by its path in the folder.

    Raises:
        DeploymentError: as `tree_digest`.
    """
    # Loaded here: a switch, which reads no files, must not wait for it.
    from arkiv.workers import divided

    with told(folder):
        parts = divided(_contents, [*_files(os.fsencode(folder), b"")], at_least=MANY_FILES)
        return {os.fsdecode(path): content for part in parts for path, content in part}


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
    whole = hashlib.sha256()
    try:
        for path, file in sorted(_files(os.fsencode(folder), b"")):
            said = os.lstat(file)
            whole.update(path + f"\0{said.st_size} {said.st_mtime_ns} {said.st_ino}\0".encode())
    except (OSError, DeploymentError):
        return ""
    return whole.hexdigest()


def _contents(files: Sequence[tuple[bytes, bytes]]) -> list[tuple[bytes, str]]:
    return [(path, _content(file)) for path, file in files]


def _content(file: bytes) -> str:
    with open(file, "rb") as stream:  # noqa: PTH123 - bytes, as file names are; Path is a third of the time
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _files(folder: bytes, prefix: bytes) -> Iterator[tuple[bytes, bytes]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, prefix + entry.name + b"/")
            elif entry.is_file(follow_symlinks=False):
                yield prefix + entry.name, entry.path
            else:
                where = os.fsdecode(entry.path)
                raise DeploymentError(where, "is no plain file", "let a site hold files and folders only")
