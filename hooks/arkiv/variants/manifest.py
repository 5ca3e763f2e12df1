"""What a variant is: whose, at which level, of which bytes. Kept beside the site and never inside it."""

import getpass
import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from arkiv.model import Audience

FORMAT = 1


class ManifestError(ValueError):
    """A manifest that cannot be believed; the text says why."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """One variant's description.

    `level` is None for a holding page only, where nobody knows at what level it was put up. `sources` is
    the digest of all it was made from, `site` the `tree_digest` of what the audit saw, `audit` the digest
    of what the audit said, `seal` what the system said of the files when they were staged. `created` is for
    people: what is newest is told by a variant's number and never by a clock.
    """

    audience: Audience
    level: str | None
    sources: str
    site: str
    audit: str
    version: str
    created_by: str
    created: str
    holding: bool = False
    seal: str = ""

    def as_json(self) -> str:
        """The manifest as a file of its own."""
        return (
            json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1, sort_keys=True)
            + "\n"
        )

    @classmethod
    def from_json(cls, text: str) -> "Manifest":
        """The manifest in this file.

        Raises:
            ManifestError: it is none, or of a format this program does not know.
        """
        try:
            fields = json.loads(text)
            if not isinstance(fields, dict) or fields.pop("format", None) != FORMAT:
                raise ManifestError("its format is not known to this version of arkiv")
            return cls._checked(fields)
        except (TypeError, ValueError) as error:
            raise ManifestError(str(error)) from error

    @classmethod
    def _checked(cls, fields: dict[str, Any]) -> "Manifest":
        manifest = cls(**{**fields, "audience": Audience(str(fields.get("audience")))})
        words = (
            manifest.sources,
            manifest.site,
            manifest.audit,
            manifest.version,
            manifest.created_by,
            manifest.created,
            manifest.seal,
        )
        if not all(isinstance(word, str) for word in words) or not isinstance(manifest.holding, bool):
            raise ManifestError("a field has a value of the wrong kind")
        unknown = manifest.holding and manifest.level is None
        if not unknown and not (isinstance(manifest.level, str) and manifest.level):
            raise ManifestError("it names no level")
        return manifest


def whoami() -> str:
    """The name of the account that runs the program, or its number where it has no name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may run as a number nobody has named
        return str(os.getuid())


def now() -> str:
    """The time in UTC, as ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
