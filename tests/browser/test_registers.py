"""The registers in a real browser: filters, the way to the latest minutes, and what has ended."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_site import PATHS, watched

pytestmark = pytest.mark.xdist_group("pages")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser in which it is the first of March 2026."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    found = context.new_page()
    found.clock.set_fixed_time("2026-03-01T12:00:00")
    yield found
    context.close()


def test_a_register_is_filtered_by_network_state_and_words(page: Page, address: str) -> None:
    page.goto(address + PATHS["decisions"])
    records = page.locator(".arkiv-record:visible")
    expect(records).to_have_count(11)
    page.get_by_role("combobox", name="Nätverk").select_option("Beredskapsnätverket")
    expect(records).to_have_count(8)
    expect(page.get_by_role("heading", name="2024")).to_be_hidden()
    page.get_by_label("Ord i texten").fill("12 TALLAR")
    expect(records).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text="Visar 1 av 11")).to_be_visible()
    page.get_by_role("combobox", name="Läge").select_option("Gäller inte längre")
    expect(records).to_have_count(0)


def test_without_javascript_a_register_is_a_whole_list_and_has_no_dead_controls(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    found = context.new_page()
    found.goto(address + PATHS["decisions"])
    expect(found.locator(".arkiv-record:visible")).to_have_count(11)
    expect(found.locator(".arkiv-filter")).to_be_hidden()
    context.close()


def test_an_assignment_past_its_last_day_is_said_to_be_over(page: Page, address: str) -> None:
    page.goto(address + PATHS["assignments"])
    expect(page.get_by_text("Avslutat")).to_have_count(1)


def test_the_stable_address_leads_on_to_the_latest_minutes_without_a_complaint(
    browser: Browser, address: str
) -> None:
    context = browser.new_context()
    found = watched(context)
    found.page.goto(f"{address}natverk/skogschefer/senaste/")
    found.page.wait_for_url("**/moten/2024/2024-10-11-skogschefer/")
    assert found.complaints == []
    context.close()


def test_the_attendance_of_a_whole_year_is_within_reach_of_the_keyboard_on_a_phone(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    found = context.new_page()
    found.goto(address + PATHS["network"])
    box = found.locator(".arkiv-matrix").first
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth || box.tabIndex === 0")
    context.close()
