"""The words that search results are filtered and labelled by, in the archive's language.

They are stored in the index itself, and the search interface sends them back to it: both have them from the
catalogue, `theme/words/search.*.yml`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from arkiv.model import RecordKind


@dataclass(frozen=True, slots=True)
class Labels:
    """Names of the filters and of the kinds of results; the defaults are Swedish."""

    network: str = "nätverk"
    year: str = "år"
    kind: str = "typ"
    sort: str = "datum"
    decision: str = "Beslut"
    action: str = "Åtgärd"
    appointment: str = "Utsedd"
    referral: str = "Medskick"
    returning: str = "Återkommer"
    item: str = "Punkt"
    meeting: str = "Möte"
    page: str = "Sida"
    internal: str = "Internt"
    responsible: str = "Ansvarig"
    topic: str = "Ämne"
    organization: str = "Organisation"
    member: str = "Ledamot"

    def of(self, kind: RecordKind) -> str:
        """The label of a record in an item, as the page shows it."""
        return {
            RecordKind.DECISION: self.decision,
            RecordKind.ACTION: self.action,
            RecordKind.APPOINTMENT: self.appointment,
            RecordKind.REFERRAL: self.referral,
            RecordKind.RETURN: self.returning,
        }[kind]


SWEDISH = Labels()

_FILTERS = ("network", "year", "kind", "sort")
_ENTRIES = ("topic", "organization", "member")
_KINDS = ("decision", "action", "item", "meeting", "page")
"""In the order of the catalogue's `search.kinds`."""


def labels(words: Callable[[str], str]) -> Labels:
    """The labels of a language; `words` gives the catalogue's words at a key."""
    return Labels(
        **{name: words(f"search.keys.{name}") for name in _FILTERS},
        **{name: words(f"search.kinds.{number}") for number, name in enumerate(_KINDS)},
        appointment=words("record.appointment"),
        referral=words("record.referral"),
        returning=words("record.return"),
        responsible=words("record.responsible"),
        internal=words("search.internal"),
        **{name: words(f"search.entries.{name}") for name in _ENTRIES},
    )
