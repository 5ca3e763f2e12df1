"""No page has a fault that axe knows, in light at 320 pixels and in dark on a wide screen.

tests/browser/test_demo.py looks at the demo archive the other way round.
"""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.page_site import PATHS

pytestmark = pytest.mark.xdist_group("pages")

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"axe.run(document, {{runOnly: {RULES}}})"


def faults(found: dict[str, Any]) -> list[str]:
    """What axe found, short enough to read."""
    return [
        f"{fault['id']}: {node['html'][:200]}" for fault in found["violations"] for node in fault["nodes"]
    ]


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_no_page_has_a_fault_that_axe_knows(
    browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page, found = context.new_page(), dict[str, list[str]]()
    for name, path in PATHS.items():
        page.goto(address + path)
        page.evaluate(AXE)
        if broken := faults(page.evaluate(RUN)):
            found[name] = broken
    context.close()
    assert found == {}


def test_the_open_menu_on_a_narrow_screen_has_no_fault_either(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Meny").click()
    page.evaluate(AXE)
    assert faults(page.evaluate(RUN)) == []
    context.close()
