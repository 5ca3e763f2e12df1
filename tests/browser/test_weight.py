"""A meeting page is light: what a first visit loads, compressed as web servers do."""

import gzip

import pytest
from playwright.sync_api import Browser, Response

from arkiv.model import Audience
from tests.browser.page_site import served, watched
from tests.integration.demo import site

pytestmark = pytest.mark.xdist_group("demo")

MOST = 150_000
"""Bytes; issue 5's own bound, fonts included."""


def test_a_first_visit_to_a_meeting_page_is_at_most_150_kilobytes(browser: Browser) -> None:
    folder = site(Audience.PUBLIC, "normal")
    longest = max(folder.glob("moten/*/*/index.html"), key=lambda path: path.stat().st_size)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found, answers = watched(context), list[Response]()

    def keep(answer: Response) -> None:
        answers.append(answer)

    found.page.on("response", keep)
    with served(folder) as address:
        found.page.goto(f"{address}{longest.parent.relative_to(folder)}/", wait_until="networkidle")
        blocking = found.page.locator("head link[rel=stylesheet], head script[src]:not([async]):not([defer])")
        assert blocking.count() == 1
        sizes = [len(gzip.compress(answer.body(), 6, mtime=0)) for answer in answers]
    context.close()
    assert len(sizes) >= 3
    assert sum(sizes) <= MOST
