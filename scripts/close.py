"""Put the holding page live at once, whatever the content; `./arkiv switch` opens again."""

import argparse
import sys

from arkiv import command_line
from arkiv.command_line import run, say, settings, warn
from arkiv.model import Audience
from arkiv.problems import ArchiveError
from arkiv.variants import Deployment


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "close")
    command_line.add_site(made)
    command_line.add_audience(made, default=None)
    return made


def main(argv: list[str]) -> int:
    """Close; returns the exit status."""
    return run(_close, parser().parse_args(argv))


def _close(arguments: argparse.Namespace) -> int:
    deployment = _deployment(arguments)
    for audience in [Audience(arguments.audience)] if arguments.audience else list(Audience):
        deployment.close(audience)
        print(f"{audience}: the holding page is live")
    return 0


def _deployment(arguments: argparse.Namespace) -> Deployment:
    """The deployment; closing it must not wait for somebody to mend mkdocs.yml."""
    try:
        return Deployment(arguments.site_dir, settings().levels, waiting=say)
    except ArchiveError as error:
        warn(error)
        return Deployment.unconfigured(arguments.site_dir, waiting=say)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
