"""What all commands share: their options, where the archive is, and how errors are told."""

import argparse
import errno
import importlib
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from arkiv.model import Audience
from arkiv.policy.levels import Level
from arkiv.problems import Refusal
from arkiv.settings import CONFIG_FILE, Settings, read_settings

if TYPE_CHECKING:
    from arkiv.building import View

ROOT = Path(__file__).resolve().parents[2]
"""The folder of mkdocs.yml and the launcher."""

FOUND = 1
"""Exit status where something was found or refused."""

WRONG_CALL = 2
"""Exit status where the call was wrong."""


class WrongCall(Exception):
    """An argument that cannot be meant; the text says what to give instead."""


def parser(doc: str | None, command: str) -> argparse.ArgumentParser:
    """A parser whose description is the script's own docstring."""
    return argparse.ArgumentParser(
        prog=f"./arkiv {command}", description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def add_docs(made: argparse.ArgumentParser) -> None:
    """`--docs-dir`."""
    made.add_argument(
        "--docs-dir", type=Path, metavar="DIR", help="the archive's folder (default: mkdocs.yml's)"
    )


def add_site(made: argparse.ArgumentParser) -> None:
    """`--docs-dir` and `--site-dir`."""
    add_docs(made)
    made.add_argument(
        "--site-dir",
        type=Path,
        default=Path("site"),
        metavar="DIR",
        help="where sites are published (default: site)",
    )


def add_audience(made: argparse.ArgumentParser, default: Audience | None = Audience.PUBLIC) -> None:
    """`--audience`."""
    made.add_argument(
        "--audience",
        choices=[str(audience) for audience in Audience],
        default=default and str(default),
        help="who the site is for" + (f" (default: {default})" if default else " (default: both)"),
    )


def settings() -> Settings:
    """The settings in mkdocs.yml.

    Raises:
        ArchiveError: they are broken.
    """
    return read_settings(ROOT / CONFIG_FILE)


def level(said: str, known: Settings) -> Level:
    """The level with this id.

    Raises:
        WrongCall: there is none.
    """
    if said not in known.levels:
        raise WrongCall(
            f"there is no level {said!r} - give one of: {', '.join(one.id for one in known.levels)}"
        )
    return known.levels.get(said)


def site_dir(arguments: argparse.Namespace, known: Settings) -> Path:
    """The folder of the sites, which holds no sources and lies in none.

    Raises:
        WrongCall: it does.
    """
    given: Path = arguments.site_dir
    site, docs = given.resolve(), docs_dir(arguments, known).resolve()
    if site in (ROOT, docs) or docs in site.parents or site in docs.parents:
        raise WrongCall(
            "--site-dir and the archive's folder lie in each other - publish to a folder of its own"
        )
    return given


def docs_dir(arguments: argparse.Namespace, known: Settings) -> Path:
    """The archive's folder."""
    given: Path | None = arguments.docs_dir
    return given or known.docs_dir


def render(view: "View", folder: Path) -> tuple[str, ...]:
    """Render with MkDocs, which takes a while to load: so only where something is built."""
    engine = importlib.import_module("mkdocs_events")
    warnings: tuple[str, ...] = engine.render(view, folder)
    return warnings


def say(line: str) -> None:
    """Tell what is going on, beside the command's own output."""
    print(line, file=sys.stderr, flush=True)


def warn(warning: object) -> None:
    """Tell of what does not stop a build."""
    print(f"warning: {warning}", file=sys.stderr, flush=True)


def run(main: Callable[[argparse.Namespace], int], arguments: argparse.Namespace) -> int:
    """The command's exit status; what it refuses is told on standard error, without a traceback."""
    try:
        return main(arguments)
    except WrongCall as error:
        print(f"arkiv: {error}", file=sys.stderr)
        return WRONG_CALL
    except Refusal as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:  # whoever read it has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(_refused_by_system(error), file=sys.stderr)
    except Exception as error:  # noqa: BLE001 - the text of an error nobody foresaw may hold a name
        print(unforeseen(error), file=sys.stderr)
    return FOUND


def _refused_by_system(error: OSError) -> str:
    """What the system refused; a path in it may hold a name."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full - make room and run again; what is live is whole"
    return unforeseen(error)


def unforeseen(error: Exception) -> str:
    """What may be said of an error nobody foresaw: its kind and where in the program, never its text."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return (
        f"{where}: {type(error).__name__}: a fault in arkiv - what is live is whole; report it with this line"
    )
