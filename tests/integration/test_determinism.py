"""A site depends on its sources, rule and versions, and on nothing else (contract, promise 5)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from arkiv.model import Audience
from tests.integration.demo import DOCS, ROOT, prepared, site, tree, workspace

pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture(scope="module")
def elsewhere() -> Path:
    """The demo archive in another folder, its files written in another order at another time."""
    folder = workspace() / "en annan plats" / "källor"
    for path in sorted((path for path in DOCS.rglob("*") if path.is_file()), reverse=True):
        target = folder / path.relative_to(DOCS)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (1_000_000_000, 1_000_000_000))
    return folder


@pytest.mark.parametrize("level", ["normal", "forsamrat"])
def test_the_folder_and_the_times_of_the_sources_leave_no_trace(elsewhere: Path, level: str) -> None:
    assert tree(site(Audience.PUBLIC, level, elsewhere)) == tree(site(Audience.PUBLIC, level))


def test_a_process_of_its_own_builds_the_same_bytes(tmp_path: Path, elsewhere: Path) -> None:
    """Another order of sets, time zone, clock setting, working folder and site folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONHASHSEED": "77"}
    environment |= {"TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1700000000"}
    command = [sys.executable, "-P", str(ROOT / "scripts" / "build.py"), "--level", "forsamrat"]
    command += ["--docs-dir", str(elsewhere), "--site-dir", str(tmp_path / "s")]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("live")) == (0, 1), done.stderr
    assert tree(tmp_path / "s" / "public") == tree(site(Audience.PUBLIC, "forsamrat"))
    assert [path.name for path in tmp_path.iterdir()] == ["s"]


def test_no_path_of_the_machine_and_no_digest_of_the_sources_is_in_a_site() -> None:
    said = [str(ROOT), str(workspace()), prepared().digest[:16]]
    files = [path for path in site(Audience.PUBLIC, "forsamrat").rglob("*") if path.is_file()]
    assert not [path for path in files if any(text.encode() in path.read_bytes() for text in said)]
