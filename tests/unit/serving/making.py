"""A workshop that makes sites at once, of words that the test gives, and a server of it."""

import http.client
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from arkiv.model import Audience, Place
from arkiv.policy.levels import Level, Levels
from arkiv.serving.choices import Choice
from arkiv.settings import Settings

LAX, STRICT = Level("lugnt", "Lugnt läge", "Allt visas."), Level("skarpt", "Skarpt läge", "Lite visas.")
LEVELS = Levels((LAX, STRICT), LAX)
PUBLIC = Choice(Audience.PUBLIC, "lugnt")
INTERNAL = Choice(Audience.INTERNAL, "skarpt")


def settings(folder: Path) -> Settings:
    """Two levels, and no file that has to be there."""
    return Settings(LEVELS, {}, Place("mkdocs.yml"), folder, "Prov", "", "sv", folder / "mkdocs.yml")


@dataclass
class Maker:
    """Makes sites of one page, or fails with `error`; remembers what it was asked for.

    While `gate` is closed, whoever makes a site waits in the middle of it.
    """

    error: Exception | None = None
    warnings: tuple[str, ...] = ()
    made: list[tuple[Choice, int]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    at_once: int = 0

    def __post_init__(self) -> None:
        self.gate.set()

    def __call__(self, choice: Choice, folder: Path, sources: int) -> tuple[str, ...]:
        self.at_once += 1
        assert self.at_once == 1, "two builds at once"
        self.made.append((choice, sources))
        folder.mkdir()
        page = f"<html><body><h1>{choice} {sources}</h1></body></html>"
        (folder / "index.html").write_text(page, encoding="utf-8")
        self.begun.set()
        assert self.gate.wait(10)
        self.at_once -= 1
        if self.error:
            raise self.error
        return self.warnings


@contextmanager
def working(run: Callable[[], None], stop: Callable[[], None]) -> Iterator[None]:
    """A thread that runs for as long as this lasts."""
    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        stop()
        thread.join(10)
        assert not thread.is_alive()


@dataclass
class Answer:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()


@dataclass
class Client:
    """Asks a server exactly what it is told to."""

    port: int

    def __call__(self, path: str, *, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()
