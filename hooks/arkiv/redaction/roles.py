"""What a person is called by what they do: titles, and the labels of fields that hold people."""

from arkiv.data.contexts import FIELDS, TITLES
from arkiv.redaction.folding import fold

_FIELDS = frozenset(map(fold, FIELDS | TITLES))
_FIELD_ENDINGS = tuple(field for field in _FIELDS if len(field) > 4)
"""`mötesordförande`, `projektägare`."""


def is_role(folded: str) -> bool:
    """Whether a word is a title or what a field for people is called."""
    return folded in _FIELDS or folded.endswith(_FIELD_ENDINGS)
