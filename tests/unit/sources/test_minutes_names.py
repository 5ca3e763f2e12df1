"""The name of a minutes file says its date, network and number, and must agree with what stands in it."""

from pathlib import Path

import pytest

from tests.unit.sources.writing import MEETING, read, told


def _named(folder: Path, path: str, network: str, day: str, number: str = "") -> list[str]:
    text = f"---\nkind: minutes\nnetwork: {network}\ndate: {day}\n{number}---\n"
    return [line.removeprefix(f"{path}:") for line in told(read(folder, {path: text}))]


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("moten/2024/2024-10-11-kultur.md", ""),
        ("moten/2024/2024-10-11-kultur.md", "number: 1\n"),
        ("moten/2024/2024-10-11-kultur-2.md", "number: 2\n"),
        ("moten/2024/2024-10-11-kultur-12.md", "number: 12\n"),
    ],
)
def test_the_file_name_says_date_network_and_number(tmp_path: Path, path: str, number: str) -> None:
    assert _named(tmp_path, path, "kultur", "2024-10-11", number) == []


@pytest.mark.parametrize(
    ("path", "number", "problem"),
    [
        (
            "moten/2024/2024-10-12-kultur.md",
            "",
            "4: date: does not equal the date in the file's name - make them equal",
        ),
        ("moten/2024/kultur.md", "", "4: date: does not equal the date in the file's name - make them equal"),
        (
            "moten/2024/2024-10-11-skola.md",
            "",
            "3: network: does not equal the file's name - name the file DATE-NETWORK.md",
        ),
        (
            "moten/2023/2024-10-11-kultur.md",
            "",
            "4: date: does not fit the file's folder - move the file to moten/2024/",
        ),
        (
            "moten/2024-10-11-kultur.md",
            "",
            "4: date: does not fit the file's folder - move the file to moten/2024/",
        ),
        (
            "moten/2024/2024-10-11-kultur-2.md",
            "",
            "2: number: does not equal the number in the file's name"
            " - write `number: 2` in a file named DATE-NETWORK-2.md, and none in DATE-NETWORK.md",
        ),
        (
            "moten/2024/2024-10-11-kultur.md",
            "number: 2\n",
            "5: number: does not equal the number in the file's name"
            " - write `number: 2` in a file named DATE-NETWORK-2.md, and none in DATE-NETWORK.md",
        ),
    ],
)
def test_a_file_name_that_says_something_else_is_refused(
    tmp_path: Path, path: str, number: str, problem: str
) -> None:
    assert _named(tmp_path, path, "kultur", "2024-10-11", number) == [problem]


def test_an_unknown_network_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    path = "moten/2024/2024-10-11-alva.md"
    assert _named(tmp_path, path, "alva", "2024-10-11") == ["3: network: is unknown - write one of: kultur"]


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2024-13-01", " (2024-13-01)"),
        ("2024-02-30", " (2024-02-30)"),
        ("2024-1-1", " (2024-1-1)"),
        ("i oktober", ""),
        ("alva", ""),
    ],
)
def test_a_bad_date_is_told_and_shown_only_where_it_is_digits(tmp_path: Path, day: str, shown: str) -> None:
    problems = _named(tmp_path, "moten/2024/2024-10-11-kultur.md", "kultur", day)
    assert problems == [f"4: date: is not a date{shown} - write it as YYYY-MM-DD"]


def test_all_faults_of_a_file_are_told_at_once_even_where_network_and_date_are_missing(
    tmp_path: Path,
) -> None:
    text = "---\nstart: x\npresent:\n  - {role: y}\nattachments:\n  - {file: /z}\n---\n"
    text += "## 1. A\n\n## 1. B\n\n::: internal\n"
    problems = [line.removeprefix(f"{MEETING}:") for line in told(read(tmp_path, {MEETING: text}))]
    assert [problem.split(" - ")[0] for problem in problems] == [
        "2: date: is missing",
        "2: kind: is missing",
        "2: network: is missing",
        "2: start: is not a time of day",
        "4: present[1].name: is missing",
        "6: attachments[1].file: leads out of docs/",
        "10: item: item 1 stands twice",
        "12: ::: internal: is never closed",
    ]
