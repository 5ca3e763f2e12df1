"""Where a ledger may be kept: it holds names, so never in a site nor in docs/, and for its owner only."""

import os
import uuid
from pathlib import Path

from arkiv.ledger.entries import Ledger
from arkiv.problems import Refusal

FOLDER = "ledgers"
"""The folder beside mkdocs.yml where ledgers lie unless told otherwise; it is not in version control."""

_SITES = ("site", ".mkdocs-site")
"""Where arkiv and MkDocs publish unless told otherwise, beside mkdocs.yml."""

_MARKS = (".variants", "pagefind", "sitemap.xml")
"""What lies in a folder that is, or holds, a built site."""


def default_path(root: Path, ledger: Ledger) -> Path:
    """Where a ledger is kept unless told otherwise; a new one of the same change takes its place."""
    return root / FOLDER / f"{ledger.audience}-{ledger.before.id}-{ledger.after.id}.html"


def refuse_public(target: Path, root: Path, docs_dir: Path) -> None:
    """Refuse a place from which names could be published.

    Args:
        target: the file to write.
        root: the folder of mkdocs.yml.
        docs_dir: the archive's folder.

    Raises:
        Refusal: the file would lie in a site or in the archive.
    """
    folder = target.parent.resolve()
    inside = (folder, *folder.parents)
    remedy = "the ledger holds names: give a file in a folder of its own"
    if docs_dir.resolve() in inside:
        raise Refusal(f"--output: lies in the archive ({docs_dir.name}/) - {remedy}")
    sites = {(root / name).resolve() for name in _SITES}
    if sites & set(inside) or any((one / mark).exists() for one in inside for mark in _MARKS):
        raise Refusal(f"--output: lies in a site - {remedy}")


def file(text: str, target: Path) -> None:
    """Write the ledger, whole or not at all, readable by its owner only.

    Raises:
        Refusal: it cannot be written.
    """
    fresh = target.with_name(f".{uuid.uuid4().hex[:12]}.tmp")
    try:
        if target.parent.name == FOLDER:
            target.parent.mkdir(mode=0o700, exist_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
            opened.write(text)
        fresh.replace(target)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        why = error.strerror or "an error of the file system"
        raise Refusal(
            f"--output: cannot be written ({why}) - give a file in a folder that is there"
        ) from None
