"""The pages as Python-Markdown renders them for the site, with the extensions of mkdocs.yml."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import yaml

from arkiv.markdown_words import worded
from arkiv.pages import load_words

ROOT = Path(__file__).parents[3]


def extensions() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Names and settings of the Markdown extensions in mkdocs.yml."""
    entries = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    settings = {name: value for entry in entries if isinstance(entry, dict) for name, value in entry.items()}
    names = [entry if isinstance(entry, str) else next(iter(entry)) for entry in entries]
    return names, worded(settings, load_words("sv"))


def html(text: str) -> str:
    """Markdown as HTML."""
    return _renderer().reset().convert(text)


@cache
def _renderer() -> markdown.Markdown:
    """One renderer for all tests."""
    names, settings = extensions()
    return markdown.Markdown(extensions=names, extension_configs=settings)


def body(page: str) -> str:
    """A page's Markdown without its frontmatter."""
    return page.split("---\n", 2)[2]


class Parsed(HTMLParser):
    """Elements with their attributes, and all text."""

    def __init__(self, source: str) -> None:
        """Parse at once."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.parts: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.parts.append(data)

    @property
    def text(self) -> str:
        """All text, with white space as one space."""
        return " ".join("".join(self.parts).split())

    def values(self, attribute: str) -> Iterator[str]:
        """Every value of an attribute."""
        return (attrs[attribute] for _, attrs in self.elements if attribute in attrs)
