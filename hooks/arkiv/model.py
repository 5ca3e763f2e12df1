"""The archive as its files say it: frozen values, names included, before any rule has been applied.

Everything here is private by nature. What visitors may see is made from it in `arkiv.projection`
and has types of its own in `arkiv.public`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Audience(StrEnum):
    """Who a site is built for (contract, section 2)."""

    PUBLIC = "public"
    INTERNAL = "internal"


class Status(StrEnum):
    """How far minutes have come; drafts are for the internal audience only."""

    PLANNED = "planned"
    DRAFT = "draft"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class RecordKind(StrEnum):
    """A marked paragraph in an item; the value is also the start of its anchor."""

    DECISION = "beslut"
    ACTION = "atgard"
    APPOINTMENT = "utsedd"
    REFERRAL = "medskick"
    RETURN = "aterkommer"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the sources something stands: path relative to docs/, and line counted from 1."""

    file: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Person:
    """One mention of a person in a structured field.

    Several mentions make an individual: by `id` where there is one, else by name. `ref` says which
    mention this is without saying the name (`kommunchefer-3`: the third row of that network).
    """

    name: str
    ref: str
    place: Place
    id: str | None = None
    other_names: tuple[str, ...] = ()
    organization: str | None = None
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    protected: bool = False
    always_named: str = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person present or absent; items are agenda item numbers, `None` means no bound."""

    person: Person
    from_item: int | None = None
    to_item: int | None = None
    items: tuple[int, ...] = ()
    guest: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A person's seat in a network."""

    person: Person
    start_date: date | None = None
    end_date: date | None = None
    substitute_for: str | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """Ordinary Markdown; `audience` internal for a `::: internal` passage."""

    text: str
    audience: Audience
    place: Place


@dataclass(frozen=True, slots=True)
class Record:
    """A paragraph that starts with one of the bold markers.

    `number` counts records of the same kind within the item from 1. `fields` holds what stood in
    the last parentheses, keyed as written (`ansvarig`, `senast`, `klar`, `ersätter` ...).
    """

    kind: RecordKind
    number: int
    text: str
    fields: Mapping[str, str]
    audience: Audience
    place: Place


Block = Prose | Record


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered agenda item; `audience` internal for a closed one."""

    number: int
    title: str
    audience: Audience
    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file a page offers: `file` is a POSIX path relative to docs/."""

    file: str
    title: str
    audience: Audience
    place: Place


@dataclass(frozen=True, slots=True)
class Minutes:
    """One meeting. `path` is relative to docs/; `start` and `end` are `HH:MM`."""

    path: str
    network: str
    date: date
    number: int
    status: Status
    audience: Audience
    place: Place
    title: str | None = None
    start: str | None = None
    end: str | None = None
    location: str | None = None
    reference: str | None = None
    adjusted_by: Person | None = None
    present: tuple[Attendee, ...] = ()
    absent: tuple[Attendee, ...] = ()
    mentioned: tuple[Person, ...] = ()
    recorder: Person | None = None
    tags: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    preamble: tuple[Prose, ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def id(self) -> str:
        """The file's stem, by which other minutes refer to this one."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")


@dataclass(frozen=True, slots=True)
class Basis:
    """The decision a network's rule rests on: the id of a meeting, and an item's number."""

    meeting: str
    item: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Network:
    """A network. `visibility` maps audience to level id to disclosure id, as far as the file says."""

    id: str
    path: str
    name: str
    members: tuple[Member, ...]
    visibility: Mapping[str, Mapping[str, str]]
    place: Place
    visibility_place: Place
    basis: Basis | None = None
    body: tuple[Prose, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    tags: tuple[str, ...] = ()
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True, slots=True)
class Event:
    """A date that is no meeting of one network."""

    path: str
    title: str
    start_date: date
    end_date: date
    networks: tuple[str, ...]
    location: str | None
    status: Status
    audience: Audience
    body: tuple[Prose, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Page:
    """Any other Markdown page; only the frontmatter named here is ever read."""

    path: str
    title: str | None
    audience: Audience
    body: tuple[Prose, ...]
    place: Place
    tags: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """All of docs/, read and checked. Tuples are in the order of their paths."""

    networks: tuple[Network, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    events: tuple[Event, ...] = ()
    pages: tuple[Page, ...] = ()
    files: frozenset[str] = field(default_factory=frozenset)
