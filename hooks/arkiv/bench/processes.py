"""Whole commands, timed as a user meets them: a new process each, from its start to its end."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SHOWN = 2000


class BenchError(Exception):
    """A command that was to be timed has failed; the text says which, and its last words."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Wall-clock seconds, and the greatest resident memory in bytes of the process or one of its children."""

    seconds: float
    peak: int

    def __add__(self, other: "Timed") -> "Timed":
        """One after the other."""
        return Timed(self.seconds + other.seconds, max(self.peak, other.peak))


def timed(calls: Sequence[Sequence[str]], variables: Mapping[str, str] | None = None) -> Timed:
    """Run commands one after the other.

    Raises:
        BenchError: one of them failed.
    """
    total = Timed(0.0, 0)
    for call in calls:
        total += _timed(call, {**os.environ, "NO_MKDOCS_2_WARNING": "1", **(variables or {})})
    return total


def _timed(call: Sequence[str], environment: Mapping[str, str]) -> Timed:
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(call, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise BenchError(f"{call[0]}: {said.read().decode('utf-8', 'replace')[-_SHOWN:]}")
    kilo = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes on macOS, kilobytes elsewhere
    return Timed(seconds, usage.ru_maxrss * kilo)
