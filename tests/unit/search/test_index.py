"""The real Pagefind makes a whole bundle, the same every time, or nothing at all."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pagefind_bin  # type: ignore[import-untyped]  # the wheel has no types
import pytest

from arkiv.search import service
from arkiv.search.bundle import UNUSED, BundleError, canonicalise, verify
from arkiv.search.cbor import decode
from arkiv.search.service import SearchError, index
from tests.unit.search.archives import numbered

ROOT = Path(__file__).parents[3]


def tree(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def fragments(folder: Path) -> dict[str, dict[str, object]]:
    """What is in the fragments, by address."""
    read = [json.loads(payload(file)) for file in folder.glob("fragment/*")]
    return {fragment["url"]: fragment for fragment in read}


def payload(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle of forty records."""
    index(numbered(40), tmp_path / "pagefind")
    return tmp_path / "pagefind"


def test_every_record_becomes_a_fragment_with_its_address_text_and_filters(bundle: Path) -> None:
    found = fragments(bundle)
    given = numbered(40)
    assert set(found) == {record.url for record in given}
    assert found[given[1].url]["content"] == given[1].content
    assert found[given[1].url]["filters"] == {name: list(values) for name, values in given[1].filters.items()}


def test_the_same_records_give_the_same_bytes_every_time(bundle: Path, tmp_path: Path) -> None:
    for number in range(4):
        index(numbered(40), tmp_path / str(number))
        assert tree(tmp_path / str(number)) == tree(bundle)


def test_the_same_records_give_the_same_bytes_in_another_process(bundle: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from arkiv.search.service import index; "
        "from archives import numbered; index(numbered(40), Path(sys.argv[1]))"
    )
    paths = f"{ROOT / 'hooks'}:{Path(__file__).parent}"
    environment = {"PYTHONPATH": paths, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "other")], check=True, env=environment)
    assert tree(tmp_path / "other") == tree(bundle)


def test_filters_and_their_values_are_in_order(bundle: Path) -> None:
    [meta] = bundle.glob("*.pf_meta")
    table = decode(payload(meta))
    assert isinstance(table, list)
    filters = table[3]
    assert isinstance(filters, list)
    assert [row[0] for row in filters if isinstance(row, list)] == ["nätverk", "typ", "år"]
    for file in bundle.glob("filter/*"):
        table = decode(payload(file))
        assert isinstance(table, list)
        assert isinstance(table[1], list)
        values = [row[0] for row in table[1] if isinstance(row, list)]
        assert values == sorted(values, key=str)


def test_a_bundle_holds_what_the_search_needs_and_no_interface_of_pagefinds_own(bundle: Path) -> None:
    top = {file.name for file in bundle.iterdir()} - {file.name for file in bundle.glob("*.pf_meta")}
    assert top == {
        "filter",
        "fragment",
        "index",
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.js",
        "wasm.sv.pagefind",
    }
    assert top.isdisjoint(UNUSED)


def test_a_bundle_that_is_canonical_stays_as_it_is(bundle: Path) -> None:
    before = tree(bundle)
    canonicalise(bundle)
    assert tree(bundle) == before


def test_an_older_index_leaves_nothing_behind(bundle: Path) -> None:
    index(numbered(3), bundle)
    assert len(fragments(bundle)) == 3
    assert [file.name for file in bundle.parent.iterdir()] == [bundle.name]


def test_an_archive_without_anything_to_find_has_a_bundle_without_languages(tmp_path: Path) -> None:
    index((), tmp_path / "pagefind")
    assert json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_bytes())["languages"] == {}


def test_thousands_of_records_pass_through_without_a_deadlock(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    index(numbered(2500), tmp_path / "pagefind", progress=lambda done, of: told.append((done, of)))
    assert len(list((tmp_path / "pagefind" / "fragment").iterdir())) == 2500
    assert told == [(done, 2500) for done in range(1, 2501)]


def test_a_record_larger_than_a_pipe_passes_too(tmp_path: Path) -> None:
    [small] = numbered(1)
    large = type(small)("stor/", "Stor", "ord " * 200_000, {"title": "s" * 200_000}, {}, {"datum": "2024"})
    index((small, large), tmp_path / "pagefind")
    assert set(fragments(tmp_path / "pagefind")) == {small.url, "stor/"}


def test_two_records_with_one_address_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="two search records have the address moten/0/"):
        index(numbered(1) * 2, tmp_path / "pagefind")


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("exit 3", "stopped before it was done"),
        ("head -c 40 >/dev/null", "stopped before it was done"),
        ("exec sleep 30", "gave no answer in 1 seconds"),
        (  # {"message_id": 1, "payload": {"type": "Error", "message": "fel"}}
            "printf 'eyJtZXNzYWdlX2lkIjogMSwgInBheWxvYWQiOiB7InR5cGUi"
            "OiAiRXJyb3IiLCAibWVzc2FnZSI6ICJmZWwifX0=,'; cat >/dev/null",
            "refused message 1: fel",
        ),
    ],
)
def test_a_pagefind_that_fails_is_told_and_leaves_the_old_index(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str, message: str
) -> None:
    before = tree(bundle)
    broken = tmp_path / "broken"
    broken.write_text(f"#!/bin/sh\nexec 2>/dev/null\n{program}\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: broken)
    monkeypatch.setattr(service, "ANSWER_SECONDS", 1)
    monkeypatch.setattr(service, "EXIT_SECONDS", 1)
    with pytest.raises(SearchError, match=message):
        index(numbered(2), bundle)
    assert tree(bundle) == before


def test_a_pagefind_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "nowhere")
    with pytest.raises(SearchError, match="reinstall pagefind-bin"):
        index((), tmp_path / "pagefind")


@pytest.mark.parametrize(
    "pattern", ["fragment/*", "filter/*", "index/*", "*.pf_meta", "wasm.*", "*entry.json"]
)
def test_a_file_that_is_cut_short_is_found(bundle: Path, pattern: str) -> None:
    file = min(bundle.glob(pattern))
    file.write_bytes(file.read_bytes()[:-9])
    with pytest.raises(BundleError, match=file.name):
        verify(bundle, 40)


@pytest.mark.parametrize("pattern", ["fragment/*", "filter/*", "index/*", "*.pf_meta", "*entry.json"])
def test_a_file_that_is_missing_is_found(bundle: Path, pattern: str) -> None:
    file = min(bundle.glob(pattern))
    file.unlink()
    with pytest.raises(BundleError, match="is missing"):
        verify(bundle, 40)


def test_a_bundle_with_fewer_fragments_than_records_is_refused(bundle: Path) -> None:
    with pytest.raises(BundleError, match="40 fragments and 40 entries for 41 records"):
        verify(bundle, 41)


def test_a_table_of_another_shape_is_refused_rather_than_rewritten(bundle: Path) -> None:
    [meta] = bundle.glob("*.pf_meta")
    meta.write_bytes(gzip.compress(b"pagefind_dcd" + b"\xa0"))
    with pytest.raises(BundleError, match="is not a table"):
        canonicalise(bundle)


def test_a_short_table_is_refused_rather_than_rewritten(bundle: Path) -> None:
    [meta] = bundle.glob("*.pf_meta")
    meta.write_bytes(gzip.compress(b"pagefind_dcd" + b"\x81\x60"))
    with pytest.raises(BundleError, match="of a shape that is not known"):
        canonicalise(bundle)
