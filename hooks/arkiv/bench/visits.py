"""What a first visit weighs: a meeting's page with all that a browser asks for to show it, packed by gzip."""

import gzip
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from arkiv.pictures import served

if TYPE_CHECKING:  # Playwright is there for tests and pictures only
    from playwright.sync_api import Browser, Response

_DATE = "[0-9]" * 4 + "-[0-9][0-9]-[0-9][0-9]"


@dataclass(frozen=True, slots=True)
class Visit:
    """How many files a visit asks for, and their bytes packed: of the page itself, and of all."""

    files: int
    page: int
    total: int


def first_visit(site: Path, browser_path: str) -> Visit:
    """Visit a meeting of a built site with an empty cache.

    Args:
        site: the folder of the site.
        browser_path: a Chromium.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        try:
            return weigh(browser, address + meeting(site))
        finally:
            browser.close()


def meeting(site: Path) -> str:
    """The address of a meeting's page in the middle of an archive, relative to the site."""
    found = sorted(site.glob(f"moten/*/{_DATE}-*/index.html"))
    return f"{found[len(found) // 2].parent.relative_to(site).as_posix()}/"


def weigh(browser: "Browser", url: str) -> Visit:
    """Visit a page in a window without history or cache."""
    answers: list[Response] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - it marks what it is given
        page.goto(url, wait_until="networkidle")
        packed = [len(gzip.compress(answer.body())) for answer in answers]
    return Visit(len(packed), packed[0], sum(packed))
