"""Show what a change of level hides or shows, page by page, before it is made.

Prints counts with file and line, and writes a ledger, an HTML file with the passages before and after, which
holds names and is for internal eyes. Nothing is built or published.
"""

import argparse
import sys
from pathlib import Path

from arkiv import command_line
from arkiv.building import prepare
from arkiv.command_line import ROOT, docs_dir, run, settings
from arkiv.ledger import compare, sheet, summary
from arkiv.ledger.filing import default_path, file, refuse_public
from arkiv.model import Audience


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "diff")
    made.add_argument("before", metavar="LEVEL", help="the level to come from, for instance normal")
    made.add_argument("after", metavar="LEVEL", help="the level to go to, for instance forsamrat")
    command_line.add_docs(made)
    command_line.add_audience(made)
    made.add_argument(
        "--output", type=Path, metavar="FILE", help="where the ledger goes (default: a file in ledgers/)"
    )
    made.add_argument(
        "--show-names", action="store_true", help="show names and passages also when it is no terminal"
    )
    return made


def main(argv: list[str]) -> int:
    """Compare; returns the exit status."""
    return run(_diff, parser().parse_args(argv))


def _diff(arguments: argparse.Namespace) -> int:
    known = settings()
    levels = (command_line.level(arguments.before, known), command_line.level(arguments.after, known))
    docs = docs_dir(arguments, known)
    given: Path | None = arguments.output
    if given:
        refuse_public(given, ROOT, docs)
    found = compare(prepare(known, docs), Audience(arguments.audience), *levels)
    target = given or default_path(ROOT, found)
    refuse_public(target, ROOT, docs)
    file(sheet(found, known.language), target)
    print(summary(found, names=arguments.show_names or sys.stdout.isatty()))
    print(f"{_told(target)}: the ledger, with names - for internal eyes; remove it when it has been read")
    return 0


def _told(target: Path) -> Path:
    """The path as short as it can be followed from here."""
    here = Path.cwd()
    return target.relative_to(here) if target.is_relative_to(here) else target


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
