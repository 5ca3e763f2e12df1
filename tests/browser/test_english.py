"""An English site in the browser: its language is said, its search is English, and axe finds no fault."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from arkiv.model import Audience
from tests.browser.page_site import served
from tests.browser.test_accessibility import AXE, RUN, faults
from tests.integration.english import site

pytestmark = pytest.mark.xdist_group("english")

PATHS = (
    "",
    "moten/2024/2024-05-03-forest-managers/",
    "beslut/",
    "natverk/",
    "tillganglighet/",
    "finns/inte/",
)


@pytest.fixture(scope="module")
def english() -> Iterator[str]:
    """Where the site is served, restricted."""
    with served(site(Audience.PUBLIC, "forsamrat")) as url:
        yield url


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of its own."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_page_says_that_it_is_english_and_axe_finds_no_fault(english: str, page: Page, path: str) -> None:
    page.goto(english + path)
    assert page.locator("html").get_attribute("lang") == "en"
    page.evaluate(AXE)
    assert faults(page.evaluate(RUN)) == []


def test_the_search_speaks_english_and_finds_a_word_by_another_form_of_it(english: str, page: Page) -> None:
    page.goto(english + "beslut/")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox", name="Search words").fill("library")
    expect(page.get_by_text("3 results", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Librarians")).to_be_visible()
