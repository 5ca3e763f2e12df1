"""A clock that is set back or forward decides nothing: steps have an order of their own."""

import pytest

from arkiv.model import Audience
from arkiv.variants import Action, Deployment, Published, receipts
from tests.unit.variants.rig import Page, Stage

PUBLIC = Audience.PUBLIC
CLOCKS = {
    "back": ("2031-05-01T12:00:00+00:00", "1970-01-01T00:00:00+00:00"),
    "forward": ("2026-01-01T00:00:00+00:00", "2099-12-31T23:59:59+00:00"),
    "not at all": ("2026-01-01T00:00:00+00:00", "2026-01-01T00:00:00+00:00"),
}


@pytest.mark.parametrize("step", CLOCKS)
def test_the_newest_site_is_the_one_that_was_staged_last(
    deployment: Deployment, stage: Stage, page: Page, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before, after = CLOCKS[step]
    monkeypatch.setattr("arkiv.variants.receipts.now", lambda: before)
    assert isinstance(deployment.publish(stage("skarpt", "först", created=before)), Published)
    monkeypatch.setattr("arkiv.variants.receipts.now", lambda: after)
    later = stage("skarpt", "sedan", created=after)
    assert next(iter(deployment.staged(PUBLIC))) == later
    assert isinstance(deployment.publish(later), Published)
    deployment.collect()
    assert "sedan" in page()
    assert deployment.live(PUBLIC).variant == later


@pytest.mark.parametrize("step", CLOCKS)
def test_receipts_stand_in_the_order_of_the_steps(
    deployment: Deployment, stage: Stage, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before, after = CLOCKS[step]
    monkeypatch.setattr("arkiv.variants.receipts.now", lambda: before)
    variant = stage("skarpt", created=before)
    monkeypatch.setattr("arkiv.variants.receipts.now", lambda: after)
    deployment.publish(variant)
    found = receipts.read(deployment.layout)
    assert [one.action for one in found] == [Action.STAGED, Action.PUBLISHED]
    status = next(one for one in deployment.status() if one.live.audience is PUBLIC)
    assert status.last == found[-1]
    assert status.last.when == after
