"""The texts that tell people how arkiv is used, and what the code says of itself."""

import argparse
import ast
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parents[3]
README = ROOT / "README.md"
OPERATING = ROOT / "handbook" / "operating.md"
FORMATS = ROOT / "handbook" / "formats.md"
TEXTS = [
    README,
    ROOT / "CONTRIBUTING.md",
    ROOT / "tests" / "README.md",
    *sorted((ROOT / "handbook").glob("*.md")),
]
COMMANDS = sorted(path.stem for path in (ROOT / "scripts").glob("*.py"))

_FENCED = re.compile(r"(?ms)^ {0,3}```(?P<language>\w*)\n(?P<inside>.*?)^ {0,3}```$")
_GETTERS = frozenset(
    """
    text date time number numbers truth texts choice mappings mapping read_one read_people read_attendees
    """.split()
)


def said(path: Path) -> str:
    """A text."""
    return path.read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    """What stands in a text's code blocks of one language."""
    return [match["inside"] for match in _FENCED.finditer(text) if match["language"] == language]


def without_blocks(text: str) -> str:
    """A text without its code blocks."""
    return _FENCED.sub("", text)


def section(text: str, title: str) -> str:
    """What stands under a heading, up to the next of its level or a higher one; in code none is a heading."""
    bare = _FENCED.sub(lambda match: re.sub(r"(?m)^#", " ", match[0]), text)
    found = re.search(rf"(?m)^(?P<marks>#+) {re.escape(title)}$", bare)
    assert found, title
    rest = bare[found.end() :]
    end = re.search(rf"(?m)^#{{1,{len(found['marks'])}}} ", rest)
    return rest[: end.start()] if end else rest


@cache
def options(command: str) -> frozenset[str]:
    """The long options that a command takes, by its own parser; none where it has no parser of its own."""
    path = ROOT / "scripts" / f"{command}.py"
    spec = importlib.util.spec_from_file_location(f"arkiv_options_{command}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if not hasattr(module, "parser"):
        return frozenset()
    made = cast(argparse.ArgumentParser, module.parser())
    found = (option for action in made._actions for option in action.option_strings)
    return frozenset(option for option in found if option.startswith("--")) - {"--help"}


def fields(module: str) -> Iterator[tuple[str, str]]:
    """The fields that a module of the package reads: the function that does it, and the field's name."""
    tree = ast.parse(said(ROOT / "hooks" / "arkiv" / module))
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            yield from ((function.name, key) for key in _key(call))


def _key(call: ast.Call) -> Iterator[str]:
    called = call.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    texts = [argument.value for argument in call.args[:2] if isinstance(argument, ast.Constant)]
    if name in _GETTERS:
        yield from (text for text in texts[:1] if isinstance(text, str))
