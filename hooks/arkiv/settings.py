"""What `mkdocs.yml` says about the rule: levels, the lowest that may be live, the default rule.

Read without MkDocs, so that `check`, `audit` and `switch` start fast and the library stays free of it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from arkiv.accessibility import Accessibility, read_accessibility
from arkiv.languages import REFERENCE, languages
from arkiv.model import Place
from arkiv.policy.levels import Level, Levels
from arkiv.problems import ArchiveError
from arkiv.sources.fields import Fields, Problems
from arkiv.sources.yaml_tree import Node, YamlError, parse

CONFIG_FILE = "mkdocs.yml"
_ADDRESS = re.compile(r"https?://[^\s/?#\"';,]+(?:/[^\s?#\"';,]*)?")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another archive, which this one's search asks too. `address` is its site's, with a slash at the end."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The program's own part of mkdocs.yml. `default_visibility` is audience -> level id -> disclosure id."""

    levels: Levels
    default_visibility: Mapping[str, Mapping[str, str]]
    default_place: Place
    docs_dir: Path
    site_name: str
    site_url: str
    language: str
    config_file: Path
    accessibility: Accessibility | None = None
    portal: tuple[Neighbour, ...] = ()


def read_settings(config_file: Path) -> Settings:
    """The settings in this mkdocs.yml.

    Raises:
        ArchiveError: they cannot be used; all faults are told.
    """
    problems = Problems(config_file.name)
    fields = _extra(config_file, problems)
    settings = _settings(fields, config_file) if fields else None
    if problems.found or settings is None:
        raise ArchiveError(tuple(problems.found))
    return settings


def _extra(config_file: Path, problems: Problems) -> Fields | None:
    try:
        tree = parse(config_file.read_text(encoding="utf-8"), allow_tags=True)
    except YamlError as error:
        problems.add(error.line, "yaml", error.what, error.remedy)
        return None
    except (OSError, UnicodeDecodeError):
        problems.add(1, "file", "cannot be read as UTF-8", "run arkiv where mkdocs.yml is")
        return None
    return Fields(tree or Node({}, 1), problems)


def _settings(fields: Fields, config_file: Path) -> Settings | None:
    extra = fields.mapping("extra")
    arkiv = extra.mapping("arkiv") if extra else None
    if arkiv is None:
        fields.problems.add(1, "extra.arkiv", "is missing", "add the levels and the default rule")
        return None
    levels = _levels(arkiv)
    rows = arkiv.mapping("default_visibility")
    theme = fields.mapping("theme")
    statement = arkiv.mapping("accessibility")
    place = Place(config_file.name, arkiv.line_of("accessibility"))
    portal = tuple(_neighbour(entry) for entry in arkiv.mappings("portal"))
    arkiv.refuse_unknown()
    if levels is None:
        return None
    return Settings(
        levels=levels,
        default_visibility=_cells(rows) if rows else {},
        default_place=Place(config_file.name, arkiv.line_of("default_visibility")),
        docs_dir=config_file.parent / (fields.text("docs_dir") or "docs"),
        site_name=fields.text("site_name") or "",
        site_url=fields.text("site_url") or "",
        language=_language(theme) if theme else REFERENCE,
        config_file=config_file,
        accessibility=read_accessibility(statement, place) if statement else None,
        portal=portal,
    )


def _cells(rows: Fields) -> dict[str, dict[str, str]]:
    audiences = ((audience, rows.mapping(audience)) for audience in rows.keys)
    return {
        audience: {level: cells.text(level) or "" for level in cells.keys}
        for audience, cells in audiences
        if cells
    }


def _levels(arkiv: Fields) -> Levels | None:
    order = tuple(_level(entry) for entry in arkiv.mappings("levels"))
    ids = [level.id for level in order]
    if not order:
        arkiv.wrong("levels", "is missing or empty", "list the levels, the laxest first")
        return None
    if not all(_ID.fullmatch(level_id) for level_id in ids):
        arkiv.wrong("levels", "has an id that is missing or not usable", "use a-z, 0-9 and hyphens")
    if len(set(ids)) < len(ids):
        arkiv.wrong("levels", "lists an id twice", "give each level an id of its own")
    lowest = arkiv.text("lowest_level")
    if lowest is not None and lowest not in ids:
        known = dict.fromkeys(level_id for level_id in ids if _ID.fullmatch(level_id))
        arkiv.wrong("lowest_level", "is unknown", f"write one of: {', '.join(known)}")
    # Nothing said means the strictest: an archive opens up only where somebody wrote so.
    found = next((level for level in order if level.id == lowest), order[-1])
    return Levels(order, found)


def _language(theme: Fields) -> str:
    """One there are words for; another is a fault."""
    said = theme.text("language") or REFERENCE
    if said not in languages():
        theme.wrong("language", f"is not among the site's languages{_shown(said)}", _one_of_languages())
    return said


def _shown(said: str) -> str:
    """A short word may be told; anything longer is no language, and may be anything."""
    return f" ({said})" if re.fullmatch(r"[a-z]{2,3}", said) else ""


def _one_of_languages() -> str:
    return f"write one of: {', '.join(languages())}"


def _neighbour(entry: Fields) -> Neighbour:
    name, address = entry.text("name", required=True), entry.text("address", required=True)
    if address and not _ADDRESS.fullmatch(address):
        entry.wrong("address", "is no address of a site", "write https://, the host and the path")
    entry.warn_unknown()
    return Neighbour(name or "", f"{(address or '').rstrip('/')}/")


def _level(entry: Fields) -> Level:
    level_id = entry.text("id") or ""
    return Level(level_id, entry.text("label") or level_id, entry.text("meaning") or "")
