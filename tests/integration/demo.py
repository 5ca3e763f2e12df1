"""The archive under docs/, built once for each audience and level in a session, and shared by all who ask."""

import atexit
import gc
import hashlib
import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path

import mkdocs_events
from arkiv.building import Prepared, build_site, prepare, view
from arkiv.data.dictionary import is_word
from arkiv.model import Audience
from arkiv.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "mkdocs.yml"
DOCS = ROOT / "docs"
LEVELS = ("normal", "forsamrat", "skarpt", "hogsta")
BUILDS = [(audience, level) for audience in Audience for level in LEVELS]


@cache
def workspace() -> Path:
    """A folder that is removed when the tests end."""
    folder = Path(tempfile.mkdtemp(prefix="arkiv-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def load_dictionary() -> None:
    """Load Hunspell's word list, whose reader leaves its files to the garbage collector."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        is_word("ord")
        gc.collect()


@cache
def prepared(docs: Path = DOCS) -> Prepared:
    """An archive, read once."""
    load_dictionary()
    return prepare(read_settings(CONFIG), docs)


@cache
def site(audience: Audience, level: str, docs: Path = DOCS) -> Path:
    """The folder of a built and audited site, which is not to be changed."""
    folder = Path(tempfile.mkdtemp(dir=workspace())) / "site"
    archive = prepared(docs)
    seen = view(archive, audience, archive.settings.levels.get(level))
    build_site(seen, folder, mkdocs_events.render, lambda line: None)
    return folder


def tree(folder: Path) -> dict[str, str]:
    """Every file of a site, dotfiles too, by its path: the digest of its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
