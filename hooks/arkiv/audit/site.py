"""The audit of one built site: every file of it is read to the end, and judged by names alone."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType

from arkiv.audit.findings import Finding, FormKind
from arkiv.audit.forms import forms_of
from arkiv.audit.passages import Fault, Part, Passage, View
from arkiv.audit.pinned import is_pinned
from arkiv.audit.readers.pagefind import ENTRY, Bundle, Fragment, Postings
from arkiv.audit.readers.plain import strings_of
from arkiv.audit.reading import Reading
from arkiv.audit.scanning import Gathered, Scanned, Scanner, in_letters
from arkiv.policy.secrets import Secrets
from arkiv.workers import drawn

_STEP = 500
"""Files between two words of progress."""

_NAMED_IN = ("latin-1", "cp850", "mac_roman")
"""What names of files are in that are not in UTF-8."""

_MANY = 200
"""Files that are worth a process of their own."""


NO_DIGESTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Inspection:
    """What an audit found, and what it need not read again for the same secrets.

    `clean` identifies files and indexes, by name and content, in which nothing was noticed: no finding, and
    no word that only the rest of the site shows to be none.
    """

    findings: tuple[Finding, ...]
    clean: frozenset[str]


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
    return _inspected(site, secrets, frozenset(), progress).findings


def inspect(
    site: Path, secrets: Secrets, known: Set[str], digests: Mapping[str, str] = NO_DIGESTS
) -> Inspection:
    """As `audit`, without reading what is known to be clean.

    Where anything is found, all is read: what a word means may depend on a file that was left out.

    Args:
        site: the folder of the site.
        secrets: who is hidden in this build, and who is named.
        known: the `clean` of earlier inspections, by this very program and with these very secrets.
        digests: the SHA-256 of each file, by its path, where somebody has just taken them and will compare
            them again before the site is published; what they say to be clean is not opened.
    """
    made = _inspected(site, secrets, known, digests=digests)
    return _inspected(site, secrets, frozenset()) if made.findings and known else made


def _inspected(
    site: Path,
    secrets: Secrets,
    known: Set[str],
    progress: Callable[[str], None] | None = None,
    digests: Mapping[str, str] = NO_DIGESTS,
) -> Inspection:
    run = _Audit(site.resolve(), Scanner(forms_of(secrets)), known, progress, digests)
    paths = list(run.paths())
    run.names()
    if not paths:
        run.scanner.blame(".", Fault(FormKind.UNREADABLE, "folder", "holds no site; build it first"))
    units = sorted(run.units(paths), key=run.size, reverse=True)
    mine, *others = drawn(run.part, units, processes=len(paths) // _MANY)
    for other in others:
        run.scanner.join(other.scanned)
    clean = mine.clean.union(*(other.clean for other in others))
    return Inspection(run.scanner.findings(), clean)


Unit = tuple[str, ...]
"""The paths of one file, or of the parts of one index, which are judged together."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was seen in some units, and which of them are clean."""

    scanned: Scanned
    clean: frozenset[str]


