"""Which move a switch is; and the same level again, the first of all, and what was closed."""

from dataclasses import replace

import pytest

from arkiv.model import Audience
from arkiv.policy.levels import Levels
from arkiv.variants import Deployment, Live, Move, State, Variant, move, receipts
from tests.unit.variants.desk import BROKEN, Desk, live_now
from tests.unit.variants.rig import GoLive, Page, Stage

PUBLIC = Audience.PUBLIC

ORDER = ("normal", "forsamrat", "skarpt", "hogsta")

S, L, R, D, N, P = Move.SETTLE, Move.LOWER, Move.RAISE, Move.DOUBT, Move.REFUSE, Move.OPEN

MOVES = [
    # state, level                 normal forsamrat skarpt hogsta, with forsamrat the lowest allowed
    (State.NOTHING, None, (N, S, S, S)),
    (State.SITE, "normal", (N, R, R, R)),
    (State.SITE, "forsamrat", (N, S, R, R)),
    (State.SITE, "skarpt", (N, L, S, R)),
    (State.SITE, "hogsta", (N, L, L, S)),
    (State.SITE, "avskaffad", (N, L, L, L)),
    (State.HOLDING, "forsamrat", (N, P, P, P)),
    (State.HOLDING, "hogsta", (N, P, P, P)),
    (State.HOLDING, None, (N, P, P, P)),
    (State.DOUBTFUL, None, (N, D, D, D)),
    (State.LOST, "normal", (N, R, R, R)),
    (State.LOST, "skarpt", (N, L, S, R)),
    (State.LOST, None, (N, L, L, L)),
    (State.FOREIGN, None, (N, N, N, N)),
]


@pytest.mark.parametrize(("state", "level", "moves"), MOVES)
def test_the_move_follows_from_what_is_live_and_the_level_asked_for(
    levels: Levels, stage: Stage, state: State, level: str | None, moves: tuple[Move, ...]
) -> None:
    order = Levels(levels.order, levels.get("forsamrat"))
    live = _as_live(stage, state, level)
    assert tuple(move(live, wanted, order) for wanted in order) == moves


def _as_live(stage: Stage, state: State, level: str | None) -> Live:
    if state is State.LOST:
        told = receipts.receipt_for(receipts.Action.PUBLISHED, stage("normal"))
        return Live(PUBLIC, state, last=replace(told, level=level))
    if state not in {State.SITE, State.HOLDING}:
        return Live(PUBLIC, state, fault="" if state is State.NOTHING else "fel")
    staged = stage("normal")
    manifest = type(staged.manifest)(PUBLIC, level, "", "", "", "", "", "", holding=state is State.HOLDING)
    return Live(PUBLIC, state, Variant(staged.folder, 1, manifest))


def test_the_level_that_is_current_is_built_anew_only_when_stale(
    desk: Desk, go_live: GoLive, page: Page
) -> None:
    go_live("skarpt")
    before = receipts.read(desk.deployment.layout)
    assert desk.switch("skarpt") == 0
    assert desk.steps == []
    assert receipts.read(desk.deployment.layout) == before
    go_live("skarpt", sources="then")
    assert desk.switch("skarpt") == 0
    assert page() == "skarpt nybyggd"


def test_the_current_level_stays_reached_when_building_it_anew_fails(
    desk: Desk, go_live: GoLive, deployment: Deployment
) -> None:
    variant = go_live("skarpt", sources="then")
    desk.build_error = BROKEN
    assert desk.switch("skarpt") == 0
    assert deployment.live(PUBLIC).variant == variant
    assert any("an older site of this level is live" in line for line in desk.said)


@pytest.mark.parametrize("level", ORDER)
def test_the_first_switch_of_all_builds_and_publishes_and_asks_nothing(
    desk: Desk, deployment: Deployment, level: str
) -> None:
    assert desk.switch(level) == 0
    assert live_now(deployment) == f"site {level}"
    assert desk.asked == []


def test_where_the_first_site_cannot_be_built_nothing_becomes_live(
    desk: Desk, deployment: Deployment
) -> None:
    desk.build_error = BROKEN
    assert desk.switch("normal") == 1
    assert deployment.live(PUBLIC).state is State.NOTHING


@pytest.mark.parametrize("level", ["forsamrat", "skarpt", "hogsta"])
def test_switch_opens_what_close_closed_and_asks_whatever_the_level(
    desk: Desk, go_live: GoLive, deployment: Deployment, level: str
) -> None:
    go_live("skarpt")
    deployment.close(PUBLIC)
    assert desk.switch(level) == 0
    assert len(desk.asked) == 1
    assert live_now(deployment) == f"site {level}"


@pytest.mark.parametrize(("level", "closed_at"), [("forsamrat", "skarpt"), ("hogsta", "hogsta")])
def test_what_is_not_to_be_opened_stays_closed_at_the_stricter_level(
    desk: Desk, go_live: GoLive, deployment: Deployment, level: str, closed_at: str
) -> None:
    go_live("skarpt")
    deployment.close(PUBLIC)
    desk.answer = False
    assert desk.switch(level) == 1
    assert live_now(deployment) == f"holding {closed_at}"


@pytest.mark.parametrize("answer", [True, False])
def test_what_cannot_be_believed_is_closed_before_anything_else(
    desk: Desk, go_live: GoLive, deployment: Deployment, answer: bool
) -> None:
    (go_live("normal").folder / "manifest.json").unlink()
    desk.answer = answer
    assert desk.switch("skarpt") == (0 if answer else 1)
    assert desk.steps == ["build public skarpt, holding unknown live", "ask, holding unknown live"]
    assert live_now(deployment) == ("site skarpt" if answer else "holding ")


def test_below_the_lowest_level_allowed_nothing_is_built_or_asked(
    go_live: GoLive, stage: Stage, deployment: Deployment
) -> None:
    go_live("skarpt")
    stricter = Levels(deployment.levels.order, deployment.levels.get("forsamrat"))
    desk = Desk(Deployment(deployment.layout.site, stricter), stage)
    assert desk.switch("normal") == 1
    assert (desk.steps, live_now(deployment)) == ([], "site skarpt")
