"""Make an empty archive to start from, in a folder that is new or empty."""

import argparse
import sys
from datetime import date
from pathlib import Path
from shlex import quote

from arkiv import command_line
from arkiv.command_line import run
from arkiv.starting import NETWORK, start


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "init")
    made.add_argument("folder", type=Path, metavar="DIR", help="a folder that is new or empty")
    return made


def main(argv: list[str]) -> int:
    """Make the archive; returns the exit status."""
    return run(_init, parser().parse_args(argv))


def _init(arguments: argparse.Namespace) -> int:
    folder: Path = arguments.folder
    for file in start(folder):
        print(folder / file)
    where, today = quote(str(folder)), date.today()  # noqa: DTZ011 - the day on the editor's own calendar
    print(f"next: ./arkiv new --network {NETWORK} --date {today} --docs-dir {where}")
    print(f"      ./arkiv serve --docs-dir {where}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
