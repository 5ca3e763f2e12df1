"""A preview from start to end: its threads and its temporary folder, which nothing of is left."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from arkiv.serving.bench import Bench
from arkiv.serving.choices import Choice
from arkiv.serving.server import PreviewServer
from arkiv.serving.watching import Watch
from arkiv.serving.workshop import Workshop

PATIENCE = 10.0
"""Seconds to wait for a build that is under way when the preview ends."""


def serve(bench: Bench, first: Choice, port: int, announce: Callable[[str], None]) -> None:
    """Show the preview until interrupted; `announce` is told where it is.

    Raises:
        PortTaken: the port cannot be had.
        KeyboardInterrupt: it was interrupted; nothing of it is left.
    """
    with session(bench, first, port, announce) as server:
        server.serve_forever()


@contextmanager
def session(
    bench: Bench, first: Choice, port: int, announce: Callable[[str], None] = lambda _: None
) -> Iterator[PreviewServer]:
    """A server that is bound, with its workshop at work on the first choice, for as long as this lasts.

    Raises:
        PortTaken: the port cannot be had.
    """
    # The folder is readable by this user only; a preview may show what is internal.
    with TemporaryDirectory(prefix="arkiv-preview-", ignore_cleanup_errors=True) as folder:
        workshop = Workshop(bench.make, Path(folder), bench.say)
        with PreviewServer(port, bench, workshop, first) as server:
            watch = Watch(bench.watched, workshop.changed)
            workshop.shown(first)
            announce(server.url)  # before the threads, which have things to say too
            with _at_work(watch.run, watch.stop), _at_work(workshop.run, workshop.stop):
                yield server


@contextmanager
def _at_work(run: Callable[[], None], stop: Callable[[], None]) -> Iterator[None]:
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop()
        thread.join(PATIENCE)
