"""Preview the site on this machine, with live reload; level and audience can be changed in the page.

Shows what `build` would make of the files as they are now, for the public at the current level unless told
otherwise. Nothing is published. Ctrl-C ends it.
"""

import argparse
import signal
import sys

from arkiv import command_line
from arkiv.command_line import FOUND, ROOT, render, run, say, settings
from arkiv.model import Audience
from arkiv.plain_build import SITE_DIR
from arkiv.serving import Bench, Choice, PortTaken, serve
from arkiv.settings import Settings
from arkiv.variants import Deployment


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "serve")
    command_line.add_docs(made)
    command_line.add_audience(made)
    made.add_argument(
        "--level", metavar="ID", help="the security level to begin with (default: the current one)"
    )
    made.add_argument(
        "--port", type=_port, default=8000, metavar="N", help="0 is any that is free (default: 8000)"
    )
    return made


def main(argv: list[str]) -> int:
    """Serve until interrupted; returns the exit status."""
    return run(_serve, parser().parse_args(argv))


def _serve(arguments: argparse.Namespace) -> int:
    for name in ("SIGTERM", "SIGHUP"):  # as Ctrl-C, so that nothing is left behind; Windows has no SIGHUP
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        known = settings()
        serve(_bench(arguments, known), _first(arguments, known), arguments.port, _announce)
    except KeyboardInterrupt:
        say("the preview has ended")
    except PortTaken as error:
        print(f"arkiv: {error}", file=sys.stderr)
        return FOUND
    return 0


def _bench(arguments: argparse.Namespace, known: Settings) -> Bench:
    return Bench(known, settings, arguments.docs_dir, render, say)


def _first(arguments: argparse.Namespace, known: Settings) -> Choice:
    audience = Audience(arguments.audience)
    if arguments.level:
        return Choice(audience, command_line.level(arguments.level, known).id)
    return Choice(audience, Deployment(ROOT / SITE_DIR, known.levels).level(audience).id)


def _announce(url: str) -> None:
    print(f"preview on {url} - Ctrl-C ends it", flush=True)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise argparse.ArgumentTypeError("write a number from 0 to 65535")
    return int(text)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
