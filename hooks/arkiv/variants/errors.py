"""What can go wrong with a deployment, said with what to do about it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from arkiv.problems import Refusal

_EXPLAINED = {
    errno.ENOSPC: ("the disk is full", "free some space and run again"),
    errno.EDQUOT: ("the quota for this user is used up", "free some space and run again"),
    errno.EROFS: (
        "the file system is read-only",
        "mount it writable, or give another folder with --site-dir",
    ),
    errno.EACCES: (
        "is closed to this user",
        "give the user who runs arkiv the right to read and write there",
    ),
    errno.EPERM: ("is closed to this user", "give the user who runs arkiv the right to read and write there"),
    errno.EXDEV: ("lies on another file system", "let the site folder and its .variants be one file system"),
    errno.ENOENT: ("is not there any more", "run again, and let nothing but arkiv change .variants"),
}


class DeploymentError(Refusal):
    """What is live could not be read or changed. The message is `where: what - what to do`.

    What was live before is live still.
    """

    def __init__(self, where: Path | str, what: str, remedy: str) -> None:
        self.where, self.what, self.remedy = str(where), what, remedy
        super().__init__(f"{where}: {what} - {remedy}")


@contextmanager
def told(where: Path) -> Iterator[None]:
    """Turn what the system says of the files at `where` into what a person can do.

    Raises:
        DeploymentError: in place of an `OSError`.
    """
    try:
        yield
    except OSError as error:
        what, remedy = _EXPLAINED.get(
            error.errno or 0, (f"cannot be used: {error.strerror or error}", "see to that and run again")
        )
        raise DeploymentError(where, what, remedy) from error
