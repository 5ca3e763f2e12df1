"""Pictures of the built site for the README, taken with a real browser."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

HEIGHT = 860
"""Pixels; a desktop window's, so that a picture shows what one sees before scrolling."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file's name, which site, which page, the window's width in pixels, and the scheme."""

    name: str
    level: str
    page: str
    width: int
    scheme: str


MEETING = "moten/2024/2024-05-17-kommunchefer/"
SHOTS = (
    Shot("meeting-open-light", "normal", MEETING, 1180, "light"),
    Shot("meeting-restricted-light", "forsamrat", MEETING, 1180, "light"),
    Shot("start-open-dark", "normal", "", 1180, "dark"),
    Shot("start-restricted-dark", "forsamrat", "", 1180, "dark"),
    Shot("meeting-restricted-phone", "forsamrat", MEETING, 390, "light"),
    Shot("decisions-phone-dark", "normal", "beslut/", 390, "dark"),
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site for as long as this lasts."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def take(sites: dict[str, Path], target: Path, browser_path: str) -> tuple[Path, ...]:
    """Take every picture.

    Args:
        sites: the public site of each level, by level id.
        target: the folder of the pictures.
        browser_path: a Chromium.
    """
    from playwright.sync_api import sync_playwright

    taken = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for shot in SHOTS:
            with served(sites[shot.level]) as address:
                page = browser.new_page(
                    viewport={"width": shot.width, "height": HEIGHT}, color_scheme=_scheme(shot)
                )
                page.goto(address + shot.page, wait_until="networkidle")
                taken.append(target / f"{shot.name}.png")
                page.screenshot(path=taken[-1])
                page.close()
        browser.close()
    return tuple(taken)


def _scheme(shot: Shot) -> Literal["dark", "light"]:
    return "dark" if shot.scheme == "dark" else "light"
