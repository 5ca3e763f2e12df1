"""A rehearsal does all of a switch but its last step."""

from pathlib import Path

import pytest

from arkiv.model import Audience
from arkiv.variants import Deployment, State, Variant, Work, receipts, rehearse
from tests.unit.variants.desk import BROKEN, Desk, live_now
from tests.unit.variants.rig import GoLive, Stage

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


def rehearsed(desk: Desk, level: str, *audiences: Audience) -> int:
    work = Work(desk._fresh, desk._audit, desk._build, desk._confirm, desk.said.append)
    return rehearse(desk.deployment, audiences or (PUBLIC,), desk.deployment.levels.get(level), work)


@pytest.mark.parametrize("level", ["normal", "forsamrat", "skarpt", "hogsta"])
def test_what_is_live_stays_and_nobody_is_asked(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment, level: str
) -> None:
    live = go_live("forsamrat")
    stage("hogsta")
    assert rehearsed(desk, level) == 0
    assert deployment.live(PUBLIC).variant == live
    assert desk.asked == []
    assert not [one for one in receipts.read(deployment.layout)[1:] if one.action is receipts.Action.CLOSED]


def test_it_names_what_would_be_live_and_what_would_be_asked(desk: Desk, go_live: GoLive) -> None:
    go_live("skarpt")
    rehearsed(desk, "normal")
    assert desk.said == [
        "would ask before showing more than now to: public (now Skarpt)",
        "public: 000002-public-normal would be live",
    ]


def test_it_builds_what_is_stale_so_that_the_switch_need_not(desk: Desk, go_live: GoLive) -> None:
    go_live("normal")
    assert rehearsed(desk, "skarpt") == 0
    steps = list(desk.steps)
    assert steps == ["build public skarpt, site normal live"]
    assert desk.switch("skarpt") == 0
    assert desk.steps == steps


def test_it_fails_where_the_switch_would(desk: Desk, go_live: GoLive, deployment: Deployment) -> None:
    go_live("normal")
    desk.build_error = BROKEN
    assert rehearsed(desk, "skarpt") == 1
    assert "public: the holding page would be live" in desk.said
    assert live_now(deployment) == "site normal"


def test_a_first_site_would_be_live(desk: Desk, deployment: Deployment) -> None:
    assert rehearsed(desk, "normal", PUBLIC, INTERNAL) == 0
    assert deployment.live(PUBLIC).state is State.NOTHING


def test_a_switch_to_what_is_staged_reads_no_page(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that it takes the same time at any size."""
    go_live("normal")
    staged = stage("skarpt")
    monkeypatch.setattr("arkiv.variants.publishing.tree_digest", _never)
    assert desk.switch("skarpt") == 0
    assert deployment.live(PUBLIC).variant == staged


def _never(folder: Path) -> str:
    raise AssertionError(folder)


def test_a_file_that_was_touched_and_not_changed_is_read_and_believed(
    go_live: GoLive, stage: Stage, deployment: Deployment
) -> None:
    variant: Variant = stage("normal")
    file = variant.site / "index.html"
    text = file.read_text("utf-8")
    file.unlink()
    file.write_text(text, "utf-8")
    assert deployment.verify(variant)
    file.write_text("ändrad", "utf-8")
    assert not deployment.verify(variant)
