"""The accessibility statement says what the law asks for, in the operator's own particulars."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from arkiv.accessibility import Accessibility, Conformance
from arkiv.model import Archive, Audience, Page, Place
from arkiv.pages import load_words
from arkiv.problems import ArchiveError
from arkiv.settings import read_settings
from arkiv.statement import PATH, with_statement

WORDS = load_words("sv")
PLACE = Place("mkdocs.yml", 7)
DETAILS = Accessibility(
    operator="Provkommunen",
    conformance=Conformance.PARTIAL,
    email="hinder@prov.example",
    phone="0555-1",
    answer="inom en vecka",
    reviewed=date(2026, 3, 1),
    updated=date(2026, 4, 2),
    method=None,
    shortcomings=("Kartor saknar text.",),
    place=PLACE,
)


def text(details: Accessibility = DETAILS) -> str:
    [page] = with_statement(Archive(), details, WORDS).pages
    return "\n".join(prose.text for prose in page.body)


@pytest.mark.parametrize(
    "said",
    [
        "Provkommunen står bakom",
        "delvis förenlig med lagen",
        "- Kartor saknar text.",
        "<hinder@prov.example> eller telefon 0555-1",
        "Vi svarar inom en vecka.",
        "digg.se/tdosanmalan",
        "gjordes den 1 mars 2026",
        "uppdaterades den 2 april 2026",
    ],
)
def test_it_says_who_how_far_what_is_lacking_whom_to_tell_and_how_it_was_examined(said: str) -> None:
    assert said in text()


@pytest.mark.parametrize("conformance", Conformance)
def test_it_says_how_far_the_site_conforms(conformance: Conformance) -> None:
    assert WORDS(f"accessibility.conformance.{conformance}") in text(
        replace(DETAILS, conformance=conformance)
    )


def test_no_shortcomings_are_said_in_words() -> None:
    assert WORDS("accessibility.none_known") in text(replace(DETAILS, shortcomings=()))


@pytest.mark.parametrize("path", [PATH, "tillganglighet/index.md"])
def test_a_statement_of_the_archives_own_takes_its_place(path: str) -> None:
    own = Archive(pages=(Page(path, "Vår egen", Audience.PUBLIC, (), Place(path)),))
    assert with_statement(own, DETAILS, WORDS) == own


def test_without_details_there_is_none() -> None:
    assert with_statement(Archive(), None, WORDS).pages == ()


def settings(folder: Path, *lines: str) -> Path:
    block = "".join(f"      {line}\n" for line in lines)
    file = folder / "mkdocs.yml"
    levels = "    levels: [{id: normal}]\n    lowest_level: normal\n"
    file.write_text(f"extra:\n  arkiv:\n{levels}    accessibility:\n{block}", "utf-8")
    return file


def test_it_is_read_from_the_settings(tmp_path: Path) -> None:
    file = settings(tmp_path, "operator: Prov", "reviewed: 2026-03-01", "phone: 0555-1", "conformance: full")
    found = read_settings(file).accessibility
    assert found
    assert (found.operator, found.conformance, found.reviewed) == ("Prov", "full", date(2026, 3, 1))


def test_what_is_missing_or_wrong_in_the_settings_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as refused:
        read_settings(settings(tmp_path, "conformance: nästan"))
    told = [line.partition(": ")[2] for line in str(refused.value).splitlines()]
    assert sorted(line.partition(" - ")[0] for line in told) == [
        "extra.arkiv.accessibility.conformance: is unknown",
        "extra.arkiv.accessibility.email: is missing, and so is phone",
        "extra.arkiv.accessibility.operator: is missing",
        "extra.arkiv.accessibility.reviewed: is missing",
    ]
