"""Whatever minutes hold, nothing in them runs in a browser, even without the policy that would stop it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from arkiv.model import Audience
from tests.browser.page_site import served
from tests.integration.demo import prepared, site
from tests.unit.sources.writing import HEAD, MEETING, NETWORK, write

HOSTILE = (Path(__file__).parent / "attacks.txt").read_text(encoding="utf-8").splitlines()
"""One attack a line, each an item of its own; written after the known families of cross-site scripting."""

BODY = "\n".join(f"## {n}. Punkt {line}\n\n{line}\n\n- {line}\n" for n, line in enumerate(HOSTILE, 1))
END = "\n\n[ond]: javascript:window.ran=1\n"
LOOK = """() => [...document.querySelectorAll('article *')].flatMap((one) => [
  ...(one.matches('script,style,iframe,object,embed,base,meta,link,math,video,noscript,template')
    || one.matches('form') && !one.closest('[data-arkiv-search]')
    ? [one.tagName] : []),
  ...[...one.attributes].filter(({name, value}) => name.startsWith('on') || name === 'style'
    || /^\\s*(javascript|data|vbscript):/i.test(value) || /ond[.]example/.test(value)).map(({name}) => name),
])"""


TOUCH = """() => { for (const one of document.querySelectorAll('article *'))
  for (const kind of ['mouseover', 'focus', 'toggle', 'load', 'error', 'click'])
    one.dispatchEvent(new Event(kind)) }"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is served whose minutes attack its readers."""
    files = {"natverk/kultur.md": NETWORK, MEETING: f"---\n{HEAD}status: approved\n---\n{BODY}{END}"}
    docs = write(tmp_path_factory.mktemp("hostile"), {**files, "om.md": f"# Om\n\n{END.join(HOSTILE)}\n"})
    with served(site(Audience.PUBLIC, "normal", docs)) as url:
        yield url


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without the policy."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["moten/2024/2024-10-11-kultur/", "om/", "natverk/kultur/", ""])
def test_nothing_in_the_sources_runs_or_asks_another_host(page: Page, hostile: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(hostile + path, wait_until="networkidle")
    page.evaluate(TOUCH)
    assert page.evaluate("window.ran") is None
    assert page.evaluate(LOOK) == []
    assert [url for url in asked if not url.startswith((hostile, "data:image/"))] == []


def test_what_is_no_attack_is_still_there(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}moten/2024/2024-10-11-kultur/")
    assert page.locator("h2[id^=punkt-]").count() == len(HOSTILE)


def test_each_attack_in_the_minutes_is_told_with_its_line(tmp_path: Path) -> None:
    docs = write(tmp_path, {"natverk/kultur.md": NETWORK, MEETING: f"---\n{HEAD}---\n<script>x</script>\n"})
    told = [str(problem) for problem in prepared(docs).warnings]
    assert any(line.startswith(f"{MEETING}:6: text: is an element that could act") for line in told)
