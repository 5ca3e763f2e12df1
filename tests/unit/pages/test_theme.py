"""The theme renders what the projection gives it, and nothing without."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from mkdocs.commands.build import build

from arkiv.public import PublicText
from tests.unit.pages import archives
from tests.unit.pages.building import built, config
from tests.unit.pages.rendering import Parsed


def written(folder: Path) -> list[Path]:
    """Files of the site that a reader could open."""
    return [path for path in (folder / "site").rglob("*") if path.suffix in {".html", ".md", ".xml", ".json"}]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    archive = archives.rich_archive()
    return built(tmp_path_factory.mktemp("built"), archive)


def test_an_engine_that_runs_no_hook_publishes_nothing(tmp_path: Path) -> None:
    settings = config(tmp_path)
    (tmp_path / "docs" / "index.md").write_text("# Alva Rotvik\n", encoding="utf-8")
    with pytest.raises(UndefinedError):
        build(settings)
    assert written(tmp_path) == []


def test_pages_that_get_in_without_the_projection_do_not_render(tmp_path: Path) -> None:
    settings = config(tmp_path, exclude_docs=None)
    (tmp_path / "docs" / "index.md").write_text("# Alva Rotvik\n", encoding="utf-8")
    with pytest.raises(UndefinedError):
        build(settings)
    assert written(tmp_path) == []


@pytest.mark.parametrize("template", ["main.html", "404.html", "sitemap.xml", "partials/content.html"])
def test_no_template_of_a_page_renders_without_the_seal(tmp_path: Path, template: str) -> None:
    environment = config(tmp_path).theme.get_env()
    with pytest.raises(UndefinedError):
        environment.get_template(template).render({"config": {}, "nav": [], "base_url": "."})


def test_an_empty_seal_is_no_seal(tmp_path: Path) -> None:
    archive = archives.rich_archive()
    with pytest.raises(Exception, match="the-projection-has-not-run"):
        built(tmp_path, archive, " ")


def test_every_page_and_the_404_page_say_the_level(site: dict[str, str]) -> None:
    assert len(site) > 15
    for path, text in site.items():
        assert "Nivå: Försämrat säkerhetsläge." in Parsed(text).text, path


def elements(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The elements of a page."""
    return iter(Parsed(text).elements)


def test_no_page_asks_another_host_for_anything(site: dict[str, str]) -> None:
    for path, text in site.items():
        for tag, attrs in elements(text):
            loads = attrs.get("src", "") or (attrs.get("href", "") if tag == "link" else "")
            assert not re.match(r"(https?:)?//", loads), (path, tag, loads)


def test_no_page_has_inline_styles_or_handlers(site: dict[str, str]) -> None:
    for path, text in site.items():
        for tag, attrs in elements(text):
            assert not [name for name in attrs if name == "style" or name.startswith("on")], (path, tag)
            assert tag != "style", path


def test_the_inline_scripts_are_the_same_on_every_page(site: dict[str, str]) -> None:
    scripts = {tuple(re.findall(r"<script>(.*?)</script>", text, re.S)) for text in site.values()}
    assert len(scripts) == 1
    assert len(scripts.pop()) == 3


def test_the_current_section_is_marked_in_the_menu(site: dict[str, str]) -> None:
    meeting = [attrs for _, attrs in elements(site["moten/2024/2024-10-11-skogschefer/index.html"])]
    active = [attrs["href"] for attrs in meeting if "arkiv-menu__link--active" in attrs.get("class", "")]
    assert active == ["../../"]
    about = [attrs for _, attrs in elements(site["om/index.html"]) if "aria-current" in attrs]
    assert [attrs["href"] for attrs in about] == ["./"]


def test_the_page_for_what_is_not_shown_says_the_same_of_all(site: dict[str, str]) -> None:
    text = Parsed(site["404.html"]).text
    assert "Sidan visas inte" in text
    assert "eller så får den inte visas just nu" in text
    assert "Not found" not in text


def test_no_page_says_that_a_tool_made_it_or_speaks_english(site: dict[str, str]) -> None:
    for text in site.values():
        assert "Material for MkDocs" not in text
        assert 'name="generator"' not in text
        assert '<html lang="sv"' in text


def test_the_catalogue_of_words_is_no_part_of_the_site(site: dict[str, str]) -> None:
    assert not [path for path in site if path.startswith("words")]


def test_a_title_that_is_markup_is_text_in_head_and_menu_too(tmp_path: Path) -> None:
    hostile = PublicText('"><script>alert(1)</script>')
    page = replace(archives.page("om.md", "x", "Text."), title=hostile)
    archive = archives.archive(pages=(page,))
    for path, text in built(tmp_path, archive).items():
        assert "<script>alert" not in text, path


def test_a_page_with_a_broken_link_is_told_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    page = archives.page("om.md", "Om", "[x](saknas.md)")
    archive = archives.archive(pages=(page,))
    built(tmp_path, archive)
    assert "saknas.md" in caplog.text
