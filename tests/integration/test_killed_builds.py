"""The real program, killed at any moment or run twice at once: one whole site, and no help needed after."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from arkiv.model import Audience
from arkiv.settings import read_settings
from arkiv.variants import Deployment, State, tree_digest
from tests.integration.demo import CONFIG, ROOT

KILLS = int(os.environ.get("ARKIV_KILLED_BUILDS", "6"))
NETWORK = """---
kind: network
name: Hamnnätverket
members:
  - {id: h-1, name: Torborg Sälgrund, organization: Norrsund, role: hamnchef}
---
Om hamnarna, varv VARV.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    (docs / "natverk").mkdir(parents=True)
    (docs / "index.md").write_text("# Hamnarna\n", "utf-8")
    change(docs, 0)
    return docs


def change(docs: Path, turn: int) -> None:
    (docs / "natverk" / "hamn.md").write_text(NETWORK.replace("VARV", str(turn)), "utf-8")


def start(docs: Path, site: Path) -> "subprocess.Popen[str]":
    call = [
        sys.executable,
        str(ROOT / "scripts" / "build.py"),
        "--docs-dir",
        str(docs),
        "--site-dir",
        str(site),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    return subprocess.Popen(
        [*call, "--level", "forsamrat"],
        env=environment,
        cwd=ROOT,
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def finished(docs: Path, site: Path) -> float:
    """Seconds that a build took that was let alone."""
    begun = time.monotonic()
    with start(docs, site) as process:
        assert process.wait(timeout=120) == 0
    return time.monotonic() - begun


def test_a_build_killed_at_any_moment_leaves_a_whole_site_and_the_next_one_works(
    archive: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    seconds = finished(archive, site)
    chance = random.Random(20262)
    for turn in range(1, KILLS + 1):
        change(archive, turn)
        with start(archive, site) as process:
            time.sleep(chance.uniform(0, seconds))
            process.kill()
        live = Deployment(site, read_settings(CONFIG).levels, timeout=30).live(Audience.PUBLIC)
        assert live.state is State.SITE
        assert live.variant
        assert tree_digest(live.variant.site) == live.variant.manifest.site
    finished(archive, site)
    assert f"varv {KILLS}" in (site / "public/natverk/hamn/index.html").read_text("utf-8")
    assert not [path.name for path in (site / ".variants").iterdir() if path.name.startswith("tmp-")]


def test_two_builds_at_once_both_succeed_and_leave_one_whole_site(archive: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with start(archive, site) as one, start(archive, site) as other:
        assert (one.wait(timeout=120), other.wait(timeout=120)) == (0, 0)
    live = Deployment(site, read_settings(CONFIG).levels).live(Audience.PUBLIC)
    assert live.variant
    assert tree_digest(live.variant.site) == live.variant.manifest.site
