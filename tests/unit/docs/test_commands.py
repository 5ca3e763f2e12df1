"""Every command, with every option, is told of; and nothing is told of that is not there."""

import re
from pathlib import Path

import pytest

from tests.unit.docs.texts import COMMANDS, OPERATING, README, TEXTS, options, said, section

_CALL = re.compile(r"\./arkiv (?P<command>[a-z]+)(?P<rest>[^`\n|#;]*)")
_OPTION = re.compile(r"(?<!\S)--[a-z][a-z-]*")
_SHARED = {"--docs-dir", "--site-dir"}


def row(text: str, command: str) -> str:
    """A command's line in a table of commands."""
    found = re.search(rf"(?m)^\| `\./arkiv {command}[ `].*$", text)
    assert found, f"./arkiv {command} has no line in the table of commands"
    return found[0]


def told(text: str) -> set[str]:
    """The options that a text tells of."""
    return set(re.findall(r"--[a-z][a-z-]*", text))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_line_in_the_readme(command: str) -> None:
    assert row(section(said(README), "Commands"), command)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_handbook_tells_of_every_option_of_a_command_and_of_no_other(command: str) -> None:
    table = section(said(OPERATING), "All commands")
    assert told(row(table, command)) == options(command) - _SHARED


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_tells_of_no_option_that_a_command_does_not_take(command: str) -> None:
    assert told(row(section(said(README), "Commands"), command)) <= options(command)


def test_the_handbook_says_which_commands_take_the_shared_options() -> None:
    text = section(said(OPERATING), "All commands").partition("\n|")[0]
    takes_site = {command for command in COMMANDS if "--site-dir" in options(command)}
    assert {f"`{command}`" for command in takes_site} <= set(re.findall(r"`[a-z]+`", text))
    assert told(text) == _SHARED | {"--help"}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_call_that_is_shown_is_one_that_can_be_made(path: Path) -> None:
    for call in _CALL.finditer(said(path)):
        assert call["command"] in COMMANDS, call[0]
        if options(call["command"]):
            assert set(_OPTION.findall(call["rest"])) <= options(call["command"]) | {"--help"}, call[0]
