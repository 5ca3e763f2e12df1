"""The doorway itself: everything a build may show, and nothing else."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from arkiv.model import Archive, Audience, Event, Minutes, Network, Page, Status
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.hiding import Hiding
from arkiv.policy.rule import Rule
from arkiv.problems import Problem, raise_errors
from arkiv.projection.addresses import GENERATED, Addresses
from arkiv.projection.assets import AssetDesk
from arkiv.projection.bases import Bases
from arkiv.projection.decisions import lives
from arkiv.projection.listings import member_pages, organizations, topics
from arkiv.projection.masking import NO_MASKS, Masks
from arkiv.projection.meetings import Meetings, Part, attachments, in_sequence
from arkiv.projection.people import Roster
from arkiv.projection.titles import page_title
from arkiv.projection.vocabulary import Vocabulary
from arkiv.projection.writing import Writer
from arkiv.public import (
    Build,
    Link,
    PublicArchive,
    PublicEvent,
    PublicMarkdown,
    PublicMeeting,
    PublicNetwork,
    PublicPage,
    PublicProse,
    PublicText,
    Restriction,
)
from arkiv.redaction import Redactor
from arkiv.workers import divided

_PART = 64
"""Meetings that are worth a process of their own: half a second's work."""


@dataclass(frozen=True, slots=True)
class Projection:
    """What one build may show, and what was noticed on the way."""

    archive: PublicArchive
    warnings: tuple[Problem, ...]


def project(  # noqa: PLR0913 - what a build is made of, each from a part of its own
    archive: Archive,
    rule: Rule,
    hiding: Hiding,
    build: Build,
    redactor: Redactor,
    vocabulary: Vocabulary,
    desk: AssetDesk,
    masks: Masks = NO_MASKS,
) -> Projection:
    """The archive as one build may show it.

    Raises:
        ArchiveError: an attachment cannot be read.
    """
    projector = _Projector(archive, rule, hiding, build, redactor, vocabulary, desk, masks)
    public = projector.project()
    return Projection(public, raise_errors((*projector.problems, *projector.desk.problems)))


