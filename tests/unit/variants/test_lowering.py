"""`switch` to a laxer level: built first, then asked about, then live."""

import pytest

from arkiv.model import Audience
from arkiv.variants import Deployment, State
from tests.unit.variants.desk import BROKEN, Desk, live_now
from tests.unit.variants.rig import GoLive, Page, Stage

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL
BOTH = (PUBLIC, INTERNAL)


def test_lowering_builds_first_then_asks_and_then_publishes(desk: Desk, go_live: GoLive, page: Page) -> None:
    go_live("skarpt")
    assert desk.switch("normal") == 0
    assert desk.steps == ["build public normal, site skarpt live", "ask, site skarpt live"]
    assert desk.asked == ["Show more than now, Normal, to: public (now Skarpt)?"]
    assert page() == "normal nybyggd"


def test_lowering_to_a_staged_site_of_today_asks_and_builds_nothing(
    desk: Desk, go_live: GoLive, stage: Stage, page: Page
) -> None:
    go_live("skarpt")
    stage("normal", "förberedd")
    assert desk.switch("normal") == 0
    assert desk.steps == ["ask, site skarpt live"]
    assert page() == "normal förberedd"


def test_lowering_builds_anew_what_has_been_changed_since_its_audit(
    desk: Desk, go_live: GoLive, stage: Stage, page: Page
) -> None:
    go_live("skarpt")
    (stage("normal", "förberedd").site / "index.html").write_text("ändrad", encoding="utf-8")
    assert desk.switch("normal") == 0
    assert page() == "normal nybyggd"


def test_lowering_that_is_declined_changes_nothing(
    desk: Desk, go_live: GoLive, deployment: Deployment
) -> None:
    variant = go_live("skarpt")
    desk.answer = False
    assert desk.switch("normal") == 1
    assert deployment.live(PUBLIC).variant == variant


def test_lowering_with_broken_content_changes_nothing_and_asks_nothing(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment
) -> None:
    variant = go_live("skarpt")
    stage("normal", sources="then")
    desk.build_error = BROKEN
    assert desk.switch("normal") == 1
    assert desk.asked == []
    assert deployment.live(PUBLIC).variant == variant


def test_lowering_two_audiences_asks_once_and_lowers_both_or_none(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment
) -> None:
    go_live("skarpt")
    go_live("hogsta", audience=INTERNAL)
    stage("normal", audience=INTERNAL)
    desk.build_error = BROKEN
    assert desk.switch("normal", *BOTH) == 1
    assert (live_now(deployment, PUBLIC), live_now(deployment, INTERNAL)) == ("site skarpt", "site hogsta")
    desk.build_error = None
    assert desk.switch("normal", *BOTH) == 0
    assert desk.asked == ["Show more than now, Normal, to: public (now Skarpt), internal (now Hogsta)?"]
    assert (live_now(deployment, PUBLIC), live_now(deployment, INTERNAL)) == ("site normal", "site normal")


def test_a_stricter_site_put_live_while_the_question_is_answered_stays(
    desk: Desk, go_live: GoLive, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_live("skarpt")

    def slow_answer(question: str) -> bool:
        go_live("hogsta")
        return True

    monkeypatch.setattr(desk, "_confirm", slow_answer)
    assert desk.switch("normal") == 1
    assert live_now(deployment) == "site hogsta"


def test_where_lowering_is_declined_no_other_audience_gets_its_first_site(
    desk: Desk, go_live: GoLive, deployment: Deployment
) -> None:
    go_live("skarpt")
    desk.answer = False
    assert desk.switch("normal", *BOTH) == 1
    assert deployment.live(INTERNAL).state is State.NOTHING


def test_where_lowering_is_declined_another_audience_is_raised_all_the_same(
    desk: Desk, go_live: GoLive, deployment: Deployment
) -> None:
    go_live("hogsta")
    go_live("normal", audience=INTERNAL)
    desk.answer = False
    assert desk.switch("skarpt", *BOTH) == 1
    assert (live_now(deployment, PUBLIC), live_now(deployment, INTERNAL)) == ("site hogsta", "site skarpt")
