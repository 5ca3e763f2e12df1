"""Show every place in the sources where a person stands, and after a yes put the constant word instead.

PERSON is a member's id or a full name. All of it is tried on a copy first; nothing is changed where the
archive could not be read afterwards.
"""

import argparse
import sys

from arkiv import command_line
from arkiv.building import Prepared, ensure_unchanged, prepare
from arkiv.command_line import FOUND, WrongCall, docs_dir, run, say, settings
from arkiv.forgetting import Erasure, plan, question, report
from arkiv.forgetting.erasure import Unknown
from arkiv.problems import Refusal
from arkiv.variants import Deployment


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "forget")
    made.add_argument("person", metavar="PERSON", help="a member's id, or a full name in quotes")
    command_line.add_site(made)
    made.add_argument("--yes", action="store_true", help="do not ask before the files are changed")
    made.add_argument(
        "--show-names",
        action="store_true",
        help="show the lines before and after also when it is no terminal",
    )
    return made


def main(argv: list[str]) -> int:
    """Forget; returns the exit status."""
    return run(_forget, parser().parse_args(argv))


def _forget(arguments: argparse.Namespace) -> int:
    known = settings()
    prepared = prepare(known, docs_dir(arguments, known))
    found = _planned(prepared, arguments.person)
    print(report(found, names=arguments.show_names or sys.stdout.isatty()))
    if not found.texts:
        return 0
    if not (arguments.yes or _agreed(question(found))):
        say("nothing was changed")
        return FOUND
    ensure_unchanged(prepared)
    found.carry_out()
    _forget_what_builds_kept(Deployment(arguments.site_dir, known.levels))
    print(f"{found.id}: replaced in {found.places} places in {len(found.texts)} files")
    return 0


def _forget_what_builds_kept(deployment: Deployment) -> None:
    """Texts that earlier builds have made may name the person where a level shows them."""
    memory = deployment.store.memory
    try:
        gone = memory.forget()
    except OSError as error:
        raise Refusal(f"{memory.folder}: cannot be removed ({error.strerror}) - remove it by hand") from None
    if gone:
        say(f"{memory.folder}: emptied, since it may hold the name; the next build takes longer")


def _planned(prepared: Prepared, person: str) -> Erasure:
    try:
        return plan(prepared, person)
    except Unknown:
        # The argument is not repeated: it may be a name, and this may go to a log.
        told = "there is nobody with this id or name - give the id, or the name as it is written"
        raise WrongCall(told) from None


def _agreed(asked: str) -> bool:
    """Ask on the terminal; without one, nobody has agreed."""
    if not sys.stdin.isatty():
        say(f"{asked} Nobody is there to ask - run it again with --yes")
        return False
    return input(f"{asked} [j/N] ").strip().lower() in ("j", "ja", "y", "yes")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
