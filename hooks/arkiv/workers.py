"""Work beside work: forked processes, which start with everything their parent has and hand back a result.

Nothing is sent to them, so an archive of any size costs no time to share. What fails in one fails in the
parent, with the same exception.
"""

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Generic, TypeVar

from arkiv.problems import Refusal

T = TypeVar("T")
R = TypeVar("R")

CORES = min(os.cpu_count() or 1, 8)
"""Processes at a time; more would take more memory and little less time."""


class WorkerLost(Refusal):
    """A process ended without a result: killed, as a rule because memory ran out."""

    def __init__(self) -> None:
        super().__init__(
            "a process that arkiv started was ended from outside - free some memory and run again"
        )


class Beside(Generic[R]):
    """A task that runs in a process of its own from now on.

    It ends with its parent, however that ends: it has inherited the parent's locks, and a build that was
    killed must not keep the next one waiting.
    """

    def __init__(self, task: Callable[[], R]) -> None:
        context = get_context("fork")
        self._receiving, sending = context.Pipe(duplex=False)
        watched, self._alive = os.pipe()
        ends = (self._receiving.fileno(), self._alive)
        self._process: BaseProcess = context.Process(target=_run, args=(task, sending, watched, ends))
        self._process.start()
        sending.close()
        os.close(watched)

    def result(self) -> R:
        """Wait for the task; its result.

        Raises:
            WorkerLost: the process was ended from outside.
            Exception: what the task raised.
        """
        try:
            done: R | BaseException = pickle.loads(self._receiving.recv_bytes())  # noqa: S301 - our own child
        except EOFError:
            raise WorkerLost from None
        finally:
            self._close()
        if isinstance(done, BaseException):
            raise done
        return done

    def stop(self) -> None:
        """End the process without its result, if that has not been asked for."""
        if not self._receiving.closed:
            self._process.kill()
            self._close()

    def _close(self) -> None:
        self._process.join()
        self._receiving.close()
        os.close(self._alive)


@contextmanager
def beside(task: Callable[[], object]) -> Iterator[None]:
    """Run a task beside what is done in this context, which ends when both have. Raises what either does."""
    other = Beside(task)
    try:
        yield
    except BaseException:
        other.stop()
        raise
    other.result()


def _run(task: Callable[[], R], sending: Connection, watched: int, ends: Iterable[int]) -> None:
    for end in ends:
        os.close(end)
    Thread(target=_end_with_parent, args=(watched,), daemon=True).start()
    try:
        done: R | BaseException = task()
    except BaseException as error:  # noqa: BLE001 - the parent raises it
        done = error
    sending.send_bytes(_packed(done))


def _end_with_parent(watched: int) -> None:
    """Wait for the parent to be gone, which closes its end of the pipe, and go too."""
    os.read(watched, 1)
    os._exit(1)


def _packed(done: object) -> bytes:
    """A result as bytes. An exception that cannot be sent is told by its kind: its text may hold a name."""
    try:
        packed = pickle.dumps(done)
        pickle.loads(packed)  # noqa: S301 - an exception may pack and not unpack
    except Exception:
        if not isinstance(done, BaseException):
            raise
        return pickle.dumps(RuntimeError(type(done).__name__))
    return packed


def divided(work: Callable[[Sequence[T]], R], items: Sequence[T], *, at_least: int) -> list[R]:
    """The results of `work` on contiguous parts of `items`, in order, one part a core.

    Args:
        work: is called in this process where there is one part, else in a process for each.
        items: what is to be done.
        at_least: the items that are worth a process of their own.

    Raises:
        WorkerLost, Exception: as `Beside.result`.
    """
    count = max(1, min(CORES, len(items) // at_least))
    ends = [len(items) * part // count for part in range(count + 1)]
    parts = [items[start:end] for start, end in pairwise(ends)]
    if count == 1:
        return [work(part) for part in parts]
    return _together([lambda part=part: work(part) for part in parts])  # type: ignore[misc]


def drawn(work: Callable[[Iterable[T]], R], items: Sequence[T], *, processes: int) -> list[R]:
    """The results of `work` in several processes, each of which draws an item when it is done with the last.

    So they end together, however unlike the items are. Which process has which item is left to chance, and
    a process reads the items that it has in their order.

    Args:
        work: is called in this process first, and in each of the others.
        items: what is to be done, the largest first.
        processes: at most so many, and no more than there are cores.

    Raises:
        WorkerLost, Exception: as `Beside.result`.
    """
    count = max(1, min(CORES, processes))
    if count == 1:
        return [work(items)]
    lots = [items[first::_MOST_LOTS] for first in range(min(len(items), _MOST_LOTS))]
    reading, writing = os.pipe()
    try:
        os.write(writing, b"".join(number.to_bytes(_LOT_SIZE, "big") for number in range(len(lots))))
        os.close(writing)
        return _together([lambda: work(_draw(lots, reading))] * count)
    finally:
        os.close(reading)


_LOT_SIZE, _MOST_LOTS = 2, 2**15
"""Bytes of a lot's number, and how many numbers a pipe holds at once."""


def _draw(lots: Sequence[Sequence[T]], reading: int) -> Iterator[T]:
    """The items of the lots that nobody else has drawn: a number leaves the pipe once."""
    while number := os.read(reading, _LOT_SIZE):
        yield from lots[int.from_bytes(number, "big")]


def _together(tasks: Sequence[Callable[[], R]]) -> list[R]:
    """The results of some tasks in order, the first of them done in this process and the others beside it."""
    others = [Beside(task) for task in tasks[1:]]
    try:
        return [tasks[0](), *(other.result() for other in others)]
    except BaseException:
        for other in others:
            other.stop()
        raise
