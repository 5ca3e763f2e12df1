"""Where things lie in a site folder.

    SITE/public                    a link to .variants/000012-public-forsamrat/site: what visitors are served
    SITE/internal                  the same for the internal audience
    SITE/.variants/000012-.../site and, beside it, manifest.json: a whole, audited site
    SITE/.variants/holding-...     the holding pages, made before they are needed
    SITE/.variants/previous-public which variant was live just before
    SITE/.variants/tmp-...         what is being made; belongs to the process that holds a lock on it
    SITE/.variants/lock, building  locks; what counts is who holds them, not that they exist
    SITE/.variants/log.jsonl       the receipts
    SITE/.variants/store           what builds use again; sites hold hard links to its files

A site and its manifest are one folder, so that one rename makes both appear.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from arkiv.model import Audience
from arkiv.variants.manifest import Manifest, ManifestError

FOLDER = ".variants"
SITE = "site"
MANIFEST = "manifest.json"
TEMPORARY = "tmp-"
HOLDING = "holding-"

_NUMBERED = re.compile(r"(\d{6,})-")
_TARGET = re.compile(rf"{re.escape(FOLDER)}/([^/]+)/{SITE}")


@dataclass(frozen=True, slots=True)
class Variant:
    """A whole site in `.variants`. A higher `number` was staged later; holding pages have 0."""

    folder: Path
    number: int
    manifest: Manifest

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    @property
    def site(self) -> Path:
        """The folder that is served."""
        return self.folder / SITE

    @property
    def target(self) -> str:
        """What an audience's link says when this variant is live; relative, so that SITE can be moved."""
        return f"{FOLDER}/{self.name}/{SITE}"


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of the deployment in `site`."""

    site: Path

    @property
    def folder(self) -> Path:
        """Where variants lie."""
        return self.site / FOLDER

    @property
    def log(self) -> Path:
        """The receipts."""
        return self.folder / "log.jsonl"

    @property
    def store(self) -> Path:
        """What builds use again."""
        return self.folder / "store"

    def link(self, audience: Audience) -> Path:
        """What a web server is pointed at."""
        return self.site / audience.value

    def previous(self, audience: Audience) -> Path:
        """The link that says what was live before what is."""
        return self.folder / f"previous-{audience.value}"

    def variants(self) -> tuple[Variant, ...]:
        """The numbered variants that can be read, the oldest first. Damaged ones are not among them."""
        found = (self._variant(name) for name in self.names() if _NUMBERED.match(name))
        return tuple(sorted((variant for variant in found if variant), key=lambda variant: variant.number))

    def names(self) -> tuple[str, ...]:
        """What is in `.variants`, in the order of names; nothing if there is no such folder."""
        try:
            return tuple(sorted(os.listdir(self.folder)))  # noqa: PTH208 - names are wanted, not paths
        except FileNotFoundError:
            return ()

    def next_number(self) -> int:
        """One more than any variant's here, damaged ones too, so that a clock is never asked."""
        return max((number(name) for name in self.names()), default=0) + 1

    def variant(self, name: str) -> Variant:
        """The variant in the folder of this name.

        Raises:
            ManifestError: its manifest or its site is missing or cannot be believed.
        """
        folder = self.folder / name
        try:
            manifest = Manifest.from_json((folder / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise ManifestError(f"{MANIFEST} cannot be read") from error
        if not (folder / SITE).is_dir() or (folder / SITE).is_symlink():
            raise ManifestError("its site is missing")
        return Variant(folder, number(name), manifest)

    def _variant(self, name: str) -> Variant | None:
        try:
            return self.variant(name)
        except ManifestError:
            return None


def number(name: str) -> int:
    """The number a variant's folder name begins with; 0 for any other name."""
    match = _NUMBERED.match(name)
    return int(match[1]) if match else 0


def numbered_name(count: int, audience: Audience, level: str) -> str:
    """The folder name of a variant, with the level for people to read; the manifest is what counts."""
    return f"{count:06d}-{audience.value}-{plain(level)}"


def plain(level: str) -> str:
    """A level's id as part of a file name."""
    return re.sub(r"[^\w-]", "-", level)[:40]


def target_name(target: str) -> str | None:
    """The variant's name in what an audience's link says, or None if the link was not made by arkiv."""
    match = _TARGET.fullmatch(target)
    return match[1] if match else None
