"""The demo archive in a real browser: one page of every kind it has, whatever kinds there will be."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from arkiv.bench.visits import meeting, weigh
from arkiv.model import Audience
from tests.browser import layout
from tests.browser.keyboard import walk
from tests.browser.page_site import served
from tests.browser.test_accessibility import AXE, RUN, faults
from tests.browser.test_zoom_and_motion import MOVES
from tests.integration.demo import site

pytestmark = pytest.mark.xdist_group("demo")

FIRST_VISIT = 150_000
"""Bytes of a meeting's page with all it needs, packed by gzip (the project's own goal)."""


@pytest.fixture(scope="module")
def hosts() -> Iterator[dict[str, str]]:
    """Where the demo archive is served, open and restricted."""
    with served(site(Audience.PUBLIC, "normal")) as one, served(site(Audience.PUBLIC, "forsamrat")) as other:
        yield {"normal": one, "forsamrat": other}


def one_of_each(folder: Path) -> list[str]:
    """The address of one page for each shape of address; pages that only lead on are left out."""
    found: dict[str, str] = {}
    for file in sorted(folder.rglob("index.html")):
        address = file.parent.relative_to(folder).as_posix().removeprefix(".")
        first, *rest = address.split("/")
        shape = (first, *(re.sub(r"\d.*", "0", part) if part[:1].isdigit() else "x" for part in rest))
        if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8"):
            found.setdefault("/".join(shape), f"{address}/" if address else "")
    return [*found.values()]


@pytest.mark.parametrize(
    ("level", "width", "scheme"), [("normal", 1440, "light"), ("forsamrat", 390, "dark")]
)
def test_no_kind_of_page_has_a_fault_that_axe_knows(
    browser: Browser, hosts: dict[str, str], level: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    with context:
        page, found = context.new_page(), dict[str, list[str]]()
        for path in [*one_of_each(site(Audience.PUBLIC, level)), "finns/inte/"]:
            page.goto(hosts[level] + path)
            page.evaluate(AXE)
            found[path] = faults(page.evaluate(RUN))
    assert len(found) > 15
    assert {path: broken for path, broken in found.items() if broken} == {}


def searched(context: BrowserContext, host: str) -> Page:
    """A page with the search open over it, and results in it."""
    page = context.new_page()
    page.goto(f"{host}beslut/")
    page.keyboard.press("/")
    page.keyboard.type("budget")
    page.locator(".arkiv-search__hit").first.wait_for()
    return page


def test_the_open_search_with_results_has_no_fault_that_axe_knows(
    browser: Browser, hosts: dict[str, str]
) -> None:
    with browser.new_context(color_scheme="dark", bypass_csp=True) as context:
        page = searched(context, hosts["forsamrat"])
        page.evaluate(AXE)
        assert faults(page.evaluate(RUN)) == []


def test_the_open_search_is_gone_through_by_tab_and_left_by_escape(
    browser: Browser, hosts: dict[str, str]
) -> None:
    with browser.new_context(viewport={"width": 390, "height": 800}, reduced_motion="reduce") as context:
        page = searched(context, hosts["normal"])
        order, wrong = walk(page)
        first = order[0]
        assert (order, wrong) == ([*range(first, max(order) + 1), *range(first)], [])
        assert page.evaluate(MOVES) == []
        page.keyboard.press("Tab")  # out of the field, which Escape would empty first
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("scale", [2, 4])
def test_the_open_search_reflows_when_it_is_made_larger_and_has_large_targets(
    browser: Browser, hosts: dict[str, str], scale: int
) -> None:
    window: ViewportSize = {"width": 1280 // scale, "height": 1024 // scale}
    with browser.new_context(viewport=window, device_scale_factor=scale) as context:
        page = searched(context, hosts["normal"])
        assert layout.faults(page) == []
        assert layout.small_targets(page) == []


@pytest.mark.parametrize(
    ("words", "address"),
    [("Brännlanda", "organisationer/brannlanda/"), ("nära vård", "amnen/nara-vard/")],
)
def test_what_has_a_page_of_its_own_is_the_first_that_a_search_for_it_finds(
    browser: Browser, hosts: dict[str, str], words: str, address: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{hosts['normal']}beslut/")
        page.keyboard.press("/")
        page.keyboard.type(words)
        first = page.locator(".arkiv-search__hit a").first
        first.wait_for()
        assert first.get_attribute("href") == hosts["normal"] + address


def test_a_first_visit_to_a_meeting_is_light(browser: Browser, hosts: dict[str, str]) -> None:
    visit = weigh(browser, hosts["normal"] + meeting(site(Audience.PUBLIC, "normal")))
    assert visit.files > 2
    assert visit.page < visit.total <= FIRST_VISIT
