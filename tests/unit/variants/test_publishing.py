import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from arkiv.model import Audience
from arkiv.policy.levels import Levels
from arkiv.variants import (
    Deployment,
    DeploymentError,
    Manifest,
    Published,
    Reason,
    Refused,
    contents,
    now,
    tree_digest,
)
from tests.unit.variants.rig import GoLive, Page, Stage

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL
ORDER = ("normal", "forsamrat", "skarpt", "hogsta")


def _reason(outcome: Published | Refused) -> Reason:
    assert isinstance(outcome, Refused)
    return outcome.reason


@pytest.mark.parametrize(("live", "new"), list(itertools.product(ORDER, ORDER)))
def test_a_build_replaces_a_site_by_one_as_strict_or_stricter_and_never_by_a_laxer(
    deployment: Deployment, go_live: GoLive, stage: Stage, page: Page, live: str, new: str
) -> None:
    go_live(live)
    outcome = deployment.publish(stage(new))
    if ORDER.index(new) >= ORDER.index(live):
        assert isinstance(outcome, Published)
        assert page().startswith(new)
    else:
        assert _reason(outcome) is Reason.LAXER
        assert _reason(outcome).is_expected
        assert page().startswith(live)


@pytest.mark.parametrize(("live", "new"), list(itertools.product(ORDER, ORDER)))
def test_a_switch_replaces_what_it_agreed_to_replace(
    deployment: Deployment, go_live: GoLive, stage: Stage, page: Page, live: str, new: str
) -> None:
    go_live(live)
    seen = deployment.live(PUBLIC)
    assert isinstance(deployment.publish(stage(new), instead_of=seen), Published)
    assert page().startswith(new)


def test_an_agreement_to_lower_does_not_hold_once_somebody_has_raised(
    deployment: Deployment, go_live: GoLive, stage: Stage, page: Page
) -> None:
    go_live("forsamrat")
    seen = deployment.live(PUBLIC)
    go_live("hogsta")
    outcome = deployment.publish(stage("normal"), instead_of=seen)
    assert _reason(outcome) is Reason.LAXER
    assert page().startswith("hogsta")


@pytest.mark.parametrize("new", ORDER)
def test_a_build_publishes_nothing_over_the_holding_page(
    deployment: Deployment, go_live: GoLive, stage: Stage, page: Page, new: str
) -> None:
    go_live("normal")
    deployment.close(PUBLIC)
    outcome = deployment.publish(stage(new))
    assert _reason(outcome) is Reason.CLOSED
    assert _reason(outcome).is_expected
    assert "stängt" in page()


@pytest.mark.parametrize("new", ORDER)
def test_the_first_site_of_an_audience_may_have_any_level_allowed(
    deployment: Deployment, stage: Stage, page: Page, new: str
) -> None:
    assert isinstance(deployment.publish(stage(new)), Published)
    assert page().startswith(new)


def test_below_the_lowest_level_allowed_not_even_a_switch_publishes(
    tmp_path: Path, levels: Levels, deployment: Deployment, stage: Stage
) -> None:
    lax = stage("normal")
    stricter = Deployment(tmp_path / "site", Levels(levels.order, levels.get("forsamrat")))
    outcome = stricter.publish(lax, instead_of=stricter.live(PUBLIC))
    assert isinstance(outcome, Refused)
    assert _reason(outcome) is Reason.TOO_LAX
    assert " - " in str(outcome)


def test_audiences_do_not_touch_each_other(deployment: Deployment, go_live: GoLive, page: Page) -> None:
    go_live("skarpt")
    go_live("normal", audience=INTERNAL)
    assert page(PUBLIC).startswith("skarpt")
    assert page(INTERNAL).startswith("normal")
    deployment.close(PUBLIC)
    assert page(INTERNAL).startswith("normal")


def _edit(site: Path) -> None:
    (site / "index.html").write_text("annat", encoding="utf-8")


def _add(site: Path) -> None:
    (site / "ny.html").write_text("ny", encoding="utf-8")


def _remove(site: Path) -> None:
    (site / "moten" / "index.html").unlink()


def _rename(site: Path) -> None:
    (site / "moten" / "index.html").rename(site / "moten" / "annat.html")


def _link_out(site: Path) -> None:
    (site / "ut.html").symlink_to("/etc/hostname")


@pytest.mark.parametrize("change", [_edit, _add, _remove, _rename, _link_out])
def test_a_variant_changed_since_its_audit_is_never_published(
    deployment: Deployment, go_live: GoLive, stage: Stage, page: Page, change: Callable[[Path], None]
) -> None:
    go_live("normal")
    variant = stage("skarpt")
    change(variant.site)
    assert not deployment.verify(variant)
    assert _reason(deployment.publish(variant)) is Reason.CHANGED
    assert page().startswith("normal")


def test_a_variant_that_is_gone_is_refused(
    deployment: Deployment, go_live: GoLive, stage: Stage, page: Page
) -> None:
    go_live("normal")
    variant = stage("skarpt")
    variant.folder.rename(variant.folder.with_name("gone"))
    assert _reason(deployment.publish(variant)) is Reason.CHANGED
    assert page().startswith("normal")


