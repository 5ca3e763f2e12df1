"""The bundle that Pagefind wrote -> the same bundle for the same records, byte for byte.

Pagefind 1.5.2 writes filters and their values in the order of a hash map, which differs between two runs
on one machine. That alone changes the filter files, their names (which are hashes), the table that lists
the names, its own name, and the entry that points to it. Everything else (fragments and word index) is
already the same each time. Here both orders are sorted and the files named anew from their contents.
"""

import gzip
import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

from arkiv.search.cbor import CborError, Value, decode, encode

UNUSED = (
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
)
"""Pagefind's own interfaces; the archive has its own."""

_ENTRY = "pagefind-entry.json"
_SIGNATURE = b"pagefind_dcd"
_PAGES, _CHUNKS, _FILTERS = (
    1,
    2,
    3,
)  # positions in the table that pf_meta holds: version, pages, chunks, filters, ...
_META_COLUMNS, _FILTER_COLUMNS = 6, 2
# The fixed head of a gzip file: deflate, no name, no time, best compression, unknown system.
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


class BundleError(Exception):
    """A bundle is incomplete, broken or of a shape that is not known."""


def canonicalise(folder: Path) -> None:
    """Rewrite the bundle in `folder` in place, so that it depends on nothing but its records.

    Raises:
        BundleError: the bundle is not of the shape that Pagefind 1.5.2 writes.
    """
    entry = _entry(folder)
    for language in entry["languages"].values():
        language["hash"] = _canonical_table(folder, language["hash"])
    (folder / _ENTRY).write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    _drop_unused(folder, entry)


def verify(folder: Path, count: int) -> None:
    """Check that every file of the bundle is whole and that it has `count` fragments.

    Raises:
        BundleError: naming the file, relative to the bundle.
    """
    entry = _entry(folder)
    found = sum(_checked_pages(folder, language["hash"]) for language in entry["languages"].values())
    for file in sorted([*folder.rglob("*.pf_*"), *folder.glob("wasm.*.pagefind")]):
        payload = _payload(file, folder)
        if file.suffix == ".pf_fragment":
            _json(payload, file.relative_to(folder))
    fragments = sum(1 for _ in folder.glob("fragment/*.pf_fragment"))
    if fragments != count or found != count:
        raise BundleError(f"search bundle: {fragments} fragments and {found} entries for {count} records")


def _entry(folder: Path) -> dict[str, Any]:
    try:
        entry = _json((folder / _ENTRY).read_bytes(), Path(_ENTRY))
    except FileNotFoundError as error:
        raise BundleError(f"search bundle: {_ENTRY} is missing") from error
    if not isinstance(entry, dict) or not isinstance(entry.get("languages"), dict):
        raise BundleError(f"search bundle: {_ENTRY} has no languages")
    return entry


def _checked_pages(folder: Path, name: str) -> int:
    """The number of pages in a language's table; whatever the table names must be there."""
    table = _table(folder, _meta_file(folder, name), _META_COLUMNS)
    pages = [_text(page, 0) for page in _list(table[_PAGES])]
    named = [folder / "fragment" / f"{page}.pf_fragment" for page in pages]
    named += [folder / "index" / f"{_text(chunk, 2)}.pf_index" for chunk in _list(table[_CHUNKS])]
    named += [folder / "filter" / f"{_text(filter_, 1)}.pf_filter" for filter_ in _list(table[_FILTERS])]
    for file in named:
        if not file.is_file():
            raise BundleError(f"search bundle: {file.relative_to(folder)} is missing")
    return len(pages)


def _canonical_table(folder: Path, name: str) -> str:
    """Sort the filters of one language, rename what that changes, and give the table's new name."""
    file = _meta_file(folder, name)
    table = _table(folder, file, _META_COLUMNS)
    language = name.rpartition("_")[0]
    rows = sorted(_list(table[_FILTERS]), key=lambda row: _text(row, 0))
    table[_FILTERS] = [[_text(row, 0), _canonical_filter(folder, language, _text(row, 1))] for row in rows]
    data = encode(table)
    file.unlink()
    fresh = f"{language}_{_digest(data)}"
    _meta_file(folder, fresh).write_bytes(_packed(data))
    return fresh


def _canonical_filter(folder: Path, language: str, name: str) -> str:
    """Sort the values of one filter, name its file by what it then holds, and give that name."""
    file = folder / "filter" / f"{name}.pf_filter"
    title, values = _table(folder, file, _FILTER_COLUMNS)
    data = encode([title, sorted(_list(values), key=lambda value: _text(value, 0))])
    file.unlink()
    fresh = f"{language}_{_digest(data)}"
    (folder / "filter" / f"{fresh}.pf_filter").write_bytes(_packed(data))
    return fresh


def _drop_unused(folder: Path, entry: dict[str, Any]) -> None:
    """Leave out the interfaces, and the program for no language when every language has its own."""
    names = list(UNUSED)
    languages = entry["languages"].values()
    if languages and all(language["wasm"] for language in languages):
        names.append("wasm.unknown.pagefind")
    for name in names:
        (folder / name).unlink(missing_ok=True)


def _meta_file(folder: Path, name: str) -> Path:
    return folder / f"pagefind.{name}.pf_meta"


def _table(folder: Path, file: Path, columns: int) -> list[Value]:
    try:
        table = _list(decode(_payload(file, folder)))
    except CborError as error:
        raise BundleError(f"search bundle: {file.relative_to(folder)} is not a table: {error}") from error
    if len(table) != columns:
        raise BundleError(f"search bundle: {file.relative_to(folder)} is of a shape that is not known")
    return table


def _list(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise BundleError("search bundle: a table of a shape that is not known")
    return value


def _text(row: Value, column: int) -> str:
    cells = _list(row)
    text = cells[column] if column < len(cells) else None
    if not isinstance(text, str):
        raise BundleError("search bundle: a table of a shape that is not known")
    return text


def _payload(file: Path, folder: Path) -> bytes:
    """What is in a `.pf_*` file: gzip, of a signature and the payload."""
    try:
        data = gzip.decompress(file.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise BundleError(f"search bundle: {file.relative_to(folder)} is missing or cut short") from error
    if not data.startswith(_SIGNATURE):
        raise BundleError(f"search bundle: {file.relative_to(folder)} lacks Pagefind's signature")
    return data.removeprefix(_SIGNATURE)


def _packed(payload: bytes) -> bytes:
    """As `_payload` reads it. The head is written here: Python's differs between versions and systems."""
    data = _SIGNATURE + payload
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")
    return _GZIP_HEAD + squeeze.compress(data) + squeeze.flush() + tail


def _json(data: bytes, file: Path) -> Any:
    try:
        return json.loads(data)
    except ValueError as error:
        raise BundleError(f"search bundle: {file} is not whole") from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
