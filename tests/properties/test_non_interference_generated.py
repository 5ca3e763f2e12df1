"""Contract, promise 1, over generated archives: who the hidden people are makes no difference."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arkiv.building import View, prepare, view
from arkiv.data.dictionary import is_word
from arkiv.data.places import is_place
from arkiv.model import Audience
from arkiv.redaction.folding import fold, sound
from arkiv.redaction.slips import slips
from arkiv.search.records import records
from arkiv.settings import read_settings
from tests.integration.demo import CONFIG, load_dictionary

PEOPLE = 3
Names = tuple[tuple[str, str], ...]

NETWORK = """---
kind: network
name: Skogsnätverket
members:
{members}
visibility:
  public: {{normal: role, forsamrat: role, skarpt: unnamed, hogsta: unnamed}}
---
{body}
"""
MINUTES = """---
kind: minutes
network: skog
date: 2025-02-0{day}
status: approved
title: {title}
tags: [skog, {tag}]
present:
{present}
recorder: {{name: {recorder}, role: sekreterare}}
attachments:
  - {{file: {slug}.txt, title: {tag}}}
---

## 1. {title}

{body}

**Beslut:** {decision}

**Utsedd:** {recorder} (uppdrag: ombud, till: 2026-01-01)

**Åtgärd:** Skriv. (ansvarig: {recorder}, senast: 2025-12-01)
"""

SHAPES = (
    "{first} {last} påpekar att vägen är smal.",
    "Därför menar {first} att vägen är smal.",
    "{last}s utkast läggs till handlingarna.",
    "Utkastet är {first}s.",
    "Enligt {last}, {first} är vägen smal.",
    "**{first}** {last} svarar.",
    "*{first} {last}* svarar.",
    "Mejla {mail} senast måndag.",
    "[skriv](mailto:{mail}) eller [läs](https://a.example/{slug}/sida)",
    "Svar från {upper} saknas.",
    "<!-- {first} {last} -->Vägen är smal.",
    "`{first} {last}` och {quoted}",
    "| namn | ort |\n|---|---|\n| {first} {last} | Byn |",
    "- {first} samordnar yttrandet\n- kansliet skriver",
    "Ordföranden {first} {last} öppnar mötet.",
    "![{first} {last}](bild.png)",
    "Not[^1]\n\n[^1]: {first} {last} skriver.",
    "[{first} {last}]: annan.md",
    "{initial}. {last} svarar.",
)
"""Ways in which a person is written; the rest of the words are nobody's name."""


@dataclass(frozen=True)
class Plan:
    """An archive but for the names of its people: which shapes stand where, and of whom."""

    bodies: tuple[tuple[tuple[int, int], ...], ...]
    titles: tuple[int, ...]
    seats: tuple[int, ...]
    protected: int


def plans() -> st.SearchStrategy[Plan]:
    """Three texts, made of shapes and people."""
    who = st.integers(0, PEOPLE - 1)
    body = st.lists(st.tuples(st.integers(0, len(SHAPES) - 1), who), min_size=1, max_size=5).map(tuple)
    bodies = st.tuples(body, body, body)
    return st.builds(Plan, bodies, st.tuples(who, who), st.permutations(range(PEOPLE)).map(tuple), who)


POOL = tuple(
    """
    Zefyrolda Kvintaro Wubbeldiné Ögdra Xhemali Čobravič Jytthe Fnulmandero Yrgoveld Åbjaki Ghazeera Hwo-Nguyo
    Éloïdie Pfeddernuck Łukowna Üzbekli Dvorakine Tchiwele Äxnaberto Qomolangma Bhattaru Vlkovna Njurgo Ikpeme
    """.split()
)
"""Parts of names of every length, alphabet and order; no words, and none near another."""


def names() -> st.SearchStrategy[Names]:
    """A given name and a surname for everybody."""
    parts = st.lists(st.sampled_from(POOL), min_size=2 * PEOPLE, max_size=2 * PEOPLE, unique=True)
    return parts.map(lambda drawn: tuple(zip(drawn[::2], drawn[1::2], strict=True)))


