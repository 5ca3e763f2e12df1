"""`switch` on a real deployment: what is live afterwards, in what order things were done, and the status."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from arkiv.model import Audience, Place
from arkiv.policy.levels import Level, Levels
from arkiv.problems import ArchiveError, Problem
from arkiv.variants import Deployment, Live, Move, State, Variant, Work, move, receipts, switch
from tests.unit.variants.rig import GoLive, Page, Stage

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL
BOTH = (PUBLIC, INTERNAL)
ORDER = ("normal", "forsamrat", "skarpt", "hogsta")
BROKEN = ArchiveError((Problem(Place("moten/2026/x.md", 3), "date", "is no date", "write one"),))


@dataclass
class Desk:
    """The work a switch asks for, as told, and what it did and when."""

    deployment: Deployment
    stage: Stage
    bad: set[str] = field(default_factory=set)  # levels whose staged sites hold a name that is hidden today
    audit_error: Exception | None = None
    build_error: Exception | None = None
    answer: bool = True
    steps: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def switch(self, level: str, *audiences: Audience) -> int:
        work = Work(self._fresh, self._audit, self._build, self._confirm, self.said.append)
        return switch(self.deployment, audiences or (PUBLIC,), self.deployment.levels.get(level), work)

    def _fresh(self, variant: Variant) -> bool:
        return variant.manifest.sources == "today"

    def _audit(self, site: Path, audience: Audience, level: str) -> bool:
        assert (site / "index.html").is_file()
        self.steps.append(f"audit {audience} {level}, {self._now(audience)}")
        if self.audit_error:
            raise self.audit_error
        return level not in self.bad

    def _build(self, audience: Audience, level: Level) -> Variant:
        self.steps.append(f"build {audience} {level.id}, {self._now(audience)}")
        if self.build_error:
            raise self.build_error
        return self.stage(level.id, "nybyggd", audience=audience)

    def _confirm(self, question: str) -> bool:
        self.asked.append(question)
        self.steps.append(f"ask, {self._now(PUBLIC)}")
        return self.answer

    def _now(self, audience: Audience) -> str:
        """What a visitor meets at this moment."""
        live = self.deployment.live(audience)
        return f"{live.state} {live.level or 'unknown'} live"


@pytest.fixture
def desk(deployment: Deployment, stage: Stage) -> Desk:
    return Desk(deployment, stage)


def _live(deployment: Deployment, audience: Audience = PUBLIC) -> str:
    live = deployment.live(audience)
    return f"{live.state} {live.level}"


S, L, R, D, N = Move.SETTLE, Move.LOWER, Move.RAISE, Move.DOUBT, Move.REFUSE

MOVES = [
    # state, level                 normal forsamrat skarpt hogsta, with forsamrat the lowest allowed
    (State.NOTHING, None, (N, S, S, S)),
    (State.SITE, "normal", (N, R, R, R)),
    (State.SITE, "forsamrat", (N, S, R, R)),
    (State.SITE, "skarpt", (N, L, S, R)),
    (State.SITE, "hogsta", (N, L, L, S)),
    (State.SITE, "avskaffad", (N, L, L, L)),
    (State.HOLDING, "forsamrat", (N, S, R, R)),
    (State.HOLDING, "hogsta", (N, L, L, S)),
    (State.HOLDING, None, (N, L, L, L)),
    (State.DOUBTFUL, None, (N, D, D, D)),
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
    if state not in {State.SITE, State.HOLDING}:
        return Live(PUBLIC, state, fault="" if state is State.NOTHING else "fel")
    staged = stage("normal")
    manifest = type(staged.manifest)(PUBLIC, level, "", "", "", "", "", "", holding=state is State.HOLDING)
    return Live(PUBLIC, state, Variant(staged.folder, 1, manifest))


# Raising


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
    assert _live(deployment) == "site forsamrat"
    assert desk.asked == []


def test_where_the_exact_site_cannot_be_built_the_stricter_one_stays_and_the_status_is_1(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment
) -> None:
    go_live("normal")
    stage("hogsta", "gammal", sources="then")
    desk.build_error = BROKEN
    assert desk.switch("forsamrat") == 1
    assert _live(deployment) == "site hogsta"


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
    assert _live(deployment) == "site skarpt"


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
    assert _live(deployment) == "holding skarpt"
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
    assert _live(deployment) == "holding skarpt"
    assert not any("Anna" in line for line in desk.said)


def test_a_staged_site_whose_bytes_have_changed_is_passed_over(
    desk: Desk, go_live: GoLive, stage: Stage, deployment: Deployment
) -> None:
    go_live("normal")
    (stage("skarpt").site / "index.html").write_text("ändrad", encoding="utf-8")
    stage("hogsta", sources="then")
    desk.build_error = BROKEN
    assert desk.switch("skarpt") == 1
    assert _live(deployment) == "site hogsta"


def test_once_the_content_is_mended_the_same_switch_opens_without_asking(
    desk: Desk, go_live: GoLive, deployment: Deployment
) -> None:
    go_live("normal")
    desk.build_error = BROKEN
    desk.switch("skarpt")
    desk.build_error = None
    assert desk.switch("skarpt") == 0
    assert desk.asked == []
    assert _live(deployment) == "site skarpt"


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
    assert _live(deployment, INTERNAL) == "site skarpt"
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
    assert _live(deployment) == "site hogsta"


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


# Lowering


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
    assert (_live(deployment, PUBLIC), _live(deployment, INTERNAL)) == ("site skarpt", "site hogsta")
    desk.build_error = None
    assert desk.switch("normal", *BOTH) == 0
    assert desk.asked == ["Show more than now, Normal, to: public (now Skarpt), internal (now Hogsta)?"]
    assert (_live(deployment, PUBLIC), _live(deployment, INTERNAL)) == ("site normal", "site normal")


def test_a_stricter_site_put_live_while_the_question_is_answered_stays(
    desk: Desk, go_live: GoLive, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_live("skarpt")

    def slow_answer(question: str) -> bool:
        go_live("hogsta")
        return True

    monkeypatch.setattr(desk, "_confirm", slow_answer)
    assert desk.switch("normal") == 1
    assert _live(deployment) == "site hogsta"


# The same level, the first one, and the closed


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
    assert _live(deployment) == f"site {level}"
    assert desk.asked == []


def test_where_the_first_site_cannot_be_built_nothing_becomes_live(
    desk: Desk, deployment: Deployment
) -> None:
    desk.build_error = BROKEN
    assert desk.switch("normal") == 1
    assert deployment.live(PUBLIC).state is State.NOTHING


@pytest.mark.parametrize(("level", "questions"), [("forsamrat", 1), ("skarpt", 0), ("hogsta", 0)])
def test_switch_opens_what_close_closed_and_asks_only_below_the_level_it_was_closed_at(
    desk: Desk, go_live: GoLive, deployment: Deployment, level: str, questions: int
) -> None:
    go_live("skarpt")
    deployment.close(PUBLIC)
    assert desk.switch(level) == 0
    assert len(desk.asked) == questions
    assert _live(deployment) == f"site {level}"


@pytest.mark.parametrize("answer", [True, False])
def test_what_cannot_be_believed_is_closed_before_anything_else(
    desk: Desk, go_live: GoLive, deployment: Deployment, answer: bool
) -> None:
    (go_live("normal").folder / "manifest.json").unlink()
    desk.answer = answer
    assert desk.switch("skarpt") == (0 if answer else 1)
    assert desk.steps == ["build public skarpt, holding unknown live", "ask, holding unknown live"]
    assert _live(deployment) == ("site skarpt" if answer else "holding ")


def test_below_the_lowest_level_allowed_nothing_is_built_or_asked(
    go_live: GoLive, stage: Stage, deployment: Deployment
) -> None:
    go_live("skarpt")
    stricter = Levels(deployment.levels.order, deployment.levels.get("forsamrat"))
    desk = Desk(Deployment(deployment.layout.site, stricter), stage)
    assert desk.switch("normal") == 1
    assert (desk.steps, _live(deployment)) == ([], "site skarpt")


# Faults while switching

Fault = Callable[..., None]


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
    assert _live(deployment) == "holding skarpt"
    assert any("the log could not be written" in line for line in desk.said)


def test_a_link_that_cannot_be_changed_is_told_and_the_status_is_1(
    desk: Desk, go_live: GoLive, deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_live("normal")

    def read_only(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("arkiv.variants.publishing.point", read_only)
    assert desk.switch("skarpt") == 1
    assert _live(deployment) == "site normal"
    assert any("the file system is read-only - mount it writable" in line for line in desk.said)
