"""The commands as they are run, in one process, so that what is slow to load is loaded once."""

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import pytest

from tests.integration.demo import ROOT, load_dictionary

Main = Callable[[list[str]], int]


@cache
def command(name: str) -> Main:
    """The `main` of scripts/NAME.py."""
    path = ROOT / "scripts" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"arkiv_command_{name}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast(Main, module.main)


@dataclass(frozen=True)
class Outcome:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All of it."""
        return self.out + self.err


@dataclass
class Terminal:
    """Runs commands and keeps everything they ever said."""

    capture: pytest.CaptureFixture[str]
    everything: str = ""

    def run(self, name: object, *arguments: object) -> Outcome:
        """Run a command as from the shell."""
        load_dictionary()
        self.capture.readouterr()
        try:
            status = command(str(name))([str(argument) for argument in arguments])
        except SystemExit as error:  # argparse
            status = int(error.code or 0)
        found = self.capture.readouterr()
        self.everything += found.out + found.err
        return Outcome(status, found.out, found.err)


def live(tmp_path: Path, audience: str = "public") -> str:
    """Where an audience's link leads; nothing where it is not there."""
    link = tmp_path / "site" / audience
    return str(link.readlink()) if link.is_symlink() else ""
