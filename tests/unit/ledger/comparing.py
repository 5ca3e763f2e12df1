"""A small archive in which every kind of change happens, and ledgers of it."""

from functools import cache
from pathlib import Path

from arkiv.building import View, view
from arkiv.ledger import Ledger, compare
from arkiv.model import Audience
from tests.integration.demo import ROOT, prepared

SMALL = ROOT / "tests" / "sites" / "liggare"
GOLDEN = ROOT / "tests" / "golden" / "ledger"


@cache
def ledger(before: str, after: str, audience: Audience = Audience.PUBLIC, docs: Path = SMALL) -> Ledger:
    """What lies between two levels of an archive."""
    archive = prepared(docs)
    levels = archive.settings.levels
    return compare(archive, audience, levels.get(before), levels.get(after))


@cache
def seen(level: str, audience: Audience = Audience.PUBLIC, docs: Path = SMALL) -> View:
    """One build of an archive."""
    archive = prepared(docs)
    return view(archive, audience, archive.settings.levels.get(level))
