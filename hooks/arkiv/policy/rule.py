"""The visibility rule: network x audience x level -> disclosure (contract, section 2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from arkiv.model import Audience, Network, Place
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.levels import Levels
from arkiv.problems import Problem

Cells = Mapping[str, Mapping[str, str]]
"""Audience -> level id -> disclosure id, as written."""

_REMEDY_KNOWN = f"write one of: {', '.join(disclosure.value for disclosure in Disclosure)}"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rule says of one network in one build, and why."""

    disclosure: Disclosure
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """One network's row of the rule, and where it is written."""

    cells: Cells
    place: Place


@dataclass(frozen=True, slots=True)
class Rule:
    """The whole rule: the levels, the default row, and the networks' own rows."""

    levels: Levels
    default: Row
    rows: Mapping[str, Row]

    def decide(self, network: str, audience: Audience, level: str) -> Ruling:
        """What of this network's representatives is shown. Total and pure; what is not said is withheld."""
        if network not in self.rows:
            return Ruling(Disclosure.WITHHELD, "the network is unknown")
        if level not in self.levels:
            return Ruling(Disclosure.WITHHELD, "the level is unknown")
        own = _cell(self.rows[network].cells, audience, level)
        if own is not None:
            return _ruling(own, "the network's own row")
        default = _cell(self.default.cells, audience, level)
        if default is not None:
            return _ruling(default, "the default row")
        return Ruling(Disclosure.WITHHELD, "no row says anything")

    def problems(self) -> tuple[Problem, ...]:
        """What makes the rule unusable: unknown words, and cells that are not monotone."""
        found = [problem for row in (self.default, *self.rows.values()) for problem in self._unknown(row)]
        for network, row in self.rows.items():
            found += self._not_monotone(network, row.place)
        return tuple(found) + (() if self.rows else tuple(self._default_not_monotone()))

    def _unknown(self, row: Row) -> Iterator[Problem]:
        for audience, cells in row.cells.items():
            name = f"visibility.{audience}"
            if audience not in list(Audience):
                yield Problem(row.place, name, "is no audience", f"write one of: {', '.join(Audience)}")
            for level, disclosure in cells.items():
                if level not in self.levels:
                    known = ", ".join(known.id for known in self.levels)
                    yield Problem(row.place, f"{name}.{level}", "is no level", f"write one of: {known}")
                elif _disclosure(disclosure) is None:
                    yield Problem(row.place, f"{name}.{level}", "is no disclosure", _REMEDY_KNOWN)

    def _default_not_monotone(self) -> Iterator[Problem]:
        alone = Rule(self.levels, self.default, {"default": self.default})
        yield from alone._not_monotone("default", self.default.place)

    def _not_monotone(self, network: str, place: Place) -> Iterator[Problem]:
        """A stricter level never shows more than a laxer one, and public never more than internal."""
        for audience in Audience:
            for laxer, stricter in pairwise(self.levels):
                if self._shows(network, audience, stricter.id) < self._shows(network, audience, laxer.id):
                    field = f"visibility.{audience}.{stricter.id}"
                    what = f"shows more than {audience}.{laxer.id}"
                    yield Problem(place, field, what, "make the stricter level show no more than the laxer one")
        for level in self.levels:
            public = self._shows(network, Audience.PUBLIC, level.id)
            if public < self._shows(network, Audience.INTERNAL, level.id):
                what = f"shows more than internal.{level.id}"
                remedy = "make public show no more than internal"
                yield Problem(place, f"visibility.{Audience.PUBLIC}.{level.id}", what, remedy)

    def _shows(self, network: str, audience: Audience, level: str) -> Disclosure:
        return self.decide(network, audience, level).disclosure


def rule(levels: Levels, default: Row, networks: tuple[Network, ...]) -> Rule:
    """The rule of an archive."""
    rows = {network.id: _row(network, levels) for network in networks}
    return Rule(levels, default, rows)


def _row(network: Network, levels: Levels) -> Row:
    """The network's own row; one that is internal as a document is withheld from the public at every level."""
    cells = network.visibility
    if network.audience is Audience.INTERNAL:
        cells = {**cells, Audience.PUBLIC: {level.id: Disclosure.WITHHELD.value for level in levels}}
    return Row(cells, network.visibility_place)


def _cell(cells: Cells, audience: Audience, level: str) -> str | None:
    return cells.get(audience, {}).get(level)


def _disclosure(word: str) -> Disclosure | None:
    return next((disclosure for disclosure in Disclosure if disclosure.value == word), None)


def _ruling(word: str, reason: str) -> Ruling:
    disclosure = _disclosure(word)
    if disclosure is None:
        return Ruling(Disclosure.WITHHELD, "the disclosure is unknown")
    return Ruling(disclosure, reason)
