"""Measure every stage on generated archives, and redaction and audit beside Pagefind in the same run."""

import argparse
import sys

from arkiv import command_line
from arkiv.bench.report import table
from arkiv.command_line import render, run, say, settings

SIZES = (100, 1000)
PEOPLE = (30, 300, 3000)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "bench")
    made.add_argument(
        "--sizes", type=_numbers, default=SIZES, metavar="N,N", help="minutes (default: 100,1000)"
    )
    made.add_argument(
        "--people", type=_numbers, default=PEOPLE, metavar="N,N", help="members (default: 30,300,3000)"
    )
    made.add_argument(
        "--repeats", type=int, default=3, metavar="N", help="runs; medians are shown (default: 3)"
    )
    return made


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(","))


def main(argv: list[str]) -> int:
    """Measure, and print a table; returns the exit status."""
    return run(_bench, parser().parse_args(argv))


def _bench(arguments: argparse.Namespace) -> int:
    from arkiv.bench.measuring import measure

    rows = []
    for size in arguments.sizes:
        for people in arguments.people:
            say(f"{size} minutes, {people} members, {arguments.repeats} runs")
            rows.append(measure(settings(), size, people, render, arguments.repeats))
    print(table(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
