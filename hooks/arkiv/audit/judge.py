"""A file judged before it is part of a site, so that the audit of the site finds nothing new in it."""

from dataclasses import dataclass
from functools import lru_cache

from arkiv.audit.findings import Finding
from arkiv.audit.forms import Forms, forms_of
from arkiv.audit.passages import Part
from arkiv.audit.reading import Reading
from arkiv.audit.scanning import Scanner
from arkiv.policy.secrets import Secrets


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges single files by the secrets of one build."""

    secrets: Secrets

    def refuses(self, name: str, data: bytes) -> Finding | None:
        """What the audit has against a file of these bytes, alone in a site; None where it passes.

        A finding with a `person` tells of that person; one without says why the file cannot be judged.

        Args:
            name: the file's name, which says how it is read.
            data: its bytes as visitors would get them.
        """
        scanner = Scanner(_laid_out(self.secrets))
        Reading(scanner).read(name, Part(name, data, ""))
        found = scanner.findings()
        return next((one for one in found if one.person), next(iter(found), None))


@lru_cache(maxsize=1)
def _laid_out(secrets: Secrets) -> Forms:
    """The forms for one build, which are laid out when the first file is judged."""
    return forms_of(secrets)
