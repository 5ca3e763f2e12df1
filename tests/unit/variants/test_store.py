"""What builds use again is never believed, never written to, and gone when no site holds it."""

import os
from pathlib import Path

import pytest

from arkiv.variants import Store, contents, tree_digest


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def tree(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        target = folder / name.replace("__", "/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return folder


def kept(store: Store) -> list[Path]:
    return [file for file in store.folder.rglob("*") if file.is_file()]


def adopted(store: Store, site: Path) -> Path:
    store.adopt(site, contents(site))
    return site


def test_equal_files_of_two_sites_are_one_file(store: Store, tmp_path: Path) -> None:
    one = adopted(store, tree(tmp_path / "a", index="samma", om="en"))
    before = tree_digest(one)
    two = adopted(store, tree(tmp_path / "b", index="samma", om="två"))
    assert (one / "index").samefile(two / "index")
    assert (tree_digest(one), (two / "om").read_text("utf-8")) == (before, "två")


def test_a_file_that_is_shared_is_for_reading_only(store: Store, tmp_path: Path) -> None:
    site = adopted(store, tree(tmp_path / "a", index="text"))
    assert (site / "index").stat().st_mode & 0o777 == 0o444


def test_where_no_links_can_be_had_a_site_is_as_it_was(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    site = tree(tmp_path / "a", index="text")
    store.keep("shard", "k", site)
    assert (site / "index").read_text("utf-8") == "text"
    assert not store.take("shard", "k", tmp_path / "b")
    assert not (tmp_path / "b").exists()


def test_a_part_comes_back_as_it_was_kept(store: Store, tmp_path: Path) -> None:
    part = tree(tmp_path / "a", entry="e", fragment__x="f")
    store.keep("shard", "k", part)
    assert store.take("shard", "k", tmp_path / "b")
    assert tree_digest(tmp_path / "b") == tree_digest(part)
    assert not store.take("shard", "other", tmp_path / "c")


def test_a_part_is_not_read_again_while_the_system_says_the_same_of_its_files(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = tree(tmp_path / "a", entry="e", fragment__x="f")
    before = contents(part).digests
    store.keep("shard", "k", part)
    monkeypatch.setattr("arkiv.variants.digest._content", _never)
    assert store.take("shard", "k", tmp_path / "b")
    assert contents(tmp_path / "b", store.known()).digests == before


def _never(_: bytes) -> tuple[str, tuple[int, int, int]]:
    raise AssertionError("has been read")


def test_a_part_whose_files_were_only_touched_is_read_and_used(store: Store, tmp_path: Path) -> None:
    part = tree(tmp_path / "a", entry="e")
    store.keep("shard", "k", part)
    os.utime(part / "entry", (0, 0))
    assert store.take("shard", "k", tmp_path / "b")


def test_a_file_that_has_changed_since_it_was_kept_is_read_anew(store: Store, tmp_path: Path) -> None:
    part = tree(tmp_path / "a", entry="e", other="o")
    store.keep("shard", "k", part)
    (part / "entry").chmod(0o644)
    (part / "entry").write_text("annat", "utf-8")
    assert contents(part, store.known()) == contents(part)


@pytest.mark.parametrize(
    "recipe", ["{", "[]", "1", '{"a": 1}', '{"a": ["b", 1]}', '{"a": ["b", null, 1, 1]}']
)
def test_a_damaged_recipe_is_none(store: Store, tmp_path: Path, recipe: str) -> None:
    store.keep("shard", "k", tree(tmp_path / "a", entry="e"))
    [file] = (store.folder / "recipes").iterdir()
    file.write_text(recipe, "utf-8")
    assert not store.take("shard", "k", tmp_path / "b")
    assert store.known() == {}


@pytest.mark.parametrize("damage", ["write", "unlink", "recipe"])
def test_what_is_damaged_is_made_anew(store: Store, tmp_path: Path, damage: str) -> None:
    store.keep("shard", "k", tree(tmp_path / "a", entry="e", fragment="f"))
    [recipe] = (store.folder / "recipes").iterdir()
    file = next((store.folder / "files").glob("*/*"))
    if damage == "write":
        file.unlink()
        file.write_text("annat", "utf-8")
    elif damage == "unlink":
        file.unlink()
    else:
        recipe.write_text("{", "utf-8")
    store.made("shard", "k", tmp_path / "b", lambda: tree(tmp_path / "b", entry="ny"))  # type: ignore[arg-type]
    assert (tmp_path / "b" / "entry").read_text("utf-8") == "ny"
    assert [path.name for path in (tmp_path / "b").iterdir()] == ["entry"]


def test_a_damaged_file_is_replaced_and_the_site_that_had_it_left_alone(store: Store, tmp_path: Path) -> None:
    old = adopted(store, tree(tmp_path / "a", index="text"))
    (old / "index").chmod(0o644)
    (old / "index").write_text("skadad", "utf-8")
    new = adopted(store, tree(tmp_path / "b", index="text"))
    assert (old / "index").read_text("utf-8") == "skadad"
    third = adopted(store, tree(tmp_path / "c", index="text"))
    assert (third / "index").samefile(new / "index")


def test_what_no_site_holds_is_collected_and_nothing_else(store: Store, tmp_path: Path) -> None:
    site = adopted(store, tree(tmp_path / "a", index="text"))
    gone = tree(tmp_path / "b", entry="e")
    store.keep("shard", "k", gone)
    store.keep("shard", "l", site)
    for file in gone.iterdir():
        file.unlink()
    (store.folder / "recipes" / "tmp-left").write_text("", "utf-8")
    (store.folder / "recipes" / "shard-cut").write_text('{"entry": "ab', "utf-8")
    (store.folder / "recipes" / "shard-odd").write_text("[]", "utf-8")
    store.collect()
    assert {path.name for path in kept(store)} == {*contents(site).digests.values(), "shard-l"}
    assert store.take("shard", "l", tmp_path / "c")


def test_notes_of_an_audit_are_of_one_key_and_replaced_site_by_site(store: Store) -> None:
    store.note_clean("k", "public-normal", {"a", "b"})
    store.note_clean("k", "internal-normal", {"c"})
    store.note_clean("k", "public-normal", {"a"})
    assert store.clean("k") == {"a", "c"}
    assert store.clean("annan") == frozenset()


def test_a_disk_that_is_full_costs_the_store_and_not_the_part(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    store.note_clean("k", "public-normal", {"a"})
    made = tmp_path / "b"
    store.made("shard", "k", made, made.mkdir)
    assert made.is_dir()
