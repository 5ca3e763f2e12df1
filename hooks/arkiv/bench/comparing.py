"""arkiv beside its peers, on the same text, in the same run: what a user waits for."""

import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from arkiv.bench.corpus import write_archive
from arkiv.bench.peers import PEERS, Peer
from arkiv.bench.processes import Timed, timed
from arkiv.bench.visits import Visit, first_visit

COLD = "one restricted variant, cold, with search and audit"
AGAIN = "the same again, nothing changed"
CHANGED = "one changed minutes file"
ALL = "all eight variants, cold"
SWITCH = "switch to a staged, current level"
HELP = "./arkiv --help"

LEVEL = "forsamrat"
RAISED = "skarpt"


@dataclass(frozen=True, slots=True)
class Work:
    """One thing done at one size: medians over the runs.

    `size` is what it left on disk, in bytes; `visit` what a first visit to a page of it weighs.
    """

    minutes: int
    name: str
    seconds: float
    peak: int
    size: int | None = None
    visit: Visit | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What one run of a thing took, and what it left, as in `Work`."""

    took: Timed
    size: int | None = None
    visit: Visit | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is compared: how many minutes, members and runs, and the largest archive built in all variants.

    `browser` is a Chromium to weigh a first visit with; without one it is not weighed.
    """

    sizes: Sequence[int]
    people: int
    repeats: int
    most_all: int
    browser: str | None = None


def compare(root: Path, plan: Plan, say: Callable[[str], None]) -> Iterator[Work]:
    """Everything at every size; `root` is the checkout whose launcher is run.

    Raises:
        BenchError: a command failed.
    """
    for minutes in plan.sizes:
        runs = [_run(root, minutes, plan, say) for _ in range(plan.repeats)]
        for name in runs[0]:
            found = [run[name] for run in runs]
            seconds = statistics.median(one.took.seconds for one in found)
            peak = max(one.took.peak for one in found)
            yield Work(minutes, name, seconds, peak, found[0].size, found[0].visit)


def _run(root: Path, minutes: int, plan: Plan, say: Callable[[str], None]) -> dict[str, Done]:
    found: dict[str, Done] = {}
    with tempfile.TemporaryDirectory() as scratch:
        docs = Path(scratch, "docs")
        write_archive(docs, minutes, plan.people)
        for peer in PEERS:
            if minutes <= peer.most:
                say(f"{minutes} minutes: {peer.name}")
                found[peer.name] = _peer(peer, docs, Path(scratch, "peer"), plan.browser)
        say(f"{minutes} minutes: arkiv")
        own = _Own(root, docs, Path(scratch), plan.browser)
        found |= own.work(with_all=minutes <= plan.most_all)
    return found


def _peer(peer: Peer, docs: Path, folder: Path, browser: str | None) -> Done:
    folder.mkdir()
    try:
        peer.prepare(docs, folder)
        before = _size(folder)
        took, size = timed(peer.calls(folder)), _size(folder) - before
        return Done(took, size, _visit(folder / peer.output, browser))
    finally:
        shutil.rmtree(folder)


def _visit(site: Path, browser: str | None) -> Visit | None:
    """What a first visit weighs, where there is a browser to tell."""
    return first_visit(site, browser) if browser else None


class _Own:
    """This program's commands on one archive."""

    def __init__(self, root: Path, docs: Path, scratch: Path, browser: str | None) -> None:
        self.launcher, self.docs, self.scratch, self.browser = root / "arkiv", docs, scratch, browser

    def work(self, *, with_all: bool) -> dict[str, Done]:
        site = self.scratch / "site"
        build = ["build", "--level", LEVEL]
        took = self._call(site, *build)
        found = {COLD: Done(took, _size(site / "public"), _visit(site / "public", self.browser))}
        found[AGAIN] = Done(self._call(site, *build))
        self._edit()
        found[CHANGED] = Done(self._call(site, *build))
        self._call(site, "build", "--level", RAISED)
        self._call(site, "switch", LEVEL, "--audience", "public", "--yes")
        found[SWITCH] = Done(self._call(site, "switch", RAISED, "--audience", "public", "--yes"))
        found[HELP] = Done(timed([[str(self.launcher), "--help"]]))
        shutil.rmtree(site)
        if with_all:
            found[ALL] = Done(self._call(site, "build", "--all"))
        return found

    def _call(self, site: Path, command: str, *arguments: str) -> Timed:
        places = ["--docs-dir", str(self.docs), "--site-dir", str(site)]
        return timed([[str(self.launcher), command, *arguments, *places]])

    def _edit(self) -> None:
        """One more sentence, with no new name, in the newest minutes."""
        newest = max((self.docs / "moten").rglob("*.md"))
        with newest.open("a", encoding="utf-8") as file:
            file.write("\nArbetet fortsätter som planerat under hösten.\n")


def _size(folder: Path) -> int:
    """Bytes of the files in a folder, which may be reached through a link."""
    return sum(path.stat().st_size for path in folder.resolve().rglob("*") if path.is_file())
