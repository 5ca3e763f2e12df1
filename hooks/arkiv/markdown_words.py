"""The words that Python-Markdown's extensions put in a page, from the catalogue."""

from collections.abc import Callable, Mapping
from typing import Any

_OPTIONS = {
    ("toc", "permalink_title"): "theme.heading_link",
    ("footnotes", "BACKLINK_TITLE"): "theme.footnote_back",
}
"""An extension and its option, and where the catalogue has the words for it."""


def worded(
    options: Mapping[str, Mapping[str, Any]], words: Callable[[str], str]
) -> dict[str, dict[str, Any]]:
    """MkDocs' `mdx_configs` with the words that mkdocs.yml does not have of its own."""
    made = {extension: {**given} for extension, given in options.items()}
    for (extension, option), key in _OPTIONS.items():
        made.setdefault(extension, {}).setdefault(option, words(key))
    return made
