"""The whole of docs/: which file is what, what is refused, and that all is told at once."""

import os
import time
from pathlib import Path

import pytest

from arkiv.problems import ArchiveError
from arkiv.sources.archive import read_archive
from tests.unit.sources.writing import HEAD, MEETING, NETWORK, read, told, write


@pytest.mark.parametrize(
    "path", [MEETING, "moten/a.md", "natverk/skola.md", "kalender/a.md", "kalender/b/a.md"]
)
def test_frontmatter_is_required_under_three_folders(tmp_path: Path, path: str) -> None:
    (problem,) = told(read(tmp_path, {path: "# Rubrik\n"}))
    assert problem.startswith(f"{path}:1: frontmatter: is missing - begin the file with ")


@pytest.mark.parametrize(
    "path",
    ["moten/index.md", "moten/2024/index.md", "natverk/index.md", "kalender/index.md", "om/b.md", "index.md"],
)
def test_anything_else_and_every_index_is_an_ordinary_page(tmp_path: Path, path: str) -> None:
    reading = read(tmp_path, {path: "# Rubrik\n"})
    assert told(reading) == []
    assert [page.path for page in reading.archive.pages] == [path]


def test_everything_stands_in_the_order_of_its_path(tmp_path: Path) -> None:
    files = {
        f"moten/{day[:4]}/{day}-kultur.md": f"---\n{HEAD.replace('2024-10-11', day)}---\n"
        for day in ("2024-02-01", "2023-01-01", "2024-01-01")
    }
    reading = read(tmp_path, {**files, "natverk/ark.md": NETWORK})
    assert [one.id for one in reading.archive.minutes] == [
        "2023-01-01-kultur",
        "2024-01-01-kultur",
        "2024-02-01-kultur",
    ]
    assert [one.id for one in reading.archive.networks] == ["ark", "kultur"]


def test_the_files_are_those_that_are_no_pages_but_the_settled_names(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        {"a.pdf": "x", "namn.yml": "x", "b/namn.yml": "x", ".dold": "x", ".git/b.pdf": "x", ".git/c.md": "x"},
    )
    assert told(reading) == []
    assert reading.archive.files == {"a.pdf", "b/namn.yml"}
    assert reading.archive.pages == ()


@pytest.mark.parametrize("name", ["a.MD", "b.markdown", "c.Mdown"])
def test_a_file_that_only_looks_like_a_page_is_warned_of(tmp_path: Path, name: str) -> None:
    assert told(read(tmp_path, {name: "x"})) == [
        f"warning: {name}:1: file: is not read as a page - give it a name that ends in .md"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("om.md", "om/index.md"), ("README.md", "index.md"), ("Om.md", "om.md"), ("a/README.md", "a.md")],
)
def test_two_pages_of_one_address_are_refused(tmp_path: Path, one: str, other: str) -> None:
    if one.lower() == other.lower() and (write(tmp_path, {one: "x"}) / other).exists():
        pytest.skip("this file system does not tell capitals apart")
    (problem,) = told(read(tmp_path, {one: "x", other: "y"}))
    assert "has the same address as" in problem


def _linked(folder: Path, name: str, target: str | Path) -> list[str]:
    docs = write(folder / "docs", {"natverk/kultur.md": NETWORK})
    (docs / name).symlink_to(target)
    reading = read_archive(docs)
    assert name not in reading.archive.files
    assert all(page.path != name for page in reading.archive.pages)
    return told(reading)


@pytest.mark.parametrize("name", ["ut.md", "ut.pdf", "mapp"])
def test_a_link_out_of_docs_is_refused(tmp_path: Path, name: str) -> None:
    target = write(tmp_path / "ute", {"hemlig.md": "x"})
    target = target if name == "mapp" else target / "hemlig.md"
    assert _linked(tmp_path, name, target) == [
        f"{name}:1: file: is a link that leads out of docs/ - copy the file into docs/"
    ]


@pytest.mark.parametrize("target", ["borta.md", "a.md", "/proc/self/mem/x"])
def test_a_link_that_leads_nowhere_or_to_itself_is_refused(tmp_path: Path, target: str) -> None:
    assert _linked(tmp_path, "a.md", target) == [
        "a.md:1: file: is a link that leads nowhere - copy the file here, or remove the link"
    ]