def test_no_part_of_a_name_is_near_another_or_a_word_of_the_texts() -> None:
    """Else who is hidden could rightly make a difference."""
    texts = " ".join((NETWORK, MINUTES, *SHAPES))
    words = {fold(word) for word in "".join(char if char.isalpha() else " " for char in texts).split()}
    parts = [fold(part) for part in POOL]
    for at, part in enumerate(parts):
        assert all(slips(part).isdisjoint(slips(other)) for other in (*words, *parts[:at]))
        assert all(sound(part) != sound(other) for other in parts[:at])
    assert not [part for part in POOL if is_word(part) or is_place(part)]


def said(shape: str, name: tuple[str, str]) -> str:
    """A shape with somebody in it."""
    first, last = name
    return shape.format(
        first=first,
        last=last,
        mail=f"{fold(first)}.{fold(last)}@a.example",
        slug=f"{fold(first)}-{fold(last)}",
        upper=f"{first} {last}".upper(),
        quoted=quote(f"{first} {last}"),
        initial=first[0],
    )


def files(plan: Plan, given: Names) -> Iterator[tuple[str, str]]:
    """The archive's files."""
    bodies = ["\n\n".join(said(SHAPES[shape], given[who]) for shape, who in body) for body in plan.bodies]
    rows = []
    for seat, who in enumerate(plan.seats):
        mark = ", protected: true" if who == plan.protected else ""
        full = " ".join(given[who])
        rows.append(
            f"  - {{name: {full}, organization: Byn {seat}, email: {said('{mail}', given[who])}{mark}}}"
        )
    yield "natverk/skog.md", NETWORK.format(members="\n".join(rows), body=bodies[0])
    for day, (title, body) in enumerate(zip(plan.titles, bodies[1:], strict=True), start=1):
        name, other = given[title], given[(title + 1) % PEOPLE]
        present = "\n".join(f"  - {{name: {' '.join(one)}, organization: Byn}}" for one in given)
        slug = f"bilaga-{fold(name[0])}-{fold(name[1])}"
        yield f"moten/2025/{slug}.txt", f"Skrivet av {' '.join(other)}."
        yield (
            f"moten/2025/2025-02-0{day}-skog.md",
            MINUTES.format(
                day=day,
                title=f"Samtal med {' '.join(name)}",
                tag=f"avtackning {' '.join(other)}",
                present=present,
                recorder=" ".join(other),
                slug=slug,
                body=body,
                decision=f"{name[0]} åker till Byn.",
            ),
        )
    yield "om.md", f"Sidan sköts av {' '.join(given[0])}. {given[1][1]}s bild.\n"


def shown(plan: Plan, given: Names, level: str) -> View:
    """What the public is shown of it."""
    with tempfile.TemporaryDirectory() as folder, patch("arkiv.building.fingerprint", lambda *_: "0" * 64):
        for path, text in files(plan, given):
            place = Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
        config = read_settings(CONFIG)
        return view(prepare(config, Path(folder)), Audience.PUBLIC, config.levels.get(level))


@pytest.fixture(scope="module", autouse=True)
def dictionary() -> None:
    """The word list, loaded once."""
    load_dictionary()


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(plans(), names(), names(), st.sampled_from(["forsamrat", "skarpt"]))
def test_pages_and_records_are_the_same_whoever_is_hidden(
    plan: Plan, one: Names, other: Names, level: str
) -> None:
    first, second = shown(plan, one, level), shown(plan, other, level)
    assert [(page.path, page.markdown) for page in first.pages] == [
        (page.path, page.markdown) for page in second.pages
    ]
    assert records(first.archive) == records(second.archive)
    assert [asset.target for asset in first.archive.assets] == [
        asset.target for asset in second.archive.assets
    ]
    assert sorted(map(str, first.warnings)) == sorted(map(str, second.warnings))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(plans(), names(), st.sampled_from(["forsamrat", "skarpt"]))
def test_nobody_who_is_hidden_is_in_what_is_shown(plan: Plan, given: Names, level: str) -> None:
    text = fold("\n".join(page.markdown for page in shown(plan, given, level).pages))
    assert not [part for pair in given for part in pair if fold(part) in text]
