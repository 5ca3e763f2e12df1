"""The audit of one built site: every file of it is read to the end, and judged by names alone."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from arkiv.audit.files import pieces_of, reader_of
from arkiv.audit.findings import Finding, FormKind
from arkiv.audit.forms import forms_of
from arkiv.audit.passages import MAX_DEPTH, Fault, Part, Passage, Piece, Unreadable, View
from arkiv.audit.pinned import is_pinned
from arkiv.audit.readers.pagefind import ENTRY, Bundle, Postings
from arkiv.audit.scanning import Scanned, Scanner
from arkiv.policy.secrets import Secrets
from arkiv.workers import CORES, Beside

_STEP = 500
"""Files between two words of progress."""

_MANY_PARTS = 200
"""Files of indexes that are worth a process of their own."""


def audit(
    site: Path, secrets: Secrets, *, progress: Callable[[str], None] | None = None
) -> tuple[Finding, ...]:
    """Everything in a built site that tells of a hidden person, and every file that cannot be judged.

    Args:
        site: the folder of the site, which may itself be reached through a link.
        secrets: who is hidden in this build, and who is named.
        progress: is told now and then how far the audit has come.

    Returns:
        The findings, in the order of files; none at all means that the site may be published.
    """
    run = _Audit(site.resolve(), Scanner(forms_of(secrets)))
    paths = list(run.paths())
    beside = _indexes_beside(run, paths)
    for number, path in enumerate(paths):
        if progress and number % _STEP == 0:
            progress(f"audit: {number} of {len(paths)} files")
        run.file(path)
    if not paths:
        run.scanner.blame(".", Fault(FormKind.UNREADABLE, "folder", "holds no site; build it first"))
    run.scanner.join(beside())
    return run.scanner.findings()


def _indexes_beside(run: "_Audit", paths: list[str]) -> Callable[[], Scanned]:
    """What reads the indexes while the pages are read: in a process of its own where there is much of them.

    They are half of the work, and share neither files nor, in their texts, lines with the pages.
    """
    other = _Audit(run.site, Scanner(run.scanner.forms))
    if CORES == 1 or sum(".pf_" in path for path in paths) < _MANY_PARTS:
        return lambda: other.indexes(paths)
    return Beside(lambda: other.indexes(paths)).result


@dataclass(slots=True)
class _Audit:
    site: Path
    scanner: Scanner

    def paths(self) -> Iterator[str]:
        """The site's files, relative to it; links and the like are faults and not followed."""
        if not self.site.is_dir():
            return
        for folder, folders, names in os.walk(self.site, onerror=self._unlisted):
            folders.sort()
            for name in sorted((*folders, *names)):
                path = Path(folder, name).relative_to(self.site).as_posix()
                self._name(path)
                mode = Path(folder, name).lstat().st_mode
                if stat.S_ISREG(mode):
                    yield path
                elif not stat.S_ISDIR(mode):
                    what = "is a link or a special file; a site holds plain files only"
                    self.scanner.blame(path, Fault(FormKind.LINK, "file", what))

    def file(self, path: str) -> None:
        """Read one file, unless it is part of an index, which is read as a whole."""
        if ".pf_" in path or path.rsplit("/", 1)[-1] == ENTRY:
            return
        try:
            data = (self.site / path).read_bytes()
        except OSError:
            self._unreadable(path, "", "cannot be opened; see who may read it")
            return
        if not is_pinned(path, data):
            self._read(path, path, data, "", 0)

    def indexes(self, paths: list[str]) -> Scanned:
        """Read every index of the site; what was seen in them."""
        for folder in self.bundles(paths):
            self.bundle(folder, paths)
        return self.scanner.scanned()

    def bundles(self, paths: list[str]) -> list[str]:
        """The folders of Pagefind bundles, as they begin the paths of their files."""
        folders = [path.removesuffix(ENTRY) for path in paths if path.endswith("/" + ENTRY) or path == ENTRY]
        for path in paths:
            if ".pf_" in path and not any(path.startswith(folder) for folder in folders):
                what = "is part of an index that has no entry; index again into an empty folder"
                self.scanner.blame(path, Fault(FormKind.ORPHAN, "file", what))
        return folders

    def bundle(self, folder: str, paths: list[str]) -> None:
        """Read a Pagefind bundle."""
        names = [path.removeprefix(folder) for path in paths if path.startswith(folder)]
        parts = [name for name in names if ".pf_" in name or name == ENTRY]
        files = {name: (self.site / folder / name).read_bytes() for name in parts}
        for name, piece in Bundle(files).read():
            if isinstance(piece, Postings):
                self.scanner.postings(folder + name, f"{_label(name)}: {piece.place}", set(piece.words))
            else:
                self._take(folder + name, piece, _label(name), 0)

    def _name(self, path: str) -> None:
        self.scanner.scan(path, Passage(path, View.LABEL, "file name"))

    def _unlisted(self, error: OSError) -> None:
        path = Path(str(error.filename)).relative_to(self.site).as_posix()
        self._unreadable(path, "", "cannot be listed; see who may read it")

    def _read(self, path: str, name: str, data: bytes, place: str, depth: int) -> None:
        reader = reader_of(name)
        if reader is None or depth > MAX_DEPTH:
            what = "is of a kind the audit cannot read; leave it out, or publish it as PDF or text"
            self.scanner.blame(path, Fault(FormKind.UNKNOWN_FILE, place or "file", what))
            return
        try:
            for piece in pieces_of(reader, data):
                self._take(path, piece, place, depth)
        except Unreadable as error:
            self._unreadable(path, place, f"{error}; leave it out, or save it anew")

    def _take(self, path: str, piece: Piece, place: str, depth: int) -> None:
        where = ": ".join(filter(None, (place, piece.place)))
        if isinstance(piece, Passage):
            self.scanner.scan(path, Passage(piece.text, piece.view, where))
        elif isinstance(piece, Part):
            self._read(path, piece.name, piece.data, where, depth + 1)
        else:
            self.scanner.blame(path, replace(piece, place=where))

    def _unreadable(self, path: str, place: str, what: str) -> None:
        self.scanner.blame(path, Fault(FormKind.UNREADABLE, place or "file", what))


def _label(name: str) -> str:
    """`fragment sv_1a2b` for a fragment; the kind of part else."""
    stem, _, kind = name.rsplit("/", 1)[-1].partition(".pf_")
    return f"{kind or 'entry'} {stem}" if kind else "entry"
