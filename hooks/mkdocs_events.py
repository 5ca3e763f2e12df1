"""Binds MkDocs' events to arkiv. The only file that imports mkdocs; it decides nothing.

MkDocs is given what the projection has made and allowed, and nothing that it found in docs/ itself.
"""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markdown import Markdown
from markdown.extensions.toc import nest_toc_tokens
from mkdocs import utils
from mkdocs.commands.build import _build_theme_template, build, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils.templates import TemplateContext

from arkiv.attachments import published
from arkiv.building import View
from arkiv.engine_warnings import told
from arkiv.handover import handing_over, taken
from arkiv.markdown_words import worded
from arkiv.navigation import existing, menu
from arkiv.plain_build import NotAllowed, plain_view, refuse_site_dir
from arkiv.rendering.body import Address, Body, Heading, Links
from arkiv.rendering.press import Source, press
from arkiv.stylesheets import StylesMissing, sheet

_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Material's own search, which this site does not have."""

_view: View | None = None
"""The view of the build that is running: MkDocs loads this file anew for each configuration it loads."""

_offered: list[File] = []
"""The files that `on_files` gave MkDocs; whatever else turns up came past the projection."""


def render(view: View, site_dir: Path) -> tuple[str, ...]:
    """Render a view, as fast as can be; returns MkDocs' warnings."""
    with _loaded(view, site_dir) as (config, warnings):
        if _is_foreseen(config):
            press(MkDocs(config, warnings), view.bodies)
        else:
            build(config)
    return tuple(warnings)


def render_plainly(view: View, site_dir: Path) -> tuple[str, ...]:
    """Render a view with MkDocs' own build; `render` must give the same bytes and warnings."""
    with _loaded(view, site_dir) as (config, warnings):
        build(config)
    return tuple(warnings)


@contextmanager
def _loaded(view: View, site_dir: Path) -> Iterator[tuple[MkDocsConfig, list[str]]]:
    """The configuration for this view, and where MkDocs' warnings end up."""
    with handing_over(view), _collected_warnings() as warnings:
        config = load_config(str(view.config_file), site_dir=str(site_dir), docs_dir=str(view.docs_dir))
        yield config, warnings


@contextmanager
def _collected_warnings() -> Iterator[list[str]]:
    """What MkDocs logs from warnings up, kept from the terminal, and without names."""
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(told(record.getMessage()))  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    propagated, logger.propagate = logger.propagate, False
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated


def _current() -> View:
    if _view is None:
        raise PluginError("arkiv: the projection has not run - keep `hooks:` in mkdocs.yml")
    return _view


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Project before MkDocs reads or cleans anything; refuse to write where arkiv publishes."""
    global _view  # noqa: PLW0603 - events are functions of a module, and share nothing else
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # for sitemaps: bytes must not depend on the clock
    try:
        _view = taken()
        if _view is None:
            refuse_site_dir(Path(config.site_dir), Path(config.config_file_path))
            _view = plain_view(Path(config.config_file_path), Path(config.docs_dir), os.environ)
    except NotAllowed as error:
        raise PluginError(str(error)) from None
    config.use_directory_urls = True
    words = _view.context.words
    config.nav = existing(config.nav, menu(_view.pages, words))
    config.mdx_configs = worded(config.mdx_configs, words)
    return config


@event_priority(100)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Put the projection's pages and assets in the place of everything found in docs/."""
    view = _current()
    theme = [file for file in files if _is_theme_asset(file, config)]
    for file in theme:
        file.inclusion = InclusionLevel.INCLUDED  # `exclude_docs: "*"` would leave the theme's files out too
    made = [_generated(config, page.path, page.markdown) for page in view.pages]
    assets = [_generated(config, a.target, published(view.docs_dir / a.source)) for a in view.archive.assets]
    exports = [_generated(config, export.path, export.content) for export in view.exports]
    _offered[:] = [*_with_one_sheet(theme, config), *made, *assets, *exports]
    return Files(_offered)


def _with_one_sheet(theme: list[File], config: MkDocsConfig) -> list[File]:
    """The theme's files, with all stylesheets as one, which takes the place of `extra_css`."""
    styles = {file.src_uri: file.content_bytes for file in theme if file.src_uri.endswith(".css")}
    try:
        found = sheet(styles, [str(path) for path in config.extra_css])
    except StylesMissing as error:
        raise PluginError(f"arkiv: {error}") from None
    config.extra_css = [found.path]
    one = _generated(config, found.path, found.content)
    return [one, *(file for file in theme if file.src_uri not in found.parts)]


def _generated(config: MkDocsConfig, path: str, content: str | bytes) -> File:
    return File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)


def _is_theme_asset(file: File, config: MkDocsConfig) -> bool:
    """A file that a theme ships under assets/ and the pages use; what lies beside them is nobody's to see."""
    ships = file.src_dir in config.theme.dirs and file.src_uri.startswith("assets/")
    return ships and not file.src_uri.startswith(_UNUSED) and not file.src_uri.endswith(".map")


@event_priority(-100)
def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001 - by name
    """Refuse files that another plugin has added past the projection, or put in a page's place."""
    _refuse_others(files)
    return nav


@event_priority(-100)
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - by name
    """Refuse them again: this is the last event before files are copied."""
    _refuse_others(files)
    return env


def _refuse_others(files: Files) -> None:
    offered = {id(file) for file in _offered}
    for file in files:
        if id(file) not in offered:
            raise PluginError(f"arkiv: a plugin added {file.src_uri} past the projection - remove the plugin")


