"""An empty archive to start from: a copy of the folder `starter`."""

import shutil
from pathlib import Path

from arkiv.model import Place
from arkiv.problems import ArchiveError, Problem

STARTER = Path(__file__).parent / "starter"

NETWORK = "exempelnatverket"
"""The id of the network that the starter has as an example."""


def start(folder: Path) -> tuple[str, ...]:
    """Make an archive in a folder that is new or empty.

    Returns:
        The files, relative to the folder, in order.

    Raises:
        ArchiveError: the folder is not empty or no folder, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise _refusal(folder, "is not empty", "give a folder that is new or empty")
    try:
        shutil.copytree(STARTER, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
    except OSError as error:  # of several files too: copytree gathers them in one
        reason = error.strerror or "not all files could be written"
        raise _refusal(folder, f"cannot be written ({reason})", "give a folder that you may write") from None
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))


def _refusal(folder: Path, what: str, remedy: str) -> ArchiveError:
    return ArchiveError((Problem(Place(folder.name or str(folder)), "folder", what, remedy),))
