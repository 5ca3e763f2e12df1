"""What `./arkiv diff` says of a small archive: `BEFORE-AFTER.txt`, and with names `-names.txt`."""

from pathlib import Path

import pytest

from arkiv.ledger import summary
from tests.integration.demo import prepared
from tests.unit.ledger.comparing import GOLDEN, SMALL, ledger

FILES = sorted(GOLDEN.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_report_is_exactly_this(path: Path) -> None:
    before, after, *names = path.stem.split("-")
    assert summary(ledger(before, after), names=bool(names)) + "\n" == path.read_text("utf-8")


@pytest.mark.parametrize(
    "path", [path for path in FILES if not path.stem.endswith("-names")], ids=lambda path: path.stem
)
def test_a_report_without_names_holds_nobodys_name_nor_address(path: Path) -> None:
    text = path.read_text("utf-8").casefold()
    for one in prepared(SMALL).people.individuals:
        for said in (*one.names, *one.contacts):
            assert said.casefold() not in text, one.id
            assert said.casefold().replace(" ", "-") not in text, one.id
