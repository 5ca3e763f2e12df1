"""What mkdocs.yml says about the rule, and how it is refused."""

from pathlib import Path

import pytest

from arkiv.model import Place
from arkiv.problems import ArchiveError
from arkiv.settings import Neighbour, Settings, read_settings

GOOD = """\
site_name: Arkivet
docs_dir: sidor
theme: {name: material, language: en}
plugins: [!ENV [PLUGIN, search]]
markdown_extensions:
  - fence: {format: !!python/name:fences.code ''}
extra:
  arkiv:
    levels:
      - {id: normal, label: Normalläge, meaning: Öppet.}
      - id: hogsta
    lowest_level: normal
    default_visibility:
      public: {normal: named, hogsta: withheld}
"""


def _read(folder: Path, text: str | bytes) -> Settings:
    path = folder / "mkdocs.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(path)


def _told(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(ArchiveError) as error:
        _read(folder, text)
    return [str(problem).removeprefix("mkdocs.yml:") for problem in error.value.problems]


def test_every_setting_is_read_and_tags_of_mkdocs_are_let_through(tmp_path: Path) -> None:
    found = _read(tmp_path, GOOD)
    assert [(one.id, one.label, one.meaning) for one in found.levels] == [
        ("normal", "Normalläge", "Öppet."),
        ("hogsta", "hogsta", ""),
    ]
    assert found.levels.lowest.id == "normal"
    assert found.default_visibility == {"public": {"normal": "named", "hogsta": "withheld"}}
    assert found.default_place == Place("mkdocs.yml", 13)
    assert (found.docs_dir, found.site_name, found.language) == (tmp_path / "sidor", "Arkivet", "en")
    assert found.config_file == tmp_path / "mkdocs.yml"


def test_what_is_left_out_has_its_default(tmp_path: Path) -> None:
    found = _read(tmp_path, "extra: {arkiv: {levels: [{id: a}]}}")
    assert (found.docs_dir, found.site_name, found.language) == (tmp_path / "docs", "", "sv")
    assert found.default_visibility == {}


@pytest.mark.parametrize("line", ["", "lowest_level:", "lowest_level: null"])
def test_without_a_lowest_level_it_is_the_strictest(tmp_path: Path, line: str) -> None:
    found = _read(tmp_path, f"extra:\n  arkiv:\n    levels: [{{id: a}}, {{id: b}}]\n    {line}\n")
    assert found.levels.lowest.id == "b"


@pytest.mark.parametrize(
    ("arkiv", "problem"),
    [
        ("levels: []", "3: extra.arkiv.levels: is missing or empty - list the levels, the laxest first"),
        ("lowest_level: a", "2: extra.arkiv.levels: is missing or empty - list the levels, the laxest first"),
        ("levels: a", "3: extra.arkiv.levels: is not a list - write one `- {...}` a line"),
        (
            "levels: [{id: a}, {id: a}]",
            "3: extra.arkiv.levels: lists an id twice - give each level an id of its own",
        ),
        (
            "levels: [{label: A}]",
            "3: extra.arkiv.levels: has an id that is missing or not usable - use a-z, 0-9 and hyphens",
        ),
        (
            "levels: [{id: ../x}]",
            "3: extra.arkiv.levels: has an id that is missing or not usable - use a-z, 0-9 and hyphens",
        ),
        (
            "levels: [{id: Å}]",
            "3: extra.arkiv.levels: has an id that is missing or not usable - use a-z, 0-9 and hyphens",
        ),
        ("levels: [a]", "3: extra.arkiv.levels[1]: is not a mapping - write `field: value` lines"),
        (
            "levels: [{id: a}]\n    lowest_level: c",
            "4: extra.arkiv.lowest_level: is unknown - write one of: a",
        ),
        (
            "levels: [{id: a}]\n    lowest_level: !ENV LEVEL",
            "4: extra.arkiv.lowest_level: is unknown - write one of: a",
        ),
        (
            "levels: [{id: a}]\n    lowest_levl: a",
            "4: extra.arkiv: holds a field that is not known - did you mean `lowest_level`?",
        ),
        (
            "levels: [{id: a}]\n    levels: [{id: b}]",
            "4: extra.arkiv.levels: stands twice - keep one of them",
        ),
        (
            "levels: [{id: a}]\n    default_visibility: named",
            "4: extra.arkiv.default_visibility: is not a mapping - write `field: value` lines",
        ),
    ],
)
def test_a_wrong_setting_is_told_with_its_line(tmp_path: Path, arkiv: str, problem: str) -> None:
    assert problem in _told(tmp_path, f"extra:\n  arkiv:\n    {arkiv}\n")


@pytest.mark.parametrize("text", ["", "site_name: A\n", "extra: {}\n", "extra: {arkiv: }\n"])
def test_without_the_part_that_is_ours_it_is_said_what_is_missing(tmp_path: Path, text: str) -> None:
    assert _told(tmp_path, text) == ["1: extra.arkiv: is missing - add the levels and the default rule"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: c: d\n", "2: yaml: this is not valid YAML - check indentation, colons and quotes"),
        ("a: &x 1\nb: *x\n", "2: yaml: YAML anchors and aliases are not allowed - write the value out"),
        (b"a: \xe5\n", "1: file: cannot be read as UTF-8 - run arkiv where mkdocs.yml is"),
    ],
)
def test_a_file_that_is_no_usable_yaml_is_refused(tmp_path: Path, text: str | bytes, problem: str) -> None:
    assert _told(tmp_path, text) == [problem]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"mkdocs.yml:1: file: cannot be read"):
        read_settings(tmp_path / "mkdocs.yml")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = "docs_dir: [a]\nextra:\n  arkiv:\n    levels: [{id: a}, {id: a}]\n    lowest_level: c\n"
    text += "    default_visibility: x\n"
    assert len(_told(tmp_path, text)) == 4


def test_other_archives_are_read_with_one_slash_at_the_end_of_their_address(tmp_path: Path) -> None:
    assert [one.address for one in _portal(tmp_path, "https://a.example", "https://b.example/x/")] == [
        "https://a.example/",
        "https://b.example/x/",
    ]


@pytest.mark.parametrize("address", ["a.example", "javascript:alert(1)", "https://a.example; script-src *"])
def test_what_is_no_address_of_a_site_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(ArchiveError, match=r"portal\[1\].address: is no address of a site"):
        _portal(tmp_path, address)


def _portal(folder: Path, *addresses: str) -> tuple[Neighbour, ...]:
    rows = "".join(f"      - {{name: Grannen, address: '{address}'}}\n" for address in addresses)
    levels = "    levels: [{id: normal}]\n    lowest_level: normal\n"
    file = folder / "mkdocs.yml"
    file.write_text(f"extra:\n  arkiv:\n{levels}    portal:\n{rows}", "utf-8")
    return read_settings(file).portal


@pytest.mark.parametrize(("said", "shown"), [("de", " (de)"), ("Svenska språket", "")])
def test_a_language_without_words_is_refused_with_its_line(tmp_path: Path, said: str, shown: str) -> None:
    text = f"theme:\n  name: material\n  language: {said}\nextra: {{arkiv: {{levels: [{{id: a}}]}}}}\n"
    wanted = f"3: theme.language: is not among the site's languages{shown} - write one of: en, sv"
    assert _told(tmp_path, text) == [wanted]
