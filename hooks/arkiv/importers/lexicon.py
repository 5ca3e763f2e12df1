"""What words tell about who and what: first names, places, ordinary words, endings of surnames and nouns."""

import re
from functools import cache
from pathlib import Path

from arkiv.data.first_names import first_names

PARTICLES = frozenset("de von af van der der den la el al bin ibn di da du le ter ten zu dos del".split())
"""Lower-case words inside a surname; the capitalised word after them belongs to it."""

_HERE = Path(__file__).parent
_SURNAME = re.compile(
    r"(?:ss?on|sen|ström|berg|bergh|gren|gran|lund|kvist|qvist|quist|dahl|dal|man|mann|ell|elli|én|in|ius|löf|löv|lööf|stedt|"
    r"stad|stam|vall|wall|mark|hammar|hammer|sjö|sjöö|nen|ić|vić|vic|ovic|ski|sky|ska|dottir|dotter|blad|blom|bom|rot|roth|"
    r"ås|ähl|åhl|holm|hult|ling|lin|felt|feldt|fält|krantz|crantz|fors|forss|mar|näs|rud|ryd|skog|skiöld|sköld|stråle|svärd|tell|"
    r"torp|zadeh|pour|oğlu|oglu|yan|jan|idze|shvili|ova|eva|enko|chuk|czyk|wicz|ian|ez)$"
)
_NOUN = re.compile(
    r"(?:ningen?|ningar|heten?|tionen?|skapet?|rådet?|nämnden?|styrelsen?|verket|kontoret|förbundet?|skolan?|gruppen?|dagen|dagarna|mötet?|"
    r"möten|direktör(?:en|er)?|chef(?:en|er|erna)?|kommun(?:en|er|erna)?|förvaltningen?|plan(?:en)?|program(?:met)?|nätverk(?:et)?|"
    r"avtal(?:et)?|projekt(?:et)?|lagen|myndighet(?:en|er)?|departement(?:et)?|bolag(?:et)?|företag(?:et)?|samhälle(?:t)?|centrum|center|"
    r"föreningen?|partiet|tjänsten?|tjänster|utredningen?|utskott(?:et)?|beredningen?|konferens(?:en)?|regionen?|länet?|hamnen|"
    r"sjukhus(?:et)?|universitet(?:et)?|institut(?:et)?|högskolan?|museet|huset|gatan|vägen|torget|parken|platsen|leden|ordförande|"
    r"sekreterare|ledare|samordnare|handläggare|utredare|jurist(?:en)?|strateg(?:en)?|rektor|landsting(?:et)?|tinget|fullmäktige|"
    r"politik(?:en)?|råd|arbete(?:t)?|enheten|avdelningen|sektorn|budgeten?|rapporten?|ramen|modellen|systemet|plattformen?|arenan?)s?$"
)
_HARD = frozenset(
    "Kommun Kommuns Region AB Hotell Hotel Center Centrum Universitet Skola Stad Stads Län Läns".split()
)
ROLE = re.compile(
    r"(?:direktör|chef|ordförande|ordf\.?|ledamot|ersättare|suppleant|sekreterare|utredare|handläggare|strateg|samordnare|ledare|"
    r"jurist|konsult|rektor|controller|koordinator|ekonom|råd|rådet|hövding|minister|expert|specialist|rådgivare|kanslist|registrator|"
    r"assistent|administratör|planerare|arkitekt|ingenjör|inspektör|professor|forskare|doktorand|docent|lektor|föreläsare|"
    r"representant|talesperson|kommunikatör|revisor|analytiker|utvecklare|pedagog|psykolog|läkare|polis|vd|generalsekreterare|"
    r"kommissionär|ombud|ombudsman|observatör|praktikant|student|moderator|processledare|styresman|intendent|bibliotekarie|överste|general|"
    r"major|kommendör|advokat|åklagare|domare|sakkunnig|tjänsteman|tjänsteperson|politiker|arkivarie|värd)(?:en|n)?$",
    re.IGNORECASE,
)
"""The last part of a Swedish title."""


def _entries(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    return [row for row in text.splitlines() if row and not row.startswith("#")]


@cache
def places() -> frozenset[str]:
    """Municipalities, regions, provinces and towns, casefolded, with their genitives."""
    names = [row.casefold() for row in _entries(_HERE.parent / "data" / "places.txt")]
    return frozenset([*names, *(name if name.endswith("s") else f"{name}s" for name in names)])


@cache
def ordinary_words() -> frozenset[str]:
    """Words, as capitalised in running text, that belong to no person's name."""
    return frozenset(word for row in _entries(_HERE / "ordinary_words.txt") for word in row.split())


def is_first_name(word: str) -> bool:
    """Whether the word, or the first part of a hyphened one, is a common first name."""
    return word.casefold() in first_names() or word.split("-", maxsplit=1)[0].casefold() in first_names()


def is_place(text: str) -> bool:
    """Whether all of the text is one place's name."""
    return text.casefold() in places()


def is_ordinary(word: str) -> bool:
    """Whether a capitalised word is a common noun, title or part of an organisation's name."""
    return word in ordinary_words() or (len(word) > 4 and bool(_NOUN.search(word.casefold())))


def is_institution(word: str) -> bool:
    """Whether the word makes an organisation of whatever stands before it, be it a first name."""
    return word in _HARD or is_acronym(word)


def is_acronym(word: str) -> bool:
    """Capitals and digits only: SKR, GR, VGR:s."""
    return len(word.rstrip(".")) > 1 and word.split(":", maxsplit=1)[0].isupper()


def has_surname_ending(word: str) -> bool:
    """Whether the word ends as Swedish (or Finnish, Slavic, Armenian, Persian ...) surnames do."""
    return len(word) > 3 and bool(_SURNAME.search(word.casefold()))


def is_role(text: str) -> bool:
    """Whether a phrase reads as a title: one of its words ends as titles do."""
    return any(ROLE.search(word.strip(",.()")) for word in text.split())