def on_template_context(context: TemplateContext, **_: object) -> TemplateContext:
    """Give the theme's own pages (404, sitemap) what they refuse to render without."""
    return _with_arkiv(context)


def on_page_context(context: TemplateContext, **_: object) -> TemplateContext:
    """Give every page what it refuses to render without."""
    return _with_arkiv(context)


def _with_arkiv(context: TemplateContext) -> TemplateContext:
    values: dict[str, Any] = {"arkiv": _current().context}
    context.update(values)  # type: ignore[typeddict-item]
    return context


_MARKDOWN = frozenset("attr_list def_list fenced_code footnotes md_in_html sane_lists tables toc".split())
"""The extensions whose Markdown `arkiv.rendering` knows."""


def _is_foreseen(config: MkDocsConfig) -> bool:
    """Whether nothing but this file takes part in the build, and its Markdown is known."""
    alone = len(config.hooks) == 1 and set(config.plugins) == set(config.hooks)
    return alone and not config.extra_templates and set(config.markdown_extensions) == _MARKDOWN


class MkDocs:
    """The steps of MkDocs' own build (`mkdocs.commands.build` of 1.6.1), for `arkiv.rendering` to take.

    They are taken in MkDocs' order, but that each page is read, converted and written in one go.
    """

    def __init__(self, config: MkDocsConfig, warnings: list[str]) -> None:
        """Lay out the site; `warnings` is where MkDocs' warnings end up."""
        self.config = config.plugins.on_config(config)
        self.warnings = warnings
        self.env = config.theme.get_env()
        files = Files([])  # what lies in docs/ is dropped by `on_files`: it need not be looked for
        files.add_files_from_theme(self.env, config)
        self.files = config.plugins.on_files(files, config=config)
        self.nav = config.plugins.on_nav(get_navigation(self.files, config), config=config, files=self.files)
        self.documents = self.files.documentation_pages()
        self.pages = {file.src_uri: file.page or Page(None, file, config) for file in self.documents}
        for page in self.nav.pages:  # every page shows their titles
            page.read_source(config)

    @cached_property
    def permalink(self) -> str:
        """What ends every heading, with `{id}` for the heading's id."""
        config = self.config
        made = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        heading = made.convert("## N { #I }")
        return heading.removeprefix('<h2 id="I">N').removesuffix("</h2>").replace("#I", "#{id}")

    def begin(self) -> None:
        """Write everything but the pages, into an empty folder."""
        utils.clean_directory(self.config.site_dir)
        self.config.plugins.on_env(self.env, config=self.config, files=self.files)
        self.files.copy_static_files()
        for template in self.config.theme.static_templates:
            _build_theme_template(template, self.env, self.files, self.config, self.nav)

    def addresses(self) -> dict[str, str]:
        """The pages to make."""
        return {path: page.url for path, page in self.pages.items()}

    def source(self, path: str) -> Source:
        """A page to make."""
        page = self.pages[path]
        page.read_source(self.config)
        text, in_menu = page.markdown or "", page in self.nav.pages
        return Source(path, page.url, page.canonical_url, text, page.meta, in_menu)

    @cached_property
    def paths(self) -> frozenset[str]:
        """All pages and files that can be linked to."""
        return frozenset(self.files.src_uris)

    def linking(self, path: str) -> tuple[Address, Callable[[], Links]]:
        """How links are written on a page, and what was linked to so far."""
        links = _RelativePathTreeprocessor(self.pages[path].file, self.files, self.config)
        return links.path_to_url, lambda: _by_path(links.links_to_anchors)

    def body(self, path: str) -> Body:
        """A page's Markdown, converted by MkDocs."""
        page = self.pages[path]
        page.render(self.config, self.files)
        ids, links = frozenset(page.present_anchor_ids or ()), _by_path(page.links_to_anchors or {})
        return Body(page.content or "", tuple(_flat(page.toc)), ids, links)

    def page(self, path: str, body: Body) -> str:
        """A page as the theme renders it."""
        page = self.pages[path]
        tokens = [{"level": one.level, "id": one.id, "name": one.name} for one in body.headings]
        page.content, page.toc = body.html, get_toc(nest_toc_tokens(tokens))  # type: ignore[arg-type]  # reads levels
        return self._rendered(page)

    def shell(self, stand_in: Any) -> str:
        """What the theme renders where something else stands in for a page."""
        return self._rendered(stand_in)

    def write(self, path: str, html: str) -> None:
        """Write a page."""
        target = self.pages[path].file.abs_dest_path
        utils.write_file(html.encode("utf-8", errors="xmlcharrefreplace"), target)

    def finish(self, bodies: Mapping[str, Body]) -> None:
        """Warn of links to anchors that are not there."""
        for path, body in bodies.items():
            page, to = self.pages[path], self.files.src_uris
            page.present_anchor_ids = set(body.ids)
            page.links_to_anchors = {to[target]: dict(said) for target, said in body.links.items()}
        for page in self.pages.values():
            page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)

    def _rendered(self, page: Page) -> str:
        context = get_context(self.nav, self.documents, self.config, page)
        context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
        return self.env.get_template("main.html").render(context)


def _by_path(links: Mapping[File, Mapping[str, str]]) -> Links:
    return {file.src_uri: dict(said) for file, said in links.items()}


def _flat(items: Iterable[AnchorLink]) -> Iterator[Heading]:
    for item in items:
        yield Heading(item.level, item.id, item.title)
        yield from _flat(item.children)
