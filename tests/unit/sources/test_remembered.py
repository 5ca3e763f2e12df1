"""Files that have not changed are not read again, and what was kept of them says what they say."""

import pickle
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from arkiv.memory import Recall
from arkiv.model import Place
from arkiv.sources import remembered as remembering
from arkiv.sources.documents import parsed
from arkiv.sources.remembered import File, packed, remembered, unpacked

DOCS = Path(__file__).resolve().parents[3] / "docs"
MEETING = b"---\nkind: minutes\nnetwork: kultur\ndate: 2024-10-11\n---\n\n## 1. Budget\n\n**Beslut:** Ja.\n"
FILES: list[File] = [("moten/2024/2024-10-11-kultur.md", MEETING), ("om.md", b"# Om\n"), ("fel.md", b"\xff")]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that were read, in this process."""
    paths: list[str] = []

    def noted(path: str, raw: bytes) -> object:
        paths.append(path)
        return parsed(path, raw)

    monkeypatch.setattr(remembering, "parsed", noted)
    return paths


def later(recall: Recall) -> Recall:
    """What the next build knows."""
    return Recall(recall.handed_over())


def test_a_file_is_read_once(read: list[str]) -> None:
    first = Recall()
    made = remembered(first, FILES)
    again = later(first)
    assert remembered(again, FILES) == made == [parsed(*file) for file in FILES]
    assert read == [path for path, _ in FILES]
    assert remembered(later(again), FILES) == made
    assert len(read) == len(FILES)


@pytest.mark.parametrize(
    "changed", [("om.md", b"# Om oss\n"), ("annat.md", b"# Om\n")], ids=["its bytes", "its path"]
)
def test_a_file_is_read_again_when_it_is_another(read: list[str], changed: File) -> None:
    recall = Recall()
    remembered(recall, FILES)
    read.clear()
    assert remembered(later(recall), [FILES[0], changed]) == [parsed(*FILES[0]), parsed(*changed)]
    assert read == [changed[0]]


def test_many_files_are_read_on_all_cores_and_stay_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "WORTH_A_PROCESS", 2)
    files = [(f"sida-{number}.md", b"# %d\n" % number) for number in range(9)]
    recall = Recall()
    assert remembered(recall, files) == [parsed(*file) for file in files]
    assert len(recall.used) == len(files)


def sources() -> Iterator[File]:
    for path in sorted(DOCS.rglob("*.md")):
        yield path.relative_to(DOCS).as_posix(), path.read_bytes()


def test_everything_that_the_demo_archive_says_survives() -> None:
    made = [parsed(*file) for file in sources()]
    assert len(made) > 30
    assert [unpacked(packed(one)) for one in made] == made


class Harmful:
    def __reduce__(self) -> tuple[object, ...]:
        return exec, ("raise SystemExit('it ran')",)


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"no pack",
        packed(parsed(*FILES[0]))[:-9],
        zlib.compress(pickle.dumps(Harmful())),
        zlib.compress(pickle.dumps(Place("a", 1))),
    ],
    ids=["nothing", "no pack", "cut short", "a pack that would run", "another class"],
)
def test_a_file_is_read_again_where_what_was_kept_is_no_such_thing(read: list[str], kept: bytes) -> None:
    known = Recall()
    remembered(known, FILES[:1])
    (asked,) = known.used
    recall = Recall({asked: kept})
    assert remembered(recall, FILES[:1]) == [parsed(*FILES[0])]
    assert recall.used == known.used
