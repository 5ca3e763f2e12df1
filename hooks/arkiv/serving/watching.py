"""Seeing that files have changed, by looking: it works on every disk, and with every editor's way to save."""

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

State = frozenset[tuple[str, int, int]]

PAUSE = 0.3
"""Seconds between two looks. Files that keep changing are let be until they stand still for one pause."""

_SHARE = 20
"""A look may take one twentieth of the time, however large the archive is."""


def state(paths: Iterable[Path]) -> State:
    """What files there are, when each was changed (ns) and how large it is (bytes); contents are not read."""
    return frozenset(entry for path in paths for entry in _entries(path))


def _entries(path: Path) -> Iterator[tuple[str, int, int]]:
    for file in _files(path):
        try:
            found = os.stat(file)  # noqa: PTH116 - speed
        except OSError:  # gone between two looks, or a link to nothing
            continue
        yield file, found.st_mtime_ns, found.st_size


def _files(path: Path) -> Iterator[str]:
    if not path.is_dir():
        yield str(path)
        return
    for folder, folders, files in os.walk(path):
        folders[:] = [one for one in folders if one != "__pycache__" and not one.startswith(".")]
        yield from (os.path.join(folder, file) for file in files if not file.startswith("."))  # noqa: PTH118 - speed


class Watch:
    """Calls `changed` when something under the paths has changed and then stood still."""

    def __init__(self, paths: Callable[[], Iterable[Path]], changed: Callable[[], None]) -> None:
        """What is there now is what later looks are compared with."""
        self._paths, self._changed = paths, changed
        self._stopping = threading.Event()
        self._seen = state(paths())
        self._moving = False

    def run(self) -> None:
        """Look until stopped."""
        pause = PAUSE
        while not self._stopping.wait(pause):
            start = time.perf_counter()
            self.look()
            pause = max(PAUSE, _SHARE * (time.perf_counter() - start))

    def look(self) -> None:
        """Look once: a change is told of at the first look that finds no further one."""
        now = state(self._paths())
        if now != self._seen:
            self._seen, self._moving = now, True
        elif self._moving:
            self._moving = False
            self._changed()

    def stop(self) -> None:
        """End `run` at once."""
        self._stopping.set()
