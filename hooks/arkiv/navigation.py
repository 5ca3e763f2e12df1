"""The short navigation of mkdocs.yml, without what a build does not have."""

from collections.abc import Iterable, Mapping
from typing import Any

from arkiv.pages import START, TITLES, GeneratedPage, Words

_LABELS = TITLES | {START: "theme.home"}
"""Where the catalogue has what the menu calls a page."""


def menu(pages: Iterable[GeneratedPage], words: Words) -> dict[str, str]:
    """What each page is called in the menu, by path; empty where it is the page's own title."""
    return {page.path: words(_LABELS[page.path]) if page.path in _LABELS else "" for page in pages}


def existing(entries: Any, pages: Mapping[str, str]) -> list[Any]:
    """The entries whose pages are built; sections left empty go too.

    Args:
        entries: MkDocs' `nav`: paths, `{title: path}` and `{title: [entries]}`.
        pages: what is built, relative to docs/, with the label of an entry that has no title of its own;
            where that is empty, MkDocs takes the page's title.
    """
    return [kept for entry in entries or [] if (kept := _kept(entry, pages))]


def _kept(entry: Any, pages: Mapping[str, str]) -> Any:
    if isinstance(entry, str):
        return _labelled(entry, pages)
    if not entry:
        return None
    (title, target), *_ = entry.items()
    kept = existing(target, pages) if isinstance(target, list) else target
    return {title: kept} if kept and (isinstance(kept, list) or _is_there(kept, pages)) else None


def _labelled(path: str, pages: Mapping[str, str]) -> Any:
    label = pages.get(path)
    return {label: path} if label else path if _is_there(path, pages) else None


def _is_there(target: str, pages: Mapping[str, str]) -> bool:
    return "://" in target or target in pages
