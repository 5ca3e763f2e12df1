"""Records -> a search bundle, by the `--service` protocol of the Pagefind binary.

The wheel's own Python API sleeps a tenth of a second for every record, so the protocol is spoken here:
each message is JSON in Base64 and ends with a comma, and each has one answer. A message is sent when the
last one has been answered: neither pipe can then fill while both sides write, and of the records no more
than one is ever held here.
"""

import base64
import json
import os
import selectors
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pagefind_bin  # type: ignore[import-untyped]  # the wheel has no types

from arkiv.problems import Refusal
from arkiv.search.bundle import UNUSED, BundleError, canonicalise, verify
from arkiv.search.records import SearchRecord

ANSWER_SECONDS = 900
"""How long one answer may take before the binary counts as hung; to pack 30,000 records takes a minute."""

EXIT_SECONDS = 30
"""How long the binary may take to end after its input has."""

Progress = Callable[[int, int], None]


class SearchError(Refusal):
    """The search index could not be made; the message says why and what to do."""


def index(
    records: Iterable[SearchRecord],
    target: Path,
    *,
    language: str = "sv",
    progress: Progress | None = None,
) -> None:
    """Make the search bundle of the records in the folder `target`, replacing what is there.

    The same records in the same order give the same bytes. `language` is an ISO 639-1 code and decides
    the stemming; `progress` is called with how many records are done, and of how many.

    Raises:
        SearchError: nothing usable came out; `target` is then as it was.
    """
    found = _distinct(tuple(records))
    target.parent.mkdir(parents=True, exist_ok=True)
    # Pagefind leaves old fragments in a folder that exists, and with them what was hidden since.
    with tempfile.TemporaryDirectory(prefix=".search-", dir=target.parent) as scratch:
        fresh = Path(scratch) / "bundle"
        _write(found, fresh, language, progress)
        try:
            canonicalise(fresh)
            verify(fresh, len(found))
        except BundleError as error:
            raise SearchError(f"{error} - build again; if it stays, the versions do not match") from error
        _replace(target, fresh, Path(scratch) / "old")


def _distinct(records: tuple[SearchRecord, ...]) -> tuple[SearchRecord, ...]:
    """Refuse two records with one address: two that are quite equal make Pagefind 1.5.2 loop for ever."""
    seen: set[str] = set()
    for record in records:
        if record.url in seen:
            raise SearchError(f"two search records have the address {record.url} - give each its own anchor")
        seen.add(record.url)
    return records


def _write(records: tuple[SearchRecord, ...], folder: Path, language: str, progress: Progress | None) -> None:
    with _service() as service:
        number = service.ask({"type": "NewIndex", "config": {"force_language": language}})["index_id"]
        for done, record in enumerate(records, start=1):
            service.ask({"type": "AddRecord", "index_id": number, **_payload(record, language)})
            if progress:
                progress(done, len(records))
        files = service.ask({"type": "GetFiles", "index_id": number})["files"]
    try:
        _lay_out(files, folder)
    except OSError as error:
        raise SearchError(
            f"the search index cannot be written ({error.strerror}) - make room, then build again"
        ) from error


def _payload(record: SearchRecord, language: str) -> Mapping[str, object]:
    return {
        "url": record.url,
        "content": record.content,
        "language": language,
        "meta": dict(record.meta),
        "filters": {name: list(values) for name, values in record.filters.items()},
        "sort": dict(record.sort),
    }


def _lay_out(files: Iterable[Mapping[str, str]], folder: Path) -> None:
    """Write what Pagefind has made, but for its own interfaces.

    Its own writing has a thread a file, all in one folder, which takes the system three times as long.
    """
    kept = [file for file in files if file["path"] not in UNUSED]
    for inside in {Path(file["path"]).parent for file in kept}:
        (folder / inside).mkdir(parents=True, exist_ok=True)
    for file in kept:
        (folder / file["path"]).write_bytes(base64.b64decode(file["content"]))


def _replace(target: Path, fresh: Path, old: Path) -> None:
    if target.exists():
        target.rename(old)
    fresh.rename(target)


class _Service:
    """A running Pagefind; `ask` sends one message and gives its answer."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin
        assert process.stdout
        self._stdin: IO[bytes] = process.stdin
        self._stdout = process.stdout.fileno()
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._stdout, selectors.EVENT_READ)
        self._last = 0

    def ask(self, payload: Mapping[str, object]) -> Mapping[str, Any]:
        self._last += 1
        message = json.dumps({"message_id": self._last, "payload": payload}).encode()
        try:
            self._stdin.write(base64.b64encode(message) + b",")
            self._stdin.flush()
        except OSError as error:
            raise SearchError(_stopped("stopped before it was done")) from error
        return self._checked(json.loads(base64.b64decode(self._answer())))

    def _answer(self) -> bytes:
        answer = bytearray()
        while not answer.endswith(b","):
            if not self._selector.select(ANSWER_SECONDS):
                raise SearchError(_stopped(f"gave no answer in {ANSWER_SECONDS} seconds"))
            part = os.read(self._stdout, 1 << 16)
            if not part:
                raise SearchError(_stopped("stopped before it was done"))
            answer += part
        return bytes(answer[:-1])

    def _checked(self, answer: Mapping[str, Any]) -> Mapping[str, Any]:
        payload: Mapping[str, Any] = answer["payload"]
        if payload["type"] == "Error":
            # Its `original_message` is what was sent, whole documents at worst: that stays out of the log.
            raise SearchError(_stopped(f"refused message {self._last}: {payload['message']}"))
        if answer["message_id"] != self._last:
            raise SearchError(_stopped(f"answered another message than {self._last}"))
        return payload

    def close(self) -> None:
        self._selector.close()


def _stopped(what: str) -> str:
    return f"Pagefind {what} - build again; if it stays, reinstall pagefind-bin or free some memory"


@contextmanager
def _service() -> Iterator[_Service]:
    process = _launch()
    service = _Service(process)
    try:
        yield service
    except BaseException:
        process.kill()
        raise
    finally:
        service.close()
        _shut(process)


def _launch() -> subprocess.Popen[bytes]:
    """Start the binary of the wheel, which is pinned and has a hash, and never one that is on the PATH."""
    try:
        binary = pagefind_bin.get_executable()
        return subprocess.Popen(
            [str(binary), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise SearchError(f"Pagefind cannot be started ({error}) - reinstall pagefind-bin") from error


def _shut(process: subprocess.Popen[bytes]) -> None:
    """End the binary: it stops by itself when its input does, and is stopped when it does not."""
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.close()
    except OSError:
        process.kill()
    try:
        process.wait(timeout=EXIT_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
