"""The preview's web server: this machine only, and only for whoever asks it by this machine's name."""

import errno
import json
import os
import re
import secrets
import socketserver
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

from arkiv.command_line import unforeseen
from arkiv.serving import bar
from arkiv.serving.bench import Bench
from arkiv.serving.choices import Choice, chosen, known, remembered
from arkiv.serving.files import Moved, content_type, find, local
from arkiv.serving.workshop import Shown, Workshop

ADDRESS = "127.0.0.1"
"""Never another: a preview shows what is not public."""

_HOST = re.compile(r"(localhost|127\.0\.0\.1)(:[0-9]{1,5})?", re.IGNORECASE)
_LARGEST_FORM = 4096
_ALWAYS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class PortTaken(Exception):
    """The port cannot be had; the text says why and what to do."""


class PreviewServer(ThreadingHTTPServer):
    """Shows what the workshop has, and orders what it has not. `first` is the choice of who has made none."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # on Windows it would take the port from another program

    def __init__(self, port: int, bench: Bench, workshop: Workshop, first: Choice) -> None:
        """Bind the port; 0 is any that is free.

        Raises:
            PortTaken: another program has it, or this user may not.
        """
        self.bench, self.workshop, self._first = bench, workshop, first
        self.run = secrets.token_hex(4)
        try:
            super().__init__((ADDRESS, port), Handler)
        except OSError as error:
            raise PortTaken(_refusal(port, error)) from None
        # Cookies know no ports, and there may be two previews.
        self.cookie = f"arkiv_preview_{self.server_port}"

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name, which may take long."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.socket.getsockname()[1]

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - the base class's
        """A browser that goes away is no error; of others no more is told than of any."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, ConnectionError | TimeoutError):
            self.bench.say(unforeseen(error))

    @property
    def url(self) -> str:
        """Where the preview is."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def choice(self, cookies: str) -> Choice:
        """What whoever has these cookies has chosen."""
        levels = self.bench.settings.levels
        return remembered(cookies, self.cookie, levels) or known(self._first, levels)

    def version(self, choice: Choice, shown: Shown) -> str:
        """What a page is of; another run of the server counts as another site."""
        return f"{self.run}.{choice.token}.{shown.serial}"


def _refusal(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken - give another with --port, or --port 0 for any that is free"
    return f"port {port} cannot be used ({error.strerror}) - give another with --port, or --port 0"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "arkiv", ""
    timeout = 60  # seconds that an idle connection is kept

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: an address may hold a name."""

    def do_GET(self) -> None:
        """A file of the preview, or of the server's own."""
        self._answer_if_local(self._own if self.path.startswith(bar.OWN) else self._site)

    def do_HEAD(self) -> None:
        """What a GET is answered with, without the content."""
        self.do_GET()

    def do_POST(self) -> None:
        """A choice."""
        is_choice = self.path == f"{bar.OWN}choice"
        self._answer_if_local(self._choose if is_choice else self._nothing)

    def _answer_if_local(self, answer: Callable[[], None]) -> None:
        """Another name for this machine may be another site's, which would then read what is shown here."""
        hosts = self.headers.get_all("Host") or []
        if len(hosts) == 1 and _HOST.fullmatch(hosts[0].strip()):
            answer()
        else:
            self.close_connection = True
            self._send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", f"ask {self.server.url}\n".encode())

    @cached_property
    def _said(self) -> Callable[..., str]:
        return bar.words(self.server.bench.settings.language)

    def _choice(self) -> Choice:
        return self.server.choice("; ".join(self.headers.get_all("Cookie") or []))

    def _own(self) -> None:
        name = self.path.partition("?")[0].removeprefix(bar.OWN)
        if name == "state":
            self._state()
        elif name in ("preview.js", "preview.css"):
            self._send(HTTPStatus.OK, content_type(name), (bar.ASSETS / name).read_bytes())
        else:
            self._nothing()

    def _state(self) -> None:
        choice = self._choice()
        shown, building = self.server.workshop.shown(choice)
        found = bar.news(self.server.version(choice, shown), shown, building, self._said)
        self._send(HTTPStatus.OK, content_type("x.json"), json.dumps(asdict(found)).encode())

    def _site(self) -> None:
        choice = self._choice()
        shown, building = self.server.workshop.shown(choice)
        made = self._bar(choice, shown, building)
        if shown.site is None:
            status = HTTPStatus.SERVICE_UNAVAILABLE if building else HTTPStatus.INTERNAL_SERVER_ERROR
            self._bare(status, self._said("building" if building else "nothing"), made)
            return
        found = find(shown.site, self.path)
        if isinstance(found, Moved):
            self._send(HTTPStatus.FOUND, "text/plain", b"", {"Location": found.location})
        elif found is None:
            self._missing(shown.site / "404.html", made)
        else:
            self._file(HTTPStatus.OK, found, made)

    def _bar(self, choice: Choice, shown: Shown, building: bool) -> str:
        found = bar.news(self.server.version(choice, shown), shown, building, self._said)
        return bar.bar(found, choice, self.server.bench.settings.levels, local(self.path), self._said)

    def _missing(self, page: Path, made: str) -> None:
        if page.is_file():
            self._file(HTTPStatus.NOT_FOUND, page, made)
        else:
            self._bare(HTTPStatus.NOT_FOUND, self._said("missing"), made)

    def _file(self, status: HTTPStatus, file: Path, made: str) -> None:
        kind, content = content_type(file.name), file.read_bytes()
        is_page = kind.startswith("text/html")
        self._send(status, kind, bar.with_bar(content, made) if is_page else content)

    def _bare(self, status: HTTPStatus, heading: str, made: str) -> None:
        page = bar.bare(heading, self.server.bench.settings.language)
        self._send(status, content_type("x.html"), bar.with_bar(page, made))

    def _nothing(self) -> None:
        self.close_connection = True  # a body that nobody has read would be taken for the next request
        self._send(HTTPStatus.NOT_FOUND, "text/plain", b"not here\n")

    def _choose(self) -> None:
        """Remember a choice and go back to the page; only a page of this server may choose."""
        form = self._form()
        made = chosen(form.get("audience", ""), form.get("level", ""), self.server.bench.settings.levels)
        origin = self.headers.get("Origin")
        if made is None or origin not in (None, f"http://{self.headers['Host'].strip()}"):
            self.close_connection = True
            self._send(HTTPStatus.BAD_REQUEST, "text/plain", b"choose in the bar of the preview\n")
            return
        self.server.workshop.shown(made)
        cookie = f"{self.server.cookie}={made.token}; Path=/; HttpOnly; SameSite=Strict"
        back = {"Location": local(form.get("page", "/")), "Set-Cookie": cookie}
        self._send(HTTPStatus.SEE_OTHER, "text/plain", b"", back)

    def _form(self) -> dict[str, str]:
        said = self.headers.get("Content-Length", "")
        length = int(said) if re.fullmatch(r"[0-9]{1,4}", said) else 0
        if not 0 < length <= _LARGEST_FORM:
            return {}
        text = self.rfile.read(length).decode("utf-8", "replace")
        return {key: values[0] for key, values in parse_qs(text).items()}

    def _send(
        self, status: HTTPStatus, kind: str, content: bytes, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {**_ALWAYS, **(headers or {}), "Content-Type": kind}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
