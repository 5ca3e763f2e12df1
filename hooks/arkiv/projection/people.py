"""People as the rule lets them appear: listed by name or by role, or only counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from arkiv.collation import Order
from arkiv.model import Attendee, Audience, Member, Minutes, Network, Person
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.hiding import Hiding
from arkiv.policy.people import minutes_people
from arkiv.projection.writing import Writer
from arkiv.public import (
    Headcount,
    PublicAttendance,
    PublicAttendee,
    PublicMember,
    PublicPerson,
    PublicText,
)


@dataclass(frozen=True, slots=True)
class Roster:
    """Turns mentions into what may be shown of them; `pages` are members' own pages, by individual."""

    hiding: Hiding
    default_role: str
    default_guest: str
    order: Order
    pages: Mapping[str, str] = field(default_factory=dict)

    def disclosure(self, person: Person) -> Disclosure:
        """The strictest of those the mention may be."""
        individuals = self.hiding.people.of(person)
        return max((self.hiding.disclosure(one) for one in individuals), default=Disclosure.WITHHELD)

    def person(
        self, person: Person, writer: Writer, *, guest: bool = False, contact: bool = False
    ) -> PublicPerson | None:
        """The person by name or by role, or None where they are only counted."""
        disclosure = self.disclosure(person)
        role, organization = writer.text(person.role), writer.text(person.organization)
        if disclosure.shows_names:
            email, phone = (person.email, person.phone) if contact else (None, None)
            # The name itself is let through unread: it belongs to somebody who is named in this build.
            name, page = PublicText(person.name), self._page(person)
            return PublicPerson(name, role, organization, _public(email), _public(phone), page)
        if not disclosure.shows_roles:
            return None
        default = PublicText(self.default_guest if guest else self.default_role)
        return PublicPerson(None, role or default, organization)

    def _page(self, person: Person) -> str | None:
        """The person's own page, where the mention can be of one person only."""
        individuals = self.hiding.people.of(person)
        return self.pages.get(individuals[0].id) if len(individuals) == 1 else None

    def called(self, said: str, minutes: Minutes, network: Network, writer: Writer) -> PublicPerson | None:
        """Whom a record means that says one person's name and no more, with the role they have there."""
        individuals = self.hiding.people.called(said.strip(" .*_"))
        if len(individuals) != 1:
            return None
        members = (member.person for member in network.members)
        for mention in (*minutes_people(minutes), *members):
            if self.hiding.people.of(mention) == individuals:
                return self.person(mention, writer)
        return None

    def attendance(
        self, attendees: tuple[Attendee, ...], minutes: Minutes, writer: Writer, audience: Audience
    ) -> PublicAttendance:
        """A list of attendees, sorted by organisation; those who may not be listed are counted."""
        shown = [attendee for attendee in attendees if _is_open(attendee, minutes, audience)]
        listed, rest = [], []
        for attendee in shown:
            person = self.person(attendee.person, writer, guest=attendee.guest)
            if person is None:
                rest.append(attendee.person)
            else:
                bounds = (attendee.from_item, attendee.to_item, attendee.items)
                listed.append(PublicAttendee(person, *bounds, attendee.guest))
        listed.sort(key=lambda attendee: self.order(attendee.person.organization))
        return PublicAttendance(
            listed=tuple(attendee for attendee in listed if not attendee.guest),
            guests=tuple(attendee for attendee in listed if attendee.guest),
            counted=headcount(rest),
            total=headcount([attendee.person for attendee in shown]),
        )

    def members(self, members: Sequence[Member], writer: Writer) -> tuple[list[PublicMember], Headcount]:
        """Seats sorted by organisation, and the count of those that may not be listed."""
        listed, rest = [], []
        for member in members:
            person = self.person(member.person, writer, contact=True)
            if person is None:
                rest.append(member.person)
                continue
            substitute = self._substituted(member.substitute_for, writer)
            listed.append(PublicMember(person, member.start_date, member.end_date, substitute))
        listed.sort(key=lambda member: self.order(member.person.organization))
        return listed, headcount(rest)

    def _substituted(self, said: str | None, writer: Writer) -> PublicText | None:
        """Whom a substitute stands in for, given by id or by name."""
        if said is None:
            return None
        individual = self.hiding.people.with_id(said)
        return writer.text(individual.names[0] if individual else said)


def _public(contact: str | None) -> PublicText | None:
    return None if contact is None else PublicText(contact)


def headcount(people: Iterable[Person]) -> Headcount:
    """How many, from how many organisations."""
    people = list(people)
    return Headcount(len(people), len({person.organization for person in people if person.organization}))


def _is_open(attendee: Attendee, minutes: Minutes, audience: Audience) -> bool:
    """False for somebody who attended closed items only, before an audience that is not shown them."""
    if audience is Audience.INTERNAL:
        return True
    attended = [item for item in minutes.items if _attended(attendee, item.number)]
    partial = bool(attendee.items or attendee.from_item or attendee.to_item)
    return not (partial and attended and all(item.audience is Audience.INTERNAL for item in attended))


def _attended(attendee: Attendee, item: int) -> bool:
    if attendee.items:
        return item in attendee.items
    return (attendee.from_item or 0) <= item <= (attendee.to_item or item)
