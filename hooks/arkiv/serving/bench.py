"""Where a preview is made: the same reading, projection, index and audit as for a site that is published.

What one preview has found out the next one uses, from a store beside them that goes when they do: who saves a
file waits for what it touches.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from arkiv.building import Prepared, Render, View, audit_site, ensure_unchanged, make_site, prepare, view
from arkiv.problems import ArchiveError
from arkiv.serving.choices import Choice
from arkiv.settings import Settings
from arkiv.timing import Say
from arkiv.variants import Store

STORE = "store"
"""The folder beside the previews."""


@dataclass(slots=True)
class Bench:
    """Makes one site at a time. `settings` are the last that could be read, by `read`."""

    settings: Settings
    read: Callable[[], Settings]
    docs: Path | None
    render: Render
    say: Say
    _prepared: Prepared | None = None
    _sources: int = 0

    @property
    def docs_dir(self) -> Path:
        """The archive's folder."""
        return self.docs or self.settings.docs_dir

    def watched(self) -> tuple[Path, ...]:
        """What a preview rests on and an editor changes."""
        return self.docs_dir, self.settings.config_file, Path(__file__).parents[1] / "theme"

    def make(self, choice: Choice, folder: Path, sources: int) -> tuple[str, ...]:
        """Build and audit a site in a new folder; `sources` counts the changes, each of which is read once.

        Args:
            choice: audience and level.
            folder: the new folder; its parent is nobody else's, and is where the store is.
            sources: how often the files have changed.

        Returns:
            The warnings.

        Raises:
            ArchiveError: the sources cannot be published.
            AuditFailed: what was built holds what it must not.
            SearchError: the index could not be made.
        """
        self.say(f"preview of {choice}")
        store = Store(folder.parent / STORE)
        prepared = self._read(sources, store)
        seen = view(prepared, choice.audience, prepared.settings.levels.get(choice.level))
        warnings = self._made(seen, folder, store)
        self._check(prepared)
        prepared.memory.keep()
        return (*map(str, seen.warnings), *warnings)

    def _made(self, seen: View, folder: Path, store: Store) -> tuple[str, ...]:
        warnings = make_site(seen, folder, self.render, self.say, store.made)
        key, build = seen.audit_key, seen.archive.build
        clean = audit_site(seen, folder, self.say, store.clean(key))
        store.note_clean(key, f"{build.audience}-{build.level}", clean)
        store.collect()
        return warnings

    def _read(self, sources: int, store: Store) -> Prepared:
        if self._prepared is None or self._sources != sources:
            self._prepared = None
            self.settings = self.read()
            self._prepared, self._sources = prepare(self.settings, self.docs_dir, store.memory), sources
        return self._prepared

    def _check(self, prepared: Prepared) -> None:
        try:
            ensure_unchanged(prepared)
        except ArchiveError:
            self._prepared = None
            raise
