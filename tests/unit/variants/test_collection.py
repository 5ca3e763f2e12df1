from arkiv.model import Audience
from arkiv.variants import Deployment
from tests.unit.variants.rig import GoLive, Page, Stage

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


def _names(deployment: Deployment) -> set[str]:
    return {variant.name for audience in Audience for variant in deployment.staged(audience)}


def test_the_newest_of_each_audience_and_level_is_kept(deployment: Deployment, stage: Stage) -> None:
    old = [stage("normal"), stage("skarpt"), stage("normal", audience=INTERNAL)]
    new = [stage("normal"), stage("skarpt"), stage("normal", audience=INTERNAL)]
    assert set(deployment.collect()) == {variant.name for variant in old}
    assert _names(deployment) == {variant.name for variant in new}


def test_what_is_live_and_what_was_live_just_before_are_kept(
    deployment: Deployment, go_live: GoLive, stage: Stage
) -> None:
    first, previous, live = go_live("normal"), go_live("normal"), go_live("normal")
    newer, newest = stage("normal"), stage("normal")
    deployment.collect()
    assert _names(deployment) == {previous.name, live.name, newest.name}
    assert not first.folder.exists()
    assert not newer.folder.exists()


def test_publishing_once_more_what_is_live_does_not_forget_what_was_live_before(
    deployment: Deployment, go_live: GoLive, stage: Stage
) -> None:
    previous, live = go_live("normal"), go_live("normal")
    deployment.publish(live)
    newest = stage("normal")
    deployment.collect()
    assert _names(deployment) == {previous.name, live.name, newest.name}


def test_what_a_holding_page_covers_is_kept(deployment: Deployment, go_live: GoLive, stage: Stage) -> None:
    live, newest = go_live("normal"), stage("normal")
    deployment.close(PUBLIC)
    deployment.collect()
    assert _names(deployment) == {live.name, newest.name}
    assert deployment.live(PUBLIC).closed


def test_even_a_damaged_variant_is_kept_while_it_is_live(
    deployment: Deployment, go_live: GoLive, stage: Stage, page: Page
) -> None:
    live = go_live("normal")
    stage("normal")
    (live.folder / "manifest.json").unlink()
    deployment.collect()
    assert page().startswith("normal")


def test_a_damaged_variant_that_is_not_live_goes(deployment: Deployment, stage: Stage) -> None:
    variant = stage("normal")
    (variant.folder / "manifest.json").unlink()
    assert deployment.collect() == (variant.name,)


def test_a_damaged_variant_s_number_is_not_given_again(deployment: Deployment, stage: Stage) -> None:
    variant = stage("normal")
    (variant.folder / "manifest.json").unlink()
    assert stage("normal").number == variant.number + 1


def test_a_variant_in_use_is_left_for_the_next_time(deployment: Deployment, stage: Stage) -> None:
    variant, _ = stage("normal"), stage("normal")
    with deployment.using(variant) as site:
        assert deployment.collect() == ()
        assert (site / "index.html").is_file()
    assert deployment.collect() == (variant.name,)


def test_a_workspace_in_use_is_left_alone_and_a_dead_process_s_is_removed(deployment: Deployment) -> None:
    with deployment.workspace() as workspace:
        dead = workspace.with_name("tmp-dead")
        (dead / "site").mkdir(parents=True)
        workspace.with_name("tmp-link").symlink_to("nowhere")
        workspace.with_name("tmp-file").write_text("", encoding="utf-8")
        deployment.collect()
        assert workspace.is_dir()
        assert [name for name in deployment.layout.names() if name.startswith("tmp-")] == [workspace.name]


def test_holding_pages_stay_and_those_of_another_program_version_go(
    deployment: Deployment, go_live: GoLive
) -> None:
    go_live("normal")
    folder = deployment.layout.folder
    before = {name for name in deployment.layout.names() if name.startswith("holding-")}
    (folder / "holding-public-normal-00000000").mkdir()
    assert deployment.collect() == ("holding-public-normal-00000000",)
    assert {name for name in deployment.layout.names() if name.startswith("holding-")} == before


def test_what_arkiv_did_not_make_is_left_alone(deployment: Deployment, go_live: GoLive) -> None:
    go_live("normal")
    (deployment.layout.folder / "LÄS MIG").write_text("eget", encoding="utf-8")
    (deployment.layout.site / "annat").mkdir()
    deployment.collect()
    assert (deployment.layout.folder / "LÄS MIG").is_file()
    assert (deployment.layout.site / "annat").is_dir()
