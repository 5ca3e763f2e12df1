"""A small site built by MkDocs from a public archive made by hand, without the hook and the projection."""

from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from arkiv.exports import Publisher, feeds
from arkiv.navigation import existing, menu
from arkiv.pages import ThemeContext, load_words, pages, theme_context
from arkiv.public import PublicArchive
from arkiv.stylesheets import sheet
from tests.unit.pages.rendering import ROOT

WORDS = load_words("sv")


def shared() -> dict[str, Any]:
    """The settings in mkdocs.yml; MkDocs changes what it is given, so they are read anew."""
    settings: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return settings


def config(folder: Path, **settings: object) -> MkDocsConfig:
    """The settings of mkdocs.yml without the hook, on a folder of its own."""
    docs = folder / "docs"
    docs.mkdir(exist_ok=True)
    common = shared()
    theme = common["theme"] | {"custom_dir": str(ROOT / "hooks" / "arkiv" / "theme")}
    own = {"docs_dir": str(docs), "site_dir": str(folder / "site"), "hooks": [], "theme": theme, "nav": None}
    return load_config(**(common | own | settings))


class Projection(BasePlugin[MkDocsConfig]):  # type: ignore[no-untyped-call]
    """Gives MkDocs the generated pages and the theme its variable, as the hook does."""

    def __init__(self, archive: PublicArchive, context: ThemeContext) -> None:
        """Keep what is to be given."""
        self.archive, self.context = archive, context

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The theme's assets and the pages."""
        kept = [file for file in files if file.src_uri.startswith("assets/")]
        for file in kept:
            file.inclusion = InclusionLevel.INCLUDED
        exports = {made.path: made.content.decode() for made in feeds(self.archive, Publisher("Prov"), WORDS)}
        made = {page.path: page.markdown for page in pages(self.archive, WORDS)}
        made |= exports | {"bilagor/a.pdf": "x"}
        styles = {file.src_uri: file.content_bytes for file in kept if file.src_uri.endswith(".css")}
        one = sheet(styles, [str(path) for path in config.extra_css])
        config.extra_css, made[one.path] = [one.path], one.content.decode()
        level = InclusionLevel.INCLUDED
        found = [File.generated(config, path, content=text, inclusion=level) for path, text in made.items()]
        return Files([*kept, *found])

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The variable for pages."""
        return self._with_arkiv(context)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The variable for templates."""
        return self._with_arkiv(context)

    def _with_arkiv(self, context: TemplateContext) -> TemplateContext:
        values: dict[str, Any] = {"arkiv": self.context}
        context.update(values)  # type: ignore[typeddict-item]
        return context


def built(folder: Path, archive: PublicArchive, seal: str = "sealed") -> dict[str, str]:
    """Every HTML file of a site, by path."""
    nav = existing(shared()["nav"], menu(pages(archive, WORDS), WORDS))
    settings = config(folder, nav=nav)
    settings.plugins["projection"] = Projection(archive, theme_context(archive, WORDS, seal))
    build(settings)
    site = folder / "site"
    return {str(path.relative_to(site)): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
