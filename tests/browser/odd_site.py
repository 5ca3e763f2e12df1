"""Three archives that are odd: too much of everything, no minutes at all, and a single meeting."""

LONG_WORD = "Riksgränssamarbetesöverenskommelse" * 9
LONG_TITLE = "Samråd om vägar, vatten och skolskjutsar i de nio kommunerna längs ån, " * 5
ADDRESS = "maria-magdalena.von.rosenstrale.lagercrantz@raddning.example"
LONG_URL = "https://kartor.example/" + "a1b2c3d4e5" * 20

MEMBERS = f"""\
  - {{name: Alva Rotvik, organization: Almeå, role: kommundirektör, email: alva.rotvik@almea.example}}
  - name: Maria-Magdalena von Rosenstråle Lagercrantz
    organization: Räddningstjänstförbundet Mellersta Ådalen
    role: förbundsdirektör och räddningschef
    email: {ADDRESS}
    phone: "0980-319 210"
    start_date: 2022-01-01
  - name: يوسف الحداد
    organization: مدينة الغابة
    role: مدير
    email: y.alhaddad@ghaba.example
    phone: "0980-319 211"
  - {{name: שירה בן דוד, organization: Östanmyra, role: מנהלת, start_date: 2023-05-01}}
  - {{name: Örjan Ågren, organization: Östanmyra, role: kommundirektör, substitute_for: Alva Rotvik}}
"""
NETWORK = f"""---
kind: network
name: Ålderns råd
members:
{MEMBERS}visibility:
  public: {{normal: named, forsamrat: role, skarpt: unnamed, hogsta: withheld}}
  internal: {{normal: named, forsamrat: named, skarpt: named, hogsta: role}}
---

Rådet möts när det behövs.
"""
BARE = """---
kind: network
name: Vägnätverket
---
"""
PEOPLE = """\
present:
  - {name: Alva Rotvik, organization: Almeå}
  - {name: يوسف الحداد, organization: مدينة الغابة, to_item: 1}
  - {name: שירה בן דוד, organization: Östanmyra}
"""

MARKDOWN = f"""\
## 1. Listor i listor

- Vägar
    - Broar
        - Räcken
            - Skruvar av en sort som bara finns i ett lager långt bort, och därför beställs i god tid
            - مسامير وأخشاب
        - Plankor
- Vatten

> Ett citat med en lista:
>
> 1. Först en sak
>     - sedan en annan
>
> > och ett citat i citatet

- En punkt med ett citat:

    > Det som sades på mötet ska stå här, även när raden är lång och inte ryms på en telefon.

## 2. En stor tabell

| {" | ".join(f"Kolumn {at}" for at in range(1, 15))} |
|{" --- |" * 14}
""" + "\n".join(
    "| " + " | ".join(f"rad {row} cell {at}" for at in range(1, 15)) + " |" for row in range(1, 41)
)

MARKDOWN += f"""

## 3. HTML som inte är Markdown

<div style="width: 1400px" onclick="alert(1)">En ruta som vill vara bredare än sidan</div>

<table width="1600"><tr><td width="1600">En cell som vill vara bred</td></tr></table>

<pre>{"en rad utan slut " * 20}</pre>

## 4. Långa rader

Kartan finns på {LONG_URL} och på <{LONG_URL}>.

```
{"kommando --med-en-flagga=" * 12}
```

`{"kod_utan_mellanslag" * 12}`

**Beslut:** {LONG_WORD} antas. (ersätter: 2023-03-01-rad#beslut-1-1)

**Åtgärd:** Skriv {LONG_WORD}. (ansvarig: Alva Rotvik, senast: 2024-12-01)

**Medskick:** Hur blir det? (till: {LONG_WORD})

## 5. Djupa rubriker

### Tredje nivån

#### Fjärde nivån

##### Femte nivån med {LONG_WORD}

###### Sjätte nivån

Text.

---

Sist[^1].

[^1]: En fotnot med {LONG_URL}.
"""


def minutes(day: str, body: str, head: str = "") -> tuple[str, str]:
    """Approved minutes of the council: path and text."""
    front = f"---\nkind: minutes\nnetwork: rad\ndate: {day}\nstatus: approved\n{head}---\n"
    return f"moten/{day[:4]}/{day}-rad.md", f"{front}\n{body}"


