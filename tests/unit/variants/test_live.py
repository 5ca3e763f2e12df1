import json
from collections.abc import Callable
from pathlib import Path

import pytest

from arkiv.model import Audience
from arkiv.variants import UNKNOWN, Deployment, DeploymentError, Reason, Refused, State, Variant
from tests.unit.variants.rig import GoLive, Stage

PUBLIC = Audience.PUBLIC


def test_where_there_is_no_site_folder_nothing_is_live_and_none_is_made(deployment: Deployment) -> None:
    assert deployment.live(PUBLIC).state is State.NOTHING
    assert deployment.live(PUBLIC).level is None
    assert not deployment.layout.site.exists()


def test_a_first_build_has_the_lowest_level_allowed(deployment: Deployment) -> None:
    assert deployment.level(PUBLIC).id == "normal"


@pytest.mark.parametrize("level", ["normal", "forsamrat", "skarpt", "hogsta"])
def test_the_current_level_is_that_of_the_live_site(
    deployment: Deployment, go_live: GoLive, level: str
) -> None:
    variant = go_live(level)
    assert deployment.live(PUBLIC).variant == variant
    assert deployment.live(PUBLIC).level == level
    assert deployment.level(PUBLIC).id == level


@pytest.mark.parametrize(("level", "laxer"), [("forsamrat", "normal"), ("hogsta", "skarpt")])
def test_a_link_that_is_gone_lowers_nothing(
    deployment: Deployment, go_live: GoLive, stage: Stage, level: str, laxer: str
) -> None:
    """A copy without links, an image, or somebody's `rm`: the log still tells what was live."""
    go_live(level)
    deployment.layout.link(PUBLIC).unlink()
    live = deployment.live(PUBLIC)
    assert (live.state, live.level, deployment.level(PUBLIC).id) == (State.LOST, level, level)
    outcome = deployment.publish(stage(laxer))
    assert isinstance(outcome, Refused)
    assert outcome.reason is Reason.LAXER
    assert level in str(outcome)
    deployment.publish(stage(level))
    assert (deployment.live(PUBLIC).state, deployment.live(PUBLIC).level) == (State.SITE, level)


def test_a_link_that_is_gone_opens_nothing_that_was_closed(
    deployment: Deployment, go_live: GoLive, stage: Stage
) -> None:
    go_live("forsamrat")
    deployment.close(PUBLIC)
    deployment.layout.link(PUBLIC).unlink()
    assert deployment.live(PUBLIC).closed
    outcome = deployment.publish(stage("hogsta"))
    assert isinstance(outcome, Refused)
    assert outcome.reason is Reason.CLOSED


def test_a_link_that_is_gone_is_no_matter_of_the_other_audience(
    deployment: Deployment, go_live: GoLive
) -> None:
    go_live("forsamrat")
    deployment.layout.link(PUBLIC).unlink()
    assert deployment.live(Audience.INTERNAL).state is State.NOTHING


@pytest.mark.parametrize("level", ["forsamrat", None])
def test_a_deployment_can_be_closed_though_nobody_knows_the_levels(
    deployment: Deployment, go_live: GoLive, level: str | None
) -> None:
    if level:
        go_live(level)
    unconfigured = Deployment.unconfigured(deployment.layout.site)
    unconfigured.close(PUBLIC)
    assert deployment.live(PUBLIC).closed
    assert deployment.live(PUBLIC).level == (level or UNKNOWN)


def test_the_site_folder_can_be_moved(deployment: Deployment, go_live: GoLive, tmp_path: Path) -> None:
    go_live("skarpt")
    moved = deployment.layout.site.rename(tmp_path / "elsewhere")
    assert Deployment(moved, deployment.levels).live(PUBLIC).level == "skarpt"
    assert (moved / "public" / "index.html").is_file()


def _no_manifest(variant: Variant, link: Path) -> None:
    (variant.folder / "manifest.json").unlink()


def _torn_manifest(variant: Variant, link: Path) -> None:
    manifest = variant.folder / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:40])


def _manifest_that_is_no_text(variant: Variant, link: Path) -> None:
    (variant.folder / "manifest.json").write_bytes(b"\xff\xfe\x00")


def _manifest_of_a_later_format(variant: Variant, link: Path) -> None:
    _change(variant, format=2)


