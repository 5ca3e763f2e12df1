"""The life of decisions: which later decision replaces or repeals which earlier one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from arkiv.model import Archive, Minutes, Record, RecordKind, Status
from arkiv.problems import Problem

Reference = tuple[str, str]
"""The id of a meeting, and the anchor of a decision in it."""

_REFERENCE = re.compile(r"(?P<meeting>\d{4}-\d{2}-\d{2}-[a-z0-9-]+)?#(?P<anchor>beslut-\d+-\d+)")


@dataclass(slots=True)
class Lives:
    """For each decision, what replaces and repeals it, and what it replaces and repeals."""

    replaced_by: dict[Reference, list[Reference]] = field(default_factory=lambda: defaultdict(list))
    repealed_by: dict[Reference, list[Reference]] = field(default_factory=lambda: defaultdict(list))
    problems: list[Problem] = field(default_factory=list)

    def in_force(self, reference: Reference) -> bool:
        """Whether no approved minutes have replaced or repealed it."""
        return not self.replaced_by.get(reference) and not self.repealed_by.get(reference)


def references(fields: Mapping[str, str], name: str, meeting: str) -> list[Reference]:
    """The decisions that a record's field names; `#beslut-1-2` alone is one of the same meeting."""
    found = _REFERENCE.finditer(fields.get(name, ""))
    return [(match["meeting"] or meeting, match["anchor"]) for match in found]


def anchor(record: Record, item: int) -> str:
    """A record's permanent anchor: kind, item and number, never words."""
    return f"{record.kind.value}-{item}-{record.number}"


def lives(archive: Archive) -> Lives:
    """The lives of all decisions, by what approved minutes say."""
    found = Lives()
    known = {(minutes.id, place) for minutes in archive.minutes for _, place in _decisions(minutes)}
    for minutes in archive.minutes:
        for record, place in _decisions(minutes):
            for name, changes in (("ersätter", found.replaced_by), ("upphäver", found.repealed_by)):
                for earlier in references(record.fields, name, minutes.id):
                    _note(found, changes, earlier, (minutes, place, record, name), known)
    found.problems += _lost_returns(archive)
    return found


def _lost_returns(archive: Archive) -> Iterator[Problem]:
    """Returns that say where a question came back, and name an item that is not there."""
    points = {f"{minutes.id}#punkt-{item.number}" for minutes in archive.minutes for item in minutes.items}
    for minutes in archive.minutes:
        for record, _ in _records(minutes, RecordKind.RETURN):
            if "till" in record.fields and record.fields["till"] not in points:
                what, remedy = "names an item that is not there", "write it as MEETING#punkt-N"
                yield Problem(record.place, "till", what, remedy, "warning")


def _note(
    found: Lives,
    changes: dict[Reference, list[Reference]],
    earlier: Reference,
    later: tuple[Minutes, str, Record, str],
    known: set[Reference],
) -> None:
    minutes, place, record, name = later
    if earlier not in known:
        what = f"names a decision that is not there ({earlier[0]}#{earlier[1]})"
        found.problems.append(Problem(record.place, name, what, "correct the reference", "warning"))
    elif minutes.status is Status.APPROVED:
        changes[earlier].append((minutes.id, place))


def _decisions(minutes: Minutes) -> Iterator[tuple[Record, str]]:
    return ((record, anchor(record, item)) for record, item in _records(minutes, RecordKind.DECISION))


def _records(minutes: Minutes, kind: RecordKind) -> Iterator[tuple[Record, int]]:
    """The records of a kind, with the number of their item."""
    for item in minutes.items:
        for block in item.blocks:
            if isinstance(block, Record) and block.kind is kind:
                yield block, item.number
