"""Small archives as texts, written to a folder and read."""

from collections.abc import Mapping
from pathlib import Path

from arkiv.model import Minutes
from arkiv.problems import Problem
from arkiv.sources.archive import Reading, read_archive

NETWORK = "---\nkind: network\nname: Kulturnätverket\n---\n"
MEETING = "moten/2024/2024-10-11-kultur.md"
HEAD = "kind: minutes\nnetwork: kultur\ndate: 2024-10-11\n"


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(folder: Path, files: Mapping[str, str | bytes]) -> Reading:
    """The archive in `files`, beside the network `kultur` unless they have one of their own."""
    return read_archive(write(folder / "docs", {"natverk/kultur.md": NETWORK, **files}))


def told(reading: Reading) -> list[str]:
    """What is wrong, as it is printed."""
    ordered: list[Problem] = sorted(reading.problems, key=lambda problem: problem.order)
    return [("warning: " if problem.severity == "warning" else "") + str(problem) for problem in ordered]


def minutes(folder: Path, fields: str = "", body: str = "") -> tuple[Minutes, list[str]]:
    """Minutes with these fields below the required ones, and what is wrong with them."""
    reading = read(folder, {MEETING: f"---\n{HEAD}{fields}---\n{body}"})
    return reading.archive.minutes[0], [line.removeprefix(MEETING + ":") for line in told(reading)]
