"""docs/namn.yml: what an editor has settled about person-like names that stand in no roster. Never published.

    format: 1
    names:
      - {name: Anna Exempel, is: member, network: kommunchefer}
      - {name: Ana Exempel, is: member, person: m-17}
      - {name: Bo Exempel, is: other-person}
      - {name: Cia Exempel, is: other-person, always_named: författare till rapporten}
      - {name: Exempelsystemet, is: not-a-name}

The keys are those of rosters (`network` a file stem under natverk/, `person` a member's id, `always_named` a
reason), so that an editor learns them once.

What each settlement means:

- `member`: somebody who belongs to a network, as if they stood in its roster; or, with `person`, another
  way of writing a registered person's name. They are shown or hidden as that network or person is.
- `other-person`: somebody outside. On pages of networks below `named` they stay hidden, as those in
  `mentioned` do, since a name is not made harmless by being looked at; they are no longer reported, and
  `--strict` builds. A reason in `always_named` shows them.
- `not-a-name`: a system, a place, a word. Never masked.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from arkiv.model import Place
from arkiv.problems import Problem
from arkiv.sources.fields import Fields, Problems
from arkiv.sources.frontmatter_file import read_text
from arkiv.sources.yaml_tree import Node, YamlError, parse

FORMAT = "1"
FILE = "namn.yml"


class Kind(StrEnum):
    """What a person-like name was settled to be."""

    MEMBER = "member"
    OTHER_PERSON = "other-person"
    NOT_A_NAME = "not-a-name"


@dataclass(frozen=True, slots=True)
class Settlement:
    """One name, settled. `network` or `person` is given for a member; `always_named` is a reason or empty."""

    name: str
    kind: Kind
    place: Place
    network: str | None = None
    person: str | None = None
    always_named: str = ""

    def __repr__(self) -> str:
        """Where it stands; a name has no place in a log."""
        return f"Settlement({self.place}, {self.kind.value})"


@dataclass(frozen=True, slots=True)
class Settlements:
    """All that is settled, in the order of the file; empty where there is no file."""

    all: tuple[Settlement, ...] = ()

    @property
    def members(self) -> tuple[Settlement, ...]:
        """Those who are to be treated as registered."""
        return tuple(one for one in self.all if one.kind is Kind.MEMBER)

    @property
    def hidden_with_page(self) -> tuple[str, ...]:
        """Names of other people, masked on pages of networks below `named` but not reported."""
        return tuple(one.name for one in self.all if one.kind is Kind.OTHER_PERSON and not one.always_named)

    @property
    def always_named(self) -> tuple[str, ...]:
        """Names of other people who may stand anywhere."""
        return tuple(one.name for one in self.all if one.kind is Kind.OTHER_PERSON and one.always_named)

    @property
    def not_names(self) -> tuple[str, ...]:
        """Words that are nobody."""
        return tuple(one.name for one in self.all if one.kind is Kind.NOT_A_NAME)


def read_settlements(
    docs_dir: Path, networks: Set[str], people: Set[str] = frozenset()
) -> tuple[Settlements, tuple[Problem, ...]]:
    """The settlements of an archive, and everything that is wrong with them.

    Args:
        docs_dir: the archive's folder; without a namn.yml nothing is settled.
        networks: the ids of its networks.
        people: the ids that stand in its rosters.

    Returns:
        What could be read, and the problems, which must be errors for a build: half-read settlements hide
        wrongly.
    """
    problems = Problems(FILE)
    path = docs_dir / FILE
    text = read_text(path, problems) if path.exists() else None
    fields = None if text is None else _fields(text, problems)
    if fields is None:
        return Settlements(), tuple(problems.found)
    settled = tuple(_settlements(fields, networks, people))
    fields.refuse_unknown()
    _refuse_twice(settled, problems)
    return Settlements(settled), tuple(problems.found)


def _fields(text: str, problems: Problems) -> Fields | None:
    try:
        tree = parse(text)
    except YamlError as error:
        problems.add(error.line, "yaml", error.what, error.remedy)
        return None
    if tree is None:
        return None
    fields = Fields(tree if isinstance(tree.value, dict) else Node({}, tree.line), problems)
    if not isinstance(tree.value, dict):
        problems.add(tree.line, "names", "is not a mapping", "begin with `format: 1` and `names:`")
    elif (said := fields.text("format")) is not None and said != FORMAT:
        fields.wrong("format", "is unknown", f"write `format: {FORMAT}`, or use a newer arkiv")
    return fields


def _settlements(fields: Fields, networks: Set[str], people: Set[str]) -> Iterator[Settlement]:
    for entry in fields.mappings("names"):
        name, kind = entry.text("name", required=True), _kind(entry)
        place = Place(FILE, entry.line)
        network, person = entry.text("network"), entry.text("person")
        always_named = entry.text("always_named") or ""
        entry.refuse_unknown()
        if name is None or kind is None:
            continue
        found = Settlement(name, kind, place, network, person, always_named)
        _check(entry, found, networks, people)
        yield found


def _kind(entry: Fields) -> Kind | None:
    said = entry.text("is", required=True)
    if said is None:
        return None
    if said not in list(Kind):
        entry.wrong("is", "is unknown", f"write one of: {', '.join(Kind)}")
        return None
    return Kind(said)


def _check(entry: Fields, found: Settlement, networks: Set[str], people: Set[str]) -> None:
    if not any(character.isalpha() for character in found.name):
        entry.wrong("name", "holds no letter", "write the name as it stands in the text")
    if found.kind is Kind.MEMBER and (found.network is None) == (found.person is None):
        entry.wrong("is", "is a member of nothing, or of two things", "give either `network` or `person`")
    if found.kind is not Kind.MEMBER and (found.network or found.person):
        entry.wrong("is", "contradicts `network` or `person`", "write `is: member`, or remove them")
    if found.always_named and found.kind is not Kind.OTHER_PERSON:
        entry.wrong("always_named", "is for other people only", "remove it, or write `is: other-person`")
    if found.network is not None and found.network not in networks:
        entry.wrong("network", "is unknown", f"write one of: {', '.join(sorted(networks))}")
    if found.person is not None and found.person not in people:
        entry.wrong("person", "is unknown", "write the `id` of somebody in a roster")


def _refuse_twice(settled: tuple[Settlement, ...], problems: Problems) -> None:
    first: dict[str, Settlement] = {}
    for one in settled:
        earlier = first.setdefault(" ".join(one.name.casefold().split()), one)
        if earlier is not one:
            what = f"settles the name of line {earlier.place.line} once more"
            problems.add(one.place.line, "name", what, "keep one of the two")
