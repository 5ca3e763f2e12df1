"""An organisation whose name is one letter from a hidden surname stays, and the surname goes."""

from pathlib import Path

from arkiv.audit import audit
from arkiv.building import prepare, view
from arkiv.command_line import settings
from arkiv.model import Audience
from tests.integration.demo import site

_NETWORK = """---
kind: network
name: Skolnätverket
members:
  - {name: Tania Forslund, organization: Forslunda, role: skolchef}
---
Text.
"""
_MINUTES = """---
kind: minutes
network: skola
date: 2024-10-11
status: approved
---

## 1. Läget

Forslunda redovisar läget. Forslunds förslag antas i Forslunda.
"""


def _archive(docs: Path) -> Path:
    (docs / "natverk").mkdir(parents=True)
    (docs / "moten" / "2024").mkdir(parents=True)
    (docs / "natverk" / "skola.md").write_text(_NETWORK, "utf-8")
    (docs / "moten" / "2024" / "2024-10-11-skola.md").write_text(_MINUTES, "utf-8")
    return docs


def test_an_organisation_near_a_hidden_surname_is_shown_and_passes_the_audit(tmp_path: Path) -> None:
    docs = _archive(tmp_path / "docs")
    built = site(Audience.PUBLIC, "forsamrat", docs)
    known = settings()
    seen = view(prepare(known, docs), Audience.PUBLIC, known.levels.get("forsamrat"))
    (text,) = (page.markdown for page in seen.pages if page.path.endswith("2024-10-11-skola.md"))
    assert "Forslunda redovisar läget. Deltagarens förslag antas i Forslunda." in text
    assert audit(built, seen.secrets) == ()
