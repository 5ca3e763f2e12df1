"""The checkout's `.venv`: made on first use from a hash-locked list, left alone while that list is the same.

A stamp in `.venv` tells which lock was installed. It is written last, so that an installation that was cut
off is never taken for a finished one, and it is believed only while the packages it lists are still there.
"""

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path


class SetupError(Exception):
    """`.venv` could not be made; the message says why and what to do."""


class Environment:
    """The `.venv` of the checkout at `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def ensure(self, name: str) -> None:
        """Install `requirements/<name>.txt`, unless that has been done.

        Raises:
            SetupError: it could not be done; nothing is then taken for installed.
        """
        if self.holds(name):
            return
        with self.alone() as descriptor:
            if not self.holds(name):  # another launcher may have done it while this one waited
                from arkiv.installation import install

                install(self, name, descriptor)

    def holds(self, name: str) -> bool:
        """Tell whether exactly this lock is installed, and nothing of it has been removed since."""
        try:
            stamp = json.loads(self.stamp(name).read_bytes())
            there = {path.name for path in (self.folder / stamp["packages"]).iterdir()}
            return self.state(name).items() <= stamp.items() and there.issuperset(stamp["installed"])
        except (OSError, ValueError, LookupError):  # no stamp, or the empty one of an unfinished installation
            return False

    def state(self, name: str) -> dict[str, str]:
        """Return what an installation depends on: the lock, and the interpreter behind `.venv`."""
        digest = hashlib.sha256(self.lock(name).read_bytes()).hexdigest()
        return {"lock": digest, "python": str(self.python.resolve(strict=True))}

    def lock(self, name: str) -> Path:
        """Return the file of a lock."""
        return self.root / "requirements" / f"{name}.txt"

    def stamp(self, name: str) -> Path:
        """Return the file that tells that a lock has been installed."""
        return self.folder / f"arkiv-{name}.json"

    @contextlib.contextmanager
    def alone(self) -> Iterator[int]:
        """Keep other launchers of this checkout waiting; gives the descriptor that holds the lock.

        What is locked is a file that is there anyway, and the lock ends with the processes that hold it, so
        a crash leaves nothing behind.
        """
        with self.lock("run").open("rb") as file:
            wait_for_lock(file.fileno())
            yield file.fileno()


def wait_for_lock(descriptor: int) -> None:
    """Take the lock on an open file, and say so if another process has it. Windows has no such lock."""
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("arkiv: another arkiv is installing into .venv; waiting for it", file=sys.stderr)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
