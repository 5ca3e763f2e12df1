"""One Markdown file under docs/ -> what it says. It depends on nothing but its path and its bytes."""

from dataclasses import dataclass

from arkiv.model import Event, Minutes, Network, Page
from arkiv.problems import Problem
from arkiv.sources.activity import warn_of_activity
from arkiv.sources.fields import Problems
from arkiv.sources.frontmatter_file import SourceFile, decoded, split
from arkiv.sources.minutes import read_minutes
from arkiv.sources.networks import read_event, read_network, read_page

Document = Minutes | Network | Event | Page


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file says, None where it cannot be read, and everything that is wrong with it."""

    document: Document | None
    problems: tuple[Problem, ...]


def parsed(path: str, raw: bytes) -> Parsed:
    """What a file says; `path` is relative to docs/."""
    problems = Problems(path)
    text = decoded(raw, problems)
    source = None if text is None else split(text, problems)
    document = None if source is None else _document(path, source, problems)
    return Parsed(document, tuple(problems.found))


def _document(path: str, source: SourceFile, problems: Problems) -> Document | None:
    """By folder: `index.md` anywhere is an ordinary page, an introduction to what is generated there."""
    warn_of_activity(source.body, source.body_line, problems)
    match "" if path.endswith("/index.md") else path.partition("/")[0]:
        case "moten":
            return read_minutes(path, source, problems)
        case "natverk":
            return read_network(path, source, problems)
        case "kalender":
            return read_event(path, source, problems)
        case _:
            return read_page(path, source, problems)
