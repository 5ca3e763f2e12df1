"""Links in the texts lead somewhere, and what they tell stays within the repository."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.unit.docs.texts import ROOT, TEXTS, said, without_blocks

_LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")


def anchors(path: Path) -> set[str]:
    """The anchors that GitHub and others make of a text's headings."""
    titles = re.findall(r"(?m)^#+ (.+)$", without_blocks(said(path)))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def targets(path: Path) -> list[str]:
    """What a text links to in the repository; code is no link."""
    text = re.sub(r"`[^`\n]*`", "", without_blocks(said(path)))
    found = (match["target"] for match in _LINK.finditer(text))
    return [target for target in found if "://" not in target and not target.startswith("mailto:")]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_to_a_heading_in_it(path: Path) -> None:
    for target in targets(path):
        file, _, anchor = unquote(target).partition("#")
        found = (path.parent / file).resolve() if file else path
        assert found.is_relative_to(ROOT), target
        assert found.exists(), target
        assert not anchor or anchor in anchors(found), target


def test_every_page_of_the_handbook_stands_in_its_index() -> None:
    index = targets(ROOT / "handbook" / "README.md")
    assert {path.name for path in TEXTS if path.parent.name == "handbook"} - {"README.md"} <= set(index)
