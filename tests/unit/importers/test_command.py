"""The command as an editor meets it: what it writes, prints and returns."""

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

TEXT = """## Anteckningar

Närvarande
Annika Rosenlöv, Almvik
Bo Ahlgrund, Björkehult (p 1)
Elvira Månbäck, länsråd (p 1)

Frånvarande
Zubair Amini, Dalsnäs

## 1. Öppnande

Lova Tingberg, SKR, hälsar. Ylvike Sandmor kommer senare.

Antecknat av: Annika Rosenlöv
"""
NAMES = ("Rosenlöv", "Ahlgrund", "Månbäck", "Amini", "Tingberg", "Sandmor", "Annika", "Zubair", "Lova")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Calls the command on an archive of its own; gives status, standard output and standard error."""
    command = importlib.import_module("scripts.import")

    def call(*argv: object) -> tuple[int, str, str]:
        try:
            status = command.main([*map(str, argv), "--docs-dir", str(tmp_path / "docs")])
        except SystemExit as stop:
            status = int(str(stop.code))
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "prov.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_minutes_are_written_as_a_draft_at_their_place_and_the_network_with_them(
    run: Run, source: Path, tmp_path: Path
) -> None:
    status, out, err = run(source, "--network", "prov", "--date", "2025-03-04")
    assert (status, err) == (0, "")
    text = (tmp_path / "docs/moten/2025/2025-03-04-prov.md").read_text(encoding="utf-8")
    assert "status: draft\n" in text
    assert "  - {name: Lova Tingberg, organization: SKR}\n" in text
    roster = (tmp_path / "docs/natverk/prov.md").read_text(encoding="utf-8")
    assert [row.split(",")[0] for row in roster.split("\n") if "name: " in row and "{" in row] == [
        "  - {name: Annika Rosenlöv",
        "  - {name: Bo Ahlgrund",
        "  - {name: Zubair Amini",
    ]
    assert "natverk/prov.md: created with 3 members" in out


def test_no_name_is_printed_unless_it_is_asked_for(run: Run, source: Path) -> None:
    _, out, err = run(source, "--network", "prov", "--date", "2025-03-04")
    assert not [name for name in NAMES if name in out + err]
    _, out, _ = run(source, "--network", "prov", "--date", "2025-03-05", "--show-names")
    assert "prov.txt:13: Lova Tingberg - mentioned" in out


def test_a_dry_run_prints_the_file_alone_and_writes_nothing(run: Run, source: Path, tmp_path: Path) -> None:
    status, out, err = run(source, "--network", "prov", "--date", "2025-03-04", "--dry-run")
    assert status == 0
    assert out.startswith("---\nformat: 1\n")
    assert out.endswith("Ylvike Sandmor kommer senare.\n")
    assert "would become moten/2025/2025-03-04-prov.md" in err
    assert not [name for name in NAMES if name in err]
    assert not (tmp_path / "docs").exists()


def test_a_file_that_exists_is_never_overwritten(run: Run, source: Path, tmp_path: Path) -> None:
    run(source, "--network", "prov", "--date", "2025-03-04")
    written = tmp_path / "docs/moten/2025/2025-03-04-prov.md"
    written.write_text("rättad för hand", encoding="utf-8")
    status, _, err = run(source, "--network", "prov", "--date", "2025-03-04")
    assert status == 1
    assert "exists already - remove that file first, or give --number 2" in err
    assert written.read_text(encoding="utf-8") == "rättad för hand"


def test_a_second_meeting_of_the_day_gets_its_number(run: Run, source: Path, tmp_path: Path) -> None:
    assert run(source, "--network", "prov", "--date", "2025-03-04", "--number", "2")[0] == 0
    assert "number: 2\n" in (tmp_path / "docs/moten/2025/2025-03-04-prov-2.md").read_text(encoding="utf-8")


def test_without_a_date_anywhere_the_command_asks_for_it(run: Run, source: Path) -> None:
    status, _, err = run(source, "--network", "prov")
    assert status == 1
    assert (
        f"{source}:1: date: no date stands in the document's name or headings - say which with --date" in err
    )


def test_a_network_missing_among_others_is_not_created_unasked(
    run: Run, source: Path, tmp_path: Path
) -> None:
    run(source, "--network", "prov", "--date", "2025-03-04")
    status, _, err = run(source, "--network", "porv", "--date", "2025-03-04")
    assert status == 1
    assert "--network:1: network: there is no network porv among prov - " in err
    assert run(source, "--network", "porv", "--date", "2025-03-04", "--new-network")[0] == 0
    assert (tmp_path / "docs/natverk/porv.md").exists()


def test_a_name_nearly_a_members_is_pointed_out_by_id(run: Run, source: Path, tmp_path: Path) -> None:
    run(source, "--network", "prov", "--date", "2025-03-04")
    source.write_text(TEXT.replace("Zubair Amini", "Zubair Amimi"), encoding="utf-8")
    _, out, _ = run(source, "--network", "prov", "--date", "2025-03-05")
    assert f"{source}:9: a name is one letter from prov-3 (natverk/prov.md:8)" in out


def test_several_files_are_imported_together_each_with_its_own_date(run: Run, tmp_path: Path) -> None:
    files = [tmp_path / f"{day} prov.txt" for day in ("2025-03-04", "2025-04-08")]
    for file in files:
        file.write_text(TEXT, encoding="utf-8")
    assert run(*files, "--network", "prov")[0] == 0
    written = sorted(path.name for path in (tmp_path / "docs/moten/2025").iterdir())
    assert written == ["2025-03-04-prov.md", "2025-04-08-prov.md"]


def test_every_fault_of_every_file_is_told_at_once_and_nothing_is_written(
    run: Run, source: Path, tmp_path: Path
) -> None:
    empty, twice = tmp_path / "2025-03-04 tom.txt", tmp_path / "2025-03-05.txt"
    empty.write_text("", encoding="utf-8")
    twice.write_text("## 1. Ett\n\n## 1. Två\n", encoding="utf-8")
    status, out, err = run(source, empty, twice, "--network", "prov")
    assert (status, out) == (1, "")
    assert set(err.splitlines()) == {
        f"{twice}:3: item: number 1 stands here and at line 1 - number each item once in the document",
        f"{empty}:1: file: the document holds no text - check that it is the right file",
        f"{source}:1: date: no date stands in the document's name or headings - "
        "say which with --date YYYY-MM-DD",
    }
    assert not (tmp_path / "docs").exists()


def test_two_files_of_one_day_do_not_take_each_others_place(run: Run, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}-2025-03-04.txt" for name in ("a", "b")]
    for file in files:
        file.write_text(TEXT, encoding="utf-8")
    status, _, err = run(*files, "--network", "prov")
    assert status == 1
    assert "moten/2025/2025-03-04-prov.md would be written twice" in err


def test_minutes_without_attendance_or_items_are_imported_with_a_word_about_it(
    run: Run, source: Path
) -> None:
    source.write_text("Samtal om vatten.\n", encoding="utf-8")
    status, out, _ = run(source, "--network", "prov", "--date", "2025-03-04")
    assert status == 0
    assert "no list of who was present was found" in out
    assert "no agenda items were found" in out


def test_items_that_begin_elsewhere_or_skip_a_number_keep_their_numbers(run: Run, source: Path) -> None:
    source.write_text("## 12. Ett\n\n## 14. Två\n", encoding="utf-8")
    _, out, _ = run(source, "--network", "prov", "--date", "2025-03-04", "--dry-run")
    assert "## 12. Ett\n\n## 14. Två\n" in out
    _, out, _ = run(source, "--network", "prov", "--date", "2025-03-04")
    assert "no heading was found for item 13" in out


@pytest.mark.parametrize(
    "wrong",
    [
        ["--date", "2025-02-30"], ["--date", "4 mars"], ["--status", "klar"], ["--number", "0"], ["--okänd"],
    ],
)  # fmt: skip
def test_a_wrong_call_returns_2(run: Run, source: Path, wrong: list[str]) -> None:
    status, out, err = run(source, "--network", "prov", *wrong)
    assert (status, out) == (2, "")
    assert "usage: ./arkiv import" in err


def test_one_date_for_several_files_is_a_wrong_call(run: Run, source: Path) -> None:
    assert run(source, source, "--network", "prov", "--date", "2025-03-04")[0] == 2


@pytest.mark.parametrize("network", ["../ute", "prov-2", "Prov", ""])
def test_a_network_that_is_no_file_stem_is_refused(run: Run, source: Path, network: str) -> None:
    status, _, err = run(source, "--network", network, "--date", "2025-03-04")
    assert status == 1
    assert "network: is no usable id - " in err


def test_a_folder_that_cannot_be_written_is_told_without_a_traceback(
    run: Run, source: Path, tmp_path: Path
) -> None:
    (tmp_path / "docs").write_text("en fil", encoding="utf-8")
    status, _, err = run(source, "--network", "prov", "--date", "2025-03-04")
    assert status == 1
    assert "cannot be written" in err
