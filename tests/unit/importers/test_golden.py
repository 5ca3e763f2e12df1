from datetime import date
from pathlib import Path

import pytest

from arkiv.importers import read_source
from arkiv.importers.intake import Request, import_minutes
from arkiv.importers.report import report
from arkiv.importers.source import words

ROOT = Path(__file__).parents[3]
GOLDEN = Path("tests/golden/importers")
SOURCES = sorted(path.relative_to(ROOT) for path in (ROOT / GOLDEN).iterdir() if path.is_file())
ABSENT_DATE = date(2024, 11, 15)


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """The expected reports name files as they are from here."""
    monkeypatch.chdir(ROOT)


def request_for(path: Path, docs_dir: Path) -> Request:
    dated = (
        any(letter.isdigit() for letter in path.stem)
        or "202" in path.read_text(encoding="utf-8").split("\n\n")[0]
    )
    return Request((path,), "beredskap", docs_dir, None if dated else ABSENT_DATE, dry_run=True)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_document_becomes_exactly_these_minutes_and_this_report(path: Path, tmp_path: Path) -> None:
    intake = import_minutes(request_for(path, tmp_path))
    expected = GOLDEN / "expected" / path.stem
    assert intake.imported[0].draft.text == expected.with_suffix(".md").read_text(encoding="utf-8")
    said = report(intake, "beredskap", names=True, dry_run=True) + "\n"
    assert said == expected.with_suffix(".report").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_word_of_every_line_is_in_the_minutes_or_in_the_report(path: Path, tmp_path: Path) -> None:
    found = import_minutes(request_for(path, tmp_path)).imported[0].draft
    left = {leftover.line: set(words(leftover.text)) for leftover in found.leftovers}
    written = set(words(found.text))
    for line in read_source(path).lines:
        assert set(words(line.text)) <= written | left.get(line.number, set()), line


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_archive_reads_the_minutes_back_without_a_fault(path: Path, tmp_path: Path) -> None:
    assert import_minutes(request_for(path, tmp_path)).imported[0].faults == ()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_report_that_may_not_show_names_holds_no_surname(path: Path, tmp_path: Path) -> None:
    intake = import_minutes(request_for(path, tmp_path))
    minutes = intake.imported[0].draft.minutes
    people = [one.person for one in (*minutes.present, *minutes.absent)] + list(minutes.mentioned)
    said = report(intake, "beredskap", names=False, dry_run=True)
    assert people
    assert not [person.name for person in people if person.name.split()[-1] in said]
