"""Archives of any size, made from a seed: the same seed gives the same archive, byte for byte.

Minutes are 600 to 900 words of plausible Swedish, with 15 attendees from 20 networks, decisions and actions,
and names in running text the way real minutes have them: nearly always the first name alone.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from arkiv.data.first_names import first_names

NETWORKS = 20
ATTENDEES = 15
WORDS = (600, 900)

_BEGINNINGS = (
    "Al Berg Björk Dal Eke Fors Gran Hag Hed Holm Kvarn Lind Lund Löv Mo Nord Ny Ros Sand Sjö Skog Sten "
    "Sund Söder Väst Åker Öst"
).split()
_ENDINGS = (
    "berg blad dahl gren hammar holm kvist lind lund löf man mark qvist rot stam ström sund vall wik"
).split()
_PLACES = (
    "Almhult Brobacka Ekensjö Forslunda Grytvik Hagalid Kolbäcken Lidanäs Mossviken Norrgärde Rönninge "
    "Stenhamra Tallåsen Vimmerö Ågården"
).split()
_ROLES = (
    "kommundirektör kommunjurist skolchef socialchef ekonomichef kulturchef beredskapssamordnare "
    "förvaltningschef"
).split()
_SUBJECTS = (
    "Arbetsgruppen|Förvaltningen|Kommunstyrelsen|Länsstyrelsen|Nätverket|Regionen|Styrgruppen|Utredningen|"
    "Upphandlingen|Samverkansrådet"
).split("|")
_VERBS = (
    "beskriver bereder följer granskar planerar prövar redovisar samordnar sammanställer utvärderar"
).split()
_OBJECTS = (
    "arbetet med kompetensförsörjning|budgeten för nästa år|den gemensamma upphandlingen|"
    "effekterna av den nya lagen|formerna för samverkan|förslaget till handlingsplan|"
    "hur planen ska följas upp|kommunernas beredskapsplaner|lokalernas skick|remissvaren från kommunerna|"
    "resultatet av enkäten|stödet till mindre kommuner|underlaget till direktionen|"
    "vägen till ett gemensamt avtal"
).split("|")
_ENDS = (
    "före sommaren|i samråd med berörda nämnder|inför nästa möte|med hjälp av de medel som finns|"
    "och återkommer med en tidplan|tillsammans med grannkommunerna|trots att underlaget är ofullständigt|"
    "under det kommande verksamhetsåret|utan att kostnaderna ökar"
).split("|")
_SPEECH = (
    "berättar frågar föreslår informerar invänder lyfter påminner rapporterar undrar understryker"
).split()
_CLAUSES = (
    "att frågan behöver beredas vidare|att flera kommuner står inför samma val|att tidplanen är snäv|"
    "hur finansieringen ska lösas|om läget i den egna kommunen|om vad som har hänt sedan sist|"
    "vilka som ska ingå i gruppen|vad ett gemensamt arbetssätt skulle innebära"
).split("|")


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in a network."""

    name: str
    organization: str
    role: str


def write_archive(target: Path, minutes: int, people: int, seed: int = 1) -> None:
    """Write an archive under `target`, which must not exist.

    Args:
        target: the docs folder.
        minutes: how many meetings.
        people: how many members there are in all, at least one a network.
        seed: what the archive is drawn from.
    """
    chance = random.Random(seed)  # noqa: S311 - repeatable, and nobody's secret
    seats = list(_people(chance, max(people, NETWORKS)))
    networks = {f"natverk-{chr(97 + n)}": seats[n::NETWORKS] for n in range(NETWORKS)}
    (target / "natverk").mkdir(parents=True)
    (target / "index.md").write_text("# Arkivet\n\nAnteckningar från nätverken.\n", "utf-8")
    for network, members in networks.items():
        (target / "natverk" / f"{network}.md").write_text(_network(network, members), "utf-8")
    for number in range(minutes):
        network = list(networks)[number % NETWORKS]
        day = date(2000, 1, 3) + timedelta(days=number // NETWORKS * 7)
        folder = target / "moten" / str(day.year)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{day}-{network}.md").write_text(
            _minutes(network, day, networks[network], chance), "utf-8"
        )


def _people(chance: random.Random, count: int) -> Iterator[Seat]:
    """Different people; surnames are compounds, as most Swedish ones are."""
    given = sorted(name.title() for name in first_names())
    seen: set[str] = set()
    while len(seen) < count:
        surname = chance.choice(_BEGINNINGS) + chance.choice(_ENDINGS)
        if len(seen) > count // 2:
            surname += "-" + chance.choice(_BEGINNINGS) + chance.choice(_ENDINGS)
        name = f"{chance.choice(given)} {surname}"
        if name not in seen:
            seen.add(name)
            yield Seat(name, chance.choice(_PLACES), chance.choice(_ROLES))


def _rows(seats: list[Seat]) -> str:
    rows = (f"{{name: {seat.name}, organization: {seat.organization}, role: {seat.role}}}" for seat in seats)
    return "".join(f"  - {row}\n" for row in rows)


def _network(network: str, members: list[Seat]) -> str:
    head = f"kind: network\nname: Nätverk {network[-1].upper()}\nmembers:\n{_rows(members)}"
    return f"---\n{head}---\n\nEtt av nätverken.\n"


def _minutes(network: str, day: date, members: list[Seat], chance: random.Random) -> str:
    present = chance.sample(members, min(ATTENDEES, len(members)))
    facts = f"kind: minutes\nnetwork: {network}\ndate: {day}\nstatus: approved\npresent:\n"
    head = f"---\n{facts}{_rows(present)}---\n"
    target, items = chance.randint(*WORDS), [head]
    number = 0
    while sum(len(item.split()) for item in items[1:]) < target:
        number += 1
        items.append(_item(number, present, chance))
    return "\n".join(items)


def _item(number: int, present: list[Seat], chance: random.Random) -> str:
    title = f"## {number}. {chance.choice(_OBJECTS).capitalize()}"
    paragraphs = [" ".join(_sentence(present, chance) for _ in range(chance.randint(3, 6))) for _ in range(2)]
    decision = f"**Beslut:** {_plain(chance)}"
    action = f"**Åtgärd:** {_plain(chance)} (ansvarig: {chance.choice(present).name})"
    return "\n\n".join([title, *paragraphs, chance.choice([decision, action]), ""])


def _sentence(present: list[Seat], chance: random.Random) -> str:
    """Every tenth sentence has somebody in it: 97 of 100 by first name alone (measured on real minutes)."""
    if chance.random() > 0.1:
        return _plain(chance)
    name = chance.choice(present).name
    said = name if chance.random() > 0.97 else name.split()[0]
    return f"{said} {chance.choice(_SPEECH)} {chance.choice(_CLAUSES)}."


def _plain(chance: random.Random) -> str:
    parts = (chance.choice(part) for part in (_SUBJECTS, _VERBS, _OBJECTS, _ENDS))
    return " ".join(parts) + "."
