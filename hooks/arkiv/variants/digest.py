"""The digest of a site folder: which bytes the audit saw, so that no others are ever published."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from arkiv.variants.errors import DeploymentError, told


def tree_digest(folder: Path) -> str:
    """The SHA-256 of every file's path and content, in the order of the paths, as hexadecimal digits.

    Times, owners, modes and empty folders do not count: they are no part of what is served.

    Raises:
        DeploymentError: a file cannot be read, or is no plain file: a link could lead out of the site.
    """
    whole = hashlib.sha256()
    with told(folder):
        for path, file in sorted(_files(os.fsencode(folder), b"")):
            # A digest has one length and a path no NUL, so that no two trees give the same stream.
            whole.update(_content(file) + path + b"\0")
    return whole.hexdigest()


def _content(file: bytes) -> bytes:
    with open(file, "rb") as stream:  # noqa: PTH123 - bytes, as file names are; Path is a third of the time
        return hashlib.file_digest(stream, "sha256").digest()


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
