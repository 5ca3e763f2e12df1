"""The decisions that networks' rules rest on, as far as one build may tell of them."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from arkiv.model import Archive, Basis, Network
from arkiv.problems import Problem
from arkiv.projection.vocabulary import Vocabulary
from arkiv.public import Link, PublicBasis, PublicText


@dataclass(frozen=True, slots=True)
class Bases:
    """Finds them; `built` are the paths of this build, `names` the networks' names by id."""

    archive: Archive
    built: Set[str]
    names: Mapping[str, PublicText]
    vocabulary: Vocabulary
    problems: list[Problem]

    def all(self, networks: Iterable[Network]) -> tuple[PublicBasis, ...]:
        """Those of several networks, each once, the oldest first."""
        found = {self.basis(network.basis) for network in networks if network.basis}
        return tuple(sorted(filter(None, found), key=lambda basis: (basis.date, basis.text)))

    def basis(self, basis: Basis) -> PublicBasis | None:
        """A link where the meeting is shown, its network's name where that may be said, the date always."""
        minutes = next((minutes for minutes in self.archive.minutes if minutes.id == basis.meeting), None)
        if minutes is None:
            what = "names a meeting that is not there"
            self.problems.append(Problem(basis.place, "basis", what, "correct the reference", "warning"))
            return None
        shown = minutes.path in self.built
        text = self.vocabulary.basis(self.names[minutes.network] if shown else None, basis.item)
        anchor = f"punkt-{basis.item}" if any(item.number == basis.item for item in minutes.items) else None
        return PublicBasis(minutes.date, text, Link(minutes.path, text, anchor) if shown else None)
