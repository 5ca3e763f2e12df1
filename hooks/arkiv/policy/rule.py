"""The visibility rule: network x audience x level -> disclosure (contract, section 2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from arkiv.model import Audience, Network, Place
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.levels import Levels
from arkiv.problems import Problem

Cells = Mapping[str, Mapping[str, str]]
"""Audience -> level id -> disclosure id, as written."""

_Cell = tuple[Audience, str]

_DEFAULT = "default"
_UNKNOWN_DISCLOSURE = "the disclosure is unknown"
_REMEDY_LEVELS = "make the stricter level show no more than the laxer one"
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
        unknown = self._unknown_words(network, audience, level)
        if unknown:
            return Ruling(Disclosure.WITHHELD, f"the {unknown} is unknown")
        own = _cell(self.rows[network].cells, audience, level)
        if own is not None:
            return _ruling(own, "the network's own row")
        default = _cell(self.default.cells, audience, level)
        if default is not None:
            return _ruling(default, "the default row")
        return Ruling(Disclosure.WITHHELD, "no row says anything")

    def _unknown_words(self, network: str, audience: str, level: str) -> str | None:
        if network not in self.rows:
            return "network"
        if audience not in list(Audience):
            return "audience"
        return None if level in self.levels else "level"

    def problems(self) -> tuple[Problem, ...]:
        """Unknown words, which are not repeated, and cells that are not monotone."""
        found = [problem for row in (self.default, *self.rows.values()) for problem in self._unknown(row)]
        found += replace(self, rows={_DEFAULT: self.default})._not_monotone(_DEFAULT)  # noqa: SLF001 - a Rule too
        for network in self.rows:
            found += self._not_monotone(network)
        return tuple(found)

    def _unknown(self, row: Row) -> Iterator[Problem]:
        name = self._name(row)
        for nth, (audience, cells) in enumerate(row.cells.items(), start=1):
            if audience not in list(Audience):
                remedy = f"write one of: {', '.join(Audience)}"
                yield Problem(row.place, f"{name}, row {nth}", "is no audience", remedy)
            else:
                yield from self._unknown_cells(row.place, f"{name}.{audience}", cells)

    def _unknown_cells(self, place: Place, name: str, cells: Mapping[str, str]) -> Iterator[Problem]:
        for nth, (level, disclosure) in enumerate(cells.items(), start=1):
            if level not in self.levels:
                remedy = f"write one of: {', '.join(known.id for known in self.levels)}"
                yield Problem(place, f"{name}, cell {nth}", "is no level", remedy)
            elif _disclosure(disclosure) is None:
                yield Problem(place, f"{name}.{level}", "is no disclosure", _REMEDY_KNOWN)

    def _not_monotone(self, network: str) -> Iterator[Problem]:
        """A stricter level never shows more than a laxer one, and public never more than internal."""
        for audience in Audience:
            for laxer, stricter in pairwise(self.levels):
                yield from self._compare(
                    network, (audience, laxer.id), (audience, stricter.id), _REMEDY_LEVELS
                )
        for level in self.levels:
            internal, public = (Audience.INTERNAL, level.id), (Audience.PUBLIC, level.id)
            yield from self._compare(network, internal, public, "make public show no more than internal")

    def _compare(self, network: str, more: _Cell, less: _Cell, remedy: str) -> Iterator[Problem]:
        """A problem where `less` shows more than `more`; what the default row alone says is told there."""
        row = self.rows[network]
        says = any(_cell(row.cells, *cell) is not None for cell in (more, less))
        if any(self.decide(network, *cell).reason == _UNKNOWN_DISCLOSURE for cell in (more, less)):
            return  # the word itself has been told
        if (says or row is self.default) and self._shows(network, *less) < self._shows(network, *more):
            field = f"{self._name(row)}.{less[0]}.{less[1]}"
            yield Problem(row.place, field, f"shows more than {more[0]}.{more[1]}", remedy)

    def _name(self, row: Row) -> str:
        return "default_visibility" if row is self.default else "visibility"

    def _shows(self, network: str, audience: Audience, level: str) -> Disclosure:
        return self.decide(network, audience, level).disclosure


def rule(levels: Levels, default: Row, networks: tuple[Network, ...]) -> Rule:
    """The rule of an archive."""
    rows = {network.id: _row(network, levels) for network in networks}
    return Rule(levels, default, rows)


def _row(network: Network, levels: Levels) -> Row:
    """The network's own row; a network that is internal as a document is withheld from the public."""
    cells = network.visibility
    if network.audience is Audience.INTERNAL:
        cells = {**cells, Audience.PUBLIC: _withheld(cells.get(Audience.PUBLIC, {}), levels)}
    return Row(cells, network.visibility_place)


def _withheld(cells: Mapping[str, str], levels: Levels) -> dict[str, str]:
    """Every level withheld; unknown words stay, and so are told."""
    withheld = Disclosure.WITHHELD.value
    known = (level.id for level in levels if _disclosure(cells.get(level.id, withheld)))
    return {**cells, **dict.fromkeys(known, withheld)}


def _cell(cells: Cells, audience: Audience, level: str) -> str | None:
    return cells.get(audience, {}).get(level)


def _disclosure(word: str) -> Disclosure | None:
    return next((disclosure for disclosure in Disclosure if disclosure.value == word), None)


def _ruling(word: str, reason: str) -> Ruling:
    disclosure = _disclosure(word)
    if disclosure is None:
        return Ruling(Disclosure.WITHHELD, _UNKNOWN_DISCLOSURE)
    return Ruling(disclosure, reason)
