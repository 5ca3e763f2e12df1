"""A disk that is really full: a small one of its own, where the system lets us make one."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from arkiv.model import Audience
from arkiv.policy.levels import Levels
from arkiv.variants import Deployment, DeploymentError, Manifest, Variant, contents, tree_digest

PUBLIC = Audience.PUBLIC
SIZE = 1_000_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a megabyte."""
    call = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(tmp_path)]
    try:
        made = subprocess.run(call, check=False, capture_output=True)
    except FileNotFoundError:
        pytest.skip("this system has no mount")
    if made.returncode:
        pytest.skip("this account may not mount a disk")
    yield tmp_path
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)


@pytest.fixture
def small(disk: Path, levels: Levels) -> Deployment:
    """A deployment on it."""
    return Deployment(disk / "site", levels, timeout=5)


def stage(deployment: Deployment, level: str, text: str, files: int = 1) -> Variant:
    with deployment.workspace() as workspace:
        site = workspace / "site"
        site.mkdir()
        for name in ("index.html", *(f"{n}.html" for n in range(files))):
            (site / name).write_text(f"{level} {name} {text}", encoding="utf-8")
        deployment.store.adopt(site, contents(site))
        manifest = Manifest(PUBLIC, level, "", tree_digest(site), "", "", "", "")
        return deployment.stage(site, manifest)


def fill(deployment: Deployment, files: int) -> None:
    """Stage until there is no room."""
    while True:
        stage(deployment, "skarpt", "slutet " * 300, files)


@pytest.mark.parametrize("files", [30, 100, 200, 240])
def test_a_full_disk_leaves_the_live_site_and_the_next_build_needs_no_help(
    small: Deployment, files: int
) -> None:
    live = stage(small, "normal", "öppet")
    small.publish(live)
    filler = small.layout.site / "annat"
    filler.write_bytes(b"0" * (SIZE // 3))
    with pytest.raises((DeploymentError, OSError), match=r"full|space"):
        fill(small, files)
    assert (small.live(PUBLIC).variant, tree_digest(live.site)) == (live, live.manifest.site)
    filler.unlink()
    small.collect()
    assert not [name for name in small.layout.names() if name.startswith("tmp-")]
    small.publish(stage(small, "forsamrat", "mindre"))
    assert small.live(PUBLIC).level == "forsamrat"


def test_a_full_disk_does_not_keep_a_site_from_being_closed(small: Deployment) -> None:
    small.publish(stage(small, "normal", "öppet"))
    with pytest.raises(OSError, match="space"):
        (small.layout.site / "annat").write_bytes(b"0" * SIZE)
    small.close(PUBLIC)
    assert "stängt" in (small.layout.link(PUBLIC) / "index.html").read_text("utf-8")
