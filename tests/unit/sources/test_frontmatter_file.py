"""A file is decoded, split, and told about with the lines an editor counts."""

import codecs
from pathlib import Path

import pytest

from arkiv.sources.fields import Problems
from arkiv.sources.frontmatter_file import MAX_BYTES, SourceFile, read_file


def _read(folder: Path, content: bytes) -> tuple[SourceFile | None, list[str]]:
    path = folder / "sida.md"
    path.write_bytes(content)
    problems = Problems("sida.md")
    found = read_file(path, problems)
    if found and found.fields:
        found.fields.text("wrong", required=True)
    return found, [str(problem).removeprefix("sida.md:") for problem in problems.found]


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("blanks", [0, 3])
def test_lines_are_counted_as_an_editor_counts_them(
    tmp_path: Path, bom: bytes, end: bytes, blanks: int
) -> None:
    lines = [b"---", *[b""] * blanks, b"title: Bibliotek", b"wrong: [1]", b"---", b"", b"# Rubrik"]
    found, told = _read(tmp_path, bom + end.join(lines) + end)
    assert found is not None
    assert told == [f"{3 + blanks}: wrong: is not a plain text - write one value on the line"]
    body = found.body.split("\n")
    assert found.body_line + body.index("# Rubrik") == 6 + blanks


@pytest.mark.parametrize("text", ["---\n---\n", "---\n\n---\n", "---\n# bara en kommentar\n---\nText"])
def test_empty_frontmatter_is_a_mapping_without_fields(tmp_path: Path, text: str) -> None:
    found, _ = _read(tmp_path, text.encode())
    assert found is not None
    assert found.fields is not None
    assert found.fields.keys == ()


def test_a_file_without_frontmatter_is_all_body(tmp_path: Path) -> None:
    found, told = _read(tmp_path, b"# Rubrik\n\n---\n\nText\n")
    assert (found, told) == (SourceFile(None, "# Rubrik\n\n---\n\nText\n", 1), [])


@pytest.mark.parametrize("before", ["\n", "  ", "\n\n \n", "\u200b", "\ufeff\ufeff"])
def test_frontmatter_that_does_not_begin_the_file_is_refused_and_never_published(
    tmp_path: Path, before: str
) -> None:
    found, told = _read(tmp_path, f"{before}---\naudience: internal\n---\nText".encode())
    assert found is None
    assert told == ["1: frontmatter: does not begin on the first line - begin the file with a line `---`"]


def test_frontmatter_that_is_never_closed_is_refused(tmp_path: Path) -> None:
    found, told = _read(tmp_path, b"---\ntitle: Bibliotek\n\n# Rubrik\n")
    assert found is None
    assert told == ["1: frontmatter: is never closed - end it with a line of three hyphens"]


@pytest.mark.parametrize(
    ("matter", "told"),
    [
        ("a: 1\nb: c: d", "3: frontmatter: this is not valid YAML - check indentation, colons and quotes"),
        ("\n\na: *x", "4: frontmatter: YAML anchors and aliases are not allowed - write the value out"),
        ("a: !x 1", "2: frontmatter: YAML tags are not allowed - remove the word that starts with '!'"),
        ("- a", "2: frontmatter: is not a mapping - write `field: value` lines"),
        ("bara text", "2: frontmatter: is not a mapping - write `field: value` lines"),
        ("wrong: a\nwrong: b", "3: frontmatter: stands twice - keep one of them"),
        ("title: a\ntitle: b\nwrong: a", "3: title: stands twice - keep one of them"),
    ],
)
def test_broken_frontmatter_is_told_with_its_line(tmp_path: Path, matter: str, told: str) -> None:
    assert _read(tmp_path, f"---\n{matter}\n---\n".encode())[1] == [told]


def test_a_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    assert _read(tmp_path, "Rubrik\n\nMöte".encode("latin-1")) == (
        None,
        ["3: file: is not UTF-8 - save it as UTF-8 in the editor"],
    )
    assert _read(tmp_path, "Rubrik".encode("utf-16"))[0] is None


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"])
def test_control_characters_and_other_ends_of_lines_are_refused(tmp_path: Path, character: str) -> None:
    assert _read(tmp_path, f"Rubrik\r\nText{character}mer".encode()) == (
        None,
        ["2: file: holds a control character - remove it, or save the file as plain text"],
    )


def test_letters_that_are_written_in_two_parts_become_one(tmp_path: Path) -> None:
    found, _ = _read(tmp_path, "A\u030atga\u0308rd".encode())
    assert found is not None
    assert found.body == "Åtgärd"


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    found, told = _read(tmp_path, b"x" * (MAX_BYTES + 1))
    assert found is None
    assert told == [f"1: file: is larger than {MAX_BYTES} bytes - split it"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    problems = Problems("sida.md")
    assert read_file(tmp_path / "sida.md", problems) is None
    assert "cannot be read" in str(problems.found[0])
