"""The people and programs a switch calls on, as the tests tell them to behave."""

from dataclasses import dataclass, field
from pathlib import Path

from arkiv.model import Audience, Place
from arkiv.policy.levels import Level
from arkiv.problems import ArchiveError, Problem
from arkiv.variants import Deployment, Variant, Work, switch
from tests.unit.variants.rig import Stage

BROKEN = ArchiveError((Problem(Place("moten/2026/x.md", 3), "date", "is no date", "write one"),))


@dataclass
class Desk:
    """The work a switch asks for, as told, and what it did and when."""

    deployment: Deployment
    stage: Stage
    bad: set[str] = field(default_factory=set)  # levels whose staged sites hold a name that is hidden today
    audit_error: Exception | None = None
    build_error: Exception | None = None
    answer: bool = True
    steps: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def switch(self, level: str, *audiences: Audience) -> int:
        work = Work(self._fresh, self._audit, self._build, self._confirm, self.said.append)
        return switch(
            self.deployment, audiences or (Audience.PUBLIC,), self.deployment.levels.get(level), work
        )

    def _fresh(self, variant: Variant) -> bool:
        return variant.manifest.sources == "today"

    def _audit(self, site: Path, audience: Audience, level: str) -> bool:
        assert (site / "index.html").is_file()
        self.steps.append(f"audit {audience} {level}, {self._now(audience)}")
        if self.audit_error:
            raise self.audit_error
        return level not in self.bad

    def _build(self, audience: Audience, level: Level) -> Variant:
        self.steps.append(f"build {audience} {level.id}, {self._now(audience)}")
        if self.build_error:
            raise self.build_error
        return self.stage(level.id, "nybyggd", audience=audience)

    def _confirm(self, question: str) -> bool:
        self.asked.append(question)
        self.steps.append(f"ask, {self._now(Audience.PUBLIC)}")
        return self.answer

    def _now(self, audience: Audience) -> str:
        """What a visitor meets at this moment."""
        live = self.deployment.live(audience)
        return f"{live.state} {live.level or 'unknown'} live"


def live_now(deployment: Deployment, audience: Audience = Audience.PUBLIC) -> str:
    live = deployment.live(audience)
    return f"{live.state} {live.level}"
