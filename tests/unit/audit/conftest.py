"""Tiny sites with one thing in them."""

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from arkiv.audit import Finding, audit
from arkiv.data.dictionary import is_common_word
from tests.unit.audit.people import SECRETS

Judge = Callable[[str, bytes | str], tuple[Finding, ...]]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """Audits a site of one file with the hidden people of `SECRETS`."""

    def judged(name: str, content: bytes | str) -> tuple[Finding, ...]:
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return audit(tmp_path / "site", SECRETS)

    return judged


@pytest.fixture(scope="session", autouse=True)
def dictionary() -> None:
    """Loads the dictionary once: spylls leaves its files for the collector to close, which warns."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        is_common_word("sten")
