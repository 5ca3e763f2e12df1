"""Every kind of page made larger, without motion where none is wanted, and with targets large enough."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser import layout
from tests.browser.page_site import KINDS, PATHS

pytestmark = pytest.mark.xdist_group("pages")

MOVES = """() => {
  const parts = [null, '::before', '::after']
  const moves = ({transitionDuration, animationName, scrollBehavior}) =>
    /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
  return [...document.querySelectorAll('*')].flatMap((one) => parts
    .filter((part) => moves(getComputedStyle(one, part)))
    .map((part) => `${one.nodeName} ${one.className} ${part}`))
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page for somebody whom motion makes unwell."""
    with browser.new_context(locale="sv-SE", reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.mark.parametrize("per_cent", [200, 400])
def test_every_page_reflows_when_it_is_made_larger(browser: Browser, address: str, per_cent: int) -> None:
    scale, found = per_cent // 100, dict[str, list[str]]()
    window: ViewportSize = {"width": 1280 // scale, "height": 1024 // scale}
    with browser.new_context(viewport=window, device_scale_factor=scale) as context:
        page = context.new_page()
        for name, path in PATHS.items():
            page.goto(address + path)
            found[name] = layout.faults(page)
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("name", KINDS)
def test_nothing_moves_where_no_motion_is_wanted(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address + KINDS[name])
    page.get_by_role("button", name="Meny").click()
    page.keyboard.press("/")
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate(MOVES) == []


@pytest.mark.parametrize("name", KINDS)
def test_a_target_that_is_not_in_running_text_is_at_least_24_pixels_each_way(
    page: Page, address: str, name: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address + KINDS[name])
    page.get_by_role("button", name="Meny").click()
    assert layout.small_targets(page) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    assert layout.small_targets(page) == []
