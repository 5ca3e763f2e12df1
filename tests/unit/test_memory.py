"""What is kept of texts is used only where it is what was kept, and never changes what comes out."""

import os
import pickle
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from arkiv import fingerprint
from arkiv.memory import Memory, key


def shout(memory: Memory, *texts: str, on: str = "names") -> tuple[list[str], list[str]]:
    """What some texts become in one build, and those that were read for it."""
    read: list[str] = []

    def louder(text: str) -> str:
        read.append(text)
        return text.upper()

    recall = memory.recall("loud", on)
    said = [recall.text(text, "", lambda text=text: louder(text)) for text in texts]  # type: ignore[misc]
    memory.keep()
    return said, read


def test_a_text_that_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory")
    assert shout(memory, "a", "B") == (["A", "B"], ["a", "B"])
    assert shout(memory, "a", "B", "c") == (["A", "B", "C"], ["c"])


def test_a_text_is_kept_by_its_digest_alone_where_nothing_was_changed_in_it(tmp_path: Path) -> None:
    shout(Memory(tmp_path), "TORBORG SÄLGRUND")
    assert "TORBORG" not in (tmp_path / "loud").read_bytes().decode("utf-8", "replace")


def test_other_names_read_everything_again(tmp_path: Path) -> None:
    shout(Memory(tmp_path), "a")
    assert shout(Memory(tmp_path), "a", on="other names") == (["A"], ["a"])


def test_another_version_of_the_program_reads_everything_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shout(Memory(tmp_path), "a")
    monkeypatch.setattr("arkiv.memory.program", lambda: fingerprint.digest("another"))
    assert shout(Memory(tmp_path), "a") == (["A"], ["a"])


def test_only_what_the_last_build_asked_for_is_kept(tmp_path: Path) -> None:
    shout(Memory(tmp_path), *map(str, range(100)), "x" * 99)
    shout(Memory(tmp_path), "x" * 99)
    assert shout(Memory(tmp_path), "5", "x" * 99)[1] == ["5"]


def flipped(data: bytes) -> bytes:
    return data[:-3] + bytes([data[-3] ^ 1]) + data[-2:]


def sealed(value: object) -> bytes:
    data = pickle.dumps(value)
    return sha256(data).digest() + data


DAMAGED: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda data: data[:-5],
    "empty": lambda _: b"",
    "one bit flipped": flipped,
    "another thing": lambda _: sealed("a text"),
    "too few parts": lambda _: sealed(("a", "b")),
    "one that would run something": lambda _: sealed(os.getpid),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: str) -> None:
    shout(Memory(tmp_path), "a")
    file = tmp_path / "loud"
    file.write_bytes(DAMAGED[damage](file.read_bytes()))
    assert shout(Memory(tmp_path), "a") == (["A"], ["a"])
    assert shout(Memory(tmp_path), "a") == (["A"], [])


def test_what_is_kept_is_closed_to_other_accounts(tmp_path: Path) -> None:
    folder = tmp_path / "memory"
    shout(Memory(folder), "a")
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "loud").stat().st_mode & 0o077 == 0


def test_what_a_killed_build_left_half_written_is_removed(tmp_path: Path) -> None:
    (tmp_path / ".new-loud").write_bytes(b"half")
    shout(Memory(tmp_path), "a")
    assert [file.name for file in tmp_path.iterdir()] == ["loud"]


def test_a_disk_that_cannot_be_written_fails_no_build(tmp_path: Path) -> None:
    (tmp_path / "memory").write_text("in the way")
    assert shout(Memory(tmp_path / "memory"), "a") == (["A"], ["a"])


def test_all_that_is_kept_can_be_forgotten(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory")
    assert not memory.forget()
    shout(memory, "a")
    assert memory.forget()
    assert shout(memory, "a")[1] == ["a"]


def test_a_text_in_doubt_is_made_anew(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    shout(memory, "a", "b")
    recall = memory.recall("loud", "names")
    recall.doubts = lambda text: "a" in text
    assert [recall.text(text, "", lambda: "new") for text in "ab"] == ["new", "B"]


def test_the_end_of_one_text_is_never_taken_for_the_beginning_of_the_next() -> None:
    assert len({key("ab", "c"), key("a", "bc"), key("abc"), key("abc", ""), key("1:a"), key("a")}) == 6


def test_what_one_site_was_asked_for_is_known_to_all_later_ones_of_the_same_names(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    for name, on, texts in (("t-open", "none", "ab"), ("t-closed", "all", "c"), ("t-inner", "none", "d")):
        recall = memory.recall(name, on)
        for text in texts:
            recall.text(text, "", text.upper)
        memory.keep()
    assert [memory.recall("t-last", on).before.keys() for on in ("none", "all", "some")] == [
        {key(text, "") for text in "abd"},
        {key("c", "")},
        set(),
    ]
