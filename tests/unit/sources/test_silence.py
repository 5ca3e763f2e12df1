"""No message ever holds a person's name, wherever in a file it was put (contract, section 3, promise 7)."""

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from arkiv.model import Place
from arkiv.policy.levels import Level, Levels
from arkiv.policy.people import People
from arkiv.policy.rule import Row, rule
from tests.unit.sources.writing import MEETING, read

NAMES = (
    "Zorvald Quixberg",
    "zorvald",
    "zorvald quixberg",
    "zorvald-quixberg-1",
    "ZORVALD",
    "Zorvald: Quixberg",
    "19800101-1234",
)
TRACES = re.compile("zorvald|quixberg|1234", re.IGNORECASE)
LEVELS = Levels((Level("normal", "", ""), Level("hogsta", "", "")), Level("normal", "", ""))

MINUTES = """\
---
format: 1
kind: minutes
network: kultur
date: 2024-10-11
number: 1
start: "09:00"
end: "12:00"
status: approved
audience: public
present:
  - {name: Alva Rotvik, organization: Almeå, id: m-1, from_item: 1, to_item: 2, guest: false, protected: true}
absent: [{name: Bo Lundmark, items: [1, 2], always_named: presskontakt}]
mentioned: [{name: Bo Lundmark}]
recorder: {name: Cia Tallroth, email: cia@tallroth.example}
tags: [bok]
attachments: [{file: lista.pdf, title: Listan, audience: internal}]
---
## 1. Rubrik {audience=internal}

**Åtgärd:** Något. (ansvarig: Alva Rotvik, senast: 2024-12-01)

::: internal
Text
:::
"""
NETWORK = """\
---
kind: network
name: Kulturnätverket
members:
  - id: m-1
    name: Alva Rotvik
    start_date: 2022-01-01
    end_date: 2023-01-01
    always_named: presskontakt
visibility:
  public: {normal: named, hogsta: role}
  internal: {normal: named, hogsta: named}
basis: {meeting: 2024-10-11-kultur, item: 1}
---
"""
EVENT = """\
---
kind: event
title: Dag
start_date: 2024-10-11
end_date: 2024-10-12
networks: [kultur]
status: planned
audience: public
---
"""
FILES = {MEETING: MINUTES, "natverk/kultur.md": NETWORK, "kalender/dag.md": EVENT}
WORDS = [
    (path, match.span())
    for path, text in FILES.items()
    for match in re.finditer(r"[\wåäö@.:-]+|[{}\[\]():#*,=]", text)
]


def _all_that_is_told(files: dict[str, str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        reading = read(Path(folder), files)
    found = rule(LEVELS, Row({}, Place("mkdocs.yml")), reading.archive.networks)
    people = People(reading.archive)
    ids = (one.id for one in people.individuals) if not reading.problems else ()
    return "\n".join([*map(str, (*reading.problems, *found.problems(), *people.problems())), *ids])


@settings(max_examples=300)
@given(
    st.sampled_from(WORDS),
    st.sampled_from(NAMES),
    st.sampled_from(["{}", '"{}"', "[{}]", "{{{}: 1}}", "{}: x", "{} {}"]),
)
def test_a_name_put_in_the_place_of_any_word_is_in_no_message(
    where: tuple[str, tuple[int, int]], name: str, form: str
) -> None:
    path, (start, end) = where
    text = FILES[path]
    told = _all_that_is_told({**FILES, path: text[:start] + form.format(name, name) + text[end:]})
    assert not TRACES.search(told), told


def test_the_files_the_names_are_put_in_are_good_but_for_the_contradiction_they_are_to_tell() -> None:
    told = _all_that_is_told({**FILES, "moten/2024/lista.pdf": "x"})
    assert told.splitlines() == [
        "natverk/kultur.md:5: always_named: contradicts `protected` of the same person (m-1)"
        " - remove one of the two, wherever they stand",
        "m-1",
        "2024-10-11-kultur-absent-1",
        "2024-10-11-kultur-recorder",
    ]
