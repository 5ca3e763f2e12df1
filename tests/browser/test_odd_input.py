"""Odd archives in a real browser: whatever an archive holds, or lacks, its pages hold."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize

from arkiv.model import Audience
from tests.browser import layout
from tests.browser.odd_site import ADDRESS, ARCHIVES, PAGES
from tests.browser.page_site import served, watched
from tests.browser.test_accessibility import AXE, RUN, faults
from tests.integration.demo import site
from tests.unit.sources.writing import write

pytestmark = pytest.mark.xdist_group("odd")

COLOURS = "axe.run(document, {runOnly: ['color-contrast', 'link-in-text-block']})"
"""What may differ in dark from what axe has looked at in light."""
SIZES: list[ViewportSize] = [{"width": width, "height": 800} for width in (320, 390, 1280)]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Where each of the archives is served."""
    with ExitStack() as stack:
        folder = tmp_path_factory.mktemp("odd")
        docs = {name: write(folder / name, files) for name, files in ARCHIVES.items()}
        built = {name: site(Audience.PUBLIC, "normal", found) for name, found in docs.items()}
        yield {name: stack.enter_context(served(found)) for name, found in built.items()}


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A window that opens narrow."""
    with browser.new_context(viewport=SIZES[0], locale="sv-SE") as found:
        yield found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_an_odd_archive_holds_on_any_screen_in_light_and_dark(
    context: BrowserContext, odd: dict[str, str], name: str
) -> None:
    archive, path = PAGES[name]
    seen, found = watched(context), list[str]()
    seen.page.goto(odd[archive] + path)
    seen.page.evaluate(AXE)
    found += faults(seen.page.evaluate(RUN))
    for size in SIZES:
        seen.page.set_viewport_size(size)
        found += layout.faults(seen.page)
    seen.page.emulate_media(color_scheme="dark")
    found += [*layout.faults(seen.page), *faults(seen.page.evaluate(COLOURS))]
    assert found + seen.complaints == []
    seen.page.close()


def test_an_address_of_60_characters_is_broken_between_its_parts(
    context: BrowserContext, odd: dict[str, str]
) -> None:
    page = context.new_page()
    page.goto(f"{odd['many']}natverk/rad/")
    lines = page.get_by_role("link", name=ADDRESS).evaluate(
        "link => [...link.childNodes].filter(one => one.data).map(one => {"
        "const range = document.createRange(); range.selectNode(one); return range.getClientRects().length})"
    )
    assert lines == [1, 1, 1, 1, 1]
    page.close()


def test_a_name_from_the_right_stands_before_its_role_as_others_do(
    context: BrowserContext, odd: dict[str, str]
) -> None:
    page = context.new_page()
    page.goto(f"{odd['many']}natverk/rad/")
    name = page.get_by_role("link", name="يوسف الحداد").first
    role = name.evaluate(
        "name => { const range = document.createRange(); range.selectNode(name.nextSibling);"
        "return range.getBoundingClientRect().right }"
    )
    box = name.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] < role
    page.close()
