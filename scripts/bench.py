"""Measure every stage on generated archives; with --peers, whole commands beside Material and Hugo.

Each figure is the median of the runs. A ratio is to a peer in the same run: machines are noisy, and differ.
"""

import argparse
import shutil
import sys
from pathlib import Path

from arkiv import command_line
from arkiv.command_line import ROOT, render, run, say, settings
from arkiv.environment import Environment, SetupError
from arkiv.problems import Refusal

SIZES = (100, 1000)
PEOPLE = (30, 300, 3000)
HUGE = 100_000
MOST_ALL = 1000
BLIND = "tests/detection/blind"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "bench")
    made.add_argument(
        "--sizes", type=_numbers, default=SIZES, metavar="N,N", help="minutes (default: 100,1000)"
    )
    made.add_argument(
        "--people", type=_numbers, metavar="N,N", help="members (default: 30,300,3000; with --peers 300)"
    )
    made.add_argument(
        "--repeats", type=int, default=3, metavar="N", help="runs; medians are shown (default: 3)"
    )
    made.add_argument("--peers", action="store_true", help="whole commands, beside other programs")
    made.add_argument("--huge", action="store_true", help="100,000 minutes too (hours)")
    made.add_argument(
        "--browser",
        default="chromium",
        metavar="PATH",
        help="with --peers: the Chromium that a first visit is weighed with (default: chromium)",
    )
    made.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help="with --peers: write benchmarks.md and benchmarks.svg there",
    )
    return made


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(","))


def main(argv: list[str]) -> int:
    """Measure, and print tables; returns the exit status."""
    arguments = parser().parse_args(argv)
    return run(_compare if arguments.peers else _stages, arguments)


def _sizes(arguments: argparse.Namespace) -> tuple[int, ...]:
    return (*arguments.sizes, HUGE) if arguments.huge else tuple(arguments.sizes)


def _stages(arguments: argparse.Namespace) -> int:
    from arkiv.bench.measuring import measure
    from arkiv.bench.report import table
    from arkiv.unregistered.measure import figures

    rows = []
    for size in _sizes(arguments):
        for people in arguments.people or PEOPLE:
            say(f"{size} minutes, {people} members, {arguments.repeats} runs")
            rows.append(measure(settings(), size, people, render, arguments.repeats))
    print(table(rows))
    print("\nUnregistered people, on the blind texts:\n")
    print("\n".join(figures(ROOT / BLIND)))
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    try:
        Environment(ROOT).ensure("bench")
        browser = shutil.which(arguments.browser)
        if browser:
            Environment(ROOT).ensure("test")
        else:
            say(f"there is no {arguments.browser}: what a first visit weighs is left out")
    except SetupError as error:
        raise Refusal(f"arkiv: {error}") from None
    from arkiv.bench.comparing import Plan, compare
    from arkiv.bench.plot import plot
    from arkiv.bench.processes import BenchError
    from arkiv.bench.ratios import comparison

    people = (arguments.people or (300,))[0]
    try:
        work = [*compare(ROOT, Plan(_sizes(arguments), people, arguments.repeats, MOST_ALL, browser), say)]
    except BenchError as error:
        raise Refusal(f"bench: {error}") from None
    print(comparison(work))
    if arguments.output:
        arguments.output.mkdir(parents=True, exist_ok=True)
        (arguments.output / "benchmarks.md").write_text(comparison(work), "utf-8")
        (arguments.output / "benchmarks.svg").write_text(plot(work), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
