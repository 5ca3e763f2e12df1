"""What is learnt and found by several processes is what one would have learnt and found."""

import pytest

from arkiv import workers
from arkiv.unregistered import learn, learning

TEXTS = [
    "Siri Kvarnbo föreslog en paus. Pausen blev lång.",
    "Kvarnbo tackade, och en paus till beslutades.",
    "Ordföranden Ulf Sandström hälsade. Ulf berättade om paus och lek.",
    "Ulf Sandströms förslag bifölls. Siri Kvarnbo tackade Ulf.",
]


def test_an_archive_read_by_several_processes_teaches_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = learn(TEXTS)
    monkeypatch.setattr(workers, "CORES", 3)
    monkeypatch.setattr(learning, "_MANY", 1)
    assert learn(TEXTS) == alone
    assert "siri kvarnbo" in alone.full
    assert "paus" in alone.common
