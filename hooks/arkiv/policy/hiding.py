"""Who is hidden in one build, and how strictly (contract, section 2, "Who is hidden")."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from arkiv.model import Audience
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.people import Individual, People, key
from arkiv.policy.rule import Rule
from arkiv.policy.secrets import HiddenPerson, Secrets

_NEAR_ENOUGH = 8
"""Letters a full name needs before one letter's difference is taken for a misspelling."""


@dataclass(frozen=True, slots=True)
class Hiding:
    """The disclosure of every individual in one build, by individual id."""

    people: People
    disclosures: Mapping[str, Disclosure]

    def disclosure(self, individual: Individual) -> Disclosure:
        """What is shown of them; somebody unknown is withheld."""
        return self.disclosures.get(individual.id, Disclosure.WITHHELD)

    @property
    def secrets(self) -> Secrets:
        """What redaction and audit need to know."""
        hidden = (one for one in self.people.individuals if not self.disclosure(one).shows_names)
        named = (one for one in self.people.individuals if self.disclosure(one).shows_names)
        names = tuple(name for individual in named for name in individual.names)
        return Secrets(tuple(self._hidden(individual) for individual in hidden), names)

    def _hidden(self, one: Individual) -> HiddenPerson:
        disclosure = self.disclosure(one)
        return HiddenPerson(
            one.id, tuple(one.names), tuple(one.contacts), disclosure, one.role, one.organization
        )


def hiding(people: People, rule: Rule, audience: Audience, level: str) -> Hiding:
    """The strictest of each individual's disclosures, shared with those who cannot be told from them."""
    disclosures = {one.id: _disclosure(one, rule, audience, level) for one in people.individuals}
    return Hiding(people, _shared(people, disclosures))


def _disclosure(one: Individual, rule: Rule, audience: Audience, level: str) -> Disclosure:
    if one.protected:
        return Disclosure.WITHHELD
    if one.exempt:
        return Disclosure.NAMED
    rulings = (rule.decide(network, audience, level).disclosure for network in one.networks)
    return max(rulings, default=Disclosure.WITHHELD)


def _shared(people: People, disclosures: Mapping[str, Disclosure]) -> dict[str, Disclosure]:
    """Two who share a name, or whose names differ by a slip, are hidden together or not at all.

    A reader could not tell whose name it is, and neither could the audit. An exempt person shares
    nobody's hiding but that of a protected one.
    """
    shared = dict(disclosures)
    for group in _groups(people):
        strictest = max(disclosures[one.id] for one in group)
        protected = any(one.protected for one in group)
        for one in group:
            if protected or not one.exempt:
                shared[one.id] = max(shared[one.id], strictest)
    return shared


def _groups(people: People) -> Iterator[list[Individual]]:
    """The individuals joined by equal or nearly equal names, each group of two or more."""
    leader: dict[str, str] = {one.id: one.id for one in people.individuals}

    def lead(member: str) -> str:
        while leader[member] != member:
            member = leader[member]
        return member

    for one, other in _alike(people):
        first, second = lead(one.id), lead(other.id)
        leader[second] = first
    groups: dict[str, list[Individual]] = defaultdict(list)
    for one in people.individuals:
        groups[lead(one.id)].append(one)
    yield from (group for group in groups.values() if len(group) > 1)


def _alike(people: People) -> Iterator[tuple[Individual, Individual]]:
    """Pairs with equal names, and pairs of one organisation whose names differ by one slip."""
    seen: dict[str, list[tuple[Individual, str]]] = defaultdict(list)
    for one in people.individuals:
        for name in {key(name) for name in one.names}:
            for variant in _slips(name):
                for other, other_name in seen[variant]:
                    if other is not one and (name == other_name or _may_be_same(one, other)):
                        yield other, one
                seen[variant].append((one, name))


def _slips(name: str) -> set[str]:
    """The name, and it with any one letter left out: two names that share one differ by at most a slip."""
    if len(name) < _NEAR_ENOUGH:
        return {name}
    return {name} | {name[:at] + name[at + 1 :] for at in range(len(name))}


def _may_be_same(one: Individual, other: Individual) -> bool:
    """No organisation tells them apart."""
    return not one.organizations or not other.organizations or bool(one.organizations & other.organizations)