def _manifest_with_an_unknown_field(variant: Variant, link: Path) -> None:
    _change(variant, disclosed="all")


def _manifest_without_a_level(variant: Variant, link: Path) -> None:
    _change(variant, level=None)


def _manifest_for_the_other_audience(variant: Variant, link: Path) -> None:
    _change(variant, audience="internal")


def _level_that_is_not_configured_any_more(variant: Variant, link: Path) -> None:
    _change(variant, level="avskaffad")


def _dangling_link(variant: Variant, link: Path) -> None:
    variant.folder.rename(variant.folder.with_name("gone"))


def _missing_site(variant: Variant, link: Path) -> None:
    variant.site.rename(variant.folder / "other")


def _site_that_is_a_link(variant: Variant, link: Path) -> None:
    variant.site.rename(variant.folder / "other")
    variant.site.symlink_to("other")


def _link_to_elsewhere(variant: Variant, link: Path) -> None:
    link.unlink()
    link.symlink_to(variant.site)


def _plain_folder(variant: Variant, link: Path) -> None:
    link.unlink()
    link.mkdir()
    (link / "index.html").write_text("egen", encoding="utf-8")


def _plain_file(variant: Variant, link: Path) -> None:
    link.unlink()
    link.write_text("egen", encoding="utf-8")


def _change(variant: Variant, **fields: object) -> None:
    manifest = variant.folder / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text("utf-8")), **fields}), encoding="utf-8")


Damage = Callable[[Variant, Path], None]

DAMAGES: list[Damage] = [
    _no_manifest,
    _torn_manifest,
    _manifest_that_is_no_text,
    _manifest_of_a_later_format,
    _manifest_with_an_unknown_field,
    _manifest_without_a_level,
    _manifest_for_the_other_audience,
    _dangling_link,
    _missing_site,
    _site_that_is_a_link,
    _link_to_elsewhere,
    _plain_folder,
    _plain_file,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__.strip("_"))
def test_what_cannot_be_believed_counts_as_strictest_and_says_what_to_do(
    deployment: Deployment, go_live: GoLive, damage: Damage
) -> None:
    damage(go_live("normal"), deployment.layout.link(PUBLIC))
    live = deployment.live(PUBLIC)
    assert live.level == UNKNOWN
    assert deployment.level(PUBLIC).id == "hogsta"
    assert live.fault
    assert live.remedy


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__.strip("_"))
def test_a_build_publishes_nothing_over_what_cannot_be_believed(
    deployment: Deployment, go_live: GoLive, stage: Stage, damage: Damage
) -> None:
    variant = go_live("normal")
    damage(variant, deployment.layout.link(PUBLIC))
    before = deployment.live(PUBLIC)
    refused = deployment.publish(stage("hogsta"))
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.IN_DOUBT
    assert not refused.reason.is_expected
    assert deployment.live(PUBLIC) == before


def test_a_level_that_is_no_longer_configured_counts_as_strictest(
    deployment: Deployment, go_live: GoLive, stage: Stage
) -> None:
    variant = go_live("normal")
    _level_that_is_not_configured_any_more(variant, deployment.layout.link(PUBLIC))
    assert deployment.level(PUBLIC).id == "hogsta"
    refused = deployment.publish(stage("hogsta"))
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.LAXER


@pytest.mark.parametrize("put", [_plain_folder, _plain_file])
def test_nothing_ever_removes_what_somebody_put_in_the_link_s_place(
    deployment: Deployment, go_live: GoLive, stage: Stage, put: Damage
) -> None:
    link = deployment.layout.link(PUBLIC)
    put(go_live("normal"), link)
    deployment.publish(stage("hogsta"), instead_of=deployment.live(PUBLIC))
    with pytest.raises(DeploymentError, match="move it out of the way"):
        deployment.close(PUBLIC)
    deployment.collect()
    assert (link / "index.html" if link.is_dir() else link).read_text("utf-8") == "egen"


def test_the_holding_page_replaces_a_link_that_cannot_be_believed(
    deployment: Deployment, go_live: GoLive
) -> None:
    _dangling_link(go_live("normal"), deployment.layout.link(PUBLIC))
    assert deployment.close(PUBLIC).live.closed
    assert deployment.live(PUBLIC).level == UNKNOWN
