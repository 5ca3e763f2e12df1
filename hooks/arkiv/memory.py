"""What functions of texts gave in earlier builds, so that a text which has not changed is not read again.

    memory/<name>   a SHA-256 of the rest, then: what all of it depends on, and results by their arguments

Nothing here is believed: a file is used only if it is what its digest says, was made by this very program and
from the same names, and it is read as plain values, which can run nothing. Losing any of it costs time and
nothing else. It may hold names that are hidden elsewhere, so it is closed to other accounts.
"""

import hashlib
import io
import os
import pickle
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Never, TypeVar

from arkiv.fingerprint import digest, program

R = TypeVar("R")

_DIGEST = 32
_TEMPORARY = ".new-"

Results = dict[bytes, Any]


def key(*said: str) -> bytes:
    """A digest of several texts, in which none can be taken for the end of another."""
    return key_of_bytes(*(one.encode("utf-8", "surrogatepass") for one in said))


def key_of_bytes(*said: bytes) -> bytes:
    """As `key`, of what is no text."""
    made = hashlib.blake2b(digest_size=20)
    for data in said:
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.digest()


@lru_cache(maxsize=1024)
def key_of(some: frozenset[str], and_said: str) -> str:
    """A digest of a set that many texts share, and of what is said beside it, as text."""
    return key(and_said, *sorted(some)).hex()


def _never(_: str) -> bool:
    return False


class Recall:
    """The results of one function: those of the last build, and those that this one has asked for.

    What `doubts` says of a text is made anew: where results depend on more than their key, it knows the texts
    for which that has changed. `beside` is kept with the results, as plain values.
    """

    def __init__(self, before: Mapping[bytes, Any] | None = None, beside: object = None) -> None:
        self.before: Mapping[bytes, Any] = before or {}
        self.beside: Any = beside
        self.doubts: Callable[[str], bool] = _never
        self.used: Results = {}

    def of(self, asked: bytes, make: Callable[[], R], said: str = "") -> R:
        """A result, which is a plain value: the one that was kept, or made anew.

        Args:
            asked: the key of all that it depends on.
            make: makes it.
            said: the text that it is of, for `doubts`.
        """
        if asked not in self.used:
            known = asked in self.before and not self.doubts(said)
            self.used[asked] = self.before[asked] if known else make()
        found: R = self.used[asked]
        return found

    def text(self, text: str, on: str, make: Callable[[], str]) -> str:
        """What a function that depends on a text, and on what `on` says, makes of it.

        A result that is the text itself is kept as nothing, so that no hidden name is kept with it.
        """

        def other() -> str | None:
            made = make()
            return None if made == text else made

        asked = key(text, on)
        found = self.of(asked, other, f"{text}\n{self.before.get(asked) or ''}")
        return text if found is None else found

    def handed_over(self) -> Results:
        """What was asked for since this was asked last; for the process that goes on."""
        used, self.used = self.used, {}
        return used

    def take(self, used: Results) -> None:
        """Take over what another process, or an earlier part of the work, was asked for."""
        self.used |= used


def given(recall: Recall | None) -> Recall:
    """The one that was given, or one that knows nothing."""
    return recall or Recall()


class Memory:
    """The results that are kept in one folder; without a folder, none are. For one build at a time."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._open: dict[str, tuple[str, Recall]] = {}
        self._made: dict[tuple[str, str], Results] = {}

    def recall(self, name: str, *on: str) -> Recall:
        """What is known under a name if it depends on the same, by this very program; else nothing.

        Args:
            name: tells what and for which site, and is the file's name.
            on: everything that all results depend on beside their keys.
        """
        depends = digest(program(), *on)
        found = self._read(name, depends)
        # One site after another: most of what they show is the same.
        found.before = {**self._made.get((_kind(name), depends), {}), **found.before}
        self._open[name] = depends, found
        return found

    def keep(self) -> None:
        """Keep what has been asked for since the last time, each name in one step, and drop the rest.

        A disk that is full, or one that cannot be written, keeps less and fails nothing.
        """
        for name, (depends, recall) in self._open.items():
            with suppress(OSError):
                self._write(name, pickle.dumps((depends, recall.beside, recall.used)))
            if recall.beside is None:
                self._made.setdefault((_kind(name), depends), {}).update(recall.used)
        self._open.clear()

    def forget(self) -> bool:
        """Remove all that is kept, since it may hold anybody's name; whether there was anything.

        Raises:
            OSError: it could not be removed.
        """
        self._open.clear()
        self._made.clear()
        kept = [*self.folder.iterdir()] if self.folder and self.folder.is_dir() else []
        for file in kept:
            file.unlink()
        return bool(kept)

    def _read(self, name: str, depends: str) -> Recall:
        """Any fault in the file means that nothing is known: it is not asked what the fault is."""
        try:
            data = (self.folder / name).read_bytes() if self.folder else b""
            if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
                return Recall()
            made_on, beside, results = _Plain(io.BytesIO(data[_DIGEST:])).load()
            return Recall(results, beside) if made_on == depends else Recall()
        except (OSError, ValueError, TypeError, EOFError, pickle.UnpicklingError):
            return Recall()

    def _write(self, name: str, data: bytes) -> None:
        if self.folder is None:
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in self.folder.glob(f"{_TEMPORARY}*"):
            left.unlink()
        fresh = self.folder / f"{_TEMPORARY}{name}"
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(hashlib.sha256(data).digest())
                stream.write(data)
            fresh.replace(self.folder / name)
        finally:
            fresh.unlink(missing_ok=True)


def _kind(name: str) -> str:
    return name.partition("-")[0]


class _Plain(pickle.Unpickler):
    """Reads numbers, texts and what holds them; anything with a class of its own is refused."""

    def find_class(self, module: str, name: str, /) -> Never:
        """Refuse it: nothing here may run."""
        raise pickle.UnpicklingError(f"{module}.{name}")
