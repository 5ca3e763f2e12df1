import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from arkiv.model import Audience
from arkiv.policy.levels import Level, Levels
from arkiv.variants import UNKNOWN, Deployment, State
from arkiv.variants.holding import page_files
from tests.unit.variants.rig import GoLive, Page

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


class _Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in {"meta", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_holding_page_is_whole_swedish_and_kept_out_of_search_engines() -> None:
    page = _Elements(page_files()["index.html"])
    assert page.open == []
    assert ("html", {"lang": "sv"}) in page.found
    assert ("meta", {"name": "robots", "content": "noindex"}) in page.found
    assert ("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}) in page.found
    tags = [tag for tag, _ in page.found]
    assert [tags.count(tag) for tag in ("title", "main", "h1", "script", "style")] == [1, 1, 1, 0, 0]


def test_the_holding_page_fetches_nothing_but_its_own_style_sheet() -> None:
    addresses = re.findall(r'(?:href|src|url\()=?"?([^")\s>]+)', "".join(page_files().values()))
    assert set(addresses) == {"style.css"}


def test_every_other_address_answers_the_same_page() -> None:
    assert page_files()["404.html"] == page_files()["index.html"]


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#") if len(colour) == 7 else "".join(digit * 2 for digit in colour.lstrip("#"))
    channels = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_its_text_has_a_contrast_of_seven_to_one_in_light_and_dark() -> None:
    schemes = re.findall(r"--ground: (#\w+);\s+--text: (#\w+);", page_files()["style.css"])
    assert len(schemes) == 2
    for scheme in schemes:
        dark, light = sorted(_luminance(colour) for colour in scheme)
        assert (light + 0.05) / (dark + 0.05) >= 7


def test_closing_needs_no_content_and_nothing_staged(deployment: Deployment, page: Page) -> None:
    assert deployment.close(PUBLIC).live.state is State.HOLDING
    assert page() == page_files()["index.html"]
    assert page(path="404.html") == page_files()["404.html"]
    assert deployment.live(PUBLIC).level == UNKNOWN
    assert deployment.live(INTERNAL).state is State.NOTHING


def test_closing_hides_the_site_at_once_and_keeps_its_level(
    deployment: Deployment, go_live: GoLive, page: Page
) -> None:
    go_live("skarpt")
    deployment.close(PUBLIC)
    assert "skarpt" not in page()
    assert not (deployment.layout.link(PUBLIC) / "moten").exists()
    assert deployment.live(PUBLIC).closed
    assert deployment.level(PUBLIC).id == "skarpt"


@pytest.mark.parametrize(
    ("live", "asked", "held"),
    [
        ("normal", None, "normal"),
        ("normal", "skarpt", "skarpt"),
        ("skarpt", "normal", "skarpt"),
        ("skarpt", "skarpt", "skarpt"),
    ],
)
def test_closing_keeps_the_stricter_of_the_level_that_was_and_the_one_asked_for(
    deployment: Deployment, go_live: GoLive, live: str, asked: str | None, held: str
) -> None:
    go_live(live)
    level = deployment.levels.get(asked) if asked else None
    assert deployment.close(PUBLIC, level).live.level == held
    assert deployment.close(PUBLIC).live.level == held


def test_closing_something_of_an_unknown_level_leaves_the_level_unknown(deployment: Deployment) -> None:
    deployment.close(PUBLIC)
    assert deployment.close(PUBLIC, deployment.levels.get("normal")).live.level == UNKNOWN


def test_holding_pages_are_ready_before_they_are_needed(deployment: Deployment, go_live: GoLive) -> None:
    go_live("normal")
    ready = [name for name in deployment.layout.names() if name.startswith("holding-")]
    assert len(ready) == len(Audience) * (len(tuple(deployment.levels)) + 1)


def test_a_damaged_holding_page_is_made_again(deployment: Deployment, page: Page) -> None:
    variant = deployment.close(PUBLIC).live.variant
    assert variant
    (variant.site / "index.html").write_text("annat", encoding="utf-8")
    (variant.folder / "manifest.json").write_text("{}", encoding="utf-8")
    deployment.close(PUBLIC)
    assert page() == page_files()["index.html"]


def test_levels_whose_ids_look_alike_as_file_names_have_holding_pages_of_their_own(tmp_path: Path) -> None:
    order = (Level("a b", "", ""), Level("a/b", "", ""))
    deployment = Deployment(tmp_path / "site", Levels(order, order[0]))
    held = [deployment.close(PUBLIC, level).live for level in order]
    assert [live.level for live in held] == ["a b", "a/b"]