def test_a_link_to_a_folder_is_refused_since_nothing_would_be_read_there(tmp_path: Path) -> None:
    assert _linked(tmp_path, "mapp", "natverk") == [
        "mapp:1: file: is a link to a folder - move the folder here, or remove the link"
    ]


def test_a_link_to_a_file_inside_docs_is_read(tmp_path: Path) -> None:
    docs = write(tmp_path, {"om.md": "Text"})
    (docs / "a.md").symlink_to("om.md")
    assert [page.path for page in read_archive(docs).archive.pages] == ["a.md", "om.md"]


@pytest.mark.parametrize("name", [b"a\xff.md", b"a\nb.md", b"a\x1b.pdf"])
def test_a_file_name_with_odd_characters_is_refused_in_printable_letters(tmp_path: Path, name: bytes) -> None:
    docs = write(tmp_path / "docs", {"om.md": "x"})
    try:
        Path(os.fsdecode(os.fsencode(docs) + b"/" + name)).write_text("x")
    except OSError:
        pytest.skip("this file system takes no such name")
    (problem,) = told(read_archive(docs))
    assert problem.isascii()
    assert problem.isprintable()
    assert "has a name with odd characters" in problem


def test_what_is_no_file_is_passed_over(tmp_path: Path) -> None:
    docs = write(tmp_path, {"om.md": "x"})
    os.mkfifo(docs / "ror.md")
    assert told(read_archive(docs)) == []


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        ArchiveError, match="docs:1: docs: is not a folder - give the archive's folder with --docs-dir"
    ):
        read_archive(tmp_path / "docs")


def test_an_empty_archive_has_nothing_wrong(tmp_path: Path) -> None:
    assert told(read_archive(tmp_path)) == []


def test_the_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.md": b"\xff",
        "b.md": "---\ntitle: [\n---\n",
        "kalender/c.md": "---\nkind: event\ntitle: C\nstart_date: 2024-02-30\n---\n",
        MEETING: f"---\n{HEAD}status: klar\n---\n",
        "natverk/skola.md": "Text",
    }
    assert [line.split(" - ")[0] for line in told(read(tmp_path, files))] == [
        "a.md:1: file: is not UTF-8",
        "b.md:3: frontmatter: this is not valid YAML",
        "kalender/c.md:4: start_date: is not a date (2024-02-30)",
        f"{MEETING}:5: status: is unknown",
        "natverk/skola.md:1: frontmatter: is missing",
    ]


def test_a_network_whose_own_file_is_broken_is_not_unknown_to_its_minutes(tmp_path: Path) -> None:
    problems = told(
        read(tmp_path, {MEETING: f"---\n{HEAD}---\n", "natverk/kultur.md": "---\nname: [\n---\n"})
    )
    assert [problem.split(":")[0] for problem in problems] == ["natverk/kultur.md"]


def test_without_any_network_it_is_said_how_to_add_one(tmp_path: Path) -> None:
    docs = write(tmp_path, {MEETING: f"---\n{HEAD}---\n"})
    assert told(read_archive(docs)) == [
        f"{MEETING}:3: network: is unknown - write one of: none is there yet; add docs/natverk/<id>.md"
    ]


def test_bombs_are_refused_at_once(tmp_path: Path) -> None:
    bomb = "---\na: &a [x]\n" + "".join(
        f"{x}: &{x} [{', '.join([f'*{y}'] * 9)}]\n" for y, x in zip("abcdefgh", "bcdefghi", strict=True)
    )
    start = time.perf_counter()
    problems = told(
        read(tmp_path, {"bomb.md": f"{bomb}---\n", "djup.md": "---\na: " + "[" * 1_000_000 + "\n---\n"})
    )
    assert [problem.split(" - ")[0] for problem in problems] == [
        "bomb.md:3: frontmatter: YAML anchors and aliases are not allowed",
        "djup.md:2: frontmatter: the YAML is nested too deep",
    ]
    assert time.perf_counter() - start < 2
