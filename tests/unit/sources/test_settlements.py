"""docs/namn.yml: what is settled, and what is refused, with its line."""

from pathlib import Path

import pytest

from arkiv.sources.settlements import Settlements, read_settlements

_GOOD = """format: 1
names:
  - {name: Anna Exempel, is: member, network: kultur}
  - {name: Ana Exempel, is: member, person: m-17}
  - {name: Bo Exempel, is: other-person}
  - {name: Cia Exempel, is: other-person, always_named: författare}
  - {name: Exempelsystemet, is: not-a-name}
"""


def _read(folder: Path, text: str | bytes) -> tuple[Settlements, list[str]]:
    (folder / "namn.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    settled, problems = read_settlements(folder, {"kultur"}, {"m-17"})
    return settled, [str(problem) for problem in problems]


def test_all_three_kinds_are_read_with_their_lines(tmp_path: Path) -> None:
    settled, problems = _read(tmp_path, _GOOD)
    assert problems == []
    assert [one.place.line for one in settled.all] == [3, 4, 5, 6, 7]
    assert [(one.name, one.network, one.person) for one in settled.members] == [
        ("Anna Exempel", "kultur", None),
        ("Ana Exempel", None, "m-17"),
    ]
    assert settled.hidden_with_page == ("Bo Exempel",)
    assert settled.always_named == ("Cia Exempel",)
    assert settled.not_names == ("Exempelsystemet",)


def test_nothing_is_settled_where_there_is_no_file(tmp_path: Path) -> None:
    assert read_settlements(tmp_path, set()) == (Settlements(), ())


@pytest.mark.parametrize(
    "text", ["", "# bara en kommentar\n", "names: []\n", "format: 1\nnames: []\n", "format: 1\nnames:\n"]
)
def test_an_empty_file_settles_nothing(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path, text) == (Settlements(), [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "format: 2\nnames: []\n",
            "namn.yml:1: format: is unknown - write `format: 1`, or use a newer arkiv",
        ),
        ("- a\n", "namn.yml:1: names: is not a mapping - begin with `format: 1` and `names:`"),
        ("format: 1\nnames:\n  - {is: not-a-name}\n", "namn.yml:3: names[1].name: is missing - add it"),
        ("format: 1\nnames:\n  - {name: Bo}\n", "namn.yml:3: names[1].is: is missing - add it"),
        (
            "format: 1\nnames:\n  - {name: Bo, is: friend}\n",
            "namn.yml:3: names[1].is: is unknown - write one of: member, other-person, not-a-name",
        ),
        (
            "format: 1\nnames:\n  - {name: Bo, is: member}\n",
            "namn.yml:3: names[1].is: is a member of nothing, or of two things - "
            "give either `network` or `person`",
        ),
        (
            "format: 1\nnames:\n  - {name: Bo, is: member, network: kultur, person: m-17}\n",
            "namn.yml:3: names[1].is: is a member of nothing, or of two things - "
            "give either `network` or `person`",
        ),
        (
            "format: 1\nnames:\n  - {name: Bo, is: other-person, network: kultur}\n",
            "namn.yml:3: names[1].is: contradicts `network` or `person` - write `is: member`, or remove them",
        ),
        (
            "format: 1\nnames:\n  - {name: Bo, is: not-a-name, always_named: x}\n",
            "namn.yml:3: names[1].always_named: is for other people only - "
            "remove it, or write `is: other-person`",
        ),
        (
            "format: 1\nnames:\n  - {name: Bo, is: member, network: skola}\n",
            "namn.yml:3: names[1].network: is unknown - write one of: kultur",
        ),
        (
            "format: 1\nnames:\n  - {name: Bo, is: member, person: m-18}\n",
            "namn.yml:3: names[1].person: is unknown - write the `id` of somebody in a roster",
        ),
        (
            "format: 1\nnames:\n  - {name: '123', is: not-a-name}\n",
            "namn.yml:3: names[1].name: holds no letter - write the name as it stands in the text",
        ),
        (
            "format: 1\nnames:\n  - {name: Bo  Ek, is: not-a-name}\n  - {name: bo ek, is: other-person}\n",
            "namn.yml:4: name: settles the name of line 3 once more - keep one of the two",
        ),
        (
            "format: 1\nnames: [\n",
            "namn.yml:3: yaml: this is not valid YAML - check indentation, colons and quotes",
        ),
        (b"format: 1\n# \xff\n", "namn.yml:2: file: is not UTF-8 - save it as UTF-8 in the editor"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_without_the_name(
    tmp_path: Path, text: str | bytes, problem: str
) -> None:
    settled, problems = _read(tmp_path, text)
    assert problems == [problem]
    assert "Bo" not in repr(settled)


def test_an_unknown_key_is_refused_since_it_might_change_who_is_shown(tmp_path: Path) -> None:
    _, problems = _read(tmp_path, "format: 1\nnames:\n  - {name: Bo, is: other-person, alwaysnamed: x}\n")
    assert problems == [
        "namn.yml:3: names[1]: holds a field that is not known - did you mean `always_named`?"
    ]
