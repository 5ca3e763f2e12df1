"""The independent audit: reads built files only, and shares no matching code with redaction."""

from arkiv.audit.findings import Finding, FormKind
from arkiv.audit.judge import Judge
from arkiv.audit.report import report
from arkiv.audit.site import NO_DIGESTS, Inspection, audit, inspect

__all__ = ["NO_DIGESTS", "Finding", "FormKind", "Inspection", "Judge", "audit", "inspect", "report"]
