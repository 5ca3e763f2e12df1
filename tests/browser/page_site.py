"""The pages of a small archive, served on this machine under a policy that lets nothing else in."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from arkiv.headers import policy

PATHS = {
    "start": "",
    "meeting": "moten/2024/2024-10-11-skogschefer/",
    "restricted meeting": "moten/2024/2024-05-03-beredskap/",
    "odd meeting": "moten/2022/2022-03-04-skogschefer/",
    "planned meeting": "moten/2025/2025-02-07-skogschefer/",
    "network": "natverk/skogschefer/",
    "year of a network": "natverk/skogschefer/2024/",
    "networks": "natverk/",
    "year": "moten/2024/",
    "meetings": "moten/",
    "decisions": "beslut/",
    "actions": "atgarder/",
    "calendar": "kalender/",
    "calendar year": "kalender/2024/",
    "decisions of a year": "beslut/2024/",
    "registers": "forteckningar/",
    "assignments": "uppdrag/",
    "referrals": "medskick/",
    "guests": "gaster/",
    "returns": "aterkommer/",
    "topics": "amnen/",
    "topic": "amnen/gallring/",
    "organizations": "organisationer/",
    "organization": "organisationer/almea/",
    "members": "ledamoter/",
    "member": "ledamoter/skogschefer-1/",
    "event": "kalender/2025-05-19/",
    "ordinary": "om/",
    "not shown": "finns/inte/",
}
KINDS = {
    name: PATHS[name]
    for name in (
        "start",
        "network",
        "year of a network",
        "meeting",
        "decisions",
        "actions",
        "assignments",
        "referrals",
        "year",
        "calendar year",
        "topics",
        "organization",
        "member",
        "ordinary",
        "not shown",
    )
}
"""One page of each kind that is worked in a way of its own; "year" is the timeline."""


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder with the policy, and its 404.html for what is not there."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""

    def do_GET(self) -> None:
        """A file, or the page for what is not shown."""
        folder = Path(self.directory)
        found = Path(self.translate_path(self.path))
        file = found / "index.html" if found.is_dir() else found
        shown = file if file.is_file() else folder / "404.html"
        content = shown.read_bytes()
        self.send_response(200 if shown == file else 404)
        self.send_header("Content-Type", self.guess_type(str(shown)))
        if shown.suffix == ".html":
            self.send_header("Content-Security-Policy", policy(folder))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):  # the browser has gone on to another page
            self.wfile.write(content)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder that is served for as long as this lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Watched:
    """A page, and what it complained of and asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


def watched(context: BrowserContext) -> Watched:
    """A new page that is listened to. The browser's own word on a 404 page is no complaint."""
    found = Watched(context.new_page())
    found.page.on(
        "console", lambda message: found.complaints.append(message.text) if message.type == "error" else None
    )
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.on("request", lambda request: found.requests.append(request.url))
    return found
