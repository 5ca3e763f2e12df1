"""The accessibility statement: a page made from a template and the operator's details in mkdocs.yml.

What it must say is laid down in lagen (2018:1937) and Digg's regulation MDFFS 2019:2. It is made before the
projection, as if an editor had written it, so that a name in it is hidden as anywhere else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from arkiv.accessibility import Accessibility
from arkiv.model import Archive, Audience, Page, Prose
from arkiv.pages.dates import written
from arkiv.pages.words import Words

PATH = "tillganglighet.md"
_OWN = frozenset({PATH, "tillganglighet/index.md"})


def with_statement(archive: Archive, details: Accessibility | None, words: Words) -> Archive:
    """The archive with its statement, unless it has one of its own or no details are given."""
    if details is None or any(page.path in _OWN for page in archive.pages):
        return archive
    body = "\n\n".join(_paragraphs(details, words))
    prose = Prose(body, Audience.PUBLIC, details.place)
    title = words("accessibility.title")
    page = Page(PATH, title, Audience.PUBLIC, (prose,), details.place)
    return replace(archive, pages=tuple(sorted((*archive.pages, page), key=lambda page: page.path)))


def _paragraphs(details: Accessibility, words: Words) -> Iterator[str]:
    said = _Said(words)
    yield said("introduction", operator=details.operator)
    yield said.heading("how_far")
    yield said(f"conformance.{details.conformance}")
    yield said("built")
    yield said.heading("shortcomings")
    yield "\n".join(f"- {line}" for line in details.shortcomings) or said("none_known")
    yield said.heading("report")
    yield " ".join(_report(details, said))
    yield said.heading("supervision")
    yield said("supervision_text")
    yield said.heading("examined")
    yield " ".join(_examined(details, said))


@dataclass(frozen=True, slots=True)
class _Said:
    """The template's words."""

    words: Words

    def __call__(self, key: str, **fields: str) -> str:
        return self.words(f"accessibility.{key}", **fields)

    def heading(self, key: str) -> str:
        return f"## {self(key)}"

    def day(self, day: date) -> str:
        return written(day, self.words.language)


def _report(details: Accessibility, said: _Said) -> Iterator[str]:
    email = f"<{details.email}>" if details.email else None
    phone = said("phone", phone=details.phone) if details.phone else None
    yield said("report_text", contact=said("or").join(filter(None, (email, phone))))
    if details.answer:
        yield said("report_answer", answer=details.answer)


def _examined(details: Accessibility, said: _Said) -> Iterator[str]:
    method = details.method or said("method")
    yield said("examined_text", method=method, reviewed=said.day(details.reviewed))
    if details.updated:
        yield said("updated", updated=said.day(details.updated))
