"""A site folder: what is live in it, what is staged, and the steps that change either."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from arkiv.model import Audience
from arkiv.policy.levels import Level, Levels
from arkiv.variants import collection, holding, locks, publishing, receipts
from arkiv.variants.digest import Contents, contents, seal
from arkiv.variants.errors import DeploymentError, told
from arkiv.variants.files import scratch, sync_folder, write_synced
from arkiv.variants.layout import MANIFEST, SITE, Layout, Variant, numbered_name
from arkiv.variants.live import Live, read_live
from arkiv.variants.manifest import Manifest
from arkiv.variants.publishing import Published, Refused, is_unchanged
from arkiv.variants.store import Store


@dataclass(frozen=True, slots=True)
class AudienceStatus:
    """What `./arkiv status` tells of an audience; `level` is what a build without `--level` has."""

    live: Live
    level: Level
    staged: tuple[Variant, ...]
    last: receipts.Receipt | None


def _silent(_: str) -> None:
    pass


class Deployment:
    """The deployment in the folder `site`. Reading takes no lock and writes nothing. Not for two threads.

    Two locks keep processes apart. The one for steps is held for moments, so that raising the level or
    closing never waits for a build; `building` is held for as long as a build lasts. A process that has the
    first must not ask for the second.
    """

    def __init__(
        self,
        site: Path,
        levels: Levels,
        *,
        waiting: Callable[[str], None] = _silent,
        timeout: float | None = None,
    ) -> None:
        """Nothing is touched yet.

        Args:
            site: the site folder, `SITE` in the contract.
            levels: the configured levels.
            waiting: is told, once, when another process has a lock.
            timeout: seconds to wait for a lock at most; None for as long as it takes.
        """
        self.layout = Layout(site)
        self.levels = levels
        self.store = Store(self.layout.store)
        self._waiting = waiting
        self._timeout = timeout
        self._depth = 0

    @classmethod
    def unconfigured(cls, site: Path, *, waiting: Callable[[str], None] = _silent) -> "Deployment":
        """A deployment whose levels nobody can tell, to close it: what is live keeps the level it has.

        Raises:
            DeploymentError: the site folder cannot be read.
        """
        found = (read_live(Layout(site), audience).level for audience in Audience)
        order = tuple(Level(one, one, "") for one in dict.fromkeys(found) if one) or (Level("?", "?", ""),)
        return cls(site, Levels(order, order[0]), waiting=waiting)

    def live(self, audience: Audience) -> Live:
        """What this audience meets now.

        Raises:
            DeploymentError: the site folder cannot be read.
        """
        return read_live(self.layout, audience)

    def level(self, audience: Audience) -> Level:
        """The level of a build without `--level`: the stricter of the current one and the lowest allowed."""
        return self.levels.effective(self.live(audience).level)

    def staged(self, audience: Audience) -> tuple[Variant, ...]:
        """The variants of an audience, the live one included and holding pages not, the newest first."""
        with told(self.layout.folder):
            found = reversed(self.layout.variants())
            return tuple(variant for variant in found if variant.manifest.audience is audience)

    def at_least(self, audience: Audience, level: Level) -> tuple[Variant, ...]:
        """The staged variants at least as strict as a level: the laxest first, and of those the newest."""
        strict = (
            v
            for v in self.staged(audience)
            if self.levels.rank(level.id) <= self._rank(v) and self._is_known(v)
        )
        return tuple(sorted(strict, key=lambda variant: (self._rank(variant), -variant.number)))

    def newest_at_least(self, audience: Audience, level: Level) -> Variant | None:
        """The first of `at_least`: what a level is raised to while nothing better has been built."""
        return next(iter(self.at_least(audience, level)), None)

    def status(self) -> tuple[AudienceStatus, ...]:
        """What is live and staged, for each audience."""
        with told(self.layout.log):
            log = receipts.read(self.layout)
        return tuple(self._status(audience, log) for audience in Audience)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other processes from changing anything here; this deployment's own steps take part in it.

        Raises:
            DeploymentError: the folder cannot be written, or another process was at it for too long.
        """
        if self._depth:
            yield
            return
        with self._exclusive("lock"):
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1

    @contextmanager
    def building(self) -> Iterator[None]:
        """Keep other builds of this deployment waiting; publishing, closing and reading go on beside it.

        Raises:
            DeploymentError: the folder cannot be written, or another build took too long.
        """
        if self._depth:
            raise RuntimeError("building() inside lock() would make every other process wait for the build")
        with self._exclusive("building"):
            yield

    @contextmanager
    def workspace(self) -> Iterator[Path]:
        """A new folder, closed to other accounts, on the file system of the variants. Removed when done with.

        Raises:
            DeploymentError: it cannot be made.
        """
        with ExitStack() as held:
            with self.lock(), told(self.layout.folder):
                folder = scratch(self.layout)
                folder.mkdir(mode=0o700)
                held.enter_context(locks.in_use(folder))
                held.callback(shutil.rmtree, folder, ignore_errors=True)
            yield folder

    @contextmanager
    def using(self, variant: Variant) -> Iterator[Path]:
        """A variant's site, which no other process collects meanwhile.

        Raises:
            DeploymentError: it has been collected already.
        """
        with ExitStack() as held:
            with told(variant.folder):
                held.enter_context(locks.in_use(variant.folder))
            yield variant.site

    def stage(self, folder: Path, manifest: Manifest, seen: Contents | None = None) -> Variant:
        """Move a finished site out of a workspace into `.variants`, where it is whole from the first moment.

        Args:
            folder: the site, a folder inside a workspace.
            manifest: its description; `site` is the `tree_digest` taken before the audit.
            seen: what the site held then: files that are as they were need not be read again.

        Raises:
            DeploymentError: it is no site, its files are not those that were audited, or it cannot be moved.
        """
        sealed = self._checked(folder, manifest, seen)
        with told(self.layout.folder):
            os.sync()  # every file of it, in one go: one fsync a file takes minutes at ten thousand
            with self.lock():
                holding.make_all(self.layout, self.levels)
                variant = self._move(folder, sealed)
                receipts.append(self.layout, receipts.receipt_for(receipts.Action.STAGED, variant))
        return variant

    def verify(self, variant: Variant) -> bool:
        """Whether a variant is, byte for byte, what its manifest says that the audit saw."""
        return is_unchanged(variant)

    def publish(self, variant: Variant, *, instead_of: Live | None = None) -> Published | Refused:
        """Put a staged variant live in one step, if it may be and is unchanged since its audit.

        Args:
            variant: the variant.
            instead_of: given by `switch` only: what it is agreed to replace, stricter or a holding page. If
                something else is live by now, the agreement does not hold.

        Raises:
            DeploymentError: it cannot be written. What was live is live still.
        """
        with self.lock():
            return publishing.publish(self.layout, self.levels, variant, instead_of)

    def close(self, audience: Audience, level: Level | None = None) -> Published:
        """Put the holding page live at once.

        Args:
            audience: whose site to close.
            level: the level that is current from then on, if it is stricter than the one that was.

        Raises:
            DeploymentError: it cannot be written, or what is in the link's place is not arkiv's.
        """
        with self.lock():
            live = self.live(audience)
            page = holding.choose(self.layout, audience, self._closed_at(live, level))
            return publishing.close(self.layout, live, page)

    def collect(self) -> tuple[str, ...]:
        """Remove old variants and what dead processes left behind; the names of the variants that went.

        Raises:
            DeploymentError: something could not be removed.
        """
        with self.lock(), told(self.layout.folder):
            gone = collection.collect(self.layout, self.levels)
            self.store.collect()
            return gone

    def _closed_at(self, live: Live, level: Level | None) -> str | None:
        known = [
            self.levels.get(found)
            for found in (live.level, level and level.id)
            if found and found in self.levels
        ]
        if live.level is not None and live.level not in self.levels:
            return None
        return max(known, key=lambda one: self.levels.rank(one.id)).id if known else None

    def _status(self, audience: Audience, log: tuple[receipts.Receipt, ...]) -> AudienceStatus:
        steps = [receipt for receipt in log if receipt.audience is audience]
        last = next((step for step in reversed(steps) if step.action is not receipts.Action.STAGED), None)
        return AudienceStatus(self.live(audience), self.level(audience), self.staged(audience), last)

    def _checked(self, folder: Path, manifest: Manifest, seen: Contents | None) -> Manifest:
        """The manifest of a site that is what the audit saw, sealed."""
        inside = folder.resolve().parent.parent == self.layout.folder.resolve()
        if not inside or not (folder / "index.html").is_file():
            raise DeploymentError(
                folder, "is no finished site in a workspace", "build it there and run again"
            )
        if manifest.level not in self.levels or manifest.holding:
            raise DeploymentError(folder, "has no known level", "build it at a level of mkdocs.yml")
        found = seen if seen and seen.seal == seal(folder) else contents(folder)
        if found.digest != manifest.site:
            raise DeploymentError(
                folder, "was changed after its audit", "run again, and let nothing change it"
            )
        return replace(manifest, seal=found.seal)

    def _move(self, folder: Path, manifest: Manifest) -> Variant:
        bundle = scratch(self.layout)
        bundle.mkdir()
        folder.rename(bundle / SITE)
        write_synced(bundle / MANIFEST, manifest.as_json())
        sync_folder(bundle)
        number = self.layout.next_number()
        final = self.layout.folder / numbered_name(number, manifest.audience, manifest.level or "")
        bundle.rename(final)
        sync_folder(self.layout.folder)
        return Variant(final, number, manifest)

    @contextmanager
    def _exclusive(self, name: str) -> Iterator[None]:
        with told(self.layout.folder):
            self.layout.folder.mkdir(parents=True, exist_ok=True)
        path = self.layout.folder / name
        with locks.exclusive(
            path, lambda: self._waiting(f"{path}: waiting for another arkiv"), self._timeout
        ):
            yield

    def _rank(self, variant: Variant) -> int:
        return self.levels.rank(variant.manifest.level or "")

    def _is_known(self, variant: Variant) -> bool:
        return variant.manifest.level in self.levels
