"""A preview is made as a site is: audited, of today's files, and by today's rule."""

import gc
import warnings
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import copytree

import pytest

from arkiv import command_line
from arkiv.building import AuditFailed, View
from arkiv.data.dictionary import is_word
from arkiv.model import Audience
from arkiv.policy.levels import Levels
from arkiv.problems import ArchiveError
from arkiv.serving import Bench, Choice
from arkiv.settings import Settings
from arkiv.sources import remembered
from arkiv.sources.documents import Parsed, parsed
from arkiv.starting import NETWORK, STARTER
from arkiv.variants.digest import file_digests

NORMAL = Choice(Audience.PUBLIC, "normal")


@pytest.fixture(scope="module", autouse=True)
def dictionary() -> None:
    """Load the dictionary first: its package leaves the file to the collector, which warns."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        is_word("ord")
        gc.collect()


@dataclass
class Engine:
    """Renders one page that says `text`, and remembers what it was to render."""

    text: str = "Välkommen"
    seen: list[View] = field(default_factory=list)

    def __call__(self, view: View, folder: Path) -> tuple[str, ...]:
        self.seen.append(view)
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(f"<p>{self.text}</p>", encoding="utf-8")
        return ("the engine warns",)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    copytree(STARTER, tmp_path / "docs")
    return tmp_path / "docs"


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def bench(docs: Path, engine: Engine) -> Bench:
    known = command_line.settings()
    return Bench(known, lambda: known, docs, engine, lambda _: None)


def rename(docs: Path, name: str) -> None:
    file = docs / "natverk" / f"{NETWORK}.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("name: Exempelnätverket", f"name: {name}"), encoding="utf-8")


def test_a_preview_is_of_the_audience_and_level_that_was_chosen(
    bench: Bench, engine: Engine, tmp_path: Path
) -> None:
    warned = bench.make(Choice(Audience.INTERNAL, "hogsta"), tmp_path / "site", 1)
    build = engine.seen[0].archive.build
    assert (build.audience, build.level) == (Audience.INTERNAL, "hogsta")
    assert warned == ("the engine warns",)
    assert (tmp_path / "site" / "pagefind").is_dir()


def test_a_preview_in_which_a_hidden_name_stands_is_refused_without_saying_it(
    bench: Bench, engine: Engine, tmp_path: Path
) -> None:
    engine.text = "Cecilia Mallgren"
    bench.make(NORMAL, tmp_path / "named", 1)
    with pytest.raises(AuditFailed) as refused:
        bench.make(Choice(Audience.PUBLIC, "skarpt"), tmp_path / "hidden", 1)
    assert "index.html" in str(refused.value)
    assert "Mallgren" not in str(refused.value)


def test_the_files_are_read_once_for_each_change(
    bench: Bench, docs: Path, engine: Engine, tmp_path: Path
) -> None:
    bench.make(NORMAL, tmp_path / "a", 1)
    bench.make(Choice(Audience.INTERNAL, "normal"), tmp_path / "b", 1)
    rename(docs, "Nya nätverket")
    bench.make(NORMAL, tmp_path / "c", 2)
    first, second, third = (view.archive.networks[0].name for view in engine.seen)
    assert (first, second, third) == ("Exempelnätverket", "Exempelnätverket", "Nya nätverket")


def test_files_that_change_while_they_are_built_are_refused_and_read_again(
    bench: Bench, docs: Path, engine: Engine, tmp_path: Path
) -> None:
    bench.make(NORMAL, tmp_path / "a", 1)
    rename(docs, "Nya nätverket")
    with pytest.raises(ArchiveError, match="has changed while it was read"):
        bench.make(NORMAL, tmp_path / "b", 1)
    bench.make(NORMAL, tmp_path / "c", 1)
    assert engine.seen[-1].archive.networks[0].name == "Nya nätverket"


def test_the_levels_are_those_that_mkdocs_yml_has_now(bench: Bench, tmp_path: Path) -> None:
    def fewer() -> Settings:
        known = command_line.settings()
        return replace(known, levels=replace(known.levels, lowest=known.levels.strictest))

    bench.read = fewer
    bench.make(NORMAL, tmp_path / "a", 1)
    levels: Levels = bench.settings.levels
    assert levels.lowest.id == "hogsta"


def test_a_preview_reads_only_the_files_that_have_changed_since_the_last(
    bench: Bench, docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(path: str, raw: bytes) -> Parsed:
        read.append(path)
        return parsed(path, raw)

    monkeypatch.setattr(remembered, "parsed", noted)
    bench.make(NORMAL, tmp_path / "previews" / "1", 1)
    assert len(read) == len(list(docs.rglob("*.md")))
    read.clear()
    rename(docs, "Nya nätverket")
    bench.make(NORMAL, tmp_path / "previews" / "2", 2)
    assert read == [f"natverk/{NETWORK}.md"]


def test_a_preview_that_uses_what_the_last_one_made_has_the_bytes_of_one_that_does_not(
    bench: Bench, docs: Path, tmp_path: Path
) -> None:
    restricted = Choice(Audience.PUBLIC, "forsamrat")
    bench.make(restricted, tmp_path / "previews" / "1", 1)
    rename(docs, "Nya nätverket")
    bench.make(restricted, tmp_path / "previews" / "2", 2)
    fresh = replace(bench, _prepared=None)
    fresh.make(restricted, tmp_path / "others" / "1", 2)
    assert file_digests(tmp_path / "previews" / "2") == file_digests(tmp_path / "others" / "1")
    assert file_digests(tmp_path / "previews" / "1") != file_digests(tmp_path / "others" / "1")
