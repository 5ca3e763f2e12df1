"""Meetings as one build may show them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from arkiv.memory import Results
from arkiv.model import (
    Attachment,
    Audience,
    Block,
    Item,
    Minutes,
    Network,
    Person,
    Place,
    Prose,
    Record,
    RecordKind,
    Status,
)
from arkiv.policy.disclosures import Disclosure
from arkiv.problems import Problem
from arkiv.projection.decisions import Lives, Reference, anchor, references
from arkiv.projection.people import Roster
from arkiv.projection.vocabulary import Vocabulary
from arkiv.projection.writing import Writer, folder_of
from arkiv.public import (
    Link,
    PublicAsset,
    PublicAttachment,
    PublicBlock,
    PublicItem,
    PublicMeeting,
    PublicPerson,
    PublicRecord,
    PublicText,
)
from arkiv.sources.fields import parse_date


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the meetings, with what was noted and which files they offer; `faults` are of files.

    `redacted` and `masked` are what texts became, to be kept for the next build.
    """

    meetings: tuple[PublicMeeting, ...]
    problems: tuple[Problem, ...]
    faults: tuple[Problem, ...]
    offered: dict[str, PublicAsset]
    redacted: Results
    masked: Results


@dataclass(frozen=True, slots=True)
class Meetings:
    """What projecting any meeting needs. `places` are all meetings of this build, by id."""

    audience: Audience
    roster: Roster
    lives: Lives
    vocabulary: Vocabulary
    places: dict[str, Minutes]
    names: dict[str, PublicText]

    def meeting(
        self, minutes: Minutes, network: Network, disclosure: Disclosure, writer: Writer
    ) -> PublicMeeting:
        """One meeting. Below `named` a coming meeting shows neither time nor place."""
        when_and_where = disclosure.shows_names or minutes.status is Status.APPROVED
        attendance = self.roster.attendance
        return PublicMeeting(
            path=minutes.path,
            id=minutes.id,
            network=network.id,
            network_name=self.names[network.id],
            date=minutes.date,
            number=minutes.number,
            status=minutes.status,
            internal=minutes.audience is Audience.INTERNAL,
            disclosure=disclosure,
            title=self._title(minutes, writer),
            start=minutes.start if when_and_where else None,
            end=minutes.end if when_and_where else None,
            location=writer.text(minutes.location) if when_and_where else None,
            reference=writer.text(minutes.reference),
            adjusted_by=self._person(minutes.adjusted_by, writer),
            recorder=self._person(minutes.recorder, writer),
            present=attendance(minutes.present, minutes, writer, self.audience),
            absent=attendance(minutes.absent, minutes, writer, self.audience),
            tags=writer.labels(minutes.tags),
            attachments=tuple(attachments(minutes.attachments, self.audience, writer, self.vocabulary)),
            preamble=tuple(writer.prose(minutes.preamble, self.audience, in_minutes=True)),
            items=tuple(self._item(item, minutes, network, writer) for item in minutes.items),
        )

    def _person(self, person: Person | None, writer: Writer) -> PublicPerson | None:
        return self.roster.person(person, writer) if person else None

    def _title(self, minutes: Minutes, writer: Writer) -> PublicText:
        if minutes.title:
            return writer.title(minutes.title)
        return self.vocabulary.meeting(self.names[minutes.network], minutes.date)

    def _item(self, item: Item, minutes: Minutes, network: Network, writer: Writer) -> PublicItem:
        """An item; closed to the public, it leaves its number."""
        internal = item.audience is Audience.INTERNAL
        place = f"punkt-{item.number}"
        if internal and self.audience is Audience.PUBLIC:
            return PublicItem(item.number, place, None, internal, ())
        blocks = tuple(self._blocks(item, minutes, network, writer))
        return PublicItem(item.number, place, writer.title(item.title), internal, blocks)

    def _blocks(
        self, item: Item, minutes: Minutes, network: Network, writer: Writer
    ) -> Iterator[PublicBlock]:
        for block in item.blocks:
            if _is_closed(block, self.audience):
                continue
            if isinstance(block, Prose):
                yield writer.passage(block, in_minutes=True)
            else:
                yield self._record(block, item, minutes, writer, self._who(block, minutes, network, writer))

    def _who(self, record: Record, minutes: Minutes, network: Network, writer: Writer) -> PublicPerson | None:
        """The one person who is appointed or responsible."""
        said = record.text if record.kind is RecordKind.APPOINTMENT else record.fields.get("ansvarig")
        return self.roster.called(said, minutes, network, writer) if said else None

    def _record(
        self, record: Record, item: Item, minutes: Minutes, writer: Writer, who: PublicPerson | None
    ) -> PublicRecord:
        mine = (minutes.id, anchor(record, item.number))
        text = writer.markdown(record.text, record.place)
        fields = record.fields
        return PublicRecord(
            kind=record.kind,
            anchor=mine[1],
            text=text,
            plain=writer.plain(text),
            internal=record.audience is Audience.INTERNAL,
            who=who,
            responsible=writer.text(fields.get("ansvarig")),
            assignment=writer.text(fields.get("uppdrag")),
            to=writer.text(fields.get("till")) if parse_date(fields.get("till", "")) is None else None,
            due=parse_date(fields.get("senast", "")),
            done=parse_date(fields.get("klar", "")),
            until=parse_date(fields.get("till", "")),
            since=parse_date(fields.get("från", "")),
            substitute=writer.text(fields.get("ersättare")),
            in_force=self.lives.in_force(mine),
            replaces=self._links(references(fields, "ersätter", minutes.id)),
            repeals=self._links(references(fields, "upphäver", minutes.id)),
            replaced_by=self._links(self.lives.replaced_by.get(mine, [])),
            repealed_by=self._links(self.lives.repealed_by.get(mine, [])),
        )

    def _links(self, found: list[Reference]) -> tuple[Link, ...]:
        """Links to decisions that this build shows; the others are left out."""
        return tuple(link for reference in found if (link := self._link(reference)))

    def _link(self, reference: Reference) -> Link | None:
        minutes = self.places.get(reference[0])
        if minutes is None or not _shows(minutes, reference[1], self.audience):
            return None
        item = int(reference[1].split("-")[1])
        label = self.vocabulary.item(self.names[minutes.network], minutes.date, item)
        return Link(minutes.path, label, reference[1])


