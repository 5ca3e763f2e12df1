"""The short navigation of mkdocs.yml, without what a build does not have."""

from collections.abc import Set
from typing import Any


def existing(entries: Any, paths: Set[str]) -> list[Any]:
    """The entries whose pages are built; sections left empty go too.

    Args:
        entries: MkDocs' `nav`: paths, `{title: path}` and `{title: [entries]}`.
        paths: what is built, relative to docs/.
    """
    return [kept for entry in entries or [] if (kept := _kept(entry, paths))]


def _kept(entry: Any, paths: Set[str]) -> Any:
    if isinstance(entry, str):
        return entry if "://" in entry or entry in paths else None
    if not entry:
        return None
    (title, target), *_ = entry.items()
    kept = existing(target, paths) if isinstance(target, list) else _kept(target, paths)
    return {title: kept} if kept else None
