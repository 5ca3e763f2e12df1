"""The fast way of rendering gives MkDocs' own bytes, and its warnings."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import pytest

import mkdocs_events
from arkiv import workers
from arkiv.bench.corpus import write_archive
from arkiv.building import View, prepare, view
from arkiv.model import Audience
from arkiv.rendering import press
from arkiv.rendering.body import Body
from arkiv.settings import read_settings
from tests.integration.demo import BUILDS, CONFIG, load_dictionary, prepared, tree

pytestmark = pytest.mark.xdist_group("demo")


def assert_same(seen: View, folder: Path) -> None:
    warnings = mkdocs_events.render(seen, folder / "fast")
    assert warnings == mkdocs_events.render_plainly(seen, folder / "plain")
    assert tree(folder / "fast") == tree(folder / "plain")


@pytest.mark.parametrize(("audience", "level"), BUILDS)
def test_the_demo_has_the_same_bytes_for_every_audience_and_level(
    audience: Audience, level: str, tmp_path: Path
) -> None:
    archive = prepared()
    assert_same(view(archive, audience, archive.settings.levels.get(level)), tmp_path)


@pytest.fixture
def generated(tmp_path: Path) -> View:
    load_dictionary()
    docs = tmp_path / "docs"
    write_archive(docs, minutes=45, people=40, seed=3)
    found = next((docs / "moten").rglob("*.md"))
    odd = (
        "\n\n## 90. Udda *rubrik*\n\n```\nkod\n```\n\n- ett\n    - två\n\n[bort](../x.md) [ankare](#saknas)\n"
    )
    found.write_text(found.read_text("utf-8") + odd, "utf-8")
    settings = read_settings(CONFIG)
    return view(prepare(settings, docs), Audience.PUBLIC, settings.levels.order[1])


def test_a_generated_archive_has_the_same_bytes_and_warnings_by_several_processes(
    generated: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "WORTH_A_PROCESS", 10)
    monkeypatch.setattr(workers, "CORES", 3)
    assert_same(generated, tmp_path)


SLOW = {
    "index.md": "the start page has raw HTML inside a box",
    "tillganglighet.md": "what people write by hand has headings without ids",
}
"""Pages of a generated archive that the fast way does not know, and why; one that is not here is a fault."""


@dataclass(frozen=True, slots=True)
class Slow:
    """The pages that went MkDocs' own way: converted by it, rendered by its theme."""

    converted: list[str]
    rendered: list[str]


@pytest.fixture
def slow(generated: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Slow:
    """What went the slow way when the generated archive was rendered."""
    seen = Slow([], [])
    page, body = mkdocs_events.MkDocs.page, mkdocs_events.MkDocs.body

    def noted_page(engine: mkdocs_events.MkDocs, path: str, made: Body) -> str:
        seen.rendered.append(path)
        return page(engine, path, made)

    def noted_body(engine: mkdocs_events.MkDocs, path: str) -> Body:
        seen.converted.append(path)
        return body(engine, path)

    monkeypatch.setattr(mkdocs_events.MkDocs, "page", noted_page)
    monkeypatch.setattr(mkdocs_events.MkDocs, "body", noted_body)
    mkdocs_events.render(generated, tmp_path / "ut")
    return seen


def test_all_pages_are_converted_the_fast_way_but_the_first_and_those_named_here(
    generated: View, slow: Slow
) -> None:
    """Else the equality above would say nothing. The first page is made both ways."""
    odd = [page.path for page in generated.pages if "Udda" in str(page)]
    assert len(odd) == 1
    assert set(slow.converted[1:]) == {*SLOW, *odd}


def test_of_each_kind_of_page_the_theme_renders_one(generated: View, slow: Slow) -> None:
    """A page below which others lie is a kind of its own, since its links are written in another way."""
    above = {parent for page in generated.pages for parent in PurePosixPath(page.path).parents}
    alike = [PurePosixPath(path) for path in slow.rendered if PurePosixPath(path).stem != "index"]
    folders = Counter(path.parent for path in alike if path.with_suffix("") not in above)
    assert folders.pop(PurePosixPath("moten/2000")) <= 2  # and the odd one
    assert folders.pop(PurePosixPath(".")) <= sum("/" not in page.path for page in generated.pages)
    assert set(folders.values()) <= {1}


def test_an_engine_that_writes_headings_in_another_way_goes_its_own_way(
    generated: View, tmp_path: Path
) -> None:
    text = CONFIG.read_text("utf-8").replace('permalink: "#"', "anchorlink: true")
    config = tmp_path / "mkdocs.yml"
    for folder in ("hooks/mkdocs_events.py", "hooks/arkiv/theme"):
        text = text.replace(f" {folder}", f" {CONFIG.parent / folder}")
    config.write_text(text, "utf-8")
    assert_same(replace(generated, config_file=config), tmp_path)
