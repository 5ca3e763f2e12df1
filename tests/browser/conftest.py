"""A browser, and a small site to look at."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.page_site import served
from tests.unit.pages import registered
from tests.unit.pages.building import built


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """The machine's own Chromium."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages of a restricted archive are served."""
    folder = tmp_path_factory.mktemp("pages")
    built(folder, registered.registered_archive())
    with served(folder / "site") as url:
        yield url
