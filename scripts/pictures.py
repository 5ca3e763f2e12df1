"""Take the pictures of the README anew (for maintainers; needs Chromium)."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from arkiv import command_line
from arkiv.command_line import ROOT, render, run, say, settings
from arkiv.environment import Environment
from arkiv.model import Audience
from arkiv.problems import Refusal


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "pictures")
    made.add_argument("--browser", default="chromium", metavar="PATH", help="a Chromium (default: chromium)")
    return made


def main(argv: list[str]) -> int:
    """Take the pictures; returns the exit status."""
    return run(_pictures, parser().parse_args(argv))


def _pictures(arguments: argparse.Namespace) -> int:
    browser = shutil.which(arguments.browser)
    if browser is None:
        raise Refusal(f"there is no {arguments.browser} - install Chromium, or give its path with --browser")
    Environment(ROOT).ensure("test")
    from arkiv.building import build_site, prepare, view
    from arkiv.pictures import SHOTS, take

    known = settings()
    prepared = prepare(known, known.docs_dir)
    with tempfile.TemporaryDirectory() as scratch:
        sites = {level: Path(scratch, level) for level in sorted({shot.level for shot in SHOTS})}
        for level, site in sites.items():
            build_site(view(prepared, Audience.PUBLIC, known.levels.get(level)), site, render, say)
        for picture in take(sites, ROOT / "handbook" / "pictures", browser):
            print(picture.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
