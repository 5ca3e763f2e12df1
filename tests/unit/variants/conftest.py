from pathlib import Path

import pytest

from arkiv.model import Audience
from arkiv.policy.levels import Level, Levels
from arkiv.variants import Deployment, Manifest, Published, Variant, tree_digest, whoami
from tests.unit.variants.desk import Desk
from tests.unit.variants.rig import GoLive, Page, Stage

ORDER = ("normal", "forsamrat", "skarpt", "hogsta")


@pytest.fixture
def levels() -> Levels:
    order = tuple(Level(name, name.capitalize(), "") for name in ORDER)
    return Levels(order, order[0])


@pytest.fixture
def deployment(tmp_path: Path, levels: Levels) -> Deployment:
    return Deployment(tmp_path / "site", levels, timeout=5)


@pytest.fixture
def stage(deployment: Deployment) -> Stage:
    def staged(
        level: str,
        text: str = "Anteckningar",
        *,
        audience: Audience = Audience.PUBLIC,
        sources: str = "today",
        created: str = "2026-01-01T00:00:00+00:00",
    ) -> Variant:
        with deployment.workspace() as workspace:
            site = workspace / "site"
            (site / "moten").mkdir(parents=True)
            (site / "index.html").write_text(f"{level} {text}", encoding="utf-8")
            (site / "moten" / "index.html").write_text(f"{level} {text}", encoding="utf-8")
            manifest = Manifest(audience, level, sources, tree_digest(site), "audit", "1", whoami(), created)
            return deployment.stage(site, manifest)

    return staged


@pytest.fixture
def go_live(deployment: Deployment, stage: Stage) -> GoLive:
    def live(level: str, *, audience: Audience = Audience.PUBLIC, sources: str = "today") -> Variant:
        variant = stage(level, audience=audience, sources=sources)
        assert isinstance(deployment.publish(variant, instead_of=deployment.live(audience)), Published)
        return variant

    return live


@pytest.fixture
def page(deployment: Deployment) -> Page:
    def read(audience: Audience = Audience.PUBLIC, path: str = "index.html") -> str:
        return (deployment.layout.link(audience) / path).read_text(encoding="utf-8")

    return read


@pytest.fixture
def desk(deployment: Deployment, stage: Stage) -> Desk:
    return Desk(deployment, stage)