def _is_closed(block: Block, audience: Audience) -> bool:
    return block.audience is Audience.INTERNAL and audience is Audience.PUBLIC


def _shows(minutes: Minutes, place: str, audience: Audience) -> bool:
    """Whether a decision's anchor is on the meeting's page in this build."""
    for item in minutes.items:
        if item.audience is Audience.INTERNAL and audience is Audience.PUBLIC:
            continue
        for block in item.blocks:
            if isinstance(block, Record) and anchor(block, item.number) == place:
                return not _is_closed(block, audience)
    return False


def attachments(
    found: tuple[Attachment, ...], audience: Audience, writer: Writer, vocabulary: Vocabulary
) -> Iterator[PublicAttachment]:
    """The attachments this audience may know of; one that names somebody leaves a note in its place.

    Numbers follow the source, so an address is the same in every build.
    """
    for number, attachment in enumerate(found, start=1):
        if attachment.audience is Audience.INTERNAL and audience is Audience.PUBLIC:
            continue
        yield _attachment(attachment, number, writer, vocabulary)


def _attachment(
    attachment: Attachment, number: int, writer: Writer, vocabulary: Vocabulary
) -> PublicAttachment:
    target = f"{folder_of(writer.path)}bilaga-{number}"
    place: Place = attachment.place
    asset = writer.desk.offer(attachment.file, target, place, writer.disclosure, writer.known)
    size, label = writer.desk.facts(attachment.file) if asset else (0, "")
    title = writer.title(attachment.title) if attachment.title else vocabulary.attachment(number)
    return PublicAttachment(title, asset, size, label, attachment.audience is Audience.INTERNAL)


def in_sequence(meetings: list[PublicMeeting]) -> list[PublicMeeting]:
    """Meetings of one network, oldest first, each linked with its neighbours."""
    linked = []
    for at, meeting in enumerate(meetings):
        earlier = _neighbour(meetings[at - 1]) if at else None
        later = _neighbour(meetings[at + 1]) if at + 1 < len(meetings) else None
        linked.append(replace(meeting, previous=earlier, next=later))
    return linked


def _neighbour(meeting: PublicMeeting) -> Link:
    return Link(meeting.path, meeting.title)
