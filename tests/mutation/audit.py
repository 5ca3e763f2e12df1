"""What notices that a function of the audit is off: its tests of leaks, broken files and innocent texts."""

import importlib
import inspect
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType, ModuleType
from typing import Any

import arkiv.audit
from arkiv.audit import audit
from tests.mutation.rules import Rule
from tests.mutation.switching import forget, off
from tests.unit.audit import (
    test_channels,
    test_findings,
    test_index,
    test_judge,
    test_named,
    test_office_parts,
    test_spellings,
)
from tests.unit.audit.people import SECRETS

NOT_CALLED = frozenset(
    {
        "test_what_pagefind_itself_writes_passes_with_its_scripts_and_every_kind_of_word",  # starts a program
        "test_no_finding_holds_the_passage",  # cannot fail for a rule that is off
    }
)
BOMBS = [row for name, row in test_channels.BROKEN.items() if "bomb" in name]
"""Files that unpack to hundreds of megabytes, too slow to be read for every function."""

NOT_HERE = frozenset({"arkiv.audit.pinned", "arkiv.audit.report"})
"""What is known by its bytes is not read, and how findings are told: neither finds anything."""


def modules() -> list[ModuleType]:
    """The modules whose functions are turned off: all that find or judge."""
    found = pkgutil.walk_packages(arkiv.audit.__path__, "arkiv.audit.")
    return [importlib.import_module(one.name) for one in found if not one.ispkg and one.name not in NOT_HERE]


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """One test of the audit with its arguments."""

    test: Callable[..., None]
    arguments: dict[str, Any]

    def __call__(self) -> None:
        """Run it; raises what the test raises."""
        with TemporaryDirectory() as folder:
            given = {"tmp_path": Path(folder), "judge": lambda name, content: _judged(folder, name, content)}
            asked = inspect.signature(self.test).parameters
            self.test(**self.arguments, **{name: given[name] for name in given if name in asked})

    @property
    def passes(self) -> bool:
        """Whether the test passes. Whatever it raises is a failure, as it is to pytest."""
        with suppress(Exception):
            self()
            return True
        return False


def _judged(folder: str, name: str, content: bytes | str) -> object:
    file = Path(folder, "site", name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return audit(Path(folder, "site"), SECRETS)


def calls() -> Iterator[Call]:
    """Every test of the audit's that takes no more than files, once for each row of its parameters."""
    for module in (
        test_spellings,
        test_channels,
        test_office_parts,
        test_judge,
        test_index,
        test_findings,
        test_named,
    ):
        for name, test in vars(module).items():
            if name.startswith("test_") and name not in NOT_CALLED and not hasattr(test, "hypothesis"):
                yield from (Call(test, arguments) for arguments in _rows(test))


def _rows(test: Callable[..., None]) -> Iterator[dict[str, Any]]:
    """What a test's parametrize marks give it."""
    tables = []
    for mark in getattr(test, "pytestmark", []):
        names = [mark.args[0]] if isinstance(mark.args[0], str) else list(mark.args[0])
        rows = [row if len(names) > 1 else [row] for row in mark.args[1] if row not in BOMBS]
        tables.append([dict(zip(names, row, strict=True)) for row in rows])
    for chosen in product(*tables):
        yield {name: value for row in chosen for name, value in row.items()}


@dataclass(slots=True)
class Guard:
    """The tests that reach each function, so that no others are run when it is off."""

    calls: list[Call] = field(default_factory=lambda: list(calls()))
    reached: dict[tuple[str, str], list[Call]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        files = {str(module.__file__) for module in modules()}
        for call in self.calls:
            for place in _reached_by(call, files):
                self.reached[place].append(call)

    def notices(self, rule: Rule) -> bool:
        """Whether a test fails with the rule off."""
        # What only makes tables has run when its module was imported; any test may notice that.
        concerned = self.reached[str(rule.module.__file__), rule.target] if rule.target else self.calls
        with off(rule):
            failed = next((call for call in concerned if not call.passes), None)
        if failed:  # what noticed one rule may well notice the next
            concerned.remove(failed)
            concerned.insert(0, failed)
        return failed is not None


def _reached_by(call: Call, files: set[str]) -> set[tuple[str, str]]:
    """The functions in these files that a call runs, none of which remembers an earlier answer."""
    reached: set[tuple[str, str]] = set()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code.co_filename in files:
            reached.add((frame.f_code.co_filename, frame.f_code.co_qualname))

    forget(modules()[0])
    sys.setprofile(note)
    try:
        call()
    finally:
        sys.setprofile(None)
    return reached
