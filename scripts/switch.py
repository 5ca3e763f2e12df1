"""Make a security level current, and put its site live in one step.

Raising never waits: the newest staged site that is at least that strict goes live at once, audited with
today's names, or else the holding page. Lowering builds first, and asks.
"""

import argparse
import sys

from arkiv import command_line
from arkiv.command_line import FOUND, docs_dir, render, run, say, settings, site_dir, warn
from arkiv.model import Audience
from arkiv.problems import ArchiveError
from arkiv.publication import Publication
from arkiv.variants import Deployment


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "switch")
    made.add_argument("level", metavar="LEVEL", help="the level's id, for instance forsamrat")
    command_line.add_site(made)
    command_line.add_audience(made, default=None)
    made.add_argument(
        "--rehearse", action="store_true", help="do everything but the last step, and say how long it took"
    )
    made.add_argument("--yes", action="store_true", help="do not ask before showing more than now")
    return made


def main(argv: list[str]) -> int:
    """Switch; returns the exit status."""
    return run(_switch, parser().parse_args(argv))


def _switch(arguments: argparse.Namespace) -> int:
    try:
        known = settings()
    except ArchiveError as error:
        say(f"{error}\nnobody can tell which level is stricter until then - ./arkiv close closes at once")
        return FOUND
    level = command_line.level(arguments.level, known)
    publication = Publication(
        settings=known,
        docs_dir=docs_dir(arguments, known),
        deployment=Deployment(site_dir(arguments, known), known.levels, waiting=say),
        render=render,
        say=say,
        warn=warn,
    )
    audiences = [Audience(arguments.audience)] if arguments.audience else list(Audience)
    if arguments.rehearse:
        return publication.rehearse(audiences, level)
    return publication.switch(audiences, level, lambda question: arguments.yes or _agreed(question))


def _agreed(question: str) -> bool:
    """Ask on the terminal; without one, nobody has agreed."""
    if not sys.stdin.isatty():
        say(f"{question} Nobody is there to ask - run it again with --yes")
        return False
    return input(f"{question} [j/N] ").strip().lower() in ("j", "ja", "y", "yes")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
