"""The whole of docs/: which file is what, and what must hold between them."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from arkiv.memory import Recall, given
from arkiv.model import Archive, Attachment, Event, Minutes, Network, Page, Place
from arkiv.problems import ArchiveError, Problem
from arkiv.sources.documents import Document
from arkiv.sources.fields import Problems
from arkiv.sources.frontmatter_file import read_bytes
from arkiv.sources.remembered import File, remembered

T = TypeVar("T", bound=Document)

SETTLED_NAMES = "namn.yml"
"""The one file under docs/ that settles person-like names; it is never published."""

_NEARLY_PAGES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
_INDEX = re.compile(r"(^|/)(index|readme)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, as far as it could be, and everything that is wrong with it."""

    archive: Archive
    problems: tuple[Problem, ...]


def read_archive(docs_dir: Path, recall: Recall | None = None) -> Reading:
    """Everything under `docs_dir`, checked as far as it can be without the rule.

    Where a problem is an error, the archive is not whole and must not be published.

    Args:
        docs_dir: the folder.
        recall: the files that were read before.

    Raises:
        ArchiveError: there is no such folder.
    """
    if not docs_dir.is_dir():
        remedy = "give the archive's folder with --docs-dir"
        raise ArchiveError((Problem(Place(docs_dir.name), "docs", "is not a folder", remedy),))
    problems: list[Problem] = []
    found = list(_walk(docs_dir, problems))
    pages, others = _sorted(found)
    read = remembered(given(recall), list(_files(docs_dir, pages, problems)))
    documents = [one.document for one in read if one.document]
    archive = Archive(
        networks=_of(Network, documents),
        minutes=_of(Minutes, documents),
        events=_of(Event, documents),
        pages=_of(Page, documents),
        files=frozenset(others),
    )
    problems += (problem for one in read for problem in one.problems)
    problems += [*_nearly_pages(others), *_address_faults(pages), *_reference_faults(archive, pages)]
    return Reading(archive, tuple(problems))


def _sorted(paths: Iterable[str]) -> tuple[list[str], list[str]]:
    """The pages, and the files that pages may offer."""
    found = [path for path in paths if path != SETTLED_NAMES]
    return [path for path in found if path.endswith(".md")], [
        path for path in found if not path.endswith(".md")
    ]


def _files(docs_dir: Path, pages: Iterable[str], faults: list[Problem]) -> Iterator[File]:
    for path in pages:
        problems = Problems(path)
        raw = read_bytes(docs_dir / path, problems)
        faults += problems.found
        if raw is not None:
            yield path, raw


def _of(kind: type[T], documents: Iterable[Document]) -> tuple[T, ...]:
    return tuple(document for document in documents if isinstance(document, kind))


def _nearly_pages(others: Iterable[str]) -> Iterator[Problem]:
    remedy = "give it a name that ends in .md"
    for path in others:
        if path.lower().endswith(_NEARLY_PAGES):
            yield Problem(Place(path), "file", "is not read as a page", remedy, "warning")


def _walk(docs_dir: Path, faults: list[Problem]) -> Iterator[str]:
    """The files in order of their paths; hidden ones are passed over, links that lead out refused."""
    root = docs_dir.resolve()
    for folder, folders, names in os.walk(docs_dir):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in [*names, *folders] if not name.startswith(".")):
            path = Path(folder, name)
            relative = path.relative_to(docs_dir).as_posix()
            if fault := _name_fault(relative) or _link_fault(path, relative, root):
                faults.append(fault)
            elif path.is_file():
                yield relative


def _name_fault(relative: str) -> Problem | None:
    if relative.isprintable():  # which a name that is no UTF-8 is not
        return None
    return Problem(Place(ascii(relative)[1:-1]), "file", "has a name with odd characters", "rename it")


def _link_fault(path: Path, relative: str, root: Path) -> Problem | None:
    """Why a link is not followed, or None."""
    if not path.is_symlink():
        return None
    place = Place(relative)
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # Python 3.11 says RuntimeError of a link to itself
        return Problem(
            place, "file", "is a link that leads nowhere", "copy the file here, or remove the link"
        )
    if not target.is_relative_to(root):
        return Problem(place, "file", "is a link that leads out of docs/", "copy the file into docs/")
    if target.is_dir():
        return Problem(place, "file", "is a link to a folder", "move the folder here, or remove the link")
    return None


def _address_faults(pages: Iterable[str]) -> Iterator[Problem]:
    """No two pages may have one address: the one that is written last would take the other's place."""
    seen: dict[str, str] = {}
    for path in pages:
        address = _INDEX.sub("", path.removesuffix(".md")).lower()
        if address in seen:
            yield Problem(
                Place(path), "file", f"has the same address as {seen[address]}", "rename one of the two"
            )
        seen[address] = path


def _reference_faults(archive: Archive, pages: Sequence[str]) -> Iterator[Problem]:
    """Networks that are named must exist, and so must attached files."""
    known, paths = {network.id for network in archive.networks}, {*pages}
    remedy = f"write one of: {', '.join(sorted(known)) or 'none is there yet; add docs/natverk/<id>.md'}"
    for place, field, network in _network_references(archive):
        # One whose own file is broken is there: that fault has been told.
        if network not in known and f"natverk/{network}.md" not in paths:
            yield Problem(place, field, "is unknown", remedy)
    for attachment in _attachments(archive):
        if attachment.file not in archive.files:
            yield Problem(attachment.place, "attachments", "is not there", "add the file, or remove the line")


def _network_references(archive: Archive) -> Iterator[tuple[Place, str, str]]:
    for minutes in archive.minutes:
        yield minutes.place, "network", minutes.network
    for event in archive.events:
        for network in event.networks:
            yield event.place, "networks", network


def _attachments(archive: Archive) -> Iterator[Attachment]:
    owners: tuple[Minutes | Network | Page, ...] = (*archive.minutes, *archive.networks, *archive.pages)
    for owner in owners:
        yield from owner.attachments
