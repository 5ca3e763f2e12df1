"""Rosters in YAML as secrets, and a redactor that asks the questions a build asks."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from arkiv.data.ambiguity import is_ambiguous, is_mostly_name
from arkiv.data.dictionary import is_word
from arkiv.data.places import is_place
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.secrets import HiddenPerson, Secrets
from arkiv.redaction import Redactor

GOLDEN = Path(__file__).parents[2] / "golden" / "redaction"


def is_common(form: str) -> bool:
    """As a build asks it."""
    return is_ambiguous(form) and not is_mostly_name(form)


def redactor(secrets: Secrets) -> Redactor:
    return Redactor(secrets, is_common=is_common, is_word=is_word, is_place=is_place)


def person(name: str, *other_names: str, contacts: tuple[str, ...] = (), **said: str | None) -> HiddenPerson:
    """A hidden person whose id is the name's first word; unnamed unless `disclosure` says otherwise."""
    disclosure = Disclosure(said.get("disclosure") or "unnamed")
    ident = said.get("id") or name.split(maxsplit=1)[0].casefold()
    return HiddenPerson(
        ident, (name, *other_names), contacts, disclosure, said.get("role"), said.get("organization")
    )


def read(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def roster(told: dict[str, Any]) -> Secrets:
    """The hidden and the named people of a golden file."""
    hidden = tuple(
        HiddenPerson(
            one["id"],
            tuple(one["names"]),
            tuple(one.get("contacts", ())),
            Disclosure(one["disclosure"]),
            one.get("role"),
            one.get("organization"),
        )
        for one in told["people"]
    )
    return Secrets(hidden, tuple(told.get("named", ())), tuple(told.get("innocent", ())))


def everyone(secrets: Secrets) -> frozenset[str]:
    """A page that knows them all."""
    return frozenset(one.id for one in secrets.hidden)


@dataclass(frozen=True, slots=True)
class Case:
    """One text of a golden file and what becomes of it; of a label, what is left of it."""

    id: str
    secrets: Secrets
    known: frozenset[str]
    before: str
    after: str
    is_label: bool = False
    restricted: bool = False

    def outcome(self, redactor: Redactor) -> str:
        """What a redactor makes of it."""
        if self.is_label:
            return redactor.without(self.before, self.known)
        return redactor.text(self.before, self.known, restricted=self.restricted)


def golden_cases() -> list[Case]:
    """The cases of all golden files, each with the people of its file, or with those whom they share."""
    shared = roster(read(GOLDEN / "roster.yml"))
    return [case for path in sorted(GOLDEN.glob("*.yml")) for case in _cases(path.stem, read(path), shared)]


def _cases(stem: str, told: dict[str, Any], shared: Secrets) -> list[Case]:
    secrets = roster(told) if "people" in told else shared
    known = frozenset(told.get("known", everyone(secrets)))
    restricted = bool(told.get("restricted"))
    return [
        Case(
            f"{stem}-{at}",
            secrets,
            known,
            one.get("in", one.get("label")),
            one["out"],
            "label" in one,
            restricted,
        )
        for at, one in enumerate(told.get("cases", ()))
    ]
