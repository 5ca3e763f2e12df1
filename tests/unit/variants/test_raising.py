"""`switch` to a stricter level: what is live at every moment, and that it waits for nothing."""

from pathlib import Path

import pytest

from arkiv.model import Audience
from arkiv.policy.levels import Level
from arkiv.variants import Deployment, State, Variant
from tests.unit.variants.desk import BROKEN, Desk, live_now
from tests.unit.variants.rig import GoLive, Page, Stage

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL
BOTH = (PUBLIC, INTERNAL)


def test_raising_puts_a_staged_site_of_today_live_without_audit_or_build(
    desk: Desk, go_live: GoLive, stage: Stage, page: Page
) -> None:
    go_live("normal")
    stage("skarpt", "förberedd")
    assert desk.switch("skarpt") == 0
    assert desk.steps == []
    assert page() == "skarpt förberedd"


def test_raising_puts_a_stale_site_live_after_an_audit_and_then_builds_it_anew(
    desk: Desk, go_live: GoLive, stage: Stage, page: Page
) -> None:
    go_live("normal")
    stage("skarpt", "gammal", sources="then")
    assert desk.switch("skarpt") == 0
    assert desk.steps == ["audit public skarpt, site normal live", "build public skarpt, site skarpt live"]
    assert page() == "skarpt nybyggd"


def test_raising_succeeds_with_a_stale_site_though_the_content_is_broken(
    desk: Desk, go_live: GoLive, stage: Stage, page: Page
) -> None:
    go_live("normal")
    stage("skarpt", "gammal", sources="then")
    desk.build_error = BROKEN
    assert desk.switch("skarpt") == 0
    assert page() == "skarpt gammal"
    assert any("moten/2026/x.md:3: date" in line for line in desk.said)


def test_raising_shows_a_stricter_site_until_the_exact_one_is_built(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment
) -> None:
    go_live("normal")
    stage("hogsta", "gammal", sources="then")
    assert desk.switch("forsamrat") == 0
    assert desk.steps == ["audit public hogsta, site normal live", "build public forsamrat, site hogsta live"]
    assert live_now(deployment) == "site forsamrat"
    assert desk.asked == []


def test_where_the_exact_site_cannot_be_built_the_stricter_one_stays_and_the_status_is_1(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment
) -> None:
    go_live("normal")
    stage("hogsta", "gammal", sources="then")
    desk.build_error = BROKEN
    assert desk.switch("forsamrat") == 1
    assert live_now(deployment) == "site hogsta"


def test_a_stale_site_that_names_somebody_hidden_today_gives_way_to_the_next_stricter(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment
) -> None:
    go_live("normal")
    stage("forsamrat", sources="then")
    stage("skarpt", sources="then")
    desk.bad, desk.build_error = {"forsamrat"}, BROKEN
    assert desk.switch("forsamrat") == 1
    assert desk.steps[:2] == [
        "audit public forsamrat, site normal live",
        "audit public skarpt, site normal live",
    ]
    assert live_now(deployment) == "site skarpt"


def test_with_no_good_site_the_holding_page_is_live_before_anything_is_built(
    desk: Desk, go_live: GoLive, deployment: Deployment, page: Page
) -> None:
    go_live("normal")
    assert desk.switch("skarpt") == 0
    assert desk.steps == ["build public skarpt, holding skarpt live"]
    assert page() == "skarpt nybyggd"


@pytest.mark.parametrize("error", [BROKEN, RuntimeError("Anna Exempel"), OSError(28, "No space left")])
def test_where_nothing_can_be_built_the_holding_page_stays_and_it_is_said_what_to_do(
    desk: Desk, go_live: GoLive, deployment: Deployment, error: Exception
) -> None:
    go_live("normal")
    desk.build_error = error
    assert desk.switch("skarpt") == 1
    assert live_now(deployment) == "holding skarpt"
    assert any("the holding page stays - mend it, then run switch again" in line for line in desk.said)
    assert not any("Anna" in line for line in desk.said)


