"""The preview in a real browser: another level by keyboard, and a page that follows the files."""

import gc
import warnings
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

import mkdocs_events
from arkiv.command_line import settings
from arkiv.data.dictionary import is_word
from arkiv.model import Audience
from arkiv.serving import Bench, Choice, session
from arkiv.serving.bar import bare
from arkiv.starting import NETWORK, STARTER
from tests.browser.test_accessibility import AXE, RUN, faults
from tests.unit.serving.making import working

pytestmark = pytest.mark.xdist_group("serving")

PATIENCE = 60_000
"""Milliseconds: the machine may be busy with other things."""


@pytest.fixture(scope="module", autouse=True)
def dictionary() -> None:
    """Load the dictionary first: its package leaves the file to the collector, which warns."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        is_word("ord")
        gc.collect()


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview") / "docs"
    copytree(STARTER, folder)
    return folder


@pytest.fixture(scope="module")
def home(docs: Path) -> Iterator[str]:
    bench = Bench(settings(), settings, docs, mkdocs_events.render, lambda _: None)
    with session(bench, Choice(Audience.PUBLIC, "normal"), 0) as server:
        with working(lambda: server.serve_forever(poll_interval=0.05), server.shutdown):
            yield server.url


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    """The network's page, once it has been made; nothing may be complained of meanwhile."""
    complaints: list[str] = []
    with browser.new_context(locale="sv-SE") as context:
        found = context.new_page()
        found.set_default_timeout(PATIENCE)
        found.on("pageerror", lambda error: complaints.append(str(error)))
        found.on(
            "request", lambda asked: complaints.append(asked.url) if not is_here(asked.url, home) else None
        )
        found.goto(f"{home}natverk/{NETWORK}/")
        expect(found.get_by_role("heading", name="Exempelnätverket", level=1)).to_be_visible(timeout=PATIENCE)
        found.wait_for_load_state()  # it has replaced the page that told of the work; now its scripts too
        yield found
    assert complaints == []


def is_here(url: str, home: str) -> bool:
    return url.startswith((home, "data:", "blob:"))


def status(page: Page, text: str) -> None:
    expect(page.locator(".arkiv-preview").get_by_role("status")).to_have_text(text, timeout=PATIENCE)


def test_the_page_says_that_it_is_a_preview_and_stays_on_the_screen(page: Page) -> None:
    bar = page.get_by_role("complementary", name="Förhandsvisning")
    expect(bar).to_contain_text("Ingenting är publicerat")
    expect(bar).to_be_in_viewport()
    page.mouse.wheel(0, 400)
    expect(bar).to_be_in_viewport()
    status(page, "Visar det som står i filerna nu.")


def test_level_and_audience_are_changed_by_keyboard_and_the_page_stays(page: Page) -> None:
    expect(page.get_by_role("main")).to_contain_text("Anna Exempel")
    page.get_by_label("Nivå").focus()
    page.keyboard.type("Försämrat")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Nivå")).to_have_value("forsamrat")
    expect(page.get_by_role("heading", name="Exempelnätverket", level=1)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("main")).not_to_contain_text("Anna Exempel")
    expect(page.locator(".arkiv-banner")).to_contain_text("Försämrat säkerhetsläge")
    page.get_by_label("Läsekrets").select_option("Internt")
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Anna Exempel", timeout=PATIENCE)
    expect(page.get_by_label("Läsekrets")).to_have_value("internal")
    assert page.url.endswith(f"/natverk/{NETWORK}/")


def test_the_search_of_the_site_works_in_the_preview(page: Page) -> None:
    status(page, "Visar det som står i filerna nu.")
    page.keyboard.press("Control+k")
    page.keyboard.type("exempelnätverket")
    expect(page.locator(".arkiv-search__hit a").first).to_be_visible(timeout=PATIENCE)


def test_the_page_follows_the_files_and_keeps_the_last_good_ones_where_they_break(
    page: Page, docs: Path
) -> None:
    file = docs / "natverk" / f"{NETWORK}.md"
    good = file.read_text(encoding="utf-8")
    file.write_text(good + "\nNätverket möts i april.\n", encoding="utf-8")
    expect(page.get_by_role("main")).to_contain_text("Nätverket möts i april.", timeout=PATIENCE)
    file.write_text(good.replace("2025-01-01", "igår"), encoding="utf-8")
    status(page, "Det senaste går inte att bygga. Här visas det som gick att bygga senast.")
    expect(page.locator(".arkiv-preview")).to_contain_text("3 fel att rätta")
    expect(page.locator(".arkiv-preview li").first).to_contain_text(f"natverk/{NETWORK}.md:")
    expect(page.get_by_role("main")).to_contain_text("Nätverket möts i april.")
    file.write_text(good, encoding="utf-8")
    expect(page.get_by_role("main")).not_to_contain_text("Nätverket möts i april.", timeout=PATIENCE)
    status(page, "Visar det som står i filerna nu.")
    expect(page.locator(".arkiv-preview li")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_bar_is_no_wider_than_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    assert page.evaluate("document.querySelector('.arkiv-preview').scrollWidth") <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", [f"natverk/{NETWORK}/", "finns/inte/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_with_the_bar_has_a_fault_that_axe_knows(
    page: Page, home: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(home + path)
    page.evaluate(AXE)
    assert faults(page.evaluate(RUN)) == []


def test_the_page_that_says_it_is_built_has_no_fault_either(browser: Browser, home: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        made = bare("Bygger förhandsvisningen …", "sv").decode()
        page.route(f"{home}byggs/", lambda route: route.fulfill(body=made, content_type="text/html"))
        page.goto(f"{home}byggs/")
        page.evaluate(AXE)
        assert faults(page.evaluate(RUN)) == []
