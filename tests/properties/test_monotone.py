"""A stricter site never shows more than a laxer one, nor the public more than the internal (contract, 2)."""

import gzip
import html
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from arkiv.building import secrets
from arkiv.model import Audience, Record, RecordKind
from arkiv.projection.markup import plain
from tests.integration.demo import BUILDS, LEVELS, prepared, site

pytestmark = pytest.mark.xdist_group("demo")

Build = tuple[Audience, str]
PAIRS: list[tuple[Build, Build]] = [
    *(
        ((audience, laxer), (audience, stricter))
        for audience in Audience
        for laxer, stricter in combinations(LEVELS, 2)
    ),
    *(((Audience.INTERNAL, level), (Audience.PUBLIC, level)) for level in LEVELS),
]
"""Every pair of builds of which the second may not show what the first does not."""


@cache
def text(build: Build) -> str:
    """Everything a visitor or a program can read of a site in letters: pages, their source, and the index."""
    return "\n".join(_texts(site(*build)))


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.html")):
        raw = path.read_text("utf-8")
        yield html.unescape(raw)
        yield " ".join(html.unescape(re.sub(r"<[^>]*>", "", raw)).split())
    for path in sorted(folder.rglob("*.pf_fragment")):
        yield json.dumps(fragment(path), ensure_ascii=False)


def fragment(path: Path) -> object:
    """What the search says of one record."""
    return json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))


def names(build: Build) -> set[str]:
    """The people whose name can be read."""
    everyone = (name for one in prepared().people.individuals for name in one.names)
    return {name for name in everyone if name in text(build)}


def contacts(build: Build) -> set[str]:
    """The addresses and numbers that can be read."""
    everyones = (contact for one in prepared().people.individuals for contact in one.contacts)
    return {contact for contact in everyones if contact in text(build)}


def pages(build: Build) -> set[str]:
    """The addresses that are there."""
    return {path.relative_to(site(*build)).as_posix() for path in site(*build).rglob("*.html")}


def anchors(build: Build) -> set[str]:
    """The items and records that can be linked to."""
    found = set()
    for path in site(*build).rglob("*.html"):
        ids = re.findall(r'id="((?:punkt|beslut|atgard|utsedd|medskick)-[\d-]+)"', path.read_text("utf-8"))
        found |= {f"{path.relative_to(site(*build)).as_posix()}#{one}" for one in ids}
    return found


def decisions(build: Build) -> set[str]:
    """The decisions that can be read word by word."""
    items = (item for minutes in prepared().archive.minutes for item in minutes.items)
    records = (block for item in items for block in item.blocks if isinstance(block, Record))
    texts = (plain(record.text) for record in records if record.kind is RecordKind.DECISION)
    return {said for said in texts if said in text(build)}


@pytest.mark.parametrize("shown", [names, contacts, pages, anchors, decisions])
@pytest.mark.parametrize(("laxer", "stricter"), PAIRS)
def test_what_a_stricter_site_shows_a_laxer_one_does_too(
    laxer: Build, stricter: Build, shown: object
) -> None:
    assert callable(shown)
    assert shown(stricter) <= shown(laxer)


@pytest.mark.parametrize(
    ("audience", "level", "count"),
    [(Audience.INTERNAL, "normal", 100), (Audience.PUBLIC, "normal", 80), (Audience.PUBLIC, "forsamrat", 20)],
)
def test_a_site_names_whom_it_may(audience: Audience, level: str, count: int) -> None:
    """Else everything above would hold of a site that shows nothing."""
    assert len(names((audience, level))) > count
    assert len(decisions((audience, level))) > 20


@pytest.mark.parametrize("build", BUILDS)
def test_no_hidden_person_can_be_read_in_a_site(build: Build) -> None:
    hidden = secrets(prepared(), *build).hidden
    assert not {one.id for one in hidden for said in (*one.names, *one.contacts) if said in text(build)}


@pytest.mark.parametrize("build", BUILDS)
def test_a_protected_person_can_be_read_nowhere_and_an_exempt_one_everywhere(build: Build) -> None:
    protected = [one for one in prepared().people.individuals if one.protected]
    exempt = [one for one in prepared().people.individuals if one.exempt]
    assert protected
    assert not {one.id for one in protected if set(one.names) & names(build)}
    assert exempt
    # The network is withheld from the public at the highest level, and its press contact's seat with it.
    silent = build == (Audience.PUBLIC, "hogsta")
    assert silent or all(set(one.names) & names(build) for one in exempt)
