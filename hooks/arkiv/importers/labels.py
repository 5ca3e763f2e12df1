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


def _any(*patterns: str) -> str:
    """A pattern for any of these; a space stands for one or more."""
    return "|".join(pattern.replace(" ", r"\s+") for pattern in patterns)


_PATTERNS = {
    Section.ABSENT: _any(
        "(?:ej|inte|icke) (?:närvarande|deltagande)",
        "(?:anmäld )?frånvaro",
        "frånvarande",
        "(?:(?:anmält|anmälda?|har|meddelat) )?förhinder",
        "förhindrade?",
        "(?:(?:lämnat|anmält) )?återbud",
        "kunde (?:ej|inte) (?:delta|närvara)",
        "saknades",
    ),
    Section.GUESTS: _any(
        "(?:(?:särskilt )?inbjudna |övriga )?gäst(?:er)?",
        "(?:(?:särskilt|övriga) )?inbjud(?:na|en)",
        "adjungerade?",
        "(?:inbjudna )?föredragande",
    ),
    Section.PRESENT: _any(
        "(?:(?:övriga|även) )?(?:närvarande|deltagare|deltagande|medverkande)",
        "(?:(?:övriga|även) )?(?:mötesdeltagare|tjänstgörande|beslutande)",
        "närvaro(?:lista)?",
        "deltagarlista",
        "deltog",
        "följande (?:deltog|var närvarande)",
        "på plats",
        "ledamöter",
    ),
    Section.RECORDER: _any(
        "(?:(?:mötes|minnes)?anteckningar(?:na)? |protokollet )?"
        "(?:antecknat|antecknade|nedtecknat|skrivet|skrivna|förda|"
        "fört|upprättat|upprättade|noterat|protokollfört) av",
        "(?:mötes)?sekreterare",
        "antecknare",
        "protokollförare",
        "vid (?:protokollet|anteckningarna|pennan|tangenterna)",
        "för anteckningarna",
        "(?:mötes|minnes)?anteckningar av",
    ),
    Section.ADJUSTER: _any(
        "juster(?:as|at|ad)(?: av)?", "justerare", "justerande", "justerings(?:person|man)"
    ),
    Section.AGENDA: _any("dagordning(?:en)?", "föredragningslista(?:n)?", "agenda", "ärendelista"),
    Section.DATE: _any("datum(?: och tid)?", "mötesdatum", "dag"),
    Section.TIME: _any("tid", "klockan", r"kl\.?", "mötestid", "tidpunkt"),
    Section.LOCATION: _any("plats(?: för mötet)?", "lokal", "mötesplats", "var"),
    Section.REFERENCE: _any("diarienummer", r"diarienr\.?", r"dnr\.?", "ärendenummer", "diariet"),
}
_WHO = (
    r"(?:\s+(?:ledamöter|ersättare|representanter|medlemmar|tjänstepersoner|tjänstemän|personer|digitalt|"
    r"på\s+(?:mötet|plats|distans)|vid\s+mötet|via\s+\w+))*"
)
_LABELS = {
    section: re.compile(rf"(?:{pattern}){_WHO}\s*(?:\(\s*\d+[^)]*\))?\s*(?::\s*(?P<rest>.*))?", re.IGNORECASE)
    for section, pattern in _PATTERNS.items()
}
_BARE = {Section.DATE, Section.TIME, Section.LOCATION, Section.REFERENCE}
_SIGNED = re.compile(
    r"(?P<label>(?:antecknat|nedtecknat|justerat|justeras|vid protokollet|vid pennan)(?:\s+av)?)\s+"
    r"(?P<rest>[A-ZÅÄÖ].*)"
)


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
