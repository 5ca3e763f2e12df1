import json
import os
from datetime import datetime

import pytest

from arkiv.model import Audience
from arkiv.variants import Action, Deployment, receipts, whoami
from tests.unit.variants.rig import GoLive, Page, Stage

PUBLIC = Audience.PUBLIC


def test_every_step_leaves_a_receipt_with_level_time_person_and_digests(
    deployment: Deployment, go_live: GoLive
) -> None:
    variant = go_live("skarpt", sources="källor")
    deployment.close(PUBLIC)
    staged, published, closed = receipts.read(deployment.layout)
    assert [step.action for step in (staged, published, closed)] == [
        Action.STAGED,
        Action.PUBLISHED,
        Action.CLOSED,
    ]
    assert (published.audience, published.level, published.variant) == (PUBLIC, "skarpt", variant.name)
    assert (published.sources, published.site, published.audit) == ("källor", variant.manifest.site, "audit")
    assert published.by == whoami()
    assert datetime.fromisoformat(published.when).utcoffset() is not None
    assert closed.level == "skarpt"


def test_what_is_refused_leaves_no_receipt(deployment: Deployment, go_live: GoLive, stage: Stage) -> None:
    go_live("skarpt")
    variant = stage("normal")
    before = receipts.read(deployment.layout)
    deployment.publish(variant)
    assert receipts.read(deployment.layout) == before


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_a_line_cut_off_by_a_crash_costs_no_other_line(
    deployment: Deployment, go_live: GoLive, cut: int
) -> None:
    go_live("normal")
    log = deployment.layout.log
    os.truncate(log, log.stat().st_size - cut)
    deployment.close(PUBLIC)
    kept = [step.action for step in receipts.read(deployment.layout)]
    assert kept in ([Action.STAGED, Action.CLOSED], [Action.STAGED, Action.PUBLISHED, Action.CLOSED])
    assert kept[-1] is Action.CLOSED


def test_a_line_of_something_else_is_passed_over(deployment: Deployment, go_live: GoLive) -> None:
    go_live("normal")
    before = receipts.read(deployment.layout)
    with deployment.layout.log.open("a", encoding="utf-8") as log:
        log.write('\x00\x00\n[]\n{"action": "sold"}\n' + json.dumps({"when": "nu"}) + "\n")
    assert receipts.read(deployment.layout) == before


def test_lines_are_added_and_never_changed(deployment: Deployment, go_live: GoLive) -> None:
    go_live("normal")
    before = deployment.layout.log.read_bytes()
    go_live("skarpt")
    assert deployment.layout.log.read_bytes().startswith(before)


def test_a_log_that_cannot_be_written_does_not_stop_the_site_from_closing(
    deployment: Deployment, go_live: GoLive, page: Page
) -> None:
    go_live("normal")
    deployment.layout.log.unlink()
    deployment.layout.log.mkdir()
    outcome = deployment.close(PUBLIC)
    assert outcome.receipt is None
    assert "stängt" in page()


def test_an_account_without_a_name_is_told_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert whoami() == str(os.getuid())
