"""Attachments and pictures: which may be shown, under which neutral name, and why not.

A file passes two who share no code: the redactor, and the audit, which would otherwise stop the whole site.
"""

from collections.abc import Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from arkiv.attachments import Content, UnreadableAttachment, examine, file_type, published
from arkiv.model import Place
from arkiv.policy.disclosures import Disclosure
from arkiv.problems import Problem
from arkiv.public import PublicAsset
from arkiv.redaction import Redactor


class Refused(Protocol):
    """Why the audit would stop a site with a file: it tells of a `person`, or else it cannot be judged."""

    @property
    def person(self) -> str:
        """Whom it tells of, by id; empty where the file itself is at fault."""

    @property
    def message(self) -> str:
        """What is wrong, and after a semicolon what to do."""


class Auditor(Protocol):
    """The audit, as far as the desk knows it."""

    def refuses(self, name: str, data: bytes, /) -> Refused | None:
        """What it has against a file of that name and those bytes."""


@dataclass(slots=True)
class AssetDesk:
    """Judges files once each. What cannot be read at all is an error; what names somebody is withheld.

    So is what the audit refuses: a single file must not stop a build.
    """

    docs_dir: Path
    redactor: Redactor
    auditor: Auditor
    problems: list[Problem] = field(default_factory=list)
    offered: dict[str, PublicAsset] = field(default_factory=dict)
    _contents: dict[str, Content | None] = field(default_factory=dict)
    _refused: dict[str, Refused | None] = field(default_factory=dict)

    def offer(
        self, source: str, target: str, place: Place, disclosure: Disclosure, known: Set[str]
    ) -> PublicAsset | None:
        """The asset to publish as `target` (without suffix), or None where it must not be shown.

        Below `named`, a file whose names cannot be looked for (a picture, a scanned page) is withheld too.
        """
        content = self._content(source, place)
        if content is None or (not content.readable and not disclosure.shows_names):
            return None
        suffix = source.rsplit(".", 1)[-1].lower()
        asset = PublicAsset(source, f"{target}.{suffix}")
        if self.redactor.holds(content.text, known):
            self._withhold(place, *_NAMES_SOMEBODY)
        elif refused := self._refusal(asset):
            self._withhold(place, *(_NAMES_SOMEBODY if refused.person else _told(refused)))
        else:
            self.offered[asset.target] = asset
            return asset
        return None

    def another(self) -> "AssetDesk":
        """A desk that has judged nothing yet."""
        return AssetDesk(self.docs_dir, self.redactor, self.auditor)

    def facts(self, source: str) -> tuple[int, str]:
        """Size in bytes as published, and the type's label."""
        kind = file_type(source)
        return len(published(self.docs_dir / source)), kind.label if kind else ""

    def is_picture(self, source: str) -> bool:
        """Whether the file may be shown in a page."""
        kind = file_type(source)
        return bool(kind and kind.is_picture)

    def _content(self, source: str, place: Place) -> Content | None:
        if source not in self._contents:
            self._contents[source] = self._examined(source, place)
        return self._contents[source]

    def _examined(self, source: str, place: Place) -> Content | None:
        try:
            return examine(self.docs_dir / source)
        except UnreadableAttachment as error:
            what, _, remedy = str(error).partition(" - ")
            self.problems.append(Problem(place, "attachments", what, remedy or "replace the file"))
            return None

    def _refusal(self, asset: PublicAsset) -> Refused | None:
        if asset.source not in self._refused:
            data = published(self.docs_dir / asset.source)
            self._refused[asset.source] = self.auditor.refuses(asset.target, data)
        return self._refused[asset.source]

    def _withhold(self, place: Place, what: str, remedy: str) -> None:
        self.problems.append(Problem(place, "attachments", what, remedy, "warning"))


_NAMES_SOMEBODY = "names a hidden person, or may", "nothing to do: it is left out of this build"


def _told(refused: Refused) -> tuple[str, str]:
    """Why a file is left out that nobody can judge, and what would help."""
    return refused.message.partition("; ")[0], "it is left out; save it anew, or as a PDF, to have it shown"
