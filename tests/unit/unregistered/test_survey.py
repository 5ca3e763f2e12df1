"""What `check` tells of people nobody registered: places, in groups, and no name unless it is asked for."""

import sys
from pathlib import Path

import pytest

from arkiv import workers
from arkiv.policy.people import People
from arkiv.sources.archive import read_archive
from arkiv.sources.settlements import Settlements, read_settlements
from arkiv.unregistered import Suspicion, snippet, survey, unsettled

_HEAD = (
    "---\nkind: minutes\nnetwork: kultur\ndate: 2024-10-{day}\n"
    "present:\n  - {{name: Anna Exempelgren, organization: Ale}}\n---\n"
)
_ONE = (
    _HEAD.format(day="11")
    + "\n## 1. Läget\n\nAnna informerar.\n\nYrsa Holmertz tackade.\nYrsas fråga kvarstår.\n"
)
_TWO = _HEAD.format(day="12") + "\n## 1. Läget\n\nYrsa återkommer.\n\nEnligt ekonomen Bartholomeus går det.\n"


def _docs(folder: Path, settled: str = "") -> Path:
    files = {
        "natverk/kultur.md": "---\nkind: network\nname: Kulturnätverket\n---\n",
        "moten/2024/2024-10-11-kultur.md": _ONE,
        "moten/2024/2024-10-12-kultur.md": _TWO,
        "namn.yml": f"format: 1\nnames:\n{settled}",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def _survey(folder: Path, settled: str = "") -> tuple[Suspicion, ...]:
    docs = _docs(folder, settled)
    archive = read_archive(docs).archive
    found: tuple[Settlements, object] = read_settlements(docs, {"kultur"})
    assert found[1] == ()
    return survey(archive, People(archive), found[0])


def test_one_decision_settles_all_places_of_a_person(tmp_path: Path) -> None:
    first, second = _survey(tmp_path)
    assert [str(place) for place in first.places] == [
        "moten/2024/2024-10-11-kultur.md:13",
        "moten/2024/2024-10-11-kultur.md:14",
        "moten/2024/2024-10-12-kultur.md:11",
    ]
    assert (first.name, second.name) == ("Yrsa Holmertz", "Bartholomeus")


def test_a_message_tells_places_and_names_nobody(tmp_path: Path) -> None:
    first, _ = _survey(tmp_path)
    problem = first.problem()
    assert problem.severity == "warning"
    assert str(problem) == (
        "moten/2024/2024-10-11-kultur.md:13: unregistered: a person-like name (no. 1) is in no roster, "
        "also at moten/2024/2024-10-11-kultur.md:14, moten/2024/2024-10-12-kultur.md:11 - "
        "settle it in namn.yml, or add the person"
    )
    assert "Yrsa" not in repr(first)
    assert "Yrsa Holmertz" in str(first.problem(show_names=True))


_THREE = (
    _HEAD.format(day="13")
    + "\n## 1. Läget\n\nSystemet är nytt. Kinnari tar vid. Frågan lyftes av Yrsa Holmertz och Göta Ruding.\n"
)


def test_only_doubtful_names_want_a_decision_and_they_come_first(tmp_path: Path) -> None:
    _docs(tmp_path)
    (tmp_path / "moten/2024/2024-10-13-kultur.md").write_text(_THREE, encoding="utf-8")
    archive = read_archive(tmp_path).archive
    found = survey(archive, People(archive))
    assert [one.certain for one in found] == sorted(one.certain for one in found)
    assert {one.name: one.certain for one in found} == {
        "Kinnari": False,
        "Yrsa Holmertz": True,
        "Bartholomeus": True,
        "Göta Ruding": True,
    }


def test_people_beyond_doubt_are_told_of_in_the_file_that_is_first_to_name_them(tmp_path: Path) -> None:
    _docs(tmp_path)
    (tmp_path / "moten/2024/2024-10-13-kultur.md").write_text(_THREE, encoding="utf-8")
    archive = read_archive(tmp_path).archive
    told = unsettled(survey(archive, People(archive)))
    assert [Path(problem.place.file).name for problem in told] == [
        "2024-10-13-kultur.md",
        "2024-10-11-kultur.md",
        "2024-10-12-kultur.md",
        "2024-10-13-kultur.md",
    ]
    assert told[1].what.startswith("a person (no. 2) is in no roster, also at moten/2024/2024-10-11")
    assert all(name not in str(told) for name in ("Yrsa", "Bartholomeus", "Kinnari", "Göta"))


def test_the_snippet_pasted_into_the_file_settles_everything(tmp_path: Path) -> None:
    lines = snippet(_survey(tmp_path / "before"))
    assert _survey(tmp_path / "after", lines) == ()


def test_a_survey_by_several_processes_finds_the_same_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = _survey(tmp_path)
    monkeypatch.setattr(workers, "CORES", 3)
    monkeypatch.setattr(sys.modules["arkiv.unregistered.survey"], "_MANY", 1)
    assert _survey(tmp_path) == alone
    assert len(alone) == 2
