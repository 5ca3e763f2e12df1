"""From sources to what visitors meet: build, audit, stage, publish, switch, for one site folder.

What builds and audits is loaded where it is called: putting a staged site live must not wait for it.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from arkiv.fingerprint import digest, fingerprint
from arkiv.garbage import lasting, uncollected, unwatched
from arkiv.headers import FOLDER, write_headers
from arkiv.model import Audience
from arkiv.policy.levels import Level
from arkiv.problems import ArchiveError, Problem
from arkiv.settings import Settings
from arkiv.variants import (
    Deployment,
    Manifest,
    Published,
    Refused,
    Variant,
    Work,
    contents,
    now,
    rehearse,
    switch,
    whoami,
)

if TYPE_CHECKING:
    from arkiv.building import Prepared, Render

VERSION = "0.1.0"


@dataclass(slots=True)
class Publication:
    """Everything that is done to one site folder from one docs folder.

    `say` tells what is going on, a line at a time; `warn` is given each warning once.
    """

    settings: Settings
    docs_dir: Path
    deployment: Deployment
    render: "Render"
    say: Callable[[str], None]
    warn: Callable[[Problem | str], None]
    strict: bool = False
    _prepared: "Prepared | None" = None
    _warned: set[str] = field(default_factory=set)

    def prepared(self) -> "Prepared":
        """The sources, read once and again where they have changed.

        Raises:
            ArchiveError: something is wrong in them.
        """
        if self._prepared is None or self._prepared.digest != self._digest():
            from arkiv.building import prepare

            with lasting():
                self._prepared = prepare(self.settings, self.docs_dir, self.deployment.store.memory)
        return self._prepared

    def build(self, audience: Audience, level: Level) -> Variant:
        """Build, audit and stage one variant. What is live is not touched.

        Raises:
            ArchiveError: the sources cannot be published.
            AuditFailed: what was built holds what it must not.
            SearchError: the index could not be made.
            DeploymentError: the site folder cannot be written.
        """
        from arkiv.building import audit_site, ensure_unchanged, make_site, view

        with uncollected(), self.deployment.building(), self.deployment.workspace() as workspace:
            self.say(f"building {audience} at {level.id}")
            prepared = self.prepared()
            seen = view(prepared, audience, level)
            if self.strict and seen.warnings:
                raise ArchiveError(seen.warnings)
            self._note(seen.warnings)
            folder = workspace / "site"
            store, key = self.deployment.store, seen.audit_key
            self._note(make_site(seen, folder, self.render, self.say, store.made))
            # Before the audit: what is staged is what it saw, or nothing.
            held = contents(folder, store.known())
            clean = audit_site(seen, folder, self.say, store.clean(key), held.digests)
            ensure_unchanged(prepared)
            store.note_clean(key, f"{audience}-{level.id}", clean)
            held = store.adopt(folder, held)
            store.memory.keep()
            made = Manifest(
                audience=audience,
                level=level.id,
                sources=prepared.digest,
                site=held.digest,
                audit=digest(key, "no findings"),
                version=VERSION,
                created_by=whoami(),
                created=now(),
            )
            return self.deployment.stage(folder, made, held)

    def fresh(self, audience: Audience, level: Level) -> Variant:
        """The newest staged variant if it is of today's sources and as its audit saw it, else a new build.

        Raises:
            ArchiveError, AuditFailed, SearchError, DeploymentError: as `build`.
        """
        self.prepared()  # what is wrong in the sources is told even where nothing has to be built
        staged = (one for one in self.deployment.staged(audience) if one.manifest.level == level.id)
        newest = next(staged, None)
        if newest and not self.strict and self.is_fresh(newest) and self.deployment.verify(newest):
            self.say(f"{audience} at {level.id}: nothing has changed since {newest.name} was built")
            return newest
        return self.build(audience, level)

    def publish(self, variant: Variant) -> Published | Refused:
        """Put a variant live, unless something stricter is; then remove what is old."""
        with unwatched():
            outcome = self.deployment.publish(variant)
            self.deployment.collect()
        self._write_headers([variant.manifest.audience])
        return outcome

    def switch(self, audiences: Sequence[Audience], level: Level, confirm: Callable[[str], bool]) -> int:
        """Make a level current; returns the exit status."""
        work = Work(fresh=self.is_fresh, audit=self.passes, build=self.build, confirm=confirm, say=self.say)
        status = switch(self.deployment, audiences, level, work)
        self._write_headers(audiences)
        return status

    def rehearse(self, audiences: Sequence[Audience], level: Level) -> int:
        """Do all of a switch but its last step, and say how long it took; returns the exit status."""
        begun = time.perf_counter()
        work = Work(self.is_fresh, self.passes, self.build, lambda _: True, self.say)
        status = rehearse(self.deployment, audiences, level, work)
        self.say(f"rehearsed in {time.perf_counter() - begun:.1f} s; nothing that is live was changed")
        return status

    def is_fresh(self, variant: Variant) -> bool:
        """Whether a variant was made of today's sources, rule and program."""
        return variant.manifest.sources == self._digest()

    def passes(self, site: Path, audience: Audience, level: str) -> bool:
        """Whether a site holds no name that is hidden today.

        Raises:
            ArchiveError: today's names cannot be read.
        """
        from arkiv.audit import audit
        from arkiv.building import secrets

        return not audit(site, secrets(self.prepared(), audience, level))

    def _write_headers(self, audiences: Sequence[Audience]) -> None:
        """Tell the web server's configuration what is live now; a site is live all the same without."""
        try:
            others = [one.address for one in self.settings.portal]
            changed = write_headers(self.deployment.layout.site, audiences, others)
        except OSError as error:
            self.warn(
                f"{FOLDER}: could not be written ({error.strerror}) - see who may write beside the sites"
            )
            return
        for path in changed:
            self.say(f"{path}: the headers for the web server are new - let it read them again")

    def _digest(self) -> str:
        return fingerprint(self.settings.config_file, self.docs_dir)

    def _note(self, warnings: Sequence[Problem | str]) -> None:
        for warning in warnings:
            if str(warning) not in self._warned:
                self._warned.add(str(warning))
                self.warn(warning)
