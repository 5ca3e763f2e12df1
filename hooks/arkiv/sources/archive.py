"""The whole of docs/: which file is what, and what must hold between them."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from arkiv.model import Archive, Attachment, Event, Minutes, Network, Page, Place
from arkiv.problems import ArchiveError, Problem
from arkiv.sources.activity import warn_of_activity
from arkiv.sources.fields import Problems
from arkiv.sources.frontmatter_file import SourceFile, read_file
from arkiv.sources.minutes import read_minutes
from arkiv.sources.networks import read_event, read_network, read_page

T = TypeVar("T")

SETTLED_NAMES = "namn.yml"
"""The one file under docs/ that settles person-like names; it is never published."""

_NEARLY_PAGES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
_INDEX = re.compile(r"(^|/)(index|readme)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, as far as it could be, and everything that is wrong with it."""

    archive: Archive
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Shelves:
    """The parts of an archive while it is being read."""

    networks: list[Network] = field(default_factory=list)
    minutes: list[Minutes] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    paths: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_archive(docs_dir: Path) -> Reading:
    """Everything under `docs_dir`, checked as far as it can be without the rule.

    Where a problem is an error, the archive is not whole and must not be published.

    Raises:
        ArchiveError: there is no such folder.
    """
    shelves = _Shelves()
    if not docs_dir.is_dir():
        remedy = "give the archive's folder with --docs-dir"
        raise ArchiveError((Problem(Place(docs_dir.name), "docs", "is not a folder", remedy),))
    for path in _walk(docs_dir, shelves):
        _read_one(docs_dir, path, shelves)
    archive = Archive(
        networks=tuple(shelves.networks),
        minutes=tuple(shelves.minutes),
        events=tuple(shelves.events),
        pages=tuple(shelves.pages),
        files=frozenset(shelves.files),
    )
    _check_addresses(shelves)
    _check_references(archive, shelves)
    return Reading(archive, tuple(shelves.problems))


def _walk(docs_dir: Path, shelves: _Shelves) -> Iterator[str]:
    """The files in order of their paths; hidden ones are passed over, links that lead out refused."""
    root = docs_dir.resolve()
    for folder, folders, names in os.walk(docs_dir):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in [*names, *folders] if not name.startswith(".")):
            path = Path(folder, name)
            relative = path.relative_to(docs_dir).as_posix()
            if fault := _name_fault(relative) or _link_fault(path, relative, root):
                shelves.problems.append(fault)
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


def _read_one(docs_dir: Path, path: str, shelves: _Shelves) -> None:
    problems = Problems(path)
    if path.endswith(".md"):
        shelves.paths.append(path)
        source = read_file(docs_dir / path, problems)
        if source is not None:
            warn_of_activity(source.body, source.body_line, problems)
            _place(path, source, problems, shelves)
    elif path != SETTLED_NAMES:
        shelves.files.add(path)
        if path.lower().endswith(_NEARLY_PAGES):
            problems.add(1, "file", "is not read as a page", "give it a name that ends in .md", "warning")
    shelves.problems += problems.found


def _place(path: str, source: SourceFile, problems: Problems, shelves: _Shelves) -> None:
    """By folder: `index.md` anywhere is an ordinary page, an introduction to what is generated there."""
    folder = path.split("/", 1)[0] if not path.endswith("/index.md") else ""
    if folder == "moten":
        _keep(shelves.minutes, read_minutes, path, source, problems)
    elif folder == "natverk":
        _keep(shelves.networks, read_network, path, source, problems)
    elif folder == "kalender":
        _keep(shelves.events, read_event, path, source, problems)
    else:
        shelves.pages.append(read_page(path, source, problems))


def _keep(
    shelf: list[T],
    read: Callable[[str, SourceFile, Problems], T | None],
    path: str,
    source: SourceFile,
    problems: Problems,
) -> None:
    found = read(path, source, problems)
    if found is not None:
        shelf.append(found)


def _check_addresses(shelves: _Shelves) -> None:
    """No two pages may have one address: the one that is written last would take the other's place."""
    seen: dict[str, str] = {}
    for path in shelves.paths:
        address = _INDEX.sub("", path.removesuffix(".md")).lower()
        if address in seen:
            what = f"has the same address as {seen[address]}"
            shelves.problems.append(Problem(Place(path), "file", what, "rename one of the two"))
        seen[address] = path


def _check_references(archive: Archive, shelves: _Shelves) -> None:
    """Networks that are named exist, and so do attached files."""
    known = {network.id for network in archive.networks}
    remedy = f"write one of: {', '.join(sorted(known)) or 'none is there yet; add docs/natverk/<id>.md'}"
    for place, field_name, network in _network_references(archive):
        # One whose own file is broken is there: that fault has been told.
        if network not in known and f"natverk/{network}.md" not in shelves.paths:
            shelves.problems.append(Problem(place, field_name, "is unknown", remedy))
    for attachment in _attachments(archive):
        if attachment.file not in archive.files:
            what, remedy = "is not there", "add the file, or remove the line"
            shelves.problems.append(Problem(attachment.place, "attachments", what, remedy))


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
