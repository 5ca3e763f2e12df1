"""A plain `mkdocs build` gets the same projection, and never writes where arkiv publishes."""

import gc
import warnings
from pathlib import Path

import pytest

from arkiv.data.dictionary import is_word
from arkiv.model import Audience
from arkiv.plain_build import NotAllowed, plain_view, refuse_site_dir

ROOT = Path(__file__).parents[2]
CONFIG = """\
site_name: Arkivet
extra:
  arkiv:
    levels: [{id: normal, label: Normal}, {id: hogsta, label: Hogst}]
    lowest_level: normal
    default_visibility:
      public: {normal: named, hogsta: withheld}
      internal: {normal: named, hogsta: named}
"""
NETWORK = "---\nkind: network\nname: Kulturnätverket\nmembers: [{name: Alva Rotvik, role: chef}]\n---\n"


@pytest.fixture(autouse=True, scope="module")
def dictionary() -> None:
    """Load it first: its reader leaves files for the garbage collector to close, which warns."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        is_word("ord")
        gc.collect()


@pytest.fixture
def config(tmp_path: Path) -> Path:
    tmp_path = tmp_path / "arkiv"
    (tmp_path / "docs/natverk").mkdir(parents=True)
    (tmp_path / "docs/natverk/kultur.md").write_text(NETWORK)
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    return tmp_path / "mkdocs.yml"


@pytest.mark.parametrize(
    ("environment", "audience", "level", "hidden"),
    [
        ({}, Audience.PUBLIC, "normal", 0),
        ({"ARKIV_AUDIENCE": "", "ARKIV_LEVEL": ""}, Audience.PUBLIC, "normal", 0),
        ({"ARKIV_LEVEL": "hogsta"}, Audience.PUBLIC, "hogsta", 1),
        ({"ARKIV_LEVEL": "hogsta", "ARKIV_AUDIENCE": "internal"}, Audience.INTERNAL, "hogsta", 0),
    ],
)
def test_the_environment_says_audience_and_level(
    config: Path, environment: dict[str, str], audience: Audience, level: str, hidden: int
) -> None:
    view = plain_view(config, config.parent / "docs", environment)
    assert (view.archive.build.audience, view.archive.build.level) == (audience, level)
    assert len(view.secrets.hidden) == hidden


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"ARKIV_LEVEL": "alva"}, "ARKIV_LEVEL: is no level - set one of: normal, hogsta"),
        ({"ARKIV_AUDIENCE": "alva"}, "ARKIV_AUDIENCE: is no audience - set one of: public, internal"),
        ({"ARKIV_AUDIENCE": "Public"}, "ARKIV_AUDIENCE: is no audience - set one of: public, internal"),
    ],
)
def test_an_unknown_level_or_audience_is_refused_and_not_repeated(
    config: Path, environment: dict[str, str], told: str
) -> None:
    with pytest.raises(NotAllowed) as error:
        plain_view(config, config.parent / "docs", environment)
    assert str(error.value) == told


def test_broken_sources_are_refused(config: Path) -> None:
    (config.parent / "docs/natverk/skola.md").write_text("x")
    with pytest.raises(NotAllowed, match=r"natverk/skola.md:1: frontmatter: is missing"):
        plain_view(config, config.parent / "docs", {})


@pytest.mark.parametrize(
    "folder", ["site", "site/public", "site/x/y", ".", "../ut/sajt", "../ut", "../ut/sajt/public"]
)
def test_where_arkiv_publishes_nothing_else_is_written(config: Path, folder: str) -> None:
    (config.parent.parent / "ut/sajt/.variants").mkdir(parents=True)
    with pytest.raises(NotAllowed, match="site_dir: is where arkiv publishes - give MkDocs another folder"):
        refuse_site_dir(config.parent / folder, config)


def test_a_link_to_where_arkiv_publishes_is_no_way_around(config: Path) -> None:
    (config.parent / "site").mkdir()
    (config.parent / "annan").symlink_to("site")
    with pytest.raises(NotAllowed):
        refuse_site_dir(config.parent / "annan", config)


@pytest.mark.parametrize("folder", [".mkdocs-site", "sites", "../ute"])
def test_any_other_folder_is_good(config: Path, folder: str) -> None:
    refuse_site_dir(config.parent / folder, config)


def test_the_site_folder_of_our_own_mkdocs_yml_is_good() -> None:
    refuse_site_dir(ROOT / ".mkdocs-site", ROOT / "mkdocs.yml")
