"""A ledger lies where no visitor can come, and only its owner can read it."""

import stat
from pathlib import Path

import pytest

from arkiv.ledger.filing import FOLDER, default_path, file, refuse_public
from arkiv.problems import Refusal
from tests.integration.demo import ROOT
from tests.unit.ledger.comparing import ledger


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with an archive and with sites of every kind."""
    for folder in (
        "docs/moten",
        "site",
        ".mkdocs-site/a",
        "web/.variants",
        "web/public",
        "copy/pagefind",
        "own",
    ):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "link").symlink_to("site")
    return tmp_path


@pytest.mark.parametrize(
    "place",
    ["site/x.html", ".mkdocs-site/a/x.html", "web/public/x.html", "web/x.html", "copy/x.html", "link/x.html"],
)
def test_it_is_never_written_inside_a_site(root: Path, place: str) -> None:
    with pytest.raises(Refusal, match="--output: lies in a site - the ledger holds names"):
        refuse_public(root / place, root, root / "docs")


@pytest.mark.parametrize("place", ["docs/x.html", "docs/moten/x.html"])
def test_it_is_never_written_inside_the_archive(root: Path, place: str) -> None:
    with pytest.raises(Refusal, match="--output: lies in the archive"):
        refuse_public(root / place, root, root / "docs")


def test_it_may_lie_anywhere_else(root: Path) -> None:
    refuse_public(root / "own" / "x.html", root, root / "docs")


def test_its_folder_and_itself_are_for_the_owner_only(root: Path) -> None:
    target = default_path(root, ledger("normal", "forsamrat"))
    for text in ("one", "two"):
        file(text, target)
    assert target == root / FOLDER / "public-normal-forsamrat.html"
    assert target.read_text("utf-8") == "two"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert stat.S_IMODE(target.parent.stat().st_mode) == 0o700
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("place", ["nowhere/x.html", "own"])
def test_what_cannot_be_written_is_refused_and_leaves_nothing(root: Path, place: str) -> None:
    with pytest.raises(Refusal, match="--output: cannot be written"):
        file("text", root / place)
    assert not [*root.rglob("*.tmp")]


def test_the_folder_of_ledgers_is_in_no_version_control() -> None:
    assert f"/{FOLDER}/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
