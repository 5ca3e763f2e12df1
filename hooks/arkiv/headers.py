"""The response headers a web server should send with a site, among them a strict content security policy.

What a page may do is: its own scripts and styles, and the WebAssembly of the search. Scripts that Material
writes into pages are let through by their hashes, which are the same on every page (`extra.scope`) and
change with Material's version only; so they are read from the site itself.
"""

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from arkiv.model import Audience

FOLDER = "headers"
"""Beside the sites in SITE, where no visitor comes."""

_PAGES = ("index.html", "404.html")
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_POLICY = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'{hashes}",
    "worker-src 'self' blob:",
    "connect-src 'self'{others}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)


def policy(site: Path, others: Iterable[str] = ()) -> str:
    """The content security policy of a built site, in one line; `others` are sites its search may ask."""
    pages = (site / name for name in _PAGES)
    scripts = {
        found for page in pages if page.is_file() for found in _INLINE.findall(page.read_text("utf-8"))
    }
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    asked = "".join(f" {origin}" for origin in sorted({_origin(address) for address in others}))
    listed = "".join(f" 'sha256-{digest}'" for digest in sorted(hashes))
    return "; ".join(_POLICY).format(hashes=listed, others=asked)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def headers(site: Path, audience: Audience, others: Iterable[str] = ()) -> dict[str, str]:
    """Every header for a site, by its name. An internal site is to be kept by nobody."""
    internal = audience is Audience.INTERNAL
    return {
        "Content-Security-Policy": policy(site, others),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        **({"X-Robots-Tag": "noindex, nofollow", "Cache-Control": "private, no-cache"} if internal else {}),
    }


def write_headers(
    site_dir: Path, audiences: Iterable[Audience], others: Sequence[str] = ()
) -> tuple[Path, ...]:
    """Write what belongs to the sites that are live, for nginx and as plain lines for other servers.

    Returns:
        The files that were there and are not as they were: the web server must be told to read them again.
    """
    wanted = [file for audience in audiences for file in _files(site_dir, audience, others)]
    known = {path for path, _ in wanted if path.is_file()}
    return tuple(path for path, text in wanted if _written(path, text) and path in known)


def _files(site_dir: Path, audience: Audience, others: Sequence[str]) -> Iterator[tuple[Path, str]]:
    site = site_dir / str(audience)
    if not (site / _PAGES[0]).is_file():
        return
    found = headers(site, audience, others)
    folder = site_dir / FOLDER
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in found.items())
    yield folder / f"{audience}.nginx.conf", nginx
    yield folder / f"{audience}.txt", "".join(f"{name}: {value}\n" for name, value in found.items())


def _written(path: Path, text: str) -> bool:
    """Put a file in place in one step, where it differs."""
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)
    return True
