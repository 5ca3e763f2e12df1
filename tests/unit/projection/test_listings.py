"""Topics, organisations and members get pages at addresses that tell of nobody hidden."""

from pathlib import Path

import pytest

from arkiv.building import view
from arkiv.model import Audience, RecordKind
from arkiv.projection.addresses import address_of
from arkiv.public import PublicArchive, PublicRecord
from tests.integration.demo import prepared

OPEN = """\
---
kind: network
name: Skogsnätverket
tags: [skogsvård]
members:
  - {id: s-1, name: Tyra Almgrund, organization: Norrvik, role: skogschef}
  - {name: Folke Stenhamre, organization: Stavfors, role: skogschef}
visibility:
  public: {normal: named, forsamrat: role, skarpt: unnamed, hogsta: withheld}
---
"""
MINUTES = """\
---
kind: minutes
network: skog
date: 2024-03-01
status: approved
present:
  - {name: Tyra Almgrund, organization: Norrvik, role: skogschef}
  - {name: Folke Stenhamre, organization: Almgrund konsult}
tags: [gallring, avtackning Tyra Almgrund, Tyra Almgrund, Nära  vård]
---

## 1. Val

**Utsedd:** Tyra Almgrund (uppdrag: ordförande, från: 2024-04-01, till: nästa val, ersättare: Folke Stenhamre)

**Åtgärd:** Räkna granarna. (ansvarig: Folke Stenhamre)

**Återkommer:** nästa möte (till: 2024-09-01-skog#punkt-9)
"""


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive."""
    folder = tmp_path_factory.mktemp("docs")
    for path, text in {
        "natverk/skog.md": OPEN,
        "moten/2024/2024-03-01-skog.md": MINUTES,
        "a/om-oss.md": "Hej.",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def shown(docs: Path, level: str) -> PublicArchive:
    """The archive as the public sees it at a level."""
    archive = prepared(docs)
    return view(archive, Audience.PUBLIC, archive.settings.levels.get(level)).archive


def record(archive: PublicArchive, kind: RecordKind) -> PublicRecord:
    """The one record of a kind."""
    blocks = archive.meetings[0].items[0].blocks
    return next(one for one in blocks if isinstance(one, PublicRecord) and one.kind is kind)


def test_tags_of_meetings_and_networks_have_pages_in_swedish_order(docs: Path) -> None:
    topics = shown(docs, "normal").topics
    assert [topic.path for topic in topics if "almgrund" not in topic.path] == [
        "amnen/gallring.md",
        "amnen/nara-vard.md",
        "amnen/skogsvard.md",
    ]
    assert topics[0].sources == ("moten/2024/2024-03-01-skog.md",) or "almgrund" in topics[0].path


def test_a_tag_that_lost_a_name_is_shown_without_it_and_has_no_page(docs: Path) -> None:
    archive = shown(docs, "forsamrat")
    assert "avtackning" in archive.meetings[0].tags
    assert [topic.label for topic in archive.topics] == ["gallring", "Nära vård", "skogsvård"]


def test_an_organization_that_holds_a_hidden_name_has_no_page(docs: Path) -> None:
    assert "organisationer/almgrund-konsult.md" in {one.path for one in shown(docs, "normal").organizations}
    assert [one.label for one in shown(docs, "forsamrat").organizations] == ["Norrvik", "Stavfors"]


def test_where_people_are_only_counted_no_organization_has_a_page(docs: Path) -> None:
    assert shown(docs, "skarpt").organizations == ()


def test_a_members_address_is_their_id_and_never_their_name(docs: Path) -> None:
    (network,) = shown(docs, "normal").networks
    assert [seat.person.page for seat in network.members] == ["ledamoter/s-1.md", "ledamoter/skog-2.md"]


def test_a_member_without_a_name_has_no_page(docs: Path) -> None:
    (network,) = shown(docs, "forsamrat").networks
    assert [seat.person.page for seat in network.members] == [None, None]


def test_somebody_appointed_or_responsible_is_known_as_the_rule_lets_them_appear(docs: Path) -> None:
    chosen = record(shown(docs, "normal"), RecordKind.APPOINTMENT)
    assert chosen.who is not None
    assert (chosen.who.name, chosen.who.organization) == ("Tyra Almgrund", "Norrvik")
    assert (str(chosen.since), chosen.to, chosen.substitute) == ("2024-04-01", "nästa val", "Folke Stenhamre")
    hidden = record(shown(docs, "forsamrat"), RecordKind.APPOINTMENT)
    assert hidden.who is not None
    assert (hidden.who.name, hidden.who.role, hidden.who.organization) == (None, "skogschef", "Norrvik")
    assert record(shown(docs, "skarpt"), RecordKind.APPOINTMENT).who is None
    assert record(shown(docs, "skarpt"), RecordKind.ACTION).who is None


def test_a_return_at_an_item_that_is_not_there_is_warned_of(docs: Path) -> None:
    archive = prepared(docs)
    told = view(archive, Audience.PUBLIC, archive.settings.levels.get("normal")).warnings
    problem = "till: names an item that is not there - write it as MEETING#punkt-N"
    assert f"moten/2024/2024-03-01-skog.md:18: {problem}" in {
        str(one).removeprefix("warning: ") for one in told
    }


@pytest.mark.parametrize(
    ("label", "path"),
    [
        ("Nära vård", "amnen/nara-vard.md"),
        ("e-arkiv", "amnen/e-arkiv.md"),
        ("Ärlig! (a/b) \\ ..", "amnen/arlig-a-b.md"),
        ("مدينة", "amnen/مدينة.md"),
        ("x" * 200, f"amnen/{'x' * 80}.md"),
        ("...", None),
        ("Index", None),
    ],
)
def test_an_address_has_small_letters_without_accents(label: str, path: str | None) -> None:
    assert address_of("amnen", label) == path


@pytest.mark.parametrize(
    ("path", "text", "title"),
    [
        ("om-oss.md", "Hej.", "Om oss"),
        ("om/index.md", "Hej.", "Om"),
        ("om.md", "# Om *arkivet*\n\nHej.", "Om arkivet"),
        ("om.md", "---\ntitle: Eget\n---\n# Annat\n", "Eget"),
        ("index.md", "Hej.", "Möten och beslut"),
        ("uppdrag.md", "Hej.", "Uppdrag"),
        ("om.md", "::: internal\n# Hemligt\n:::\n\nHej.", "Om"),
    ],
)
def test_a_page_is_called_what_it_says_first(tmp_path: Path, path: str, text: str, title: str) -> None:
    for name, content in {"natverk/skog.md": OPEN, path: text}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    titles = {page.path: page.title for page in shown(tmp_path, "normal").pages}
    assert titles[path] == title
