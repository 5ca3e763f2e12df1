import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from arkiv.model import Audience
from arkiv.variants import Deployment, DeploymentError
from tests.unit.variants.rig import GoLive, Stage

PUBLIC = Audience.PUBLIC

HOLD = """
import sys, time
from pathlib import Path
from arkiv.policy.levels import Level, Levels
from arkiv.variants import Deployment
level = Level("normal", "", "")
with getattr(Deployment(Path(sys.argv[1]), Levels((level,), level)), sys.argv[2])():
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def _held(deployment: Deployment, lock: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds a lock of this deployment until it is killed."""
    call = [sys.executable, "-c", HOLD, str(deployment.layout.site), lock]
    environment = {"PYTHONPATH": ":".join(sys.path)}
    with subprocess.Popen(call, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def _kill_after(event: threading.Event, process: subprocess.Popen[str]) -> None:
    event.wait(5)
    process.kill()


def test_a_second_process_says_that_it_waits_and_gives_up_when_told_to(deployment: Deployment) -> None:
    said: list[str] = []
    second = Deployment(deployment.layout.site, deployment.levels, waiting=said.append, timeout=0.2)
    with _held(deployment, "lock"):
        with pytest.raises(DeploymentError, match="another arkiv is still at work here"):
            second.close(PUBLIC)
        assert len(said) == 1
        assert "waiting for another arkiv" in said[0]


def test_a_lock_ends_with_the_process_that_held_it(deployment: Deployment) -> None:
    waiting = threading.Event()
    second = Deployment(deployment.layout.site, deployment.levels, waiting=lambda _: waiting.set(), timeout=5)
    with _held(deployment, "lock") as process:
        killer = threading.Thread(target=_kill_after, args=(waiting, process))
        killer.start()
        assert second.close(PUBLIC).live.closed
        killer.join()
    assert waiting.is_set()


def test_closing_does_not_wait_for_a_build_in_another_process(deployment: Deployment) -> None:
    with _held(deployment, "building"):
        assert Deployment(deployment.layout.site, deployment.levels, timeout=0).close(PUBLIC).live.closed


def test_two_builds_exclude_each_other(deployment: Deployment) -> None:
    second = Deployment(deployment.layout.site, deployment.levels, timeout=0.1)
    with (
        _held(deployment, "building"),
        pytest.raises(DeploymentError, match="another arkiv"),
        second.building(),
    ):
        raise AssertionError("two builds at once")


def test_reading_waits_for_nobody(deployment: Deployment, go_live: GoLive) -> None:
    go_live("skarpt")
    with _held(deployment, "lock"):
        assert deployment.live(PUBLIC).level == "skarpt"
        assert deployment.status()[0].level.id == "skarpt"


def test_a_build_inside_the_lock_is_a_mistake_in_the_program(deployment: Deployment) -> None:
    with deployment.lock(), pytest.raises(RuntimeError, match="wait for the build"), deployment.building():
        pass


def test_steps_inside_a_held_lock_take_part_in_it(deployment: Deployment, stage: Stage) -> None:
    with deployment.lock():
        deployment.publish(stage("normal"))
        deployment.collect()
    assert deployment.live(PUBLIC).level == "normal"