@dataclass(slots=True)
class _Projector:
    archive: Archive
    rule: Rule
    hiding: Hiding
    build: Build
    redactor: Redactor
    vocabulary: Vocabulary
    desk: AssetDesk
    masks: Masks
    problems: list[Problem] = field(default_factory=list)
    _known: dict[str, frozenset[str]] = field(default_factory=dict)
    _built: frozenset[str] = frozenset()
    _all: frozenset[str] = frozenset()
    _everyone: frozenset[str] = frozenset()
    _names: dict[str, PublicText] = field(default_factory=dict)
    _addresses: Addresses = field(init=False)
    _members: dict[str, str] = field(default_factory=dict)

    def project(self) -> PublicArchive:
        self._lay_out()
        meetings = self._meetings()
        networks = [self._network(network) for network in self._shown_networks()]
        pages = tuple(self._page(page) for page in self._shown_pages())
        events = tuple(self._event(event) for event in self._shown_events())
        clean, order = self._addresses.is_clean, self.vocabulary.order
        return PublicArchive(
            build=self.build,
            restriction=self._restriction(),
            networks=tuple(sorted(networks, key=lambda network: (order(network.name), network.id))),
            meetings=meetings,
            events=tuple(sorted(events, key=lambda event: (event.start_date, event.path))),
            pages=pages,
            assets=tuple(self.desk.offered[target] for target in sorted(self.desk.offered)),
            topics=topics(self.archive, meetings, networks, pages, clean, order),
            organizations=organizations(self.archive, meetings, networks, clean, order),
        )

    def _lay_out(self) -> None:
        """Who is known where, and which sources are built."""
        hidden = [
            one for one in self.hiding.people.individuals if not self.hiding.disclosure(one).shows_names
        ]
        known: dict[str, set[str]] = defaultdict(set)
        for one in hidden:
            for page in one.pages:
                known[page].add(one.id)
        self._known = {page: frozenset(ids) for page, ids in known.items()}
        self._everyone = frozenset(one.id for one in hidden)
        self._addresses = Addresses(self.redactor, self._everyone, self.problems)
        shown = (self._shown_networks(), self._shown_minutes(), self._shown_pages(), self._shown_events())
        self._built = frozenset(source.path for part in shown for source in part) | GENERATED
        sources = (self.archive.networks, self.archive.minutes, self.archive.pages, self.archive.events)
        self._all = frozenset(source.path for part in sources for source in part) | GENERATED
        self._names = {
            one.id: self._writer(one.path, self._disclosure(one.id)).said(one.name)
            for one in self.archive.networks
        }
        shown_networks = [network.id for network in self._shown_networks()]
        self._members = member_pages(self.archive, self.hiding, shown_networks, self._addresses.is_clean)

    def _disclosure(self, network: str) -> Disclosure:
        return self.rule.decide(network, self.build.audience, self.build.level).disclosure

    def _may_read(self, audience: Audience) -> bool:
        return audience is Audience.PUBLIC or self.build.audience is Audience.INTERNAL

    def _shown_networks(self) -> Iterator[Network]:
        for network in self.archive.networks:
            if self._disclosure(network.id).is_built and self._may_read(network.audience):
                yield network

    def _shown_minutes(self) -> Iterator[Minutes]:
        for minutes in self.archive.minutes:
            built = self._is_shown(minutes) and self._disclosure(minutes.network).is_built
            if built and self._addresses.is_page_clean(minutes.path):
                yield minutes

    def _is_shown(self, one: Minutes | Event) -> bool:
        return self._may_read(one.audience) and (one.status is not Status.DRAFT or self._is_internal)

    def _shown_events(self) -> Iterator[Event]:
        """Dates of networks of which at least one is built; those of none are everybody's."""
        for event in self.archive.events:
            withheld = any(not self._disclosure(network).is_built for network in event.networks)
            if self._is_shown(event) and not withheld and self._addresses.is_page_clean(event.path):
                yield event

    def _shown_pages(self) -> Iterator[Page]:
        return (
            page
            for page in self.archive.pages
            if self._may_read(page.audience) and self._addresses.is_page_clean(page.path)
        )

    @property
    def _is_internal(self) -> bool:
        return self.build.audience is Audience.INTERNAL

    def _writer(self, path: str, disclosure: Disclosure) -> Writer:
        return Writer(
            path=path,
            redactor=self.redactor,
            desk=self.desk,
            known=self._known.get(path, frozenset()),
            disclosure=disclosure,
            is_built=self._built.__contains__,
            exists=self._all.__contains__,
            files=self.archive.files,
            warn=self.problems.append,
            mask=self.masks.on(path, disclosure),
        )

    def _roster(self) -> Roster:
        said = self.vocabulary
        return Roster(self.hiding, said.role, said.guest, said.order, self._members)

    def _meetings(self) -> tuple[PublicMeeting, ...]:
        found = lives(self.archive)
        self.problems += found.problems
        networks = {network.id: network for network in self.archive.networks}
        shown = {minutes.id: minutes for minutes in self._shown_minutes()}
        making = Meetings(self.build.audience, self._roster(), found, self.vocabulary, shown, self._names)
        ordered = sorted(shown.values(), key=lambda minutes: (minutes.date, minutes.number))
        parts = divided(lambda part: self._part(part, making, networks), ordered, at_least=_PART)
        by_network: dict[str, list[PublicMeeting]] = defaultdict(list)
        for part in parts:
            self._take(part)
            for meeting in part.meetings:
                by_network[meeting.network].append(meeting)
        linked = [meeting for meetings in by_network.values() for meeting in in_sequence(meetings)]
        return tuple(sorted(linked, key=lambda one: (one.date, one.network, one.number), reverse=True))

    def _part(self, minutes: Sequence[Minutes], making: Meetings, networks: Mapping[str, Network]) -> Part:
        """Some of the meetings, made in whatever process: what is noted on the way is handed back."""
        self.problems, problems = [], self.problems
        self.desk, desk = self.desk.another(), self.desk
        meetings = []
        for one in minutes:
            disclosure = self._disclosure(one.network)
            writer = self._minutes_writer(one, networks[one.network], disclosure)
            meetings.append(making.meeting(one, networks[one.network], disclosure, writer))
        texts = self.redactor.recall.handed_over(), self.masks.recall.handed_over()
        noted = tuple(self.problems), tuple(self.desk.problems)
        part = Part(tuple(meetings), *noted, self.desk.offered, *texts)
        self.problems, self.desk = problems, desk
        return part

    def _take(self, part: Part) -> None:
        self.problems += part.problems
        self.desk.problems += part.faults
        self.desk.offered |= part.offered
        self.redactor.recall.take(part.redacted)
        self.masks.recall.take(part.masked)

    def _minutes_writer(self, minutes: Minutes, network: Network, disclosure: Disclosure) -> Writer:
        """Minutes know those who stand in them and the members of their network."""
        writer = self._writer(minutes.path, disclosure)
        writer.known = frozenset(writer.known | self._known.get(network.path, frozenset()))
        return writer

    def _network(self, network: Network) -> PublicNetwork:
        disclosure = self._disclosure(network.id)
        writer = self._writer(network.path, disclosure)
        current = [member for member in network.members if member.end_date is None]
        former = [member for member in network.members if member.end_date is not None]
        members, counted = self._roster().members(current, writer)
        body, plain = self._body(writer.prose(network.body, self.build.audience))
        return PublicNetwork(
            path=network.path,
            id=network.id,
            name=self._names[network.id],
            disclosure=disclosure,
            body=body,
            plain=plain,
            members=tuple(members),
            former=tuple(self._roster().members(former, writer)[0]),
            counted=counted,
            basis=self._bases().basis(network.basis) if network.basis else None,
            attachments=tuple(attachments(network.attachments, self.build.audience, writer, self.vocabulary)),
            tags=writer.labels(network.tags),
        )

    def _body(self, passages: Sequence[PublicProse]) -> tuple[PublicMarkdown, PublicText]:
        body = PublicMarkdown("\n\n".join(passage.text for passage in passages))
        return body, PublicText(" ".join(passage.plain for passage in passages))

    def _bases(self) -> Bases:
        return Bases(self.archive, self._built, self._names, self.vocabulary, self.problems)

    def _restriction(self) -> Restriction:
        readable = [network for network in self.archive.networks if self._may_read(network.audience)]
        counts = Counter(self._disclosure(network.id) for network in readable)
        return Restriction(dict(counts), self._bases().all(readable))

    def _event(self, event: Event) -> PublicEvent:
        disclosure = max((self._disclosure(network) for network in event.networks), default=Disclosure.NAMED)
        writer = self._writer(event.path, disclosure)
        writer.known = self._everyone
        body, plain = self._body(writer.prose(event.body, self.build.audience))
        paths = {network.id: network.path for network in self.archive.networks}
        return PublicEvent(
            path=event.path,
            title=writer.title(event.title),
            start_date=event.start_date,
            end_date=event.end_date,
            networks=tuple(Link(paths[network], self._names[network]) for network in event.networks),
            location=writer.text(event.location) if disclosure.shows_names else None,
            status=event.status,
            internal=event.audience is Audience.INTERNAL or event.status is Status.DRAFT,
            body=body,
            plain=plain,
        )

    def _page(self, page: Page) -> PublicPage:
        writer = self._writer(page.path, Disclosure.NAMED)
        writer.known = self._everyone
        body, plain = self._body(writer.prose(page.body, self.build.audience))
        return PublicPage(
            path=page.path,
            title=page_title(page, body, writer, self.vocabulary),
            internal=page.audience is Audience.INTERNAL,
            body=body,
            plain=plain,
            tags=writer.labels(page.tags),
            attachments=tuple(attachments(page.attachments, self.build.audience, writer, self.vocabulary)),
        )