def _items(count: int) -> str:
    """Items that decide something every time."""
    return "\n".join(
        f"## {at}. Fråga {at}\n\n**Beslut:** Fråga {at} bordläggs.\n\n**Återkommer:** nästa möte\n"
        for at in range(1, count + 1)
    )


def _crowd(count: int) -> str:
    """Attendees from a quarter as many organisations."""
    letters = "abcdefghij"
    names = [f"Disa T{letters[at // 10]}{letters[at % 10]}fors" for at in range(count)]
    lines = (f"  - {{name: {name}, organization: Kommun {at // 4}}}\n" for at, name in enumerate(names))
    return f"present:\n{''.join(lines)}"


DECISION = "## 1. Vägar\n\n**Beslut:** Vägarna plogas.\n"
MANY = dict(
    [
        ("natverk/rad.md", NETWORK),
        ("index.md", f"# {LONG_WORD}\n\nVälkommen till {LONG_WORD}.\n"),
        ("om.md", f"# Om {LONG_WORD}\n\n{LONG_URL}\n"),
        (
            "kalender/2024-09-01-dag.md",
            f"---\nkind: event\ntitle: {LONG_WORD}\nstart_date: 2024-09-01\n---\n",
        ),
        minutes("2023-03-01", DECISION, PEOPLE),
        minutes("2024-01-10", "", PEOPLE),
        minutes("2024-02-14", _items(60), PEOPLE),
        minutes("2024-03-13", DECISION, _crowd(80)),
        minutes(
            "2024-04-10", f"## 1. {LONG_WORD}\n\nText.\n", f"title: {LONG_WORD[:300]}\ntags: [{LONG_WORD}]\n"
        ),
        minutes("2024-05-08", f"## 1. {LONG_TITLE}\n\nText.\n", f'title: "{LONG_TITLE[:300]}"\n'),
        minutes("2024-06-12", MARKDOWN, PEOPLE),
        minutes("2024-08-14", "## 1. Samtal\n\nInget beslutades.\n", f"location: {LONG_WORD}\n"),
    ]
)
NONE = {"natverk/vag.md": BARE}
ONE = dict([("natverk/rad.md", NETWORK), minutes("2024-03-13", DECISION, PEOPLE)])
ARCHIVES = {"many": MANY, "none": NONE, "one": ONE}

PAGES = {
    "no minutes, start": ("none", ""),
    "no minutes, meetings": ("none", "moten/"),
    "no minutes, network": ("none", "natverk/vag/"),
    "no minutes, decisions": ("none", "beslut/"),
    "no minutes, actions": ("none", "atgarder/"),
    "no minutes, registers": ("none", "forteckningar/"),
    "no minutes, members": ("none", "ledamoter/"),
    "one meeting, start": ("one", ""),
    "one meeting, meetings": ("one", "moten/"),
    "one meeting, year": ("one", "moten/2024/"),
    "one meeting, meeting": ("one", "moten/2024/2024-03-13-rad/"),
    "one meeting, network": ("one", "natverk/rad/"),
    "long words on the start page": ("many", ""),
    "long titles in a list": ("many", "moten/2024/"),
    "no items": ("many", "moten/2024/2024-01-10-rad/"),
    "60 items": ("many", "moten/2024/2024-02-14-rad/"),
    "80 attendees": ("many", "moten/2024/2024-03-13-rad/"),
    "a title of one word": ("many", "moten/2024/2024-04-10-rad/"),
    "a title of many words": ("many", "moten/2024/2024-05-08-rad/"),
    "odd Markdown": ("many", "moten/2024/2024-06-12-rad/"),
    "no decisions": ("many", "moten/2024/2024-08-14-rad/"),
    "names from the right in a network": ("many", "natverk/rad/"),
    "60 returns in a network's year": ("many", "natverk/rad/2024/"),
    "60 decisions": ("many", "beslut/"),
    "a long word in an action": ("many", "atgarder/"),
    "a long word in a referral": ("many", "medskick/"),
    "a long word as a topic": ("many", "amnen/"),
    "a long word in the calendar": ("many", "kalender/2024/"),
    "a member from the right": ("many", "ledamoter/rad-3/"),
    "an organization from the right": ("many", "organisationer/مدينة-الغابة/"),
    "a long word in the menu": ("many", "om/"),
}
"""The pages that are opened: what is odd about each, its archive, and its address there."""
