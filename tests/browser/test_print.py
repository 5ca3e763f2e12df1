"""Printed pages: no controls, nothing lost, the version said, and black on white whatever the screen was."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.page_site import PATHS

pytestmark = pytest.mark.xdist_group("pages")

CONTROLS = ".arkiv-filter, .arkiv-years, .arkiv-agenda, .arkiv-neighbours, .arkiv-permalink, .arkiv-more"
LEFT_OUT = f"{CONTROLS}, .headerlink, .arkiv-header, .arkiv-hero__search, .arkiv-footer nav, .md-sidebar"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a dark screen."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="dark") as context:
        yield context.new_page()


def sheets(page: Page) -> list[str]:
    """The text of each sheet of A4."""
    return [
        " ".join(sheet.extract_text().split())
        for sheet in PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    ]


def test_a_printed_meeting_has_its_records_and_version_and_no_controls(page: Page, address: str) -> None:
    page.goto(address + PATHS["meeting"])
    printed = sheets(page)
    text = " ".join(printed)
    assert "Nivå: Försämrat säkerhetsläge." in text
    assert "Gallring av stadsnära skog prövas varje höst." in text
    assert "Offentlig version" in text
    assert "Föregående möte" not in text
    assert "Meny" not in text
    assert len(printed) <= 2


@pytest.mark.parametrize("name", PATHS)
def test_no_page_prints_a_control_or_an_empty_sheet(page: Page, address: str, name: str) -> None:
    page.goto(address + PATHS[name])
    assert all(sheets(page))
    page.emulate_media(media="print")
    seen = f"[...document.querySelectorAll('{LEFT_OUT}')].filter((one) => one.checkVisibility())"
    assert page.evaluate(f"{seen}.map((one) => one.outerHTML.slice(0, 80))") == []


def test_paper_is_light_even_for_those_whose_screen_is_dark(page: Page, address: str) -> None:
    page.goto(address + PATHS["decisions"])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    on_screen = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    page.emulate_media(media="print")
    assert on_screen == "rgb(230, 235, 234)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(28, 37, 41)"


def test_what_is_folded_on_the_screen_is_printed(page: Page, address: str) -> None:
    page.goto(address + PATHS["year"])
    folded = page.get_by_role("columnheader", name="Månader")
    expect(folded).to_be_hidden()
    assert "Månader" in " ".join(sheets(page))


def test_an_address_elsewhere_is_written_out_on_paper(page: Page, address: str) -> None:
    page.goto(address + PATHS["ordinary"])
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML("
        "'beforeend', '<p><a href=\"https://kansli.example/a\">Kansliet</a></p>')"
    )
    assert "Kansliet (https://kansli.example/a)" in " ".join(sheets(page))
