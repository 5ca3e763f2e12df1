"""The pages in a real browser, under a strict policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.page_site import PATHS, watched

pytestmark = pytest.mark.xdist_group("pages")

MEETING = PATHS["meeting"]


@pytest.fixture
def wide(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    yield context
    context.close()


@pytest.fixture
def narrow(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 700}, locale="sv-SE")
    yield context
    context.close()


def test_every_page_opens_without_a_complaint_and_asks_no_other_host(
    wide: BrowserContext, address: str
) -> None:
    for name, path in PATHS.items():
        found = watched(wide)
        answer = found.page.goto(address + path)
        expect(found.page.locator("h1")).to_be_visible()
        missing = name == "not shown"
        assert answer is not None
        assert answer.status == (404 if missing else 200), name
        assert [text for text in found.complaints if not (missing and "404" in text)] == [], name
        assert [url for url in found.requests if not url.startswith((address, "data:"))] == [], name
        found.page.close()


def test_the_menu_on_a_narrow_screen_is_worked_by_keyboard(narrow: BrowserContext, address: str) -> None:
    page = narrow.new_page()
    page.goto(address)
    button, link = (
        page.get_by_role("button", name="Meny"),
        page.get_by_role("link", name="Nätverk", exact=True),
    )
    expect(link).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()


def test_tab_goes_from_the_menu_button_into_the_open_menu(narrow: BrowserContext, address: str) -> None:
    page = narrow.new_page()
    page.goto(address)
    page.get_by_role("button", name="Meny").click()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Start")


@pytest.mark.parametrize(("today", "late"), [("2024-12-01", 0), ("2024-12-02", 1)])
def test_an_open_action_is_late_from_the_day_after_its_date(
    wide: BrowserContext, address: str, today: str, late: int
) -> None:
    page = on(wide, today)
    page.goto(address + PATHS["actions"])
    expect(page.locator("[data-arkiv-due]")).to_have_count(1)
    expect(page.get_by_text("Försenad")).to_have_count(late)


def on(context: BrowserContext, today: str) -> Page:
    """A page that believes it is noon on that day."""
    page = context.new_page()
    page.clock.set_fixed_time(f"{today}T12:00:00")
    return page


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        ("2025-02-07", ["Skogschefsnätverket", "Skogsdagen"]),
        ("2025-05-20", ["Skogsdagen"]),
        ("2025-05-21", []),
    ],
)
def test_coming_dates_leave_the_start_page_when_they_have_been(
    wide: BrowserContext, address: str, today: str, shown: list[str]
) -> None:
    page = on(wide, today)
    page.goto(address)
    expect(page.locator(".arkiv-list--coming li")).to_have_count(len(shown))
    for title in shown:
        expect(page.locator(".arkiv-list--coming").get_by_text(title)).to_be_visible()
    expect(page.get_by_role("heading", name="Kommande datum")).to_have_count(1 if shown else 0)


def test_the_calendar_keeps_dates_that_have_been_and_says_so(wide: BrowserContext, address: str) -> None:
    page = on(wide, "2025-03-01")
    page.goto(address + PATHS["calendar"])
    expect(page.get_by_text("Har varit")).to_have_count(1)


def test_a_records_link_copies_its_address(wide: BrowserContext, address: str) -> None:
    wide.grant_permissions(["clipboard-read", "clipboard-write"])
    page = wide.new_page()
    page.goto(address + MEETING)
    page.get_by_title("Länk till beslutet").click()
    expect(page.get_by_role("status")).to_have_text("Länken är kopierad")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{MEETING}#beslut-1-1"


def test_the_colours_follow_the_system_and_can_be_changed_by_keyboard(
    wide: BrowserContext, address: str
) -> None:
    page = wide.new_page()
    page.emulate_media(color_scheme="dark")
    page.goto(address)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("radio", name="Byt till ljust läge").focus()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_a_page_without_scripts_has_its_menu_and_all_its_text(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + MEETING)
    expect(page.get_by_role("link", name="Möten", exact=True)).to_be_visible()
    expect(page.get_by_text("Gallring av stadsnära skog prövas varje höst.")).to_be_visible()
    context.close()


def test_what_is_withheld_and_what_never_was_get_the_same_page(wide: BrowserContext, address: str) -> None:
    page, seen = wide.new_page(), set[str]()
    for path in ("natverk/hemligt/", "moten/2024/2024-01-01-hittepa/", "x"):
        page.goto(address + path)
        seen.add(page.content())
    assert len(seen) == 1
