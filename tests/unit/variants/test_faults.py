"""What a crash, a full disk, a read-only target and a reader in between meet: always one whole site."""

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from arkiv.model import Audience
from arkiv.variants import Deployment, DeploymentError, State, files, receipts, tree_digest
from tests.unit.variants import churn
from tests.unit.variants.rig import GoLive, Page, Stage

PUBLIC = Audience.PUBLIC
KILLS = int(os.environ.get("ARKIV_KILLS", "100"))


def _killed_after(seconds: float, site: Path) -> None:
    call = [sys.executable, churn.__file__, str(site)]
    environment = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    with subprocess.Popen(call, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.kill()


def test_a_process_killed_at_any_moment_leaves_one_whole_site_and_nothing_in_the_way(tmp_path: Path) -> None:
    site = tmp_path / "site"
    chance = random.Random(20261)
    turns = set()
    for _ in range(KILLS):
        _killed_after(chance.uniform(0, 0.12), site)
        after = Deployment(site, churn.LEVELS, timeout=0)
        live = after.live(PUBLIC)
        assert live.state in {State.NOTHING, State.SITE, State.HOLDING}
        if live.variant:
            assert after.verify(live.variant)
            turns.add(live.variant.number)
        after.collect()  # at once: no lock is left behind
        assert not [name for name in after.layout.names() if name.startswith("tmp-")]
        assert len(after.staged(PUBLIC)) <= len(tuple(churn.LEVELS)) + 2
        assert all(tree_digest(one.site) == one.manifest.site for one in after.staged(PUBLIC))
        assert all(file.stat().st_nlink > 1 for file in after.store.folder.glob("files/*/*"))
        assert len(list(after.store.folder.glob("recipes/*"))) <= len(tuple(churn.LEVELS)) + 2
    assert len(turns) > 2, "the process was always killed before it had done anything"


def test_a_reader_who_resolves_the_link_once_never_meets_a_missing_or_a_mixed_site(
    deployment: Deployment, go_live: GoLive, stage: Stage
) -> None:
    """A web server resolves it anew for each request; two requests may meet two sites, each of them whole."""
    go_live("normal")
    link = deployment.layout.link(PUBLIC)
    done, seen, faults = threading.Event(), set(), []

    def read() -> None:
        while not done.is_set():
            try:
                root = link.resolve(strict=True)
                first, second = (
                    (root / path).read_text("utf-8") for path in ("index.html", "moten/index.html")
                )
                seen.add(first)
                if first != second:
                    faults.append("mixed")
            except OSError as error:
                faults.append(type(error).__name__)

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(50):
        level = ("normal", "skarpt")[turn % 2]
        deployment.publish(stage(level, str(turn)), instead_of=deployment.live(PUBLIC))
    done.set()
    reader.join()
    assert faults == []
    assert len(seen) > 10


FULL = OSError(28, "No space left on device")


def _fails(monkeypatch: pytest.MonkeyPatch, name: str, error: OSError) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(name, fail)


STEPS = [
    "arkiv.variants.deployment.write_synced",
    "arkiv.variants.deployment.sync_folder",
    "arkiv.variants.receipts.append",
    "pathlib.Path.rename",
    "pathlib.Path.mkdir",
]


@pytest.mark.parametrize("step", STEPS)
def test_a_disk_that_fills_up_while_staging_leaves_the_live_site_and_says_so(
    deployment: Deployment,
    go_live: GoLive,
    stage: Stage,
    page: Page,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    live = go_live("normal")
    with monkeypatch.context() as patch:
        _fails(patch, step, FULL)
        with pytest.raises(
            DeploymentError if step != "pathlib.Path.mkdir" else (DeploymentError, OSError)
        ) as caught:
            stage("skarpt")
    assert "full" in str(caught.value) or "No space" in str(caught.value)
    assert deployment.live(PUBLIC).variant == live
    deployment.collect()
    assert not [name for name in deployment.layout.names() if name.startswith("tmp-")]
    stage("skarpt")


@pytest.mark.parametrize("step", ["pathlib.Path.symlink_to", "pathlib.Path.replace"])
@pytest.mark.parametrize("error", [FULL, OSError(30, "Read-only file system"), PermissionError(13, "Denied")])
def test_a_link_that_cannot_be_changed_is_left_as_it_was(
    deployment: Deployment,
    go_live: GoLive,
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    error: OSError,
) -> None:
    live = go_live("normal")
    variant = stage("skarpt")
    before = receipts.read(deployment.layout)
    with monkeypatch.context() as patch:
        _fails(patch, step, error)
        with pytest.raises(DeploymentError, match=" - "):
            deployment.publish(variant)
    assert deployment.live(PUBLIC).variant == live
    assert receipts.read(deployment.layout) == before
    assert not [name for name in deployment.layout.names() if name.startswith("tmp-")]


def test_a_full_disk_does_not_keep_a_site_from_being_closed(
    deployment: Deployment, go_live: GoLive, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_live("normal")
    _fails(monkeypatch, "arkiv.variants.holding.write_synced", FULL)
    _fails(monkeypatch, "arkiv.variants.receipts.append", FULL)
    assert deployment.close(PUBLIC).receipt is None
    assert "stängt" in page()


def test_where_the_right_holding_page_is_damaged_and_the_disk_full_the_other_one_is_shown(
    deployment: Deployment, go_live: GoLive, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_live("normal")
    right = next(deployment.layout.folder.glob("holding-public-normal-*"))
    (right / "site" / "index.html").unlink()
    _fails(monkeypatch, "arkiv.variants.holding.write_synced", FULL)
    deployment.close(PUBLIC)
    assert "stängt" in page()


def test_a_read_only_target_is_an_error_with_a_remedy(
    deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fails(monkeypatch, "pathlib.Path.mkdir", OSError(30, "Read-only file system"))
    with pytest.raises(DeploymentError, match=r"the file system is read-only - .*--site-dir"):
        deployment.close(PUBLIC)


def test_a_target_that_is_a_file_is_an_error_with_a_remedy(deployment: Deployment) -> None:
    deployment.layout.site.write_text("", encoding="utf-8")
    for step in (lambda: deployment.close(PUBLIC), deployment.collect):
        with pytest.raises(DeploymentError, match=" - "):
            step()


def test_an_unforeseen_error_of_the_system_is_told_with_its_own_words(
    deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fails(monkeypatch, "pathlib.Path.mkdir", OSError(5, "Input/output error"))
    with pytest.raises(DeploymentError, match="cannot be used: Input/output error - see to that"):
        deployment.close(PUBLIC)


def test_a_rename_replaces_a_link_and_never_a_folder(deployment: Deployment, go_live: GoLive) -> None:
    go_live("normal")
    folder = deployment.layout.site / "egen"
    folder.mkdir()
    with pytest.raises(OSError, match=r".*"):
        files.point(deployment.layout, folder, "public")
    assert folder.is_dir()
    assert not [name for name in deployment.layout.names() if name.startswith("tmp-")]


def test_the_site_that_is_published_is_on_the_disk_before_its_name_is(
    deployment: Deployment, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    rename = Path.rename

    def noted(what: str, call: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object) -> object:
            order.append(what)
            return call(*arguments)

        return step

    monkeypatch.setattr("os.sync", noted("sync", os.sync))
    monkeypatch.setattr("os.fsync", noted("fsync", os.fsync))
    monkeypatch.setattr(Path, "rename", noted("rename", rename))
    variant = stage("normal")
    assert tree_digest(variant.site) == variant.manifest.site
    last = len(order) - 1 - order[::-1].index("rename")
    assert order.index("sync") < order.index("rename")
    assert (order[last - 1], order[last + 1]) == ("fsync", "fsync")
