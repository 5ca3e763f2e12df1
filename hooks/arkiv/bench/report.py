"""Measurements as a Markdown table."""

import platform
from collections.abc import Sequence

from arkiv.bench.measuring import MEGABYTE, Measured

_STAGES = ("read", "redact", "project", "render", "search", "audit")


def table(rows: Sequence[Measured]) -> str:
    """One line an archive: seconds a stage, speeds in MB/s, and the ratio to Pagefind."""
    head = [
        "minutes", "members", "hidden", *(f"{stage} s" for stage in _STAGES),
        "redact MB/s", "audit MB/s", "redact + audit / search", "peak MB",
    ]  # fmt: skip
    lines = [head, ["---:"] * len(head), *(_line(row) for row in rows)]
    machine = f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}"
    return "\n".join(["| " + " | ".join(line) + " |" for line in lines] + ["", machine])


def _line(row: Measured) -> list[str]:
    speeds = [row.text / MEGABYTE / row.seconds["redact"], row.site / MEGABYTE / row.seconds["audit"]]
    return [
        str(row.minutes), str(row.people), str(row.hidden),
        *(f"{row.seconds[stage]:.2f}" for stage in _STAGES),
        *(f"{speed:.1f}" for speed in speeds), f"{row.ratio:.2f}", f"{row.peak / MEGABYTE:.0f}",
    ]  # fmt: skip
