"""Work divided among processes gives what one would, and no process outlives the one that began it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from arkiv import workers
from arkiv.problems import Refusal
from arkiv.workers import Beside, WorkerLost, beside, divided


@pytest.fixture(autouse=True)
def _four_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "CORES", 4)


def test_parts_come_back_in_order() -> None:
    parts = divided(lambda part: (os.getpid(), list(part)), range(10), at_least=2)
    assert [number for _, part in parts for number in part] == list(range(10))
    assert len({process for process, _ in parts}) == 4


def test_little_work_stays_in_one_process() -> None:
    assert divided(lambda part: os.getpid(), range(10), at_least=6) == [os.getpid()]
    assert divided(list, [], at_least=6) == [[]]


def test_what_fails_in_a_process_fails_here() -> None:
    def work(part: range) -> int:
        if 9 in part:
            raise Refusal("a.md:1: date: is no date - write one")
        return len(part)

    with pytest.raises(Refusal, match="is no date - write one"):
        divided(work, range(10), at_least=2)  # type: ignore[arg-type]


def test_an_exception_that_cannot_be_sent_is_told_by_its_kind_alone() -> None:
    class Odd(Exception):
        def __init__(self, one: str, two: str) -> None:
            super().__init__(f"{one} Hemligsson {two}")

    def work() -> None:
        raise Odd("a", "b")

    with pytest.raises(RuntimeError, match=r"^Odd$"):
        Beside(work).result()


def test_a_process_that_is_ended_from_outside_is_a_refusal_with_a_remedy() -> None:
    with pytest.raises(WorkerLost, match="free some memory and run again"):
        Beside(lambda: os.kill(os.getpid(), signal.SIGKILL)).result()


def test_a_task_can_be_stopped() -> None:
    started = time.monotonic()
    Beside(lambda: time.sleep(60)).stop()
    assert time.monotonic() - started < 30


def test_both_sides_of_a_context_are_done_when_it_ends(tmp_path: Path) -> None:
    with beside(lambda: (tmp_path / "bredvid").write_text("klart", "utf-8")):
        (tmp_path / "här").write_text("klart", "utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {"bredvid", "här"}


def test_a_failure_on_either_side_ends_both() -> None:
    with pytest.raises(Refusal, match="full"), beside(lambda: _refuse("the disk is full - free some space")):
        pass
    started = time.monotonic()
    with pytest.raises(ValueError, match="here"), beside(lambda: time.sleep(60)):
        raise ValueError("here")
    assert time.monotonic() - started < 30


def _refuse(what: str) -> None:
    raise Refusal(what)


PARENT = """
import os, sys, time
from arkiv.workers import Beside

def task():
    print(os.getpid(), flush=True)
    time.sleep(60)

one, two = Beside(task), Beside(task)
time.sleep(60)
"""


def test_no_process_outlives_the_one_that_began_it(tmp_path: Path) -> None:
    """A lock that the parent held when it forked is held by the child too, until that ends."""
    environment = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], env=environment, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        children = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    for child in children:
        _await_end(child)


def _await_end(process: int) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return
        if state == "Z":  # ended, and not yet waited for by the machine's first process
            return
        time.sleep(0.02)
    raise AssertionError("a process outlived its parent")
