"""Check content, registry, rule and links, and say all that is wrong; nothing is built."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from arkiv import command_line
from arkiv.building import prepare, view
from arkiv.command_line import FOUND, docs_dir, run, settings
from arkiv.model import Audience
from arkiv.problems import ArchiveError, Problem
from arkiv.settings import CONFIG_FILE


def _text(problem: Problem, _: Path) -> str:
    return f"{'warning: ' if problem.severity == 'warning' else ''}{problem}"


def _json(problem: Problem, _: Path) -> str:
    place = {"file": problem.place.file, "line": problem.place.line}
    return json.dumps(
        {
            **place,
            "field": problem.field,
            "what": problem.what,
            "remedy": problem.remedy,
            "severity": problem.severity,
        },
        ensure_ascii=False,
    )


def _github(problem: Problem, docs: Path) -> str:
    """An annotation, for which GitHub wants the path from the repository's root."""
    file = problem.place.file
    path = file if file == CONFIG_FILE else (docs / file).as_posix()
    where = f"file={path},line={problem.place.line},title={problem.field}"
    return f"::{problem.severity} {where}::{problem.what} - {problem.remedy}"


FORMATS: dict[str, Callable[[Problem, Path], str]] = {"text": _text, "json": _json, "github": _github}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "check")
    command_line.add_docs(made)
    made.add_argument(
        "--format", choices=list(FORMATS), default="text", help="how findings are written, a line each"
    )
    return made


def main(argv: list[str]) -> int:
    """Check; returns 1 where there are errors, else 0."""
    return run(_check, parser().parse_args(argv))


def _check(arguments: argparse.Namespace) -> int:
    found = _problems(arguments)
    docs = arguments.docs_dir or Path("docs")
    for problem in found:
        print(FORMATS[arguments.format](problem, docs), file=_stream(problem, arguments.format))
    errors = sum(problem.severity == "error" for problem in found)
    print(f"{_counted(errors, 'error')}, {_counted(len(found) - errors, 'warning')}", file=sys.stderr)
    return FOUND if errors else 0


def _stream(problem: Problem, form: str) -> TextIO:
    """Errors as every command tells them; a format for programs stays in one stream, to be piped."""
    return sys.stderr if form == "text" and problem.severity == "error" else sys.stdout


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _problems(arguments: argparse.Namespace) -> tuple[Problem, ...]:
    """All that is wrong, as the internal audience at the laxest level meets it: nothing is left out."""
    try:
        known = settings()
        return view(
            prepare(known, docs_dir(arguments, known)), Audience.INTERNAL, known.levels.order[0]
        ).warnings
    except ArchiveError as error:
        return (*error.problems, *error.warnings)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
