"""Write the projected tree: plain Markdown and the files that may be shown, safe to give away."""

import argparse
import sys
from pathlib import Path

from arkiv import command_line
from arkiv.attachments import published
from arkiv.building import View, prepare, view
from arkiv.command_line import WrongCall, docs_dir, run, settings
from arkiv.model import Audience


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "project")
    made.add_argument("target", type=Path, metavar="DIR", help="a folder that is new or empty")
    command_line.add_docs(made)
    made.add_argument("--audience", required=True, choices=[str(audience) for audience in Audience])
    made.add_argument("--level", required=True, metavar="ID", help="the security level")
    return made


def main(argv: list[str]) -> int:
    """Project; returns the exit status."""
    return run(_project, parser().parse_args(argv))


def _project(arguments: argparse.Namespace) -> int:
    known = settings()
    level = command_line.level(arguments.level, known)
    target: Path = arguments.target
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise WrongCall("the folder is not empty - give a new one, so that nothing old stays in it")
    seen = view(prepare(known, docs_dir(arguments, known)), Audience(arguments.audience), level)
    print(f"{_write(seen, target)} files in {target}")
    return 0


def _write(seen: View, target: Path) -> int:
    contents = {page.path: page.markdown.encode() for page in seen.pages}
    contents |= {asset.target: published(seen.docs_dir / asset.source) for asset in seen.archive.assets}
    for path, content in contents.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    return len(contents)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
