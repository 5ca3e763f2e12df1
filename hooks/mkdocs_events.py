"""Binds MkDocs' events to arkiv. The only file that imports mkdocs; it decides nothing.

MkDocs is given the pages made from the projection and the files the projection allows, and nothing of
what it found in docs/ itself.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from arkiv.attachments import published
from arkiv.building import View
from arkiv.handover import handing_over, taken
from arkiv.navigation import existing
from arkiv.plain_build import NotAllowed, plain_view, refuse_site_dir

_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Material's own search, which this site does not have."""

_view: View | None = None
"""The view of the build that is running: MkDocs loads this file anew for each configuration it loads."""

_offered: list[File] = []
"""The files that `on_files` gave MkDocs; whatever else turns up came past the projection."""


def render(view: View, site_dir: Path) -> tuple[str, ...]:
    """Render a view with MkDocs; returns MkDocs' warnings."""
    with handing_over(view), _collected_warnings() as warnings:
        config = load_config(str(view.config_file), site_dir=str(site_dir), docs_dir=str(view.docs_dir))
        build(config)
    return tuple(warnings)


@contextmanager
def _collected_warnings() -> Iterator[list[str]]:
    """What MkDocs logs from warnings up, kept from the terminal."""
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
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
    os.environ["SOURCE_DATE_EPOCH"] = (
        "0"  # MkDocs writes it into sitemaps; bytes must not depend on the clock
    )
    try:
        _view = taken()
        if _view is None:
            refuse_site_dir(Path(config.site_dir), Path(config.config_file_path))
            _view = plain_view(Path(config.config_file_path), Path(config.docs_dir), os.environ)
    except NotAllowed as error:
        raise PluginError(str(error)) from None
    config.use_directory_urls = True
    config.nav = existing(config.nav, frozenset(page.path for page in _view.pages))
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
    _offered[:] = [*theme, *made, *assets, *exports]
    return Files(_offered)


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


def on_template_context(
    context: TemplateContext,
    *,
    template_name: str,  # noqa: ARG001 - MkDocs gives all of them by name
    config: MkDocsConfig,  # noqa: ARG001
) -> TemplateContext:
    """Give the theme's own pages (404, sitemap) what they refuse to render without."""
    return _with_arkiv(context)


def on_page_context(
    context: TemplateContext,
    *,
    page: Page,  # noqa: ARG001 - MkDocs gives all of them by name
    config: MkDocsConfig,  # noqa: ARG001
    nav: Navigation,  # noqa: ARG001
) -> TemplateContext:
    """Give every page what it refuses to render without."""
    return _with_arkiv(context)


def _with_arkiv(context: TemplateContext) -> TemplateContext:
    values: dict[str, Any] = {"arkiv": _current().context}
    context.update(values)  # type: ignore[typeddict-item]
    return context
