"""A portal asks the archives of others, each on an origin of its own, as if they were one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from arkiv.headers import policy
from tests.browser.search_site import RECORDS, Handler, build, record, served

NEIGHBOUR = "Dalbygdens förbund"
GONE = "Fjällnätet"
THEIRS = (
    record(2, "Snöröjning vid hållplatser", "Bussbolaget deltar.", network="Trafiknätet"),
    replace(record(40, "Snöröjning på torget", "Torghandeln flyttar."), url="https://elsewhere.example/x/"),
)


class Open(Handler):
    """Lets other sites read it, as an archive that belongs to a portal must."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


@dataclass
class Two:
    """A portal, and the archive it asks."""

    portal: str
    neighbour: str


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    ours, theirs = tmp_path_factory.mktemp("portal"), tmp_path_factory.mktemp("neighbour")
    build(theirs, THEIRS)
    with served(theirs, Open) as neighbour:
        gone = "http://127.0.0.1:9/"
        others = ({"name": NEIGHBOUR, "address": neighbour}, {"name": GONE, "address": gone})
        build(ours, portal=others)
        allowed = policy(ours, [neighbour, gone])

        class Portal(Handler):
            policy = allowed

        with served(ours, Portal) as portal:
            yield Two(portal, neighbour)


@pytest.fixture
def page(chromium: str, sites: Two) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        found = browser.new_page(locale="sv-SE")
        found.goto(sites.portal)
        yield found
        browser.close()


def search(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)
    expect(page.get_by_role("status")).to_contain_text("träff")


def titles(page: Page) -> list[str]:
    return page.locator(".arkiv-search__hit h3").all_inner_texts()


def test_hits_of_every_archive_stand_in_one_list_with_whose_they_are(page: Page) -> None:
    search(page, "snöröjning")
    ours = [found.title for found in RECORDS if "nöröjning" in found.content]
    assert sorted(titles(page)) == sorted([*ours, *(found.title for found in THEIRS)])
    hit = page.locator(".arkiv-search__hit", has_text="hållplatser")
    expect(hit.locator(".arkiv-search__facts")).to_contain_text(NEIGHBOUR)
    expect(page.locator(".arkiv-search__hit", has_text="gångvägar")).not_to_contain_text(NEIGHBOUR)


def test_a_hit_leads_to_its_own_archive(page: Page, sites: Two) -> None:
    search(page, "hållplatser")
    link = page.locator(".arkiv-search__hit h3 a")
    expect(link).to_have_attribute("href", f"{sites.neighbour}moten/m2/#punkt-2")
    link.click()
    expect(page).to_have_url(f"{sites.neighbour}moten/m2/#punkt-2")


def test_an_archive_cannot_send_visitors_anywhere_else(page: Page, sites: Two) -> None:
    search(page, "torget")
    expect(page.locator(".arkiv-search__hit h3 a")).to_have_attribute("href", sites.neighbour)


def test_the_newest_come_first_whosever_they_are(page: Page) -> None:
    search(page, "snöröjning")
    page.get_by_role("button", name="Filter och ordning").click()
    page.get_by_label("Ordning", exact=True).select_option("Nyast först")
    expect(page.locator(".arkiv-search__hit h3").first).to_have_text("Snöröjning på gångvägar")
    days = page.locator(".arkiv-search__hit time").evaluate_all("found => found.map(one => one.dateTime)")
    assert days == sorted(days, reverse=True)
    assert len(days) == 4


def test_the_networks_of_all_can_be_chosen_from(page: Page) -> None:
    search(page, "snöröjning")
    page.get_by_role("button", name="Filter och ordning").click()
    page.get_by_label("Nätverk").select_option("Trafiknätet")
    expect(page.get_by_role("status")).to_have_text("1 träff")
    assert titles(page) == ["Snöröjning vid hållplatser"]


def test_an_archive_that_does_not_answer_is_told_of_and_the_others_are_asked(page: Page) -> None:
    search(page, "snöröjning")
    expect(page.locator(".arkiv-search__help")).to_contain_text(f"Arkivet hos {GONE} svarar inte just nu.")
