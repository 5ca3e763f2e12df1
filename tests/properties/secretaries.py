"""Whole archives as three secretaries might write them, from a seed: many names in many sentences."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

PLACES = "Ale|Alingsås|Härryda|Kungsbacka|Kungälv|Lerum|Lilla Edet|Mölndal|Partille|Tjörn|Öckerö".split("|")
ROLES = "kommundirektör kommunjurist skolchef socialchef ekonomichef beredskapschef".split()
TITLES = ("Budget", "Föregående anteckningar", "Samverkan i länet", "Rapporter", "Övriga frågor")

GIVEN = (
    tuple("Annelie Bertil Catarina Dragana Evert Fadumo Gunilla Hatice Ingvar Jerker Kaisa Leif".split()),
    tuple("Mikael Nahid Ove Pernilla Ragnhild Sigvard Torgny Ulrika Veronica Yngve Zeynep Åsa".split()),
)
FAMILY = (
    ("Modéus", "Ahlqvist-Norén", "O'Sullivan", "von Rosenhjelm", "Al-Khatib", "Kowalska", "Hultz", "Granlöf"),
    ("Zachrisson", "Tägtgren", "Mäkelä", "af Klintebratt", "Petrović", "Wretman", "Lantz-Melin", "Nguyen"),
)
"""Two casts for the same parts. No name of one is a word, or like one of the other or of the named."""

NAMED = (
    *(("Folke", "Stenvall"), ("Gerd", "Hammarlo"), ("Kjell-Åke", "Dovrén"), ("Disa", "Mac Intosh")),
    *(("Rolf", "Bäckvall"), ("Hillevi", "Tornqvist"), ("Börje", "Fjällsten"), ("Malte", "Grundén")),
)
WORDS = (
    *(("Sten", "Berg"), ("Maj", "Ek"), ("Björn", "Ask"), ("P-O", "Glad"), ("Sol", "Vinter")),
    *(("Stig", "Alingsås"), ("Liv", "Mac Intosh"), ("Viking", "Holm")),
)
"""Names that are words, places, letters, or half of a named person's name."""

SAID = (
    "{f} inleder mötet och hälsar alla välkomna.",
    "{f} {s} redogör för läget i {o} och berättar att budgeten är i balans.",
    "{f}s förslag bordläggs till nästa möte.",
    "{f} och {f2} återkommer med ett underlag till hösten.",
    "{s} påpekar att tidplanen är snäv.",
    "Kontakta {f} ({mail}) vid frågor.",
    "{o} meddelar genom {f} att sten och grus upphandlas gemensamt.",
    "- {f}, {o}: ja\n- {f2}, {o}: avstår",
    "| Namn | Kommun |\n|---|---|\n| {f} {s} | {o} |\n| {f2} {s2} | {o} |",
    "{i}. {s} lämnade mötet kl. 11.",
    "{s}, {f} anmäler förhinder.",
    "{s}, {i}. anmäler förhinder.",
    "Lista: {f}, {f2} och {f} {s}.",
    "{f} ({o}) och {f2} ({o}) jämkar samman.",
    "Ansvarig: {f}",
    "Vid protokollet: {f} {s}",
    "**{f}:** Vi bör vänta.",
    "{f}/{f2} bokar lokal.",
    "– {f} undrar om tidplanen.",
    "[{f} {s}](https://exempel.example/{slug})",
    "{upper} LADE FRAM FÖRSLAGET.",
    "{f}-gruppen möts igen.",
    "Se {f}:s bilaga.",
    "{f} m.fl. deltog.",
    "Tf. kommundirektör {f} {s} tog över.",
    "Kontaktperson: {f} {s}, {mail}",
    "1) {f} skickar ut",
    "> {f}: toppen",
    "Nätverket diskuterade {s}s utredning om skog, berg och sjö.",
    "{s}modellen prövas i {o}.",
    "Efter lunch gick gruppen en sväng i skogen vid Norra torpet, förbi kyrkan och ut mot havet.",
    "Bergsgatan stängs av. Kungälvs kommun och Ale kommun informeras.",
)


@dataclass(frozen=True, slots=True)
class Member:
    given: str
    family: str
    place: str
    role: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"


def write(docs: Path, seed: int, cast: int, *, words: bool = False) -> None:
    """An archive of three networks, of which the third is named at the second level.

    `cast` chooses who the hidden are; with `words` some of them have names that are words.
    """
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Arkivet\n\nVälkommen.\n", encoding="utf-8")
    chance = random.Random(seed)
    parts = list(range(8))
    hidden = [(GIVEN[cast][at], FAMILY[cast][at % 8]) for at in range(12)]
    chiefs, jurists = (list(WORDS) if words else hidden[:8]), hidden[4:]
    for network, pool, shown in (
        ("chefer", chiefs, "role"),
        ("jurister", jurists, "unnamed"),
        ("skola", list(NAMED), "named"),
    ):
        chance.shuffle(parts)
        members = [Member(*pool[at], chance.choice(PLACES), chance.choice(ROLES)) for at in parts]
        _write_network(docs, network, members, shown)
        for month in (1, 2, 3):
            _write_minutes(docs, network, f"2025-0{month}-11", chance.sample(members, 6), chance)


def _write_network(docs: Path, network: str, members: list[Member], shown: str) -> None:
    public = {"normal": "named", "forsamrat": shown, "skarpt": "withheld", "hogsta": "withheld"}
    front = {
        "kind": "network",
        "name": f"{network.capitalize()}nätverket",
        "members": [_listed(one) for one in members],
        "visibility": {"public": public},
    }
    _write(docs / "natverk" / f"{network}.md", front, "Om nätverket.\n")


def _write_minutes(docs: Path, network: str, day: str, present: list[Member], chance: random.Random) -> None:
    front = {
        "kind": "minutes",
        "network": network,
        "date": day,
        "status": "approved",
        "present": [_listed(one) for one in present],
    }
    items = [_item(number, present, chance) for number in range(1, 6)]
    _write(docs / "moten" / "2025" / f"{day}-{network}.md", front, "\n".join(items))


def _item(number: int, present: list[Member], chance: random.Random) -> str:
    paragraphs = [_sentence(present, chance) for _ in range(7)]
    decision = _sentence(present, chance).splitlines()[0].lstrip("|->–1) ")
    responsible = present[number % len(present)].name
    return "\n\n".join(
        (
            f"## {number}. {chance.choice(TITLES)}",
            *paragraphs,
            f"**Beslut:** {decision}",
            f"**Åtgärd:** Ta fram underlag. (ansvarig: {responsible}, senast: 2025-09-01)\n",
        )
    )


def _sentence(present: list[Member], chance: random.Random) -> str:
    one, other = chance.choice(present), chance.choice(present)
    slug = "-".join(one.name.lower().split())
    return chance.choice(SAID).format(
        f=one.given,
        s=one.family,
        f2=other.given,
        s2=other.family,
        o=one.place,
        i=one.given[0],
        upper=one.given.upper(),
        slug=slug,
        mail=slug.replace("-", ".") + "@kommun.example",
    )


def _listed(one: Member) -> dict[str, str]:
    return {"name": one.name, "organization": one.place, "role": one.role}


def _write(path: Path, front: Mapping[str, object], body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    told = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{told}---\n{body}", encoding="utf-8")