@dataclass(slots=True)
class _Audit:
    site: Path
    scanner: Scanner
    known: Set[str]
    progress: Callable[[str], None] | None
    digests: Mapping[str, str]
    _names: list[str] = field(default_factory=list)
    _sizes: dict[str, int] = field(default_factory=dict)

    def paths(self) -> Iterator[str]:
        """The site's files, relative to it; links and the like are faults and not followed."""
        if not self.site.is_dir():
            return
        root = os.fspath(self.site)
        for folder, folders, names in os.walk(root, onerror=self._unlisted):
            folders.sort()
            for name in sorted((*folders, *names)):
                path = f"{folder}/{name}".removeprefix(root).lstrip("/")
                self._names.append(path)
                status = os.lstat(f"{folder}/{name}")
                if stat.S_ISREG(status.st_mode):
                    self._sizes[path] = status.st_size
                    yield path
                elif not stat.S_ISDIR(status.st_mode):
                    what = "is a link or a special file; a site holds plain files only"
                    self.scanner.blame(path, Fault(FormKind.LINK, "file", what))

    def units(self, paths: list[str]) -> list[Unit]:
        """What is judged as one: each file, and the parts of each index together."""
        entries = (path for path in paths if path.endswith("/" + ENTRY) or path == ENTRY)
        parts: dict[str, list[str]] = {path.removesuffix(ENTRY): [] for path in entries}
        files: list[Unit] = []
        for path in paths:
            folder = next((folder for folder in _around(path) if folder in parts), None)
            if ".pf_" not in path and path.rsplit("/", 1)[-1] != ENTRY:
                files.append((path,))
            elif folder is not None:
                parts[folder].append(path)
            else:
                what = "is part of an index that has no entry; index again into an empty folder"
                self.scanner.blame(path, Fault(FormKind.ORPHAN, "file", what))
        return [*files, *map(tuple, parts.values())]

    def size(self, unit: Unit) -> int:
        """Bytes of a file or an index."""
        return sum(map(self._sizes.__getitem__, unit))

    def part(self, units: Iterable[Unit]) -> _Judged:
        """Judge some files and indexes; what was noticed, and those in which nothing was."""
        clean: set[str] = set()
        for number, unit in enumerate(units):
            if self.progress and number % _STEP == 0:
                self.progress(f"audit: {number} files read")
            before = self.scanner.noticed
            identity = self._unit(unit)
            if identity and self.scanner.noticed == before:
                clean.add(identity)
        return _Judged(self.scanner.scanned(), frozenset(clean))

    def _unit(self, paths: Unit) -> str | None:
        """Judge one file or index unless it is known; which it is, or None where it cannot be opened."""
        folder = paths[0].rpartition("/")[0] if len(paths) == 1 else _folder(paths)
        names = [path.removeprefix(folder).lstrip("/") for path in paths]
        told = self._told(paths, names)
        if told in self.known:
            return told
        contents = self._contents(paths)
        if contents is None:
            return None
        identity = _identity(
            (name, hashlib.sha256(data).digest()) for name, data in zip(names, contents, strict=True)
        )
        if identity not in self.known:
            self._judged(paths, folder, dict(zip(names, contents, strict=True)))
        return identity

    def _told(self, paths: Unit, names: Iterable[str]) -> str:
        """Which file or index it is by digests that were handed in; empty where they do not tell."""
        told = [self.digests.get(path, "") for path in paths]
        return _identity(zip(names, map(bytes.fromhex, told), strict=True)) if all(told) else ""

    def _contents(self, paths: Unit) -> list[bytes] | None:
        """The bytes of each file, or None where one cannot be opened."""
        contents = []
        for path in paths:
            try:
                with open(f"{self.site}/{path}", "rb") as file:  # noqa: PTH123 - a Path takes as long as the reading
                    contents.append(file.read())
            except OSError:
                Reading(self.scanner).unreadable(path, "cannot be opened; see who may read it")
                return None
        return contents

    def _judged(self, paths: Unit, folder: str, contents: dict[str, bytes]) -> None:
        if any(name == ENTRY for name in contents):
            self._bundle(folder + "/" if folder else "", contents)
        elif not is_pinned(paths[0], next(iter(contents.values()))):
            self._read(paths[0], next(iter(contents.values())))

    def _bundle(self, folder: str, files: dict[str, bytes]) -> None:
        """Read a Pagefind bundle."""
        gathered: list[Gathered] = []
        for name, piece in Bundle(files).read():
            if isinstance(piece, Postings):
                self.scanner.postings(folder + name, f"{_label(name)}: {piece.place}", set(piece.words))
            elif isinstance(piece, Fragment):
                gathered.append(Gathered(folder + name, View.PROSE, piece.lines, partial(_told, name, piece)))
            else:
                Reading(self.scanner).take(folder + name, piece, _label(name))
        self.scanner.scan_together(gathered)

    def names(self) -> None:
        """Look through the names of all files and folders that `paths` has told."""
        self.scanner.scan_together(map(_named, self._names))

    def _unlisted(self, error: OSError) -> None:
        path = Path(str(error.filename)).relative_to(self.site).as_posix()
        Reading(self.scanner).unreadable(path, "cannot be listed; see who may read it")

    def _read(self, path: str, data: bytes) -> None:
        Reading(self.scanner).read(path, Part(path, data, ""))


def _named(path: str) -> Gathered:
    names = tuple(dict.fromkeys(in_letters(path, encoding) for encoding in _NAMED_IN))
    return Gathered(
        path, View.LABEL, names, lambda: [Passage(name, View.LABEL, "file name") for name in names]
    )


def _told(name: str, fragment: Fragment) -> Iterator[Passage]:
    """What a fragment says, with the place of each text and the page that it is of."""
    page = fragment.value.get("url") if isinstance(fragment.value, dict) else None
    of = f"{_label(name)} of {page}" if page else _label(name)
    for passage in strings_of(fragment.value):
        yield Passage(passage.text, passage.view, f"{of}: {passage.place}")


def _around(path: str) -> Iterator[str]:
    """The folders that a path lies in, the nearest first: `a/b/`, `a/` and none at all for `a/b/c`."""
    while path:
        path = path.rstrip("/").rpartition("/")[0]
        path = path and path + "/"
        yield path


def _folder(paths: Unit) -> str:
    """The folder of an index, where its entry lies."""
    entry = next(path for path in paths if path.rsplit("/", 1)[-1] == ENTRY)
    return entry.rpartition("/")[0]


def _identity(digests: Iterable[tuple[str, bytes]]) -> str:
    """A digest of names and contents; names, since they decide how a file is read."""
    digest = hashlib.sha256()
    for name, content in sorted(digests):
        digest.update(content + name.encode("utf-8", "surrogateescape") + b"\0")
    return digest.hexdigest()


def _label(name: str) -> str:
    """`fragment sv_1a2b` for a fragment; the kind of part else."""
    stem, _, kind = name.rsplit("/", 1)[-1].partition(".pf_")
    return f"{kind or 'entry'} {stem}" if kind else "entry"
