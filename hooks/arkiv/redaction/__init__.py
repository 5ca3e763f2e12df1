"""Names to forms, and text to text without them. Pure: no files, no archive, no rule."""

from arkiv.redaction.redactor import Redactor

__all__ = ["Redactor"]
