"""A plain `mkdocs build`: through the hooks it is as safe as ours, and without them it fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOOKS = "hooks:\n  - hooks/mkdocs_events.py\n"
EXCLUDED = 'exclude_docs: "*"\n'
HIDDEN, EXEMPT, PROTECTED = "Eskil Granfors", "Maj Hedlund", "Tora Vidmark"

NETWORK = f"""\
---
kind: network
name: Biblioteksnätverket
members:
  - {{name: {HIDDEN}, organization: Almeå, role: bibliotekschef, email: eskil@almea.example}}
  - {{name: {EXEMPT}, organization: Norrvik, role: kulturchef, always_named: presskontakt}}
  - {{name: {PROTECTED}, organization: Norrvik, role: arkivarie, protected: true}}
---
{HIDDEN} leder nätverket.
"""
MINUTES = f"""\
---
kind: minutes
network: bibliotek
date: 2024-10-11
status: approved
present:
  - {{name: {HIDDEN}, organization: Almeå, role: bibliotekschef}}
attachments:
  - {{file: ../../bilagor/planen.txt, title: Planen}}
---
## 1. Bokbussen

{HIDDEN} och {PROTECTED} redovisade turlistan.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with docs/ and nothing else."""
    for path, text in {
        "index.md": "# Start\n",
        "om.md": f"# Om arkivet\n\n{PROTECTED} har skrivit sidan.\n",
        "natverk/bibliotek.md": NETWORK,
        "moten/2024/2024-10-11-bibliotek.md": MINUTES,
        "bilagor/planen.txt": "Planen för bokbussen.\n",
        "bilagor/lös.txt": f"Av {HIDDEN}.\n",
    }.items():
        target = tmp_path / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return tmp_path


def _build(
    archive: Path, *removed: str, site_dir: str = "ut", **environment: str
) -> subprocess.CompletedProcess[str]:
    """`mkdocs build` with our own mkdocs.yml, its paths made absolute, less the lines in `removed`."""
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    changes = {
        **dict.fromkeys(removed, ""),
        "docs_dir: docs\n": f"docs_dir: {archive / 'docs'}\n",
        "site_dir: .mkdocs-site\n": f"site_dir: {archive / site_dir}\n",
        "custom_dir: hooks/": f"custom_dir: {ROOT}/hooks/",
        "- hooks/mkdocs_events.py": f"- {ROOT}/hooks/mkdocs_events.py",
    }
    for old, new in changes.items():
        assert old in config or (old.startswith("- hooks") and HOOKS in removed)
        config = config.replace(old, new)
    (archive / "mkdocs.yml").write_text(config, encoding="utf-8")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("ARKIV_")}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", str(archive / "mkdocs.yml")],
        env={**inherited, "NO_MKDOCS_2_WARNING": "1", **environment},
        cwd=archive,
        capture_output=True,
        text=True,
        check=False,
    )


def _site(archive: Path, site_dir: str = "ut") -> dict[str, str]:
    folder = archive / site_dir
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes().decode("utf-8", "replace") for path in files}


def _stand_in(site: dict[str, str], name: str) -> set[str]:
    """The files in which any part of a name stands."""
    return {path for path, text in site.items() if any(part in path + text for part in name.split())}


def test_the_environment_says_what_is_hidden(archive: Path) -> None:
    done = _build(archive, ARKIV_LEVEL="forsamrat", ARKIV_AUDIENCE="public")
    assert done.returncode == 0, done.stderr
    site = _site(archive)
    assert {
        "index.html",
        "natverk/bibliotek/index.html",
        "moten/2024/2024-10-11-bibliotek/index.html",
    } <= site.keys()
    assert _stand_in(site, HIDDEN) == set()
    assert _stand_in(site, PROTECTED) == set()
    assert _stand_in(site, EXEMPT)


def test_without_a_level_the_laxest_that_is_allowed_is_built_and_still_nobody_protected(
    archive: Path,
) -> None:
    done = _build(archive)
    assert done.returncode == 0, done.stderr
    site = _site(archive)
    assert "moten/2024/2024-10-11-bibliotek/index.html" in _stand_in(site, HIDDEN)
    assert _stand_in(site, PROTECTED) == set()
    assert not any("l\u00f6s" in path for path in site)


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"ARKIV_LEVEL": "okand"}, "ARKIV_LEVEL: is no level"),
        ({"ARKIV_AUDIENCE": "alla"}, "ARKIV_AUDIENCE: is no audience"),
    ],
)
def test_an_unknown_level_or_audience_builds_nothing(
    archive: Path, environment: dict[str, str], told: str
) -> None:
    done = _build(archive, **environment)
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert _site(archive) == {}


def test_broken_sources_build_nothing_and_leave_what_was_built_before(archive: Path) -> None:
    (archive / "ut").mkdir()
    (archive / "ut/index.html").write_text("before")
    (archive / "docs/natverk/skola.md").write_text("x")
    done = _build(archive)
    assert done.returncode != 0
    assert "natverk/skola.md:1: frontmatter: is missing" in done.stderr
    assert "Traceback" not in done.stderr
    assert _site(archive) == {"index.html": "before"}


@pytest.mark.parametrize("site_dir", ["site", "site/public", "annan"])
def test_it_refuses_to_write_where_arkiv_publishes(archive: Path, site_dir: str) -> None:
    for live in ("site/public", "annan/.variants", "annan/public"):
        (archive / live).mkdir(parents=True)
        (archive / live / "index.html").write_text("live")
    done = _build(archive, site_dir=site_dir)
    assert done.returncode != 0
    assert "site_dir: is where arkiv publishes" in done.stderr
    assert (archive / "site/public/index.html").read_text() == "live"
    assert (archive / "annan/public/index.html").read_text() == "live"


@pytest.mark.parametrize("level", ["normal", "hogsta"])
def test_without_the_hooks_it_fails_and_publishes_nothing(archive: Path, level: str) -> None:
    done = _build(archive, HOOKS, ARKIV_LEVEL=level)
    assert done.returncode != 0
    site = _site(archive)
    assert not any(path.endswith((".html", ".xml", ".txt", ".md", ".gz")) for path in site)
    for name in (HIDDEN, EXEMPT, PROTECTED):
        assert _stand_in(site, name) == set()


def test_without_the_hooks_and_the_exclusion_the_theme_still_renders_no_page(archive: Path) -> None:
    done = _build(archive, HOOKS, EXCLUDED)
    assert done.returncode != 0
    assert not any(path.endswith((".html", ".xml", ".gz")) for path in _site(archive))