def test_a_site_changed_after_its_audit_is_not_staged(deployment: Deployment) -> None:
    with deployment.workspace() as workspace:
        (workspace / "site").mkdir()
        (workspace / "site" / "index.html").write_text("granskad", encoding="utf-8")
        manifest = Manifest(PUBLIC, "normal", "", tree_digest(workspace / "site"), "", "", "", now())
        (workspace / "site" / "index.html").write_text("ogranskad", encoding="utf-8")
        with pytest.raises(DeploymentError, match="changed after its audit"):
            deployment.stage(workspace / "site", manifest)
    assert deployment.staged(PUBLIC) == ()


@pytest.mark.parametrize("change", ["write", "add", "remove", "replace", "nothing"])
def test_a_site_is_staged_only_if_it_is_still_what_was_read_before_its_audit(
    deployment: Deployment, change: str
) -> None:
    with deployment.workspace() as workspace:
        site = workspace / "site"
        site.mkdir()
        for name in ("index.html", "om.html"):
            (site / name).write_text("granskad", encoding="utf-8")
        held = deployment.store.adopt(site, contents(site))
        manifest = Manifest(PUBLIC, "normal", "", held.digest, "", "", "", now())
        _change(site, change)
        if change == "nothing":
            variant = deployment.stage(site, manifest, held)
            assert variant.manifest.seal == held.seal != ""
            assert deployment.verify(variant)
        else:
            with pytest.raises(DeploymentError, match="changed after its audit"):
                deployment.stage(site, manifest, held)


def _change(site: Path, how: str) -> None:
    file = site / "om.html"
    if how == "write":
        file.chmod(0o644)
        file.write_text("ogranskad", encoding="utf-8")
    elif how == "add":
        (site / "ny.html").write_text("ogranskad", encoding="utf-8")
    elif how == "remove":
        file.unlink()
    elif how == "replace":
        (site / "ny").write_text("ogranskat", encoding="utf-8")
        (site / "ny").replace(file)


@pytest.mark.parametrize("folder", ["empty", "outside"])
def test_only_a_finished_site_in_a_workspace_is_staged(
    deployment: Deployment, tmp_path: Path, folder: str
) -> None:
    with deployment.workspace() as workspace:
        site = workspace / "empty" if folder == "empty" else tmp_path / "outside"
        site.mkdir()
        if folder == "outside":
            (site / "index.html").write_text("", encoding="utf-8")
        manifest = Manifest(PUBLIC, "normal", "", tree_digest(site), "", "", "", now())
        with pytest.raises(DeploymentError, match="no finished site in a workspace"):
            deployment.stage(site, manifest)


def test_an_unknown_level_is_not_staged(stage: Stage) -> None:
    with pytest.raises(DeploymentError, match="no known level"):
        stage("okand")


def test_what_is_newest_is_told_by_number_and_never_by_a_clock(deployment: Deployment, stage: Stage) -> None:
    first = stage("skarpt", "första", created="2026-06-01T12:00:00+00:00")
    second = stage("skarpt", "andra", created="1999-01-01T00:00:00+00:00")
    assert deployment.newest_at_least(PUBLIC, deployment.levels.get("skarpt")) == second
    assert deployment.staged(PUBLIC) == (second, first)
    deployment.collect()
    assert deployment.staged(PUBLIC) == (second,)


@pytest.mark.parametrize(
    ("staged", "level", "expected"),
    [
        ((), "normal", []),
        (("normal",), "forsamrat", []),
        (("normal", "forsamrat", "skarpt"), "forsamrat", [2, 3]),
        (("hogsta", "skarpt"), "forsamrat", [2, 1]),
        (("skarpt", "skarpt", "hogsta"), "skarpt", [2, 1, 3]),
    ],
)
def test_candidates_are_the_laxest_strict_enough_and_of_those_the_newest(
    deployment: Deployment, stage: Stage, staged: tuple[str, ...], level: str, expected: list[int]
) -> None:
    for one in staged:
        stage(one)
    found = deployment.at_least(PUBLIC, deployment.levels.get(level))
    assert [variant.number for variant in found] == expected
    assert deployment.newest_at_least(PUBLIC, deployment.levels.get(level)) == next(iter(found), None)


def test_a_workspace_is_private_and_gone_afterwards(deployment: Deployment) -> None:
    with deployment.workspace() as workspace:
        assert workspace.parent == deployment.layout.folder
        assert workspace.stat().st_mode & 0o077 == 0
        (workspace / "halv").write_text("halv", encoding="utf-8")
    assert not workspace.exists()
    with pytest.raises(ZeroDivisionError), deployment.workspace() as workspace:
        raise ZeroDivisionError
    assert not workspace.exists()


def test_a_staged_site_can_be_read_by_a_web_server_of_another_account(stage: Stage) -> None:
    variant = stage("normal")
    for folder in (variant.folder, variant.site, variant.site / "moten"):
        assert folder.stat().st_mode & 0o055 == 0o055


def test_status_tells_what_is_live_staged_and_last_done(
    deployment: Deployment, go_live: GoLive, stage: Stage
) -> None:
    go_live("normal")
    live = go_live("forsamrat")
    newer = stage("forsamrat")
    public, internal = deployment.status()
    assert (public.live.variant, public.level.id, public.staged[0]) == (live, "forsamrat", newer)
    assert public.last
    assert public.last.variant == live.name
    assert (internal.live.level, internal.level.id, internal.staged, internal.last) == (
        None,
        "normal",
        (),
        None,
    )
