"""From sources to a staged variant: of one piece, made once, and not at all where something is wrong."""

from pathlib import Path

import pytest

from arkiv.building import AuditFailed, View, secrets
from arkiv.model import Audience
from arkiv.problems import ArchiveError, Problem
from arkiv.publication import Publication
from arkiv.settings import read_settings
from arkiv.variants import Deployment, Refused
from tests.integration.demo import CONFIG, load_dictionary

NETWORK = """---
kind: network
name: Hamnnätverket
members:
  - {id: h-1, name: Torborg Sälgrund, organization: Norrsund}
visibility:
  public: {normal: role, forsamrat: role, skarpt: unnamed, hogsta: withheld}
---
Text.
"""


class Engine:
    """Renders a page with what it is told to, and may meddle while it does."""

    def __init__(self) -> None:
        self.said = "Text."
        self.meddle: Path | None = None
        self.renderings = 0

    def __call__(self, seen: View, folder: Path) -> tuple[str, ...]:
        """Render one page."""
        self.renderings += 1
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(f"<p>{self.said}</p>", "utf-8")
        if self.meddle:
            self.meddle.write_text("Ändrad.", "utf-8")
        return ("a warning of the engine",)


@pytest.fixture
def engine() -> Engine:
    """An engine that is no MkDocs."""
    load_dictionary()
    return Engine()


@pytest.fixture
def warned() -> list[str]:
    """What was warned of."""
    return []


@pytest.fixture
def publication(tmp_path: Path, engine: Engine, warned: list[str]) -> Publication:
    """A small archive and an empty site folder."""
    (tmp_path / "docs" / "natverk").mkdir(parents=True)
    (tmp_path / "docs" / "natverk" / "hamn.md").write_text(NETWORK, "utf-8")
    (tmp_path / "docs" / "index.md").write_text("[borta](borta.md)\n", "utf-8")
    settings = read_settings(CONFIG)
    deployment = Deployment(tmp_path / "site", settings.levels)
    say = lambda line: None  # noqa: E731

    def warn(warning: Problem | str) -> None:
        warned.append(str(warning))

    return Publication(settings, tmp_path / "docs", deployment, engine, say, warn)


def staged(publication: Publication) -> int:
    """How many variants there are."""
    return len(publication.deployment.staged(Audience.PUBLIC))


def test_each_warning_is_told_once(publication: Publication, warned: list[str]) -> None:
    levels = publication.settings.levels
    for level in levels:
        publication.build(Audience.PUBLIC, level)
    assert sorted(warned) == ["a warning of the engine", *sorted(set(warned) - {"a warning of the engine"})]
    assert sum("index.md:1: link" in warning for warning in warned) == 1


def test_a_variant_of_today_s_sources_is_not_made_again(publication: Publication, engine: Engine) -> None:
    level = publication.settings.levels.strictest
    first = publication.fresh(Audience.PUBLIC, level)
    assert publication.fresh(Audience.PUBLIC, level) == first
    assert engine.renderings == 1
    (publication.docs_dir / "index.md").write_text("Ny text.\n", "utf-8")
    assert publication.fresh(Audience.PUBLIC, level) != first
    assert engine.renderings == 2


def test_a_staged_variant_that_was_touched_is_made_again(publication: Publication) -> None:
    level = publication.settings.levels.strictest
    first = publication.fresh(Audience.PUBLIC, level)
    (first.site / "index.html").write_text("<p>Ändrad.</p>", "utf-8")
    assert publication.fresh(Audience.PUBLIC, level) != first


def test_sources_that_change_during_a_build_stage_nothing(publication: Publication, engine: Engine) -> None:
    engine.meddle = publication.docs_dir / "index.md"
    with pytest.raises(ArchiveError, match="has changed while it was read"):
        publication.build(Audience.PUBLIC, publication.settings.levels.strictest)
    assert staged(publication) == 0


def test_a_name_that_the_engine_lets_slip_stages_nothing(publication: Publication, engine: Engine) -> None:
    engine.said = "Torborg Sälgrund leder nätverket."
    with pytest.raises(AuditFailed) as caught:
        publication.build(Audience.PUBLIC, publication.settings.levels.lowest)
    assert "h-1" in str(caught.value)
    assert "Torborg" not in str(caught.value)
    assert staged(publication) == 0


def test_strict_refuses_what_is_warned_of_before_anything_is_rendered(
    publication: Publication, engine: Engine
) -> None:
    publication.strict = True
    with pytest.raises(ArchiveError, match=r"index\.md:1: link"):
        publication.build(Audience.PUBLIC, publication.settings.levels.lowest)
    assert engine.renderings == 0


def test_a_laxer_variant_waits_for_a_switch(publication: Publication) -> None:
    levels = publication.settings.levels
    publication.publish(publication.build(Audience.PUBLIC, levels.strictest))
    refused = publication.publish(publication.build(Audience.PUBLIC, levels.lowest))
    assert isinstance(refused, Refused)
    assert refused.reason.is_expected


def test_a_site_passes_as_long_as_it_holds_no_name_of_today(publication: Publication) -> None:
    site = publication.build(Audience.PUBLIC, publication.settings.levels.lowest).site
    assert publication.passes(site, Audience.PUBLIC, "normal")
    (publication.docs_dir / "natverk" / "hamn.md").write_text(
        NETWORK.replace("Torborg Sälgrund", "Hamnnätverket Textberga")
    )
    assert len(secrets(publication.prepared(), Audience.PUBLIC, "normal").hidden) == 1
    (site / "index.html").write_text("<p>Hamnnätverket Textberga</p>", "utf-8")
    assert not publication.passes(site, Audience.PUBLIC, "normal")
