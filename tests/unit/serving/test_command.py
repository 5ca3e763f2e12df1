"""`./arkiv serve` from outside: how it begins, what it refuses, and that it ends without a trace."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from arkiv.starting import STARTER

ROOT = Path(__file__).parents[3]


def call(*arguments: str) -> list[str]:
    return [sys.executable, "-P", str(ROOT / "scripts" / "serve.py"), "--docs-dir", str(STARTER), *arguments]


def surroundings(temporary: Path) -> dict[str, str]:
    own = {"PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    return os.environ | own | {"TMPDIR": str(temporary)}


def refused(temporary: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A call that ends by itself."""
    return subprocess.run(
        call(*arguments), env=surroundings(temporary), capture_output=True, text=True, timeout=60, check=False
    )


@contextmanager
def preview(temporary: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A preview in a process of its own, and its port."""
    with subprocess.Popen(
        call("--port", "0", "--level", "normal"),
        env=surroundings(temporary),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            assert process.stdout
            said = re.fullmatch(
                r"preview on http://127\.0\.0\.1:(\d+)/ - Ctrl-C ends it\n", process.stdout.readline()
            )
            assert said
            yield process, int(said[1])
        finally:
            process.kill()


def first_page(port: int) -> bytes:
    """The start page, as soon as it is there."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/")
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        if answer.status != 503:
            return content
        time.sleep(0.1)
    raise AssertionError("it is never made")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_it_shows_a_site_that_was_never_built_and_ends_well_without_a_trace(
    tmp_path: Path, name: str
) -> None:
    with preview(tmp_path) as (process, port):
        assert b"<h1" in first_page(port)
        [folder] = tmp_path.iterdir()
        assert folder.stat().st_mode & 0o077 == 0
        process.send_signal(getattr(signal, name))
        assert process.wait(30) == 0
        assert process.stderr
        said = process.stderr.read()
    assert "Traceback" not in said
    assert said.endswith("the preview has ended\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_it_ends_well_in_the_middle_of_a_build(tmp_path: Path) -> None:
    with preview(tmp_path) as (process, _):
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_taken_is_told_without_a_traceback(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = refused(tmp_path, "--port", str(port))
    assert done.returncode == 1
    assert (
        done.stderr
        == f"arkiv: port {port} is taken - give another with --port, or --port 0 for any that is free\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "wrong", [("--port", "70000"), ("--port", "x"), ("--level", "nej"), ("--audience", "x")]
)
def test_a_wrong_call_is_told_as_one(tmp_path: Path, wrong: tuple[str, str]) -> None:
    done = refused(tmp_path, *wrong)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
