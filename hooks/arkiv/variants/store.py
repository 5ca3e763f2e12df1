"""Files and parts of sites that are kept to be used again, by what they are made of.

    store/files/ab/abcd...     a file, named by the SHA-256 of its bytes; sites hold hard links to it
    store/recipes/<kind>-<key> which files a part of a site is made of, by the key of all it depends on
    store/clean/<site>         what an audit need not read again for the same secrets
    store/memory/<name>        what functions of texts gave, see arkiv.memory

Nothing here is believed: a file is used after its bytes have been compared with its name. A file is never
written to once it has its name, so that a site that is live is not changed through a link. Losing any of it
costs time and nothing else.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from arkiv.variants.digest import MANY_FILES, file_digests
from arkiv.variants.files import scratch_name
from arkiv.variants.layout import TEMPORARY

if TYPE_CHECKING:
    from arkiv.memory import Memory


class Store:
    """What is kept in one folder, which is made when something is. To be written by one build at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def memory(self) -> "Memory":
        """What functions of texts gave; loaded by builds only, for a switch must not wait for it."""
        from arkiv.memory import Memory

        return Memory(self.folder / "memory")

    def adopt(self, site: Path, digests: Mapping[str, str]) -> None:
        """Let equal files of all sites be one file, by hard links; where none can be had, let them be.

        Args:
            site: a finished site that nobody is served yet.
            digests: the SHA-256 of each of its files, by its path.

        Raises:
            OSError: the disk is full, say.
        """
        # Loaded here: a switch, which adopts nothing, must not wait for it.
        from arkiv.workers import divided

        # By digest, so that files that are alike are not looked at by two processes.
        files = sorted((digest, path) for path, digest in digests.items())
        divided(lambda part: self._all_adopted(site, part), files, at_least=MANY_FILES)

    def keep(self, kind: str, key: str, folder: Path) -> None:
        """Keep a part of a site under the key of all that it depends on."""
        digests = file_digests(folder)
        self.adopt(folder, digests)
        self._write(self._recipe(kind, key), json.dumps(digests))

    def take(self, kind: str, key: str, folder: Path) -> bool:
        """Put a part that was kept into a folder that does not exist yet; where it is not whole, do nothing.

        Returns:
            Whether the part is there.
        """
        try:
            digests = json.loads(self._recipe(kind, key).read_text(encoding="utf-8"))
            for path, digest in digests.items():
                self._placed(digest, folder / path)
        except (OSError, ValueError, AttributeError):
            shutil.rmtree(folder, ignore_errors=True)
            return False
        return True

    def made(self, kind: str, key: str, folder: Path, make: Callable[[], None]) -> None:
        """Put a part into a folder: the one that was kept, or made anew and then kept if that can be done.

        Raises:
            Exception: what `make` raises.
        """
        if not self.take(kind, key, folder):
            make()
            with suppress(OSError):
                self.keep(kind, key, folder)

    def clean(self, key: str) -> frozenset[str]:
        """What was noted under this key, for whatever site."""
        notes = (self._lines(file) for file in self.folder.glob("clean/*"))
        return frozenset(line for lines in notes if lines[:1] == [key] for line in lines[1:])

    def note_clean(self, key: str, site: str, found: Iterable[str]) -> None:
        """Note what an audit of this site need not read again, in place of what was noted of it."""
        with suppress(OSError):
            self._write(self.folder / "clean" / site, "\n".join([key, *sorted(found)]))

    def collect(self) -> None:
        """Remove the files that no site holds any more, and the recipes that had them.

        Raises:
            OSError: something could not be removed.
        """
        gone = set()
        for file in self.folder.glob("files/*/*"):
            if file.stat().st_nlink == 1:
                file.unlink()
                gone.add(file.name)
        for recipe in self.folder.glob("recipes/*"):
            files = self._files_of(recipe)
            if recipe.name.startswith(TEMPORARY) or files is None or not gone.isdisjoint(files):
                recipe.unlink()
        for left in self.folder.glob(f"clean/{TEMPORARY}*"):
            left.unlink()

    def _files_of(self, recipe: Path) -> set[str] | None:
        """The files of a part; None where the recipe is damaged."""
        try:
            return set(json.loads(recipe.read_text(encoding="utf-8")).values())
        except (ValueError, AttributeError, TypeError):
            return None

    def _lines(self, file: Path) -> list[str]:
        try:
            return file.read_text(encoding="utf-8").split("\n")
        except OSError:
            return []

    def _all_adopted(self, site: Path, files: Sequence[tuple[str, str]]) -> None:
        for digest, path in files:
            self._adopted(f"{site}/{path}", digest)  # texts, for a large site has a hundred thousand files

    def _adopted(self, file: str, digest: str) -> None:
        kept = os.fspath(self._file(digest))
        with suppress(OSError):  # links cannot be had here, or not so many to one file: a copy is as good
            if _is_same(kept, file):
                return
            if _digest(kept) == digest:
                fresh = os.path.join(os.path.dirname(file), scratch_name())  # noqa: PTH118, PTH120 - as above
                os.link(kept, fresh)
                os.replace(fresh, file)  # noqa: PTH105 - as above
            else:
                self._file(digest).unlink(missing_ok=True)
                self._file(digest).parent.mkdir(parents=True, exist_ok=True)
                os.chmod(file, 0o444)  # noqa: PTH101 - as above
                os.link(file, kept)

    def _placed(self, digest: str, target: Path) -> None:
        kept = os.fspath(self._file(digest))
        if _digest(kept) != digest:
            raise ValueError("not what its name says")
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(kept, target)

    def _file(self, digest: str) -> Path:
        return self.folder / "files" / digest[:2] / digest

    def _recipe(self, kind: str, key: str) -> Path:
        return self.folder / "recipes" / f"{kind}-{key}"

    def _write(self, path: Path, text: str) -> None:
        """Write a small file in one step."""
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(scratch_name())
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)


def _is_same(one: str, other: str) -> bool:
    """Whether two names are of one file; the first need not be there."""
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except FileNotFoundError:
        return False


def _digest(file: str) -> str:
    """The SHA-256 of a file; empty where there is none."""
    try:
        with open(file, "rb") as stream:  # noqa: PTH123 - a text, as in `adopt`
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return ""
