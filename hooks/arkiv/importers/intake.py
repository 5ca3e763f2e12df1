"""Importing: documents read, checked all together, and only then written."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from arkiv.importers import read_source
from arkiv.importers.draft import Draft, draft
from arkiv.importers.roster import NETWORK_ID, Near, known_networks, members_of, near_members, network
from arkiv.importers.source import UnreadableSource
from arkiv.minutes_file import minutes_path, network_path, network_text
from arkiv.model import Person, Place, Status
from arkiv.problems import ArchiveError, Problem
from arkiv.sources.fields import Problems
from arkiv.sources.frontmatter_file import split
from arkiv.sources.minutes import read_minutes


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for. `day` None: the document tells its own; `number` counts meetings of one day."""

    files: tuple[Path, ...]
    network: str
    docs_dir: Path
    day: date | None = None
    number: int = 1
    status: Status = Status.DRAFT
    new_network: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """One document that became minutes. `faults` are what `check` would say of the new file."""

    draft: Draft
    near: tuple[Near, ...]
    faults: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """All of one call. `new_network` is the text of the network's page where there was none."""

    imported: tuple[Imported, ...]
    new_network: str | None


def import_minutes(request: Request) -> Intake:
    """Read every document, and write minutes of them (nothing in a dry run).

    Raises:
        ArchiveError: something is refused; nothing has been written, and every problem is told.
    """
    problems = _network_problems(request)
    drafts = [one for path in request.files if (one := _draft(path, request, problems))]
    _refuse_shared_targets(drafts, request, problems)
    if problems:
        raise ArchiveError(tuple(problems))
    result = _intake(drafts, request)
    if not request.dry_run:
        _write(result, request)
    return result


def _network_problems(request: Request) -> list[Problem]:
    place, known = Place("--network"), known_networks(request.docs_dir)
    if not NETWORK_ID.fullmatch(request.network):
        return [Problem(place, "network", "is no usable id", "use a-z, 0-9 and hyphens, and no number last")]
    if request.network in known or not known or request.new_network:
        return []
    what = f"there is no network {request.network} among {', '.join(known)}"
    return [Problem(place, "network", what, "name one of them, or add --new-network to create it")]


def _draft(path: Path, request: Request, problems: list[Problem]) -> Draft | None:
    """One document as a dated draft, or None; what is wrong is noted."""
    try:
        found = draft(read_source(path), request.network)
    except UnreadableSource as error:
        problems.append(Problem(Place(str(path), error.line), "file", error.what, error.remedy))
        return None
    for pair in found.parts.agenda.repeated:
        first, second = sorted(pair, key=lambda head: head.line)
        what = f"number {second.number} stands here and at line {first.line}"
        problems.append(
            Problem(Place(str(path), second.line), "item", what, "number each item once in the document")
        )
    day = _day(found, request, problems)
    return found.dated(request.network, day, request.number, request.status) if day else None


def _day(found: Draft, request: Request, problems: list[Problem]) -> date | None:
    """The date asked for, or the only one that the document's name and headings tell."""
    if request.day or len(found.dates) == 1:
        return request.day or min(found.dates)
    told = " and ".join(day.isoformat() for day in sorted(found.dates))
    what = (
        f"the document tells more than one ({told})"
        if told
        else "no date stands in the document's name or headings"
    )
    problems.append(Problem(Place(str(found.source.path)), "date", what, "say which with --date YYYY-MM-DD"))
    return None


def _refuse_shared_targets(drafts: list[Draft], request: Request, problems: list[Problem]) -> None:
    """No file is overwritten, neither one that stands there nor one of this same call."""
    taken: set[str] = set()
    for one in drafts:
        path, place = one.minutes.path, Place(str(one.source.path))
        exists = (request.docs_dir / path).exists()
        if path in taken or exists:
            what = f"{path} {'exists already' if exists else 'would be written twice'}"
            remedy = "remove that file first, or give --number 2 if there were two meetings that day"
            problems.append(Problem(place, "date", what, remedy))
        taken.add(path)


def _intake(drafts: list[Draft], request: Request) -> Intake:
    roster = network(request.docs_dir, request.network)
    imported = [Imported(one, near_members(_people(one), roster), _faults(one)) for one in drafts]
    exists = (request.docs_dir / network_path(request.network)).exists()
    return Intake(tuple(imported), None if exists else _new_network(drafts, request.network))


def _people(one: Draft) -> list[Person]:
    minutes = one.minutes
    return [attendee.person for attendee in (*minutes.present, *minutes.absent)] + list(minutes.mentioned)


def _new_network(drafts: list[Draft], network_id: str) -> str:
    attendees = [attendee for one in drafts for attendee in (*one.minutes.present, *one.minutes.absent)]
    name = network_id.replace("-", " ").capitalize()
    return network_text(name, members_of(attendees))


def _faults(one: Draft) -> tuple[Problem, ...]:
    """What the archive's own reader says of the new file, warnings too."""
    problems = Problems(one.minutes.path)
    source = split(one.text, problems)
    if source:
        read_minutes(one.minutes.path, source, problems)
    return tuple(problems.found)


def _write(result: Intake, request: Request) -> None:
    if result.new_network:
        _create(request.docs_dir / network_path(request.network), result.new_network)
    for one in result.imported:
        minutes = one.draft.minutes
        _create(
            request.docs_dir / minutes_path(minutes.network, minutes.date, minutes.number), one.draft.text
        )


def _create(path: Path, text: str) -> None:
    """Write a file that must not exist yet.

    Raises:
        ArchiveError: it does, or it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        what = f"cannot be written ({(error.strerror or 'no reason given').casefold()})"
        raise ArchiveError(
            (Problem(Place(str(path)), "file", what, "check the folder and try again"),)
        ) from None
