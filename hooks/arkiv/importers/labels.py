"""Headings and labels that say what stands below them: attendance, recorder, place, time."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """What a label announces; the value is the field of the minutes it becomes."""

    PRESENT = "present"
    ABSENT = "absent"
    GUESTS = "guest"
    RECORDER = "recorder"
    ADJUSTER = "adjusted_by"
    AGENDA = "agenda"
    DATE = "date"
    TIME = "start"
    LOCATION = "location"
    REFERENCE = "reference"

    @property
    def is_attendance(self) -> bool:
        """A list of people at (or not at) the meeting."""
        return self in {Section.PRESENT, Section.ABSENT, Section.GUESTS}

    @property
    def is_signature(self) -> bool:
        """Who wrote or adjusted the minutes."""
        return self in {Section.RECORDER, Section.ADJUSTER}


@dataclass(frozen=True, slots=True)
class Label:
    """A label found: the section it opens, and what stands after its colon on the same line."""

    section: Section
    rest: str


_WHO = r"(?:\s+(?:ledamöter|ersättare|representanter|medlemmar|tjänstepersoner|tjänstemän|personer|på\s+mötet|vid\s+mötet|på\s+plats|via\s+\w+|på\s+distans|digitalt))*"
_PATTERNS = {
    Section.ABSENT: r"(?:ej|inte|icke)\s+(?:närvarande|deltagande)|frånvarande|frånvaro|anmäld\s+frånvaro|(?:anmält|anmälda?|har|meddelat)?\s*förhinder|"
    r"förhindrade?|(?:lämnat\s+|anmält\s+)?återbud|kunde\s+(?:ej|inte)\s+(?:delta|närvara)|saknades",
    Section.GUESTS: r"(?:inbjudna\s+|särskilt\s+inbjudna\s+|övriga\s+)?gäste?r?(?:er)?|(?:särskilt\s+|övriga\s+)?(?:inbjudna|inbjuden)|adjungerade?|föredragande|inbjudna\s+föredragande",
    Section.PRESENT: r"(?:(?:övriga|även)\s+)?(?:närvarande|deltagare|deltagande|medverkande|mötesdeltagare|tjänstgörande|beslutande)|närvaro(?:lista)?|"
    r"deltagarlista|deltog|följande\s+(?:deltog|var\s+närvarande)|på\s+plats|ledamöter",
    Section.RECORDER: r"(?:mötes)?(?:anteckningarna?|protokollet|minnesanteckningarna?)?\s*(?:antecknat|antecknade|nedtecknat|skrivet|skrivna|förda|fört|upprättat|upprättade|noterat|protokollfört)\s+av|"
    r"(?:mötes)?sekreterare|antecknare|protokollförare|vid\s+(?:protokollet|anteckningarna|pennan|tangenterna)|för\s+anteckningarna|anteckningar\s+av",
    Section.ADJUSTER: r"justeras|justeras\s+av|justerat(?:\s+av)?|justerad(?:\s+av)?|justerare|justerande|justeringsperson|justeringsman",
    Section.AGENDA: r"dagordning(?:en)?|föredragningslista(?:n)?|agenda|ärendelista",
    Section.DATE: r"datum|mötesdatum|dag|datum\s+och\s+tid",
    Section.TIME: r"tid|klockan|kl\.?|mötestid|tidpunkt",
    Section.LOCATION: r"plats|lokal|mötesplats|plats\s+för\s+mötet|var",
    Section.REFERENCE: r"diarienummer|diarienr\.?|dnr\.?|ärendenummer|diariet",
}
_LABELS = {
    section: re.compile(rf"(?:{pattern}){_WHO}\s*(?:\(\s*\d+[^)]*\))?\s*(?:(?P<colon>:)\s*(?P<rest>.*))?", re.IGNORECASE)
    for section, pattern in _PATTERNS.items()
}
_BARE = {Section.DATE, Section.TIME, Section.LOCATION, Section.REFERENCE}
_SIGNED = re.compile(r"(?P<label>(?:antecknat|nedtecknat|justerat|justeras|vid protokollet|vid pennan)(?:\s+av)?)\s+(?P<rest>[A-ZÅÄÖ].*)")


def label(text: str) -> Label | None:
    """What a line (without marks) announces, or None when it is no label.

    Labels of facts (place, time ...) need their colon and a value; the others may stand alone.
    """
    for section, pattern in _LABELS.items():
        match = pattern.fullmatch(text.strip())
        if match and (section not in _BARE or match["rest"]):
            return Label(section, (match["rest"] or "").strip())
    return _signed(text.strip())


def _signed(text: str) -> Label | None:
    """A signature on one line without a colon: "Antecknat av Fia Exempel"."""
    match = _SIGNED.fullmatch(text[:1].lower() + text[1:])
    found = label(match["label"]) if match else None
    return Label(found.section, match["rest"]) if match and found else None
