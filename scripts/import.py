"""Make minutes of documents: .txt, .md, .docx, .odt, .html or .pdf.

Reads who was there, the items and who took the notes, writes docs/moten/YYYY/YYYY-MM-DD-NETWORK.md as a
draft, and lists every line that is not in it word for word.
"""

import argparse
import re
import sys
from datetime import date
from pathlib import Path

from arkiv import command_line
from arkiv.command_line import run
from arkiv.importers.intake import Request, import_minutes
from arkiv.importers.report import report
from arkiv.model import Status
from arkiv.settings import CONFIG_FILE, read_settings

ROOT = Path(__file__).resolve().parents[1]


def main(argv: list[str]) -> int:
    """Import the files; returns 0, or 1 where one is refused and nothing was written."""
    return run(_import, _arguments(argv))


def _import(arguments: argparse.Namespace) -> int:
    request = _request(arguments)
    intake = import_minutes(request)
    if request.dry_run:
        print("\n".join(one.draft.text for one in intake.imported), end="")
    # A dry run's standard output is the file, so that it can be kept; the report goes beside it.
    stream = sys.stderr if request.dry_run else sys.stdout
    names = arguments.show_names or stream.isatty()
    print(report(intake, request.network, names=names, dry_run=request.dry_run), file=stream)
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "import")
    made.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a document of minutes")
    made.add_argument(
        "--network", required=True, metavar="ID", help="the network that met: a file's stem under natverk/"
    )
    made.add_argument(
        "--date", type=_date, metavar="D", help="the day of the meeting, YYYY-MM-DD (default: the document's)"
    )
    made.add_argument(
        "--number",
        type=int,
        default=1,
        choices=range(1, 10),
        metavar="N",
        help="which meeting of that day (1 to 9)",
    )
    made.add_argument(
        "--status", type=Status, choices=list(Status), default=Status.DRAFT, help="default: draft"
    )
    made.add_argument("--dry-run", action="store_true", help="print the file instead of writing it")
    made.add_argument(
        "--new-network", action="store_true", help="create the network, with those who were there as members"
    )
    made.add_argument(
        "--show-names", action="store_true", help="show names in the report also when it is no terminal"
    )
    made.add_argument(
        "--docs-dir", type=Path, metavar="DIR", help="the archive (default: that of mkdocs.yml)"
    )
    return made


def _arguments(argv: list[str]) -> argparse.Namespace:
    made = parser()
    arguments = made.parse_args(argv)
    if arguments.date and len(arguments.files) > 1:
        made.error("--date is for one FILE: import them one by one, or put each date in the file's name")
    return arguments


def _date(text: str) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise argparse.ArgumentTypeError("write the date as YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("there is no such day") from None


def _request(arguments: argparse.Namespace) -> Request:
    return Request(
        files=tuple(arguments.files),
        network=arguments.network,
        docs_dir=arguments.docs_dir or read_settings(ROOT / CONFIG_FILE).docs_dir,
        day=arguments.date,
        number=arguments.number,
        status=arguments.status,
        new_network=arguments.new_network,
        dry_run=arguments.dry_run,
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
