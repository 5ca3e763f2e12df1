"""Begin minutes: a new file with the roster filled in and what was to come back.

Writes docs/moten/YYYY/YYYY-MM-DD-NETWORK.md as a draft, with everybody who is a member on that day as present
and an item for each that the network's last meeting put off. Never writes over a file.
"""

import argparse
import re
import sys
from datetime import date

from arkiv import command_line
from arkiv.command_line import docs_dir, run, settings
from arkiv.drafting import LAST_NUMBER, draft


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "new")
    command_line.add_docs(made)
    made.add_argument(
        "--network", required=True, metavar="ID", help="the network that meets: a file's stem under natverk/"
    )
    made.add_argument("--date", required=True, type=_date, metavar="D", help="the day, YYYY-MM-DD")
    made.add_argument(
        "--number",
        type=int,
        default=1,
        choices=range(1, LAST_NUMBER + 1),
        metavar="N",
        help=f"which meeting of that day (1 to {LAST_NUMBER})",
    )
    return made


def main(argv: list[str]) -> int:
    """Write the file; returns the exit status."""
    return run(_new, parser().parse_args(argv))


def _new(arguments: argparse.Namespace) -> int:
    made = draft(docs_dir(arguments, settings()), arguments.network, arguments.date, arguments.number)
    print(made.path)
    print(f"{made.present} members as present, {made.carried} items from the last meeting")
    own = f" --docs-dir {arguments.docs_dir}" if arguments.docs_dir else ""
    print(f"next: correct who was there, write the items, and run ./arkiv check{own}")
    return 0


def _date(text: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise argparse.ArgumentTypeError("write the date as YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("there is no such day") from None


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
