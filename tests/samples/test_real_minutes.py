"""The two real minutes, which are not in the repository: counts and properties only, no name, no sentence."""

import re
from datetime import date
from pathlib import Path

import pytest

from arkiv.importers import read_source
from arkiv.importers.draft import Draft
from arkiv.importers.intake import Request, import_minutes
from arkiv.importers.lexicon import is_first_name, is_ordinary, is_place
from arkiv.importers.source import words

_PAIR = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+(?: (?:de|af|von))? [A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?")


@pytest.fixture(params=["000", "001"])
def imported(samples: Path, request: pytest.FixtureRequest, tmp_path: Path) -> Draft:
    (path,) = samples.glob(f"{request.param}*.txt")
    asked = Request((path,), "kommunchefer", tmp_path, date(2024, 10, 11))
    (one,) = import_minutes(asked).imported
    assert one.faults == ()
    return one.draft


def test_all_who_were_there_and_all_items_are_found(imported: Draft) -> None:
    minutes = imported.minutes
    guests = [one for one in minutes.present if one.guest]
    found = (
        len(minutes.present),
        len(guests),
        len(minutes.absent),
        [*imported.parts.agenda.heads.values()][-1].number,
    )
    assert found == ((13, 0, 3, 6) if imported.source.path.name.startswith("000") else (18, 3, 1, 10))
    assert len(imported.parts.agenda.heads) == found[3]
    assert all(one.items == (1,) and one.person.role and not one.person.organization for one in guests)
    assert all(one.person.organization for one in minutes.present if not one.guest)


def test_every_line_is_in_the_minutes_or_listed(imported: Draft) -> None:
    written = set(words(imported.text))
    left = {leftover.line: set(words(leftover.text)) for leftover in imported.leftovers}
    lost = [
        line.number
        for line in read_source(imported.source.path).lines
        if set(words(line.text)) - written - left.get(line.number, set())
    ]
    assert lost == []
    assert all(leftover.became for leftover in imported.leftovers)


def test_every_full_name_in_the_text_belongs_to_somebody_present_absent_or_mentioned(imported: Draft) -> None:
    minutes = imported.minutes
    people = [one.person for one in (*minutes.present, *minutes.absent)] + list(minutes.mentioned)
    known = {person.name for person in people}
    pairs = [match[0] for match in _PAIR.finditer(imported.body) if is_first_name(match[0].split()[0])]
    strangers = [n for n, pair in enumerate(pairs) if not any(pair in name or name in pair for name in known)]
    assert strangers == []
    assert len(minutes.mentioned) == (0 if imported.source.path.name.startswith("000") else 3)


def test_nothing_that_is_no_person_is_mentioned(imported: Draft) -> None:
    for place, person in enumerate(imported.minutes.mentioned):
        parts = person.name.split()
        assert not is_place(person.name), place
        assert not any(is_ordinary(part) for part in parts), place


def test_the_recorder_is_found_with_a_role(imported: Draft) -> None:
    assert imported.minutes.recorder
    assert imported.minutes.recorder.role
    assert imported.minutes.recorder.name in {one.person.name for one in imported.minutes.present}
