"""Where a preview is made: the same reading, projection, index and audit as for a site that is published."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from arkiv.building import Prepared, Render, build_site, ensure_unchanged, prepare, view
from arkiv.problems import ArchiveError
from arkiv.serving.choices import Choice
from arkiv.settings import Settings
from arkiv.timing import Say


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

        Returns:
            The warnings.

        Raises:
            ArchiveError: the sources cannot be published.
            AuditFailed: what was built holds what it must not.
            SearchError: the index could not be made.
        """
        self.say(f"preview of {choice}")
        prepared = self._read(sources)
        seen = view(prepared, choice.audience, prepared.settings.levels.get(choice.level))
        warnings = build_site(seen, folder, self.render, self.say)
        self._check(prepared)
        return (*map(str, seen.warnings), *warnings)

    def _read(self, sources: int) -> Prepared:
        if self._prepared is None or self._sources != sources:
            self._prepared = None
            self.settings = self.read()
            self._prepared, self._sources = prepare(self.settings, self.docs_dir), sources
        return self._prepared

    def _check(self, prepared: Prepared) -> None:
        try:
            ensure_unchanged(prepared)
        except ArchiveError:
            self._prepared = None
            raise
