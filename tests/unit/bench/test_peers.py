"""The peers get the same text, and are timed as whole commands."""

import sys
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from arkiv.bench.comparing import AGAIN, COLD, HELP, SWITCH, Work
from arkiv.bench.corpus import write_archive
from arkiv.bench.peers import HUGO, PEERS, Peer, texts
from arkiv.bench.plot import plot
from arkiv.bench.processes import BenchError, Timed, timed
from arkiv.bench.ratios import comparison, ratio
from arkiv.bench.visits import Visit, meeting

MINUTES = 25


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "docs"
    write_archive(folder, MINUTES, 40)
    return folder


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_every_peer_gets_every_word_of_every_meeting(peer: Peer, docs: Path, tmp_path: Path) -> None:
    peer.prepare(docs, tmp_path)
    given = [path.read_text("utf-8") for path in sorted(tmp_path.rglob("20*-*.md"))]
    assert len(given) == MINUTES
    for text, written in zip(texts(docs), given, strict=True):
        assert text.body in written
        assert text.title in written


def test_the_attendance_is_part_of_the_text(docs: Path) -> None:
    first = next(texts(docs)).body
    assert first.startswith("## Närvarande\n\n- ")
    assert "## 1. " in first


def test_of_commands_that_run_one_after_the_other_the_greatest_memory_counts() -> None:
    small = [sys.executable, "-c", "pass"]
    large = [sys.executable, "-c", "len(b'x' * 200_000_000)"]
    assert timed([small, large]).peak > 200_000_000
    assert timed([large, small]).peak > 200_000_000


def test_a_command_that_fails_stops_the_benchmark_with_its_last_words() -> None:
    with pytest.raises(BenchError, match="no such flag"):
        timed([[sys.executable, "-c", "import sys; sys.exit('no such flag')"]])


def test_what_comes_after_adds_to_the_time_only() -> None:
    assert Timed(1.0, 5) + Timed(2.0, 3) == Timed(3.0, 5)


def work(minutes: int, name: str, seconds: float) -> Work:
    return Work(minutes, name, seconds, 100_000_000, 5_000_000)


ALL_WORK = [
    work(100, HUGO.name, 2.0),
    work(100, COLD, 1.0),
    work(100, HELP, 0.1),
    work(100, SWITCH, 0.15),
    work(1000, COLD, 9.0),
    work(1000, AGAIN, 0.5),
]


def test_a_ratio_is_to_what_was_run_at_the_same_size() -> None:
    assert ratio(ALL_WORK[1], HUGO.name, ALL_WORK) == 0.5
    assert ratio(ALL_WORK[4], HUGO.name, ALL_WORK) is None


def test_the_comparison_shows_ratios_growth_and_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("arkiv.bench.ratios.version", lambda name: f"({name})")
    text = comparison(ALL_WORK)
    assert f"| {COLD} | 1.00 | 0.50 | 100 | 5.0 |" in text
    assert f"| {SWITCH} | 0.15 | 1.50 x --help | 100 | 5.0 |" in text
    assert "From 100 to 1000 minutes a cold build takes 9.0 times as long." in text
    assert "cores, Python" in text


def test_the_comparison_tells_what_a_first_visit_weighs_where_that_was_weighed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("arkiv.bench.ratios.version", lambda name: f"({name})")
    weighed = replace(ALL_WORK[0], visit=Visit(7, 4_060, 88_880))
    assert f"| 100 | {HUGO.name} | 7 | 4.1 | 88.9 |" in comparison([weighed, *ALL_WORK[1:]])
    assert "A first visit" not in comparison(ALL_WORK)


def test_a_visit_is_to_a_meeting_and_not_to_the_list_of_a_month(tmp_path: Path) -> None:
    for folder in ("2024/05", "2024/2024-05-03-vagar"):
        (tmp_path / "moten" / folder).mkdir(parents=True)
        (tmp_path / "moten" / folder / "index.html").write_text("x", "utf-8")
    assert meeting(tmp_path) == "moten/2024/2024-05-03-vagar/"


def test_the_plot_has_a_line_for_each_program_that_was_run_and_says_what_it_shows() -> None:
    root = fromstring(plot(ALL_WORK))
    svg = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{svg}title")
    assert len(root.findall(f"{svg}polyline")) == 2
    assert "arkiv (hides and audits)" in {text.text for text in root.iter(f"{svg}text")}
