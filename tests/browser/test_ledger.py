"""The ledger in a real browser: no fault that axe knows, on any screen, and it asks nobody for anything."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from arkiv.ledger import sheet
from tests.browser.test_accessibility import AXE, RUN, faults
from tests.unit.ledger.comparing import ledger

pytestmark = pytest.mark.xdist_group("ledger")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with pages that change and pages that go."""
    file: Path = tmp_path_factory.mktemp("ledger") / "ledger.html"
    file.write_text(sheet(ledger("normal", "forsamrat"), "sv"), encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
)
def test_it_has_no_fault_and_fits_the_screen(
    browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    asked: list[str] = []
    with browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    ) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.evaluate(AXE)
        assert faults(page.evaluate(RUN)) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith("data:")] == [address]


def test_on_paper_everything_is_open(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.emulate_media(media="print")
        hidden = page.get_by_text("Ebba Strömhålla redogjorde för prickarna.")
        assert hidden.evaluate("one => one.checkVisibility({contentVisibilityAuto: true})")
