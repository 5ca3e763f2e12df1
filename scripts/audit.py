"""Audit a built site folder: whether it holds a name that is hidden from an audience at a level.

Reads the built files only, and today's names from docs/. Says file, place, member id and kind of form,
never the name.
"""

import argparse
import sys
from pathlib import Path

from arkiv import command_line
from arkiv.audit import audit, report
from arkiv.building import prepare, secrets
from arkiv.command_line import FOUND, WrongCall, docs_dir, run, settings
from arkiv.model import Audience


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "audit")
    made.add_argument("site", type=Path, metavar="DIR", help="the built site")
    command_line.add_docs(made)
    made.add_argument("--audience", required=True, choices=[str(audience) for audience in Audience])
    made.add_argument("--level", required=True, metavar="ID", help="the security level it is for")
    return made


def main(argv: list[str]) -> int:
    """Audit; returns 0 where nothing was found, else 1."""
    return run(_audit, parser().parse_args(argv))


def _audit(arguments: argparse.Namespace) -> int:
    known = settings()
    level = command_line.level(arguments.level, known)
    if not arguments.site.is_dir():
        raise WrongCall("there is no such folder - give a built site, for instance site/public")
    docs = docs_dir(arguments, known)
    hidden = secrets(prepare(known, docs), Audience(arguments.audience), level.id)
    findings = audit(arguments.site.resolve(), hidden)
    for line in report(findings, docs, most=None):
        print(line)
    counted = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
    print(f"{counted}; {len(hidden.hidden)} hidden people", file=sys.stderr)
    return FOUND if findings else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
