"""The few steps on files that must be whole or not at all, power cuts included."""

import os
import uuid
from pathlib import Path

from arkiv.variants.layout import TEMPORARY, Layout


def scratch(layout: Layout) -> Path:
    """A path in `.variants` that nobody uses; what is left there is collected."""
    return layout.folder / scratch_name()


def scratch_name() -> str:
    """A file name that nobody uses."""
    return f"{TEMPORARY}{uuid.uuid4().hex[:12]}"


def point(layout: Layout, link: Path, target: str) -> None:
    """Let `link` lead to `target`, in one step: a reader finds the old or the new, never nothing.

    A rename replaces a link or a file and refuses to replace a folder.
    """
    fresh = scratch(layout)
    fresh.symlink_to(target)
    try:
        fresh.replace(link)
    except OSError:
        fresh.unlink()
        raise
    sync_folder(link.parent)


def write_synced(path: Path, text: str) -> None:
    """Write a small file and see it onto the disk."""
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """See the names in a folder onto the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
