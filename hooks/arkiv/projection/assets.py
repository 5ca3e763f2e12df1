"""Attachments and pictures: which may be shown, under which neutral name, and why not."""

from collections.abc import Set
from dataclasses import dataclass, field
from pathlib import Path

from arkiv.attachments import Content, UnreadableAttachment, examine, file_type, published
from arkiv.model import Place
from arkiv.policy.disclosures import Disclosure
from arkiv.problems import Problem
from arkiv.public import PublicAsset
from arkiv.redaction import Redactor


@dataclass(slots=True)
class AssetDesk:
    """Judges files once each. What cannot be read at all is an error; what names somebody is withheld."""

    docs_dir: Path
    redactor: Redactor
    problems: list[Problem] = field(default_factory=list)
    offered: dict[str, PublicAsset] = field(default_factory=dict)
    _contents: dict[str, Content | None] = field(default_factory=dict)

    def offer(
        self, source: str, target: str, place: Place, disclosure: Disclosure, known: Set[str]
    ) -> PublicAsset | None:
        """The asset to publish as `target` (without suffix), or None where it must not be shown.

        Below `named`, a file whose names cannot be looked for (a picture, a scanned page) is withheld too.
        """
        content = self._content(source, place)
        if content is None or (not content.readable and not disclosure.shows_names):
            return None
        if self.redactor.holds(content.text, known):
            name = "names a hidden person, or may"
            self._note(place, "attachments", name, "nothing to do: it is left out of this build", "warning")
            return None
        suffix = source.rsplit(".", 1)[-1].lower()
        asset = PublicAsset(source, f"{target}.{suffix}")
        self.offered[asset.target] = asset
        return asset

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
            self._note(place, "attachments", what, remedy or "replace the file", "error")
            return None

    def _note(self, place: Place, name: str, what: str, remedy: str, severity: str) -> None:
        self.problems.append(
            Problem(place, name, what, remedy, "error" if severity == "error" else "warning")
        )
