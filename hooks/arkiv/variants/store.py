"""Files and parts of sites that are kept to be used again, by what they are made of.

    store/files/ab/abcd...     a file, named by the SHA-256 of its bytes; sites hold hard links to it
    store/recipes/<kind>-<key> which files a part of a site is made of, by the key of all it depends on
    store/clean/<site>         what an audit need not read again for the same secrets
    store/memory/<name>        what functions of texts gave, see arkiv.memory

Nothing here is believed: a file is used if the system says of it what it said when its bytes were last
compared with its name, or after they have been compared again. A file is never written to once it has its
name, so that a site that is live is not changed through a link. Losing any of it costs time and nothing else.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from arkiv.variants.digest import MANY_FILES, Contents, Mark, contents, digest_of_file, mark
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

    def adopt(self, site: Path, seen: Contents) -> Contents:
        """Let equal files of all sites be one file, by hard links; where none can be had, let them be.

        Args:
            site: a finished site that nobody is served yet.
            seen: what its files hold.

        Returns:
            The same, with the marks that the files have now.

        Raises:
            OSError: the disk is full, say.
        """
        # Loaded here: a switch, which adopts nothing, must not wait for it.
        from arkiv.workers import divided

        kept = self._numbers()
        # By digest, so that files that are alike are not looked at by two processes.
        files = sorted(
            (digest, path) for path, digest in seen.digests.items() if kept.get(digest) != seen.marks[path][2]
        )
        parts = divided(lambda part: self._all_adopted(site, part), files, at_least=MANY_FILES)
        return seen.with_marks({path: mark for part in parts for path, mark in part.items()})

    def keep(self, kind: str, key: str, folder: Path) -> None:
        """Keep a part of a site under the key of all that it depends on."""
        found = self.adopt(folder, contents(folder))
        self._write(self._recipe(kind, key), found.as_json())

    def take(self, kind: str, key: str, folder: Path) -> bool:
        """Put a part that was kept into a folder that does not exist yet; where it is not whole, do nothing.

        Returns:
            Whether the part is there.
        """
        try:
            self._laid_out(Contents.from_json(self._recipe(kind, key).read_text(encoding="utf-8")), folder)
        except (OSError, ValueError):
            shutil.rmtree(folder, ignore_errors=True)
            return False
        return True

    def known(self) -> dict[Mark, str]:
        """The SHA-256 of the files that parts of sites are made of, by what the system said of them."""
        found: dict[Mark, str] = {}
        for recipe in self.folder.glob("recipes/*"):
            with suppress(OSError, ValueError):
                part = Contents.from_json(recipe.read_text(encoding="utf-8"))
                found |= {part.marks[path]: digest for path, digest in part.digests.items()}
        return found

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
        gone = {file.name for file in self._kept() if file.stat(follow_symlinks=False).st_nlink == 1}
        for name in gone:
            self._file(name).unlink()
        for recipe in self.folder.glob("recipes/*"):
            files = self._files_of(recipe)
            if recipe.name.startswith(TEMPORARY) or files is None or not gone.isdisjoint(files):
                recipe.unlink()
        for left in self.folder.glob(f"clean/{TEMPORARY}*"):
            left.unlink()

    def _kept(self) -> Iterator["os.DirEntry[str]"]:
        """The files that are kept; entries and no paths, for there are a hundred thousand."""
        with suppress(FileNotFoundError):
            for part in sorted(os.listdir(self.folder / "files")):  # noqa: PTH208 - names are wanted
                with os.scandir(self.folder / "files" / part) as entries:
                    yield from entries

    def _numbers(self) -> dict[str, int]:
        """The number on its disk of each file that is kept, by its name."""
        return {file.name: file.inode() for file in self._kept()}

    def _files_of(self, recipe: Path) -> set[str] | None:
        """The files of a part; None where the recipe is damaged."""
        try:
            return {*Contents.from_json(recipe.read_text(encoding="utf-8")).digests.values()}
        except ValueError:
            return None

    def _lines(self, file: Path) -> list[str]:
        try:
            return file.read_text(encoding="utf-8").split("\n")
        except OSError:
            return []

    def _all_adopted(self, site: Path, files: Sequence[tuple[str, str]]) -> dict[str, Mark]:
        # Texts and no paths, for a large site has a hundred thousand files.
        return {path: self._adopted(f"{site}/{path}", digest) for digest, path in files}

    def _adopted(self, file: str, digest: str) -> Mark:
        kept = os.fspath(self._file(digest))
        with suppress(OSError):  # links cannot be had here, or not so many to one file: a copy is as good
            if _is(digest, kept):
                fresh = os.path.join(os.path.dirname(file), scratch_name())  # noqa: PTH118, PTH120 - as above
                os.link(kept, fresh)
                os.replace(fresh, file)  # noqa: PTH105 - as above
            else:
                self._file(digest).unlink(missing_ok=True)
                self._file(digest).parent.mkdir(parents=True, exist_ok=True)
                os.chmod(file, 0o444)  # noqa: PTH101 - as above
                os.link(file, kept)
        return mark(os.lstat(file))

    def _laid_out(self, part: Contents, folder: Path) -> None:
        """Link the files of a part into a folder, each after it has been seen to be what it was."""
        for inside in {path.rpartition("/")[0] for path in part.digests}:
            (folder / inside).mkdir(parents=True, exist_ok=True)
        files = os.fspath(self.folder / "files")
        for path, digest in part.digests.items():
            target = f"{folder}/{path}"
            os.link(f"{files}/{digest[:2]}/{digest}", target)
            if mark(os.lstat(target)) != part.marks[path] and not _is(digest, target):
                raise ValueError("not what its name says")

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


def _is(digest: str, file: str) -> bool:
    """Whether there is a file which holds what it should."""
    try:
        return digest_of_file(file) == digest
    except FileNotFoundError:
        return False
