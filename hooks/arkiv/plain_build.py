"""A plain `mkdocs build` or `mkdocs serve`: the same projection, into a folder of its own."""

from collections.abc import Mapping
from pathlib import Path

from arkiv.building import View, prepare, view
from arkiv.model import Audience
from arkiv.problems import ArchiveError
from arkiv.settings import Settings, read_settings
from arkiv.variants import Deployment, DeploymentError

SITE_DIR = "site"
"""Where arkiv publishes unless told otherwise, beside mkdocs.yml."""


class NotAllowed(Exception):
    """The build cannot go on; the text says why and what to do."""


def refuse_site_dir(site_dir: Path, config_file: Path) -> None:
    """Refuse to write where arkiv publishes: MkDocs cleans its site_dir first, and would empty a live site.

    Raises:
        NotAllowed: the folder is, holds or lies in a site that arkiv publishes.
    """
    target = site_dir.resolve()
    default = (config_file.parent / SITE_DIR).resolve()
    taken = target == default or default in target.parents or target in default.parents
    around = (target, *target.parents, *(child for child in target.glob("*") if child.is_dir()))
    if taken or any((folder / ".variants").is_dir() for folder in around):
        raise NotAllowed(
            f"{config_file.name}: site_dir: is where arkiv publishes - "
            "give MkDocs another folder, or run ./arkiv build"
        )


def plain_view(config_file: Path, docs_dir: Path, environment: Mapping[str, str]) -> View:
    """The view that ARKIV_AUDIENCE and ARKIV_LEVEL ask for; without a level, the one that is current.

    Raises:
        NotAllowed: the sources, the rule or the two variables are wrong.
    """
    try:
        settings = read_settings(config_file)
        audience = _audience(environment.get("ARKIV_AUDIENCE") or Audience.PUBLIC)
        level = environment.get("ARKIV_LEVEL") or _current_level(settings, audience)
        if level not in settings.levels:
            known = ", ".join(level.id for level in settings.levels)
            raise NotAllowed(f"ARKIV_LEVEL: is no level - set one of: {known}")
        return view(prepare(settings, docs_dir), audience, settings.levels.get(level))
    except (ArchiveError, DeploymentError) as error:
        raise NotAllowed(str(error)) from None


def _audience(said: str) -> Audience:
    if said not in list(Audience):
        raise NotAllowed(f"ARKIV_AUDIENCE: is no audience - set one of: {', '.join(Audience)}")
    return Audience(said)


def _current_level(settings: Settings, audience: Audience) -> str:
    return Deployment(settings.config_file.parent / SITE_DIR, settings.levels).level(audience).id
