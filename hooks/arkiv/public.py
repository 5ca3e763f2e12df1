"""What visitors may see: the only types that pages, search and exports accept.

A `PublicText` or `PublicMarkdown` is made in `arkiv.projection` and nowhere else (a test holds the
code to it), so nothing that has these types can hold a hidden name. Lists are in the order in which
they are shown, which never depends on a hidden name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NewType

from arkiv.model import Audience, RecordKind, Status
from arkiv.policy.disclosures import Disclosure
from arkiv.values import Value

PublicText = NewType("PublicText", str)
"""Plain text without hidden names; not escaped for HTML or Markdown."""

PublicMarkdown = NewType("PublicMarkdown", str)
"""Markdown without hidden names, raw HTML or active content."""


@dataclass(frozen=True, slots=True)
class Build(Value):
    """What a site is built for: audience, level id, its Swedish label and meaning."""

    audience: Audience
    level: str
    level_label: str
    level_meaning: str
    restricted: bool


@dataclass(frozen=True, slots=True)
class PublicPerson(Value):
    """A representative as the rule lets them appear. Without a name, role and organisation speak.

    `page` is the path of a named member's own page.
    """

    name: PublicText | None
    role: PublicText | None
    organization: PublicText | None
    email: PublicText | None = None
    phone: PublicText | None = None
    page: str | None = None


@dataclass(frozen=True, slots=True)
class PublicAttendee(Value):
    """One line of an attendance list; item numbers as in the minutes."""

    person: PublicPerson
    from_item: int | None
    to_item: int | None
    items: tuple[int, ...]
    guest: bool


@dataclass(frozen=True, slots=True)
class Headcount(Value):
    """People who are only counted, and how many organisations they come from."""

    people: int = 0
    organizations: int = 0


@dataclass(frozen=True, slots=True)
class PublicAttendance(Value):
    """Who was there as far as it may be said: listed people, and the count of the rest."""

    listed: tuple[PublicAttendee, ...]
    guests: tuple[PublicAttendee, ...]
    counted: Headcount
    total: Headcount


@dataclass(frozen=True, slots=True)
class Link(Value):
    """A page of this very build, with an optional anchor; `path` is relative to docs/ (X.md)."""

    path: str
    label: PublicText
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class PublicRecord(Value):
    """A decision, action, appointment, referral or return. `anchor` is permanent (#beslut-3-1).

    `replaces`, `repeals`, `replaced_by` and `repealed_by` are links to other decisions in the build;
    a decision that is not part of this build leaves a link out but keeps `in_force` true to life.
    `who` is the one person who is appointed or responsible, as far as the rule lets them appear.
    """

    kind: RecordKind
    anchor: str
    text: PublicMarkdown
    plain: PublicText
    internal: bool
    responsible: PublicText | None = None
    assignment: PublicText | None = None
    to: PublicText | None = None
    due: date | None = None
    done: date | None = None
    until: date | None = None
    since: date | None = None
    substitute: PublicText | None = None
    who: PublicPerson | None = None
    in_force: bool = True
    replaces: tuple[Link, ...] = ()
    repeals: tuple[Link, ...] = ()
    replaced_by: tuple[Link, ...] = ()
    repealed_by: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicProse(Value):
    """Running text; `internal` marks what only the internal audience is shown."""

    text: PublicMarkdown
    plain: PublicText
    internal: bool


PublicBlock = PublicProse | PublicRecord


@dataclass(frozen=True, slots=True)
class PublicItem(Value):
    """An agenda item. A closed one in a public build has neither title nor blocks (`title` is None)."""

    number: int
    anchor: str
    title: PublicText | None
    internal: bool
    blocks: tuple[PublicBlock, ...]


@dataclass(frozen=True, slots=True)
class PublicAsset(Value):
    """A file that may be published: `source` relative to docs/, `target` its neutral path in the site."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class PublicAttachment(Value):
    """An attachment on a page; `asset` is None where it is withheld, and a note stands in its place."""

    title: PublicText
    asset: PublicAsset | None
    size: int
    type: str
    internal: bool


@dataclass(frozen=True, slots=True)
class PublicMeeting(Value):
    """One meeting. `previous` and `next` are its neighbours in the network, in this build."""

    path: str
    id: str
    network: str
    network_name: PublicText
    date: date
    number: int
    status: Status
    internal: bool
    disclosure: Disclosure
    title: PublicText
    start: str | None
    end: str | None
    location: PublicText | None
    reference: PublicText | None
    adjusted_by: PublicPerson | None
    recorder: PublicPerson | None
    present: PublicAttendance
    absent: PublicAttendance
    tags: tuple[PublicText, ...]
    attachments: tuple[PublicAttachment, ...]
    preamble: tuple[PublicProse, ...]
    items: tuple[PublicItem, ...]
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, slots=True)
class PublicMember(Value):
    """A seat in a network, as the rule lets it appear."""

    person: PublicPerson
    start_date: date | None
    end_date: date | None
    substitute_for: PublicText | None


@dataclass(frozen=True, slots=True)
class PublicBasis(Value):
    """The decision a rule rests on: date and text always, a link where the meeting is in the build."""

    date: date
    text: PublicText
    link: Link | None


@dataclass(frozen=True, slots=True)
class PublicNetwork(Value):
    """A network with its members as far as they may be shown; `counted` are the rest."""

    path: str
    id: str
    name: PublicText
    disclosure: Disclosure
    body: PublicMarkdown
    plain: PublicText
    members: tuple[PublicMember, ...]
    former: tuple[PublicMember, ...]
    counted: Headcount
    basis: PublicBasis | None
    attachments: tuple[PublicAttachment, ...]
    tags: tuple[PublicText, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicEvent(Value):
    """A date in the calendar; without a place below `named`."""

    path: str
    title: PublicText
    start_date: date
    end_date: date
    networks: tuple[Link, ...]
    location: PublicText | None
    status: Status
    internal: bool
    body: PublicMarkdown
    plain: PublicText


@dataclass(frozen=True, slots=True)
class PublicPage(Value):
    """An ordinary page."""

    path: str
    title: PublicText
    internal: bool
    body: PublicMarkdown
    plain: PublicText
    tags: tuple[PublicText, ...]
    attachments: tuple[PublicAttachment, ...]


@dataclass(frozen=True, slots=True)
class PublicTopic(Value):
    """A tag with a page of its own: its spellings, and the pages of this build that have it."""

    path: str
    label: PublicText
    spellings: tuple[PublicText, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicOrganization(Value):
    """An organisation with a page of its own, and its spellings."""

    path: str
    label: PublicText
    spellings: tuple[PublicText, ...]


@dataclass(frozen=True, slots=True)
class Restriction(Value):
    """What the present level does: how many networks appear in which way, and on what ground."""

    disclosures: Mapping[Disclosure, int]
    bases: tuple[PublicBasis, ...]


@dataclass(frozen=True, slots=True)
class PublicArchive(Value):
    """Everything one build may show. Meetings are newest first; assets are in the order of targets."""

    build: Build
    restriction: Restriction
    networks: tuple[PublicNetwork, ...]
    meetings: tuple[PublicMeeting, ...]
    events: tuple[PublicEvent, ...]
    pages: tuple[PublicPage, ...]
    assets: tuple[PublicAsset, ...]
    topics: tuple[PublicTopic, ...] = ()
    organizations: tuple[PublicOrganization, ...] = ()
