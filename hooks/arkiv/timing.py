"""What is told while something is done: what it was, and the seconds that it took."""

import time
from collections.abc import Callable

Say = Callable[[str], None]


class timed:  # noqa: N801 - reads as the statement it is
    """Say what is being done when it is done, with its time in seconds."""

    def __init__(self, say: Say, what: str) -> None:
        self._say, self._what = say, what

    def __enter__(self) -> None:
        self._start = time.perf_counter()

    def __exit__(self, failed: object, *_: object) -> None:
        if failed is None:
            self._say(f"{self._what:<34}{time.perf_counter() - self._start:6.1f} s")
