"""Locks that end with the process that holds them, so that no crash leaves one behind.

They are `flock`s on files and folders that stay where they are. A worker forked while a lock is held holds
it too, until it ends; programs that are started (`exec`) do not.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from arkiv.variants.errors import DeploymentError, told

_PAUSE = 0.05  # seconds between two tries


@contextmanager
def exclusive(path: Path, waiting: Callable[[], None], timeout: float | None) -> Iterator[None]:
    """Hold the lock in the file `path`, which is made if missing; `waiting` is called once if another has it.

    Args:
        path: the lock file.
        waiting: tells a person why nothing happens.
        timeout: seconds to wait at most; None for as long as it takes.

    Raises:
        DeploymentError: the file cannot be made, or the time ran out.
    """
    with told(path):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not _taken(descriptor, fcntl.LOCK_EX):
            waiting()
            _wait(descriptor, path, timeout)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def in_use(folder: Path) -> Iterator[None]:
    """Keep a folder from being collected while this process lives and reads or fills it.

    Raises:
        OSError: the folder is gone.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        yield
    finally:
        os.close(descriptor)


def is_in_use(folder: Path) -> bool:
    """Tell whether some living process uses this folder."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        return not _taken(descriptor, fcntl.LOCK_EX)
    finally:
        os.close(descriptor)


def _wait(descriptor: int, path: Path, timeout: float | None) -> None:
    end = None if timeout is None else time.monotonic() + timeout
    while not _taken(descriptor, fcntl.LOCK_EX):
        if end is not None and time.monotonic() >= end:
            raise DeploymentError(
                path, "another arkiv is still at work here", "wait for it to end and run again"
            )
        time.sleep(_PAUSE)


def _taken(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
