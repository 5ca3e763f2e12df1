"""A small site for the tests of the search: the header's real partial, the real index, a strict server."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree

import jinja2
import material  # type: ignore[import-untyped]  # the theme's package has no types
import yaml
from playwright.sync_api import Page, Request, expect

from arkiv.search.records import SearchRecord
from arkiv.search.shards import Limits, index_shards

THEME = Path(__file__).parents[2] / "hooks" / "arkiv" / "theme"
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self'; worker-src 'self' blob:"
)
Portal = Sequence[dict[str, str]]
"""Other archives that a site's search asks too: name and address of each."""

SHELL = """<!doctype html>
<html lang="sv"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Prov</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="{{ base_url }}/material/main.css">
<link rel="stylesheet" href="{{ base_url }}/material/palette.css">
<link rel="stylesheet" href="{{ base_url }}/assets/stylesheets/search.css">
<link rel="stylesheet" href="{{ base_url }}/assets/stylesheets/search-results.css">
<script type="module" src="{{ base_url }}/assets/javascripts/search.js"></script>
</head><body data-md-color-scheme="{{ scheme }}" data-md-color-primary="indigo">
<header class="md-header"><div class="md-header__inner md-grid"><a href="{{ base_url }}/">Arkivet</a>
{% include "partials/search.html" %}</div></header>
<main class="md-typeset md-grid"><h1>Möte</h1><p><a href="#punkt-2">Till punkt 2</a>
<input id="other" aria-label="Annat">
{{ body }}</main></body></html>"""


def record(
    number: int, title: str, text: str, *, kinds: str = "Punkt", network: str = "Vägnätet"
) -> SearchRecord:
    """A record of an item of a meeting of its own; number 0 is the newest."""
    day = date(2026, 3, 10) - timedelta(days=40 * number)
    labels = tuple(kinds.split(", "))
    return SearchRecord(
        url=f"moten/m{number}/#punkt-2",
        title=title,
        content=f"{title}. {text}",
        meta={
            "title": title,
            "date": day.isoformat(),
            "network": network,
            "kinds": kinds.removesuffix(", Punkt"),
        },
        filters={"nätverk": (network,), "år": (str(day.year),), "typ": labels},
        sort={"datum": day.isoformat()},
    )


RECORDS = (
    record(0, "Snöröjning på gångvägar", "Frågan bereds till nästa möte.", network="Gatunätet"),
    record(1, "Budget för vinterväghållning", "Ramen är oförändrad.", kinds="Beslut, Punkt"),
    record(
        2, "Övriga frågor", "Ordföranden frågar om budget för broar & <b>tunnlar</b>.", network="Gatunätet"
    ),
    record(
        3, "Ny färjeled", "Samrådet om färjeleden fortsätter. Snöröjning nämns inte.", kinds="Åtgärd, Punkt"
    ),
    record(4, "Möte med staten", "Mötet fastställde dagordningen och mötte ledningen."),
    record(5, "Motorvägens bullerskärm", "Motorn i projektet är regionen."),
    *(record(10 + n, f"Löpande ärende {n}", "Ett ärende om planering av vägar.") for n in range(25)),
)


def build(root: Path, records: Sequence[SearchRecord] = RECORDS, portal: Portal = ()) -> None:
    """Make the site: a start page with the search in it, a page for every record, a dark one, the index."""
    copytree(THEME / "assets", root / "assets")
    (root / "material").mkdir()
    styles = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    for name in ("main", "palette"):
        [css] = styles.glob(f"{name}.*.min.css")
        (root / "material" / f"{name}.css").write_bytes(css.read_bytes())
    index_shards(records, root / "pagefind", limits=Limits(enough=6, many=12))
    write_page(root / "index.html", ".", "<div data-arkiv-search></div>", portal=portal)
    write_page(root / "mork" / "index.html", "..", "", scheme="slate")
    for found in records:
        body = '<h2 id="punkt-1">1</h2><p>…</p><h2 id="punkt-2">2</h2>'
        write_page(root / found.url.partition("#")[0] / "index.html", "../..", body)


def write_page(file: Path, base_url: str, body: str, scheme: str = "default", portal: Portal = ()) -> None:
    """A page with the header's partial, rendered as MkDocs does: without escaping of its own."""
    words = yaml.safe_load((THEME / "words" / "search.sv.yml").read_text(encoding="utf-8"))
    loader = jinja2.FileSystemLoader(THEME)
    template = jinja2.Environment(loader=loader, autoescape=False).from_string(SHELL)
    file.parent.mkdir(parents=True, exist_ok=True)
    html = template.render(
        base_url=base_url, words={"search": words}, body=body, scheme=scheme, portal=portal
    )
    file.write_text(html, encoding="utf-8")


class Handler(SimpleHTTPRequestHandler):
    """A plain web server under /arkiv/, with the strict policy that the theme is made for."""

    policy = POLICY

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def handle_one_request(self) -> None:
        with suppress(ConnectionError):  # the visitor went on before the answer was there
            super().handle_one_request()

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/arkiv"))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base class's
        pass


@contextmanager
def served(root: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """The address of the site, which is under a path, for as long as it is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/arkiv/"
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Visit:
    """A visitor's page, and what went wrong in it."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(10_000)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._asked)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.complaints.append(request.url)

    def go(self, path: str = "moten/m4/") -> Page:
        """Open a page and wait until the search is there."""
        self.page.goto(self.home + path)
        expect(self.page.locator("[data-arkiv-search-open]")).to_be_visible()
        return self.page

    def search(self, words: str, path: str = "moten/m4/") -> Page:
        """Open the dialog with the keyboard and write the words."""
        self.go(path)
        self.page.keyboard.press("Control+k")
        self.page.keyboard.insert_text(words)
        return self.page


LOW_CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((c, i) => (c * a + under[i] * (255 - a)) / 255);
  const backdrop = (node) => {
    if (!node) return [255, 255, 255];
    const own = rgb(getComputedStyle(node).backgroundColor);
    return own[3] === 255 ? own.slice(0, 3) : over(own, backdrop(node.parentElement));
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const low = [];
  for (const node of document.querySelectorAll('dialog, dialog *')) {
    if (![...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) continue;
    if (node.closest('option')) continue;
    const under = backdrop(node);
    const text = over(rgb(getComputedStyle(node).color), under);
    const [a, b] = [light(text), light(under)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) low.push(`${node.className || node.tagName} ${ratio.toFixed(2)}`);
  }
  return low;
}"""
