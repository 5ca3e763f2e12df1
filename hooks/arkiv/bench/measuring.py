"""What each stage takes on one archive, and the two that hide beside the one that indexes."""

import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from arkiv.audit import audit
from arkiv.bench.corpus import write_archive
from arkiv.building import SEARCH_FOLDER, Prepared, Render, View, prepare, redactor_for, view
from arkiv.model import Archive, Audience
from arkiv.policy.hiding import hiding
from arkiv.policy.levels import Level
from arkiv.search.records import records
from arkiv.search.shards import index_shards
from arkiv.settings import Settings
from arkiv.workers import divided

T = TypeVar("T")

_MANY = 1000
"""Texts that are worth a process of their own."""

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds a stage, medians; sizes in bytes; `peak` is the process's, so far."""

    minutes: int
    people: int
    hidden: int
    text: int
    site: int
    seconds: dict[str, float]
    peak: int

    @property
    def ratio(self) -> float:
        """Redaction and audit together, beside Pagefind in the same run."""
        return (self.seconds["redact"] + self.seconds["audit"]) / self.seconds["search"]


def measure(settings: Settings, minutes: int, people: int, render: Render, repeats: int) -> Measured:
    """Build one generated archive for the public at the second level, and time its stages."""
    level = settings.levels.order[1]
    with tempfile.TemporaryDirectory() as scratch:
        docs = Path(scratch, "docs")
        write_archive(docs, minutes, people)
        runs = [_run(settings, docs, level, render, Path(scratch, f"site-{n}")) for n in range(repeats)]
        stages = {stage: statistics.median(run[stage] for run in runs) for stage in runs[0]}
        prepared = prepare(settings, docs)
        hidden = hiding(prepared.people, prepared.rule, Audience.PUBLIC, level.id).secrets.hidden
        text = sum(len(body.encode()) for body in texts(prepared.archive))
        site = sum(file.stat().st_size for file in Path(scratch, "site-0").rglob("*") if file.is_file())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Measured(minutes, people, len(hidden), text, site, stages, peak)


def _run(settings: Settings, docs: Path, level: Level, render: Render, site: Path) -> dict[str, float]:
    seconds: dict[str, float] = {}
    prepared = _timed(seconds, "read", lambda: prepare(settings, docs))
    redact = _redacting(prepared, level)
    _timed(seconds, "redact", redact)
    seen: View = _timed(seconds, "project", lambda: view(prepared, Audience.PUBLIC, level))
    _timed(seconds, "render", lambda: render(seen, site))
    _timed(
        seconds,
        "search",
        lambda: index_shards(records(seen.archive), site / SEARCH_FOLDER),
    )
    _timed(seconds, "audit", lambda: audit(site, seen.secrets))
    return seconds


def _redacting(prepared: Prepared, level: Level) -> Callable[[], None]:
    """All running text of the archive through the redaction, laying out the names included.

    It is divided over the cores as a build divides it: the indexing it is compared with uses them too.
    """
    secrets = hiding(prepared.people, prepared.rule, Audience.PUBLIC, level.id).secrets
    known = frozenset(person.id for person in secrets.hidden)

    def redact() -> None:
        redactor = redactor_for(secrets, prepared.words)
        bodies = texts(prepared.archive)
        divided(lambda part: [redactor.text(body, known) for body in part], bodies, at_least=_MANY)

    return redact


def texts(archive: Archive) -> list[str]:
    """All running text of an archive's minutes, in order."""
    items = [item for minutes in archive.minutes for item in minutes.items]
    return [text for item in items for text in (item.title, *(block.text for block in item.blocks))]


def _timed(seconds: dict[str, float], stage: str, do: Callable[[], T]) -> T:
    start = time.perf_counter()
    done = do()
    seconds[stage] = time.perf_counter() - start
    return done
