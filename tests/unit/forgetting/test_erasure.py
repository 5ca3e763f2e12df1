"""Somebody is forgotten: the constant word stands where they stood, and the archive is whole."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from arkiv.building import Prepared, prepare, view
from arkiv.forgetting import Erasure, plan, report
from arkiv.forgetting.erasure import Unknown
from arkiv.model import Audience
from arkiv.problems import Refusal
from arkiv.settings import read_settings
from tests.integration.demo import CONFIG, load_dictionary
from tests.unit.ledger.comparing import SMALL

MINUTES = "moten/2025/2025-03-04-kajer.md"
NETWORK = "natverk/kajer.md"

BLOCK = """---
kind: network
name: Fyrnätverket
members:
  - id: y-1
    name: Alarik Skymningstål
    email: alarik.skymningstal@fyr.example
    other_names:
      - Allan Skymningstål
    always_named: talesperson
    organization: Fyrlunda
    role: fyrmästare
  - name: Brita Ljungskimmer
    email: brita@fyr.example
---
Alarik tände fyren.
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the small archive."""
    load_dictionary()
    copytree(SMALL, tmp_path / "docs")
    (tmp_path / "docs" / "natverk" / "fyrar.md").write_text(BLOCK, "utf-8")
    return tmp_path / "docs"


def read(docs: Path) -> Prepared:
    """The archive as it is now."""
    return prepare(read_settings(CONFIG), docs)


def planned(docs: Path, said: str) -> Erasure:
    """What forgetting somebody would change."""
    return plan(read(docs), said)


def forget(docs: Path, said: str) -> None:
    """Forget somebody."""
    planned(docs, said).carry_out()


def texts(docs: Path) -> Iterator[str]:
    """Every source, in small letters."""
    return (path.read_text("utf-8").casefold() for path in sorted(docs.rglob("*.md")))


@pytest.mark.parametrize("said", ["k-2", "Malte Grynnefors", "Malte Grunefors"])
def test_a_person_is_forgotten_by_id_or_by_any_of_their_names(docs: Path, said: str) -> None:
    forget(docs, said)
    for text in texts(docs):
        assert not [part for part in ("malte", "grynnefors", "grunefors") if part in text]


def test_the_constant_word_stands_where_they_stood_and_the_rest_is_as_it_was(docs: Path) -> None:
    before = (docs / MINUTES).read_text("utf-8")
    forget(docs, "k-2")
    after = before.replace("Malte Grynnefors", "deltagaren")
    after = after.replace("Malte höll med. Grynneforss", "Deltagaren höll med. Deltagarens")
    assert (docs / MINUTES).read_text("utf-8") == after


@pytest.mark.parametrize("before", ["k-2", "k-1", "y-1"])
def test_the_archive_is_as_good_as_before_at_every_level(docs: Path, before: str) -> None:
    warnings = read(docs).warnings
    forget(docs, before)
    forget(docs, "k-3")
    found = read(docs)
    assert len(found.warnings) <= len(warnings)
    for level in found.settings.levels:
        pages = view(found, Audience.PUBLIC, level).pages
        assert not [page.path for page in pages if "Kobbeskog" in page.markdown]


def test_how_to_reach_them_and_what_was_said_of_them_alone_goes_with_them(docs: Path) -> None:
    forget(docs, "k-1")
    forget(docs, "y-1")
    text = (docs / "natverk" / "fyrar.md").read_text("utf-8")
    assert "{id: k-1, name: deltagaren, organization: Norrsund, role: hamnchef}" in (
        docs / NETWORK
    ).read_text("utf-8")
    gone = (
        "    email: alarik.skymningstal@fyr.example\n",
        "    other_names:\n",
        "      - Allan Skymningstål\n",
        "    always_named: talesperson\n",
    )
    expected = BLOCK.replace("Alarik tände", "Deltagaren tände").replace("Alarik Skymningstål", "deltagaren")
    for line in gone:
        expected = expected.replace(line, "")
    assert text == expected


def test_a_protected_person_leaves_neither_role_nor_organisation(docs: Path) -> None:
    forget(docs, "k-4")
    assert "{id: k-4, name: deltagaren}" in (docs / NETWORK).read_text("utf-8")
    assert "{name: deltagaren}" in (docs / MINUTES).read_text("utf-8")


def test_somebody_in_no_list_is_forgotten_by_full_name(docs: Path) -> None:
    forget(docs, "Birger Vindmark")
    assert "Sotaren deltagaren hade ringt" in (docs / MINUTES).read_text("utf-8")


@pytest.mark.parametrize("said", ["k-99", "Birger", "Nils Ingenstans", ""])
def test_nobody_is_found_where_nobody_is_called_so(docs: Path, said: str) -> None:
    with pytest.raises(Unknown):
        planned(docs, said)


def test_who_is_forgotten_already_is_said_to_be(docs: Path) -> None:
    forget(docs, "k-2")
    with pytest.raises(Refusal, match="has been forgotten already"):
        planned(docs, "k-2")


def test_two_of_one_name_are_left_to_somebody_who_knows_them(docs: Path) -> None:
    file = docs / NETWORK
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("visibility:", "  - {id: k-9, name: Malte Grynnefors}\nvisibility:"), "utf-8"
    )
    with pytest.raises(
        Refusal, match=r"several people have this name \(k-2, k-9\) - edit their files by hand"
    ):
        planned(docs, "k-2")


def test_an_address_that_somebody_else_has_too_stays_theirs(docs: Path) -> None:
    file = docs / "natverk" / "fyrar.md"
    file.write_text(
        BLOCK.replace("brita@fyr", "vakten@fyr").replace("alarik.skymningstal@", "vakten@"), "utf-8"
    )
    forget(docs, "y-1")
    assert file.read_text("utf-8").count("email: vakten@fyr.example") == 1


def test_what_would_break_the_archive_is_refused_and_nothing_is_changed(docs: Path) -> None:
    file = docs / "natverk" / "fyrar.md"
    broken = BLOCK.replace("  - id: y-1\n    name:", "  - always_named: talesperson\n    name:").replace(
        "    always_named: talesperson\n    org", "    org"
    )
    file.write_text(broken, "utf-8")
    with pytest.raises(Refusal, match="remove it by hand"):
        planned(docs, "Alarik Skymningstål")
    assert file.read_text("utf-8") == broken


def test_files_that_cannot_be_rewritten_are_told(docs: Path) -> None:
    (docs / "bilagor" / "kaj.png").write_bytes(b"no picture")
    found = planned(docs, "k-1")
    assert found.holding == ("bilagor/ansvar.txt",)
    assert found.unread == ("bilagor/kaj.png",)
    assert planned(docs, "k-2").named == ("malte-grynnefors.md",)


def test_a_file_with_the_ends_of_lines_of_windows_keeps_them(docs: Path) -> None:
    file = docs / NETWORK
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    forget(docs, "k-1")
    found = file.read_bytes()
    assert b"hjordis.tangsater" not in found
    assert found.count(b"\r\n") == found.count(b"\n")


def test_the_report_tells_places_and_names_nobody(docs: Path) -> None:
    found = planned(docs, "k-2")
    lines = report(found, names=False)
    assert f"{MINUTES}:25: stands here" in lines
    assert "(a file named after the person): file: its name tells the person - rename it by hand" in lines
    assert "history of the repository" in lines
    assert not [part for part in ("malte", "grynnefors") if part in lines.casefold()]
    assert "    + Invigs av deltagaren." in report(found, names=True)