@pytest.mark.parametrize("error", [BROKEN, RuntimeError("Anna Exempel")])
def test_where_today_s_names_cannot_be_read_no_stale_site_is_shown(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment, error: Exception
) -> None:
    go_live("normal")
    stage("skarpt", sources="then")
    desk.audit_error = desk.build_error = error
    assert desk.switch("skarpt") == 1
    assert live_now(deployment) == "holding skarpt"
    assert not any("Anna" in line for line in desk.said)


def test_a_staged_site_whose_bytes_have_changed_is_passed_over(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment
) -> None:
    go_live("normal")
    (stage("skarpt").site / "index.html").write_text("ändrad", encoding="utf-8")
    stage("hogsta", sources="then")
    desk.build_error = BROKEN
    assert desk.switch("skarpt") == 1
    assert live_now(deployment) == "site hogsta"


def test_once_the_content_is_mended_the_same_switch_opens_and_asks_since_it_shows_more_than_the_holding_page(
    desk: Desk, go_live: GoLive, deployment: Deployment
) -> None:
    go_live("normal")
    desk.build_error = BROKEN
    desk.switch("skarpt")
    desk.build_error = None
    assert desk.switch("skarpt") == 0
    assert desk.asked == ["Show more than now, Skarpt, to: public (closed, Skarpt)?"]
    assert live_now(deployment) == "site skarpt"


def test_every_audience_is_made_safe_before_any_is_built(desk: Desk, go_live: GoLive) -> None:
    go_live("normal")
    go_live("normal", audience=INTERNAL)
    assert desk.switch("skarpt", *BOTH) == 0
    assert desk.steps == [
        "build public skarpt, holding skarpt live",
        "build internal skarpt, holding skarpt live",
    ]


def test_a_folder_somebody_put_in_one_audience_s_place_does_not_keep_the_other_from_being_raised(
    desk: Desk, go_live: GoLive, deployment: Deployment
) -> None:
    go_live("normal", audience=INTERNAL)
    deployment.layout.link(PUBLIC).mkdir()
    assert desk.switch("skarpt", *BOTH) == 1
    assert live_now(deployment, INTERNAL) == "site skarpt"
    assert deployment.live(PUBLIC).state is State.FOREIGN


def test_a_raise_by_somebody_else_meanwhile_is_not_undone(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_live("normal")
    stage("forsamrat", sources="then")
    build = desk._build

    def raised_meanwhile(audience: Audience, level: Level) -> Variant:
        go_live("hogsta")
        return build(audience, level)

    monkeypatch.setattr(desk, "_build", raised_meanwhile)
    assert desk.switch("forsamrat") == 1
    assert live_now(deployment) == "site hogsta"


def test_a_site_is_not_collected_by_another_process_while_it_is_audited(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_live("normal")
    audited = stage("skarpt", sources="then")
    audit = desk._audit

    def collected_meanwhile(site: Path, audience: Audience, level: str) -> bool:
        stage("skarpt", sources="then")
        Deployment(deployment.layout.site, deployment.levels, timeout=5).collect()
        return audit(site, audience, level)

    monkeypatch.setattr(desk, "_audit", collected_meanwhile)
    desk.build_error = BROKEN
    assert desk.switch("skarpt") == 0
    assert deployment.live(PUBLIC).variant == audited


def test_a_disk_that_fills_up_does_not_keep_the_level_from_being_raised(
    desk: Desk, go_live: GoLive, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_live("normal")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    desk.build_error = OSError(28, "No space left on device")
    monkeypatch.setattr("arkiv.variants.receipts.append", full)
    monkeypatch.setattr("arkiv.variants.holding.write_synced", full)
    assert desk.switch("skarpt") == 1
    assert live_now(deployment) == "holding skarpt"
    assert any("the log could not be written" in line for line in desk.said)


def test_a_link_that_cannot_be_changed_is_told_and_the_status_is_1(
    desk: Desk, go_live: GoLive, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_live("normal")

    def read_only(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("arkiv.variants.publishing.point", read_only)
    assert desk.switch("skarpt") == 1
    assert live_now(deployment) == "site normal"
    assert any("the file system is read-only - mount it writable" in line for line in desk.said)
