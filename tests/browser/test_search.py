"""The search interface in a real browser: by keyboard, under a path, under a strict security policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from tests.browser.search_site import LOW_CONTRAST, Visit, build, served


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("site")
    build(root)
    with served(root) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def troubled(browser: Browser, home: str) -> Iterator[Visit]:
    """A visit in which the console may complain, since something is made to fail."""
    with browser.new_context(locale="sv-SE") as context:
        yield Visit(context.new_page(), home)


@pytest.fixture
def visit(troubled: Visit) -> Iterator[Visit]:
    """A visit in which nothing may be complained of and nobody else be asked."""
    yield troubled
    assert troubled.complaints == []


@pytest.fixture
def phone(visit: Visit) -> Visit:
    """A visit on a narrow screen."""
    visit.page.set_viewport_size({"width": 320, "height": 640})
    return visit


def titles(page: Page) -> list[str]:
    return page.locator(".arkiv-search__hit h3").all_inner_texts()


def status(page: Page, text: str) -> None:
    expect(page.get_by_role("status")).to_have_text(text)


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_the_search_with_the_field_in_focus(visit: Visit, keys: str) -> None:
    page = visit.go()
    page.keyboard.press(keys)
    expect(page.get_by_role("dialog", name="Sök i arkivet")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Sökord")).to_be_focused()


def test_escape_closes_and_gives_the_focus_back_to_the_button(visit: Visit) -> None:
    page = visit.go()
    button = page.get_by_role("button", name="Sök", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_a_slash_that_is_written_in_a_field_is_only_a_slash(visit: Visit) -> None:
    page = visit.go()
    page.locator("#other").press("/")
    expect(page.locator("#other")).to_have_value("/")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_slash_can_be_turned_off_and_stays_off(visit: Visit) -> None:
    page = visit.search("")
    page.get_by_label("Öppna sökningen med tangenten /").uncheck()
    visit.go()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_typing_gives_results_with_marks_and_says_how_many(visit: Visit) -> None:
    page = visit.search("snöröjning")
    status(page, "2 träffar")
    assert titles(page)[0] == "Snöröjning på gångvägar"
    expect(page.locator(".arkiv-search__excerpt mark").first).to_have_text("Snöröjning")
    expect(page.locator(".arkiv-search__facts").first).to_contain_text("10 mars 2026")


def test_text_of_the_archive_is_shown_as_text_and_never_as_html(visit: Visit) -> None:
    page = visit.search("tunnlar")
    status(page, "1 träff")
    expect(page.locator(".arkiv-search__excerpt")).to_contain_text("broar & <b>tunnlar</b>")
    expect(page.locator(".arkiv-search__excerpt b")).to_have_count(0)


def test_the_words_of_a_decision_find_it_among_the_first(visit: Visit) -> None:
    page = visit.search("budget vinterväghållning ram")
    status(page, "1 träff")
    page.get_by_role("searchbox").fill("budget")
    status(page, "2 träffar")
    assert titles(page)[0] == "Budget för vinterväghållning"


def test_words_spelt_with_the_same_dots_come_first(visit: Visit) -> None:
    page = visit.search("möte")
    expect(page.get_by_role("status")).to_contain_text("träff")
    assert titles(page)[0] == "Möte med staten"


def test_a_quoted_phrase_is_found_as_it_stands_and_only_so(visit: Visit) -> None:
    page = visit.search('"mötet fastställde"')
    status(page, "1 träff")
    assert titles(page) == ["Möte med staten"]
    page.get_by_role("searchbox").fill("”Mötet fastställde” ledningen")
    status(page, "1 träff")
    page.get_by_role("searchbox").fill('"fastställde mötet"')
    status(page, "Inga träffar")


def test_a_phrase_can_be_narrowed_by_filters_with_their_counts(visit: Visit) -> None:
    page = visit.search('"planering av vägar"')
    status(page, "25 träffar")
    expect(page.get_by_label("Punkt (25)")).to_be_visible()
    page.get_by_label("Beslut (0)").check()
    status(page, "Inga träffar")
    page.get_by_label("Punkt (25)").check()
    status(page, "25 träffar")


def test_filters_narrow_the_results_and_tell_their_counts(visit: Visit) -> None:
    page = visit.search("budget")
    status(page, "2 träffar")
    page.get_by_label("Beslut (1)").check()
    status(page, "1 träff")
    page.get_by_label("Åtgärd (0)").check()
    status(page, "1 träff")
    expect(page.get_by_label("Nätverk").locator("option")).to_have_text(["Alla nätverk", "Vägnätet (1)"])
    page.get_by_label("Beslut (1)").uncheck()
    status(page, "Inga träffar")
    page.get_by_role("button", name="Rensa filter").click()
    status(page, "2 träffar")


def test_several_kinds_mean_any_of_them(visit: Visit) -> None:
    page = visit.search("")
    page.get_by_label("Beslut (1)").check()
    page.get_by_label("Åtgärd (1)").check()
    status(page, "2 träffar")


def test_a_filter_alone_lists_what_it_lets_through_newest_first(visit: Visit) -> None:
    page = visit.search("")
    page.get_by_label("Nätverk").select_option("Gatunätet")
    status(page, "2 träffar")
    assert titles(page) == ["Snöröjning på gångvägar", "Övriga frågor"]


def test_the_newest_can_come_first(visit: Visit) -> None:
    page = visit.search("budget")
    status(page, "2 träffar")
    assert titles(page) == ["Budget för vinterväghållning", "Övriga frågor"]
    page.get_by_role("searchbox").fill("frågan")
    page.get_by_label("Ordning").select_option("Nyast först")
    page.get_by_role("searchbox").fill("ärende")
    status(page, "25 träffar")
    assert titles(page) == [f"Löpande ärende {n}" for n in range(10)]


def test_more_results_come_ten_at_a_time_and_the_focus_goes_to_the_first_new_one(visit: Visit) -> None:
    page = visit.search("ärende")
    status(page, "25 träffar")
    page.get_by_role("button", name="Visa fler träffar").click()
    status(page, "Visar 20 av 25")
    expect(page.locator(".arkiv-search__hit a").nth(10)).to_be_focused()
    page.get_by_role("button", name="Visa fler träffar").click()
    status(page, "Visar 25 av 25")
    expect(page.get_by_role("button", name="Visa fler träffar")).to_be_hidden()


def test_arrow_keys_walk_between_the_field_and_the_results(visit: Visit) -> None:
    page = visit.search("snöröjning")
    status(page, "2 träffar")
    links = page.locator(".arkiv-search__hit a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_result_leads_to_its_item_and_one_step_back_to_the_search(visit: Visit) -> None:
    page = visit.search("färjeled")
    status(page, "1 träff")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(visit.home + "moten/m3/#punkt-2")
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_visible()
    status(page, "1 träff")


def test_a_search_can_be_linked_to(visit: Visit) -> None:
    page = visit.go("moten/m4/?q=budget&natverk=Gatun%C3%A4tet&typ=Punkt&ordning=nyast")
    status(page, "1 träff")
    expect(page.get_by_role("searchbox")).to_have_value("budget")
    expect(page.get_by_label("Ordning")).to_have_value("newest")
    assert titles(page) == ["Övriga frågor"]


def test_the_address_follows_the_search_and_is_as_before_when_it_is_closed(visit: Visit) -> None:
    page = visit.search("budget", path="moten/m4/?x=1#punkt-2")
    status(page, "2 träffar")
    expect(page).to_have_url(visit.home + "moten/m4/?x=1&q=budget#punkt-2")
    page.get_by_role("button", name="Stäng sökningen").click()
    expect(page).to_have_url(visit.home + "moten/m4/?x=1#punkt-2")


def test_the_start_page_has_the_search_in_it_and_the_button_goes_there(visit: Visit) -> None:
    page = visit.go("")
    field_ = page.get_by_role("searchbox", name="Sökord")
    expect(field_).to_be_visible()
    page.get_by_role("button", name="Sök", exact=True).click()
    expect(field_).to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.insert_text("färjeled")
    status(page, "1 träff")
    expect(page.locator(".arkiv-search__hit a")).to_have_attribute("href", visit.home + "moten/m3/#punkt-2")


def test_no_results_come_with_advice(visit: Visit) -> None:
    page = visit.search("xyzzy")
    status(page, "Inga träffar")
    expect(page.get_by_role("dialog")).to_contain_text("Kontrollera stavningen")


def test_the_last_search_wins_over_one_that_is_slower(visit: Visit) -> None:
    def slowly(route: Route) -> None:
        visit.page.wait_for_timeout(50)
        route.continue_()

    visit.page.route("**/*.pf_fragment", slowly)
    page = visit.search("ärende")
    page.wait_for_timeout(200)
    page.get_by_role("searchbox").fill("färjeled")
    status(page, "1 träff")
    page.wait_for_timeout(700)
    assert titles(page) == ["Ny färjeled"]


def test_an_index_that_cannot_be_loaded_is_told_and_can_be_tried_again(troubled: Visit) -> None:
    troubled.page.route("**/shards.json*", lambda route: route.fulfill(status=404, body=""))
    page = troubled.search("budget")
    status(page, "Sökningen kunde inte laddas.")
    page.unroute("**/shards.json*")
    page.get_by_role("button", name="Försök igen").click()
    status(page, "2 träffar")


def test_an_archive_with_nothing_to_find_says_so(troubled: Visit) -> None:
    troubled.page.route("**/shards.json*", lambda route: route.fulfill(json=[]))
    status(troubled.search("budget"), "Det finns ännu inget att söka i.")


def test_on_a_phone_the_button_has_a_name_and_nothing_is_wider_than_the_screen(phone: Visit) -> None:
    page = phone.go()
    page.get_by_role("button", name="Sök", exact=True).click()
    page.keyboard.insert_text("ärende")
    status(page, "25 träffar")
    page.get_by_text("Filter och ordning").click()
    widths = "[document.documentElement.scrollWidth, document.querySelector('dialog').scrollWidth]"
    assert max(page.evaluate(widths)) <= 320
    expect(page.get_by_label("Nätverk")).to_be_visible()


@pytest.mark.parametrize("path", ["moten/m4/", "mork/"])
def test_every_text_has_a_contrast_of_at_least_four_and_a_half(visit: Visit, path: str) -> None:
    page = visit.search("budget", path)
    status(page, "2 träffar")
    page.wait_for_timeout(200)  # until the dialog stands still
    assert page.evaluate(LOW_CONTRAST) == []
