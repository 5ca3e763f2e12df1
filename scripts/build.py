"""Build the site: project, render, index, audit, publish.

Builds for the public at the current level unless told otherwise, and publishes to SITE/<audience>/. A level
laxer than the live one is staged and not published; `./arkiv switch` makes it live.
"""

import argparse
import sys

from arkiv import command_line
from arkiv.command_line import FOUND, docs_dir, render, run, say, settings, site_dir, warn
from arkiv.model import Audience
from arkiv.policy.levels import Level
from arkiv.publication import Publication
from arkiv.settings import Settings
from arkiv.variants import Deployment, Refused


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "build")
    command_line.add_site(made)
    command_line.add_audience(made)
    made.add_argument("--level", metavar="ID", help="the security level (default: the current one)")
    made.add_argument("--all", action="store_true", help="stage every audience at every level")
    made.add_argument("--strict", action="store_true", help="refuse where anything is only warned of")
    return made


def main(argv: list[str]) -> int:
    """Build, and publish where that is allowed; returns the exit status."""
    return run(_build, parser().parse_args(argv))


def _build(arguments: argparse.Namespace) -> int:
    known = settings()
    level = command_line.level(arguments.level, known) if arguments.level else None
    publication = _publication(arguments, known)
    if not arguments.all:
        return _publish(publication, Audience(arguments.audience), level)
    for audience in Audience:
        for one in known.levels:
            publication.build(audience, one)
    return max(_publish(publication, audience, None) for audience in Audience)


def _publication(arguments: argparse.Namespace, known: Settings) -> Publication:
    return Publication(
        settings=known,
        docs_dir=docs_dir(arguments, known),
        deployment=Deployment(site_dir(arguments, known), known.levels, waiting=say),
        render=render,
        say=say,
        warn=warn,
        strict=arguments.strict,
    )


def _publish(publication: Publication, audience: Audience, level: Level | None) -> int:
    """Publish the newest fresh variant of a level, built now if there is none."""
    chosen = level or publication.deployment.level(audience)
    outcome = publication.publish(publication.fresh(audience, chosen))
    if isinstance(outcome, Refused):
        print(outcome)
        return 0 if outcome.reason.is_expected else FOUND
    print(
        f"{audience}: {chosen.label} ({chosen.id}) is live in {publication.deployment.layout.link(audience)}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
