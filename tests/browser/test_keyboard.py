"""Every kind of page by keyboard alone: reached, seen and worked, and never a trap."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.keyboard import walk
from tests.browser.page_site import KINDS, PATHS

pytestmark = pytest.mark.xdist_group("pages")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A telephone's window; pages jump to what has the focus and do not glide."""
    size: ViewportSize = {"width": 390, "height": 800}
    with browser.new_context(viewport=size, locale="sv-SE", reduced_motion="reduce") as found:
        yield found


@pytest.mark.parametrize("name", KINDS)
def test_tab_goes_through_a_page_in_order_and_back_and_the_focus_is_always_seen(
    context: BrowserContext, address: str, name: str
) -> None:
    page = opened(context, address + KINDS[name])
    order, faults = walk(page)
    assert (order, faults) == ([*range(len(order))], [])
    page.set_viewport_size({"width": 1280, "height": 800})
    order, faults = walk(page, "Shift+Tab")
    assert (order, faults) == ([*reversed(range(len(order)))], [])
    assert len(order) > 10


def opened(context: BrowserContext, url: str) -> Page:
    """A page at this address."""
    page = context.new_page()
    page.goto(url, wait_until="load")
    return page


@pytest.mark.parametrize("name", KINDS)
def test_the_first_stop_skips_to_the_content(context: BrowserContext, address: str, name: str) -> None:
    page = opened(context, address + KINDS[name])
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Gå till innehållet")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(location.hash).matches('main h1')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('header') === null")


@pytest.mark.parametrize("name", ["start", "meeting", "not shown"])
def test_an_open_menu_is_gone_through_and_closes_behind_those_who_go_on(
    context: BrowserContext, address: str, name: str
) -> None:
    page = opened(context, address + KINDS[name])
    page.get_by_role("button", name="Meny").press("Enter")
    links = page.get_by_role("navigation", name="Huvudmeny").get_by_role("link")
    for link in links.all():
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
    for _ in ("the search", "the colours", "the content"):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('header') === null")
    expect(links.first).to_be_hidden()


@pytest.mark.parametrize("name", ["meeting", "odd meeting", "restricted meeting"])
def test_every_copy_link_is_worked_by_enter(context: BrowserContext, address: str, name: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context, address + PATHS[name])
    for link in page.locator(".arkiv-permalink").all()[:3]:
        link.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="Länken är kopierad")).to_have_count(1)
        expect(link).to_be_focused()
        assert page.evaluate("navigator.clipboard.readText()") == link.evaluate("link => link.href")


def test_the_choice_of_colours_that_is_seen_has_the_focus_after_a_visit_before(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address)
    page.get_by_role("radio", name="Byt till ljust läge").press("Enter")
    page.reload(wait_until="load")
    page.get_by_role("button", name="Sök", exact=True).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Byt till mörkt läge")).to_be_focused()
    expect(page.locator(":focus + label")).to_be_visible()
