"""What is said of findings can be read and followed."""

from pathlib import Path

from arkiv.audit import Finding, FormKind, report

PAGE = "moten/2024/2024-05-02-vatten/index.html"


def found(file: str = PAGE, place: str = "line 3", person: str = "vatten-2") -> Finding:
    return Finding(file, place, person, FormKind.FULL, "hide it")


def test_what_is_alike_in_a_file_is_told_once_with_its_count() -> None:
    findings = [found(place=f"line {number}") for number in range(1, 5)]
    assert report(findings) == (
        f"{PAGE}: line 1: full name of vatten-2: hide it (and in 3 more places of the file)",
    )


def test_people_and_files_are_kept_apart() -> None:
    findings = [found(), found(person="vatten-3"), found(file="index.html")]
    assert len(report(findings)) == 3


def test_pages_come_before_the_index_that_repeats_them() -> None:
    findings = [found(file="a/fragment/sv_1.pf_fragment"), found(file="z/index.html")]
    assert [line.split(":")[0] for line in report(findings)] == [
        "z/index.html",
        "a/fragment/sv_1.pf_fragment",
    ]


def test_the_source_of_a_page_is_told(tmp_path: Path) -> None:
    source = tmp_path / "moten/2024/2024-05-02-vatten.md"
    source.parent.mkdir(parents=True)
    source.touch()
    (line,) = report([found()], tmp_path)
    assert line.endswith(f"hide it [its source: {source.as_posix()}]")


def test_the_start_page_and_a_folders_page_have_sources_too(tmp_path: Path) -> None:
    (tmp_path / "om").mkdir()
    for name in ("index.md", "om/index.md"):
        (tmp_path / name).touch()
    told = report([found(file="index.html"), found(file="om/index.html")], tmp_path)
    assert [line.rpartition("its source: ")[2] for line in told] == [
        f"{(tmp_path / name).as_posix()}]" for name in ("index.md", "om/index.md")
    ]


def test_a_file_made_of_no_single_source_has_none(tmp_path: Path) -> None:
    told = report([found(file="beslut/index.html"), found(file="sitemap.xml")], tmp_path)
    assert not any("source" in line for line in told)


def test_a_flood_is_summed_up() -> None:
    findings = [found(file=f"{number:03}.html", person=f"p-{number % 7}") for number in range(100)]
    *lines, last = report(findings, most=10)
    assert len(lines) == 10
    assert last == "and 90 more findings, of 7 people in 90 files"


def test_all_of_it_can_be_had() -> None:
    findings = [found(file=f"{number:03}.html") for number in range(100)]
    assert len(report(findings, most=None)) == 100
