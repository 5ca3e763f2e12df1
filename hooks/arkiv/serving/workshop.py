"""Which previews there are, and the one thread that makes them: an engine's build is not for two threads."""

import shutil
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from arkiv.audit import report
from arkiv.building import AuditFailed
from arkiv.command_line import unforeseen
from arkiv.problems import ArchiveError
from arkiv.search.service import SearchError
from arkiv.serving.choices import Choice

Make = Callable[[Choice, Path, int], tuple[str, ...]]
"""Makes the site of a choice in a new folder, of the sources with this count; returns warnings."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a choice shows. `serial` is another as soon as something else is shown.

    `site` is None where nothing may be shown: nothing is made yet, nothing could be, or the audit failed.
    `sources` counts changes of the files: those that this was last made of, or tried to.
    """

    serial: int = 0
    site: Path | None = None
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    sources: int = 0


class Workshop:
    """The previews by choice. `run` is for one thread, everything else for any."""

    def __init__(self, make: Make, folder: Path, tell: Callable[[str], None]) -> None:
        """Nothing is made until it is asked for. `tell` is given faults and warnings, a line at a time."""
        self._make, self._folder, self._tell = make, folder, tell
        self._condition = threading.Condition()
        self._shown: dict[Choice, Shown] = {}
        self._queue: deque[Choice] = deque()
        self._working: tuple[Choice, int] | None = None
        self._latest: Choice | None = None
        self._sources, self._serial = 1, 0
        self._leftover: dict[Choice, Path] = {}
        self._told: set[str] = set()
        self._stopping = False

    def shown(self, choice: Choice) -> tuple[Shown, bool]:
        """What there is to show, and whether something newer is on its way; asking is what orders it."""
        with self._condition:
            self._latest = choice
            found = self._shown.get(choice, Shown())
            is_stale = found.sources != self._sources
            if is_stale:
                self._order(choice)
            return found, is_stale

    def changed(self) -> None:
        """The files have changed: what was asked for last is made anew, the rest when it is asked for."""
        with self._condition:
            self._sources += 1
            if self._latest:
                self._order(self._latest)

    def stop(self) -> None:
        """End `run` after the build it is at."""
        with self._condition:
            self._stopping = True
            self._condition.notify_all()

    def run(self) -> None:
        """Make what is ordered, one after the other, until stopped."""
        while (work := self._next()) is not None:
            choice, sources = work
            made = self._made(choice, sources)
            with self._condition:
                self._working = None
                self._keep(choice, made)
            self._report(made)

    def _order(self, choice: Choice) -> None:
        if choice not in self._queue and self._working != (choice, self._sources):
            self._queue.append(choice)
            self._condition.notify_all()

    def _next(self) -> tuple[Choice, int] | None:
        with self._condition:
            self._condition.wait_for(lambda: self._queue or self._stopping)
            if self._stopping:
                return None
            self._working = (self._queue.popleft(), self._sources)
            return self._working

    def _made(self, choice: Choice, sources: int) -> Shown:
        self._serial += 1
        before = replace(self._shown.get(choice, Shown()), warnings=(), sources=sources)
        folder = self._folder / str(self._serial)
        try:
            warnings = self._make(choice, folder, sources)
        except AuditFailed as error:
            # Not even what was shown before: somebody may have become hidden since.
            return Shown(self._serial, None, report(error.findings), (), sources)
        except ArchiveError as error:
            faults = tuple(map(str, error.problems))
        except SearchError as error:
            faults = (str(error),)
        except Exception as error:  # noqa: BLE001 - the text of an error nobody foresaw may hold a name
            faults = (unforeseen(error),)
        else:
            return Shown(self._serial, folder, (), warnings, sources)
        return replace(before, serial=before.serial if before.site else self._serial, faults=faults)

    def _keep(self, choice: Choice, made: Shown) -> None:
        """A site that has been replaced stays for one more build: a page of it may still be loading."""
        before = self._shown.get(choice, Shown()).site
        self._shown[choice] = made
        if before and before != made.site:
            _remove(self._leftover.get(choice))
            self._leftover[choice] = before
        if made.site is None:
            _remove(self._leftover.pop(choice, None))
        if made.faults:
            _remove(self._folder / str(self._serial))

    def _report(self, made: Shown) -> None:
        for fault in made.faults:
            self._tell(fault)
        for warning in made.warnings:
            if warning not in self._told:
                self._told.add(warning)
                self._tell(f"warning: {warning}")


def _remove(folder: Path | None) -> None:
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
