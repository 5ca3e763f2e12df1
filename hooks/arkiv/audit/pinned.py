"""Files that came with the programs and not from the archive: the theme's own, and Pagefind's.

They are known by their bytes. Everything else in a site is searched, whatever it is called.
"""

import hashlib
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from arkiv.stylesheets import SEAM

_FOLDERS = (
    ("material", "templates/assets"),
    ("mkdocs", "themes"),
    ("mkdocs", "contrib/search/templates"),
    ("arkiv", "theme"),
)
_TEMPLATES = frozenset({".html", ".py", ".pyc"})
_VERSION = re.compile(rb'const pagefind_version\s*=\s*"[\d.]+";\s*')
_EMBEDDED = (".js", ".css", ".pagefind")
_MIN_EMBEDDED = 4096
"""Bytes from which a file that stands in Pagefind's program is Pagefind's own, and not a word in it."""

_WRITTEN = frozenset(
    bytes.fromhex(digest)
    for digest in (
        "252d272bd34d483d19a752060f6a065114d15ab12c42d8f905ca565e2768a009",  # pagefind.js
        "4ca50d25bcab9e1c3afbc00ab5f7761114e83c8fc1b83d38655af1558b650c2a",  # pagefind-worker.js
    )
)
"""Scripts that Pagefind 1.5.2 puts together as it writes them: they stand nowhere in its program."""


def is_pinned(name: str, data: bytes) -> bool:
    """Whether a file of these bytes was shipped with the installed theme or with Pagefind."""
    known = shipped() | _WRITTEN
    if all(_digest(part) in known for part in data.split(SEAM)):
        return True
    return name.endswith(_EMBEDDED) and _in_pagefind(data)


@cache
def shipped() -> frozenset[bytes]:
    """The digests of every static file that the theme packages ship."""
    return frozenset(
        _digest(path.read_bytes())
        for package, folder in _FOLDERS
        for root in _roots(package)
        for path in _files(root / folder)
    )


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in _TEMPLATES:
            yield path


def _roots(package: str) -> list[Path]:
    spec = importlib.util.find_spec(package)
    return [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []


@cache
def _pagefind() -> bytes:
    """Pagefind's program, which carries its scripts and styles as they are written out."""
    programs = [
        path
        for root in _roots("pagefind_bin")
        for path in sorted(root.iterdir())
        if path.is_file() and path.suffix in {"", ".exe"}
    ]
    return b"\0".join(program.read_bytes() for program in programs)


def _in_pagefind(data: bytes) -> bool:
    body = _VERSION.sub(b"", data, count=1) if data.startswith(b"const pagefind_version") else data
    return len(body) >= _MIN_EMBEDDED and body in _pagefind()
