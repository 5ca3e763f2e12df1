"""The archive `tests/sites/engelskt`, with the settings that an English site has."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

import mkdocs_events
from arkiv.building import Prepared, build_site, prepare, view
from arkiv.model import Audience
from arkiv.settings import read_settings
from tests.integration.demo import CONFIG, ROOT, load_dictionary, workspace

DOCS = ROOT / "tests" / "sites" / "engelskt"

SETTINGS = """\
site_name: The minutes of Hult
extra:
  generator: false
  scope: /
  arkiv:
    levels:
      - {id: normal, label: Normal, meaning: Names are shown.}
      - {id: forsamrat, label: Deteriorated security, meaning: Less is shown of those who take part.}
      - {id: skarpt, label: Heightened alert, meaning: Still less is shown.}
      - {id: hogsta, label: Highest alert, meaning: As little as possible is shown.}
    lowest_level: normal
    accessibility:
      operator: The Hult region
      email: access@hult.example
      phone: 0555-120 30
      answer: within two days
      conformance: partial
      reviewed: 2026-10-15
      updated: 2026-11-06
"""


def config(folder: Path, language: str = "en") -> Path:
    """The repository's mkdocs.yml with that language, and with levels that are named in it."""
    text = CONFIG.read_text(encoding="utf-8").replace("hooks/", f"{ROOT}/hooks/")
    head, _, rest = text.partition("site_name:")
    shared = rest.partition("docs_dir:")[2].partition("extra:\n")[0]
    said = f"{head}docs_dir:{shared}{SETTINGS}".replace("  language: sv", f"  language: {language}")
    file = folder / "mkdocs.yml"
    file.write_text(said, encoding="utf-8")
    return file


@cache
def prepared(docs: Path) -> Prepared:
    """An archive, read once."""
    load_dictionary()
    return prepare(read_settings(config(Path(tempfile.mkdtemp(dir=workspace())))), docs)


RENAMED = {
    "Alva": "Knebus", "Rotvik": "Tvogqom", "Birger": "Zwimo", "birger": "zwimo", "Tallmo": "Gnulvyxus",
    "tallmo": "gnulvyxus", "Cilla": "Jebo", "Granfors": "Prubknebus",
}  # fmt: skip
"""Other names for the members of the network that is not always named."""


@cache
def renamed() -> Path:
    """The archive with those members renamed, wherever they stand."""
    docs = Path(tempfile.mkdtemp(dir=workspace())) / "docs"
    shutil.copytree(DOCS, docs)
    for file in docs.rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        for old, new in RENAMED.items():
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
    return docs


@cache
def site(audience: Audience, level: str, docs: Path = DOCS) -> Path:
    """The folder of a built and audited site, which is not to be changed."""
    folder = Path(tempfile.mkdtemp(dir=workspace())) / "site"
    found = prepared(docs)
    seen = view(found, audience, found.settings.levels.get(level))
    build_site(seen, folder, mkdocs_events.render, lambda line: None)
    return folder
