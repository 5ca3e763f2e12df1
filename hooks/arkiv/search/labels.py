"""The words that search results are filtered and labelled by, in the archive's language.

They are stored in the index itself, so they are also what the search interface sends back to it:
`theme/words/search.sv.yml` must say the same (a test holds the two together).
"""

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
