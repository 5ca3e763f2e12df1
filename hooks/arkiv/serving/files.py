"""From a request's path to a file of the site, or to none: nothing outside it, nothing hidden, no lists."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

# By hand, because the machine's own table differs from system to system (Windows may say that .js is text).
_TEXT = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
_BINARY = {
    ".avif": "image/avif",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".gif": "image/gif",
    ".gz": "application/gzip",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".map": "application/json",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Moved:
    """The path is a folder's, which has its page at another address."""

    location: str


def content_type(name: str) -> str:
    """The type of a file by its name. What Pagefind has packed it also unpacks, so that is plain bytes."""
    suffix = Path(name).suffix.lower()
    if suffix in _TEXT:
        return f"{_TEXT[suffix]}; charset=utf-8"
    return _BINARY.get(suffix, "application/octet-stream")


def find(site: Path, target: str) -> Path | Moved | None:
    """The file that a request's target asks for; None where there is none that may be shown."""
    segments = _segments(target)
    if segments is None:
        return None
    path = site.joinpath(*segments)
    is_folder = target.partition("?")[0].endswith("/") or not segments
    found = path / "index.html" if is_folder else path
    root = site.resolve()
    if not found.resolve().is_relative_to(root):
        return None
    if not is_folder and path.is_dir() and (path / "index.html").is_file():
        return Moved("/" + "/".join(quote(segment) for segment in segments) + "/")
    return found if found.is_file() else None


def local(target: str) -> str:
    """The target as an address on this server, whatever it said: path and query, one slash first."""
    parts = urlsplit("/" + target.replace("\\", "/").lstrip("/"))
    path = quote(unquote(parts.path), safe="/")
    return path + (f"?{quote(parts.query, safe='=&%+')}" if parts.query else "")


def _segments(target: str) -> list[str] | None:
    """The names in a path, or None where one of them is no name of a file on show."""
    try:
        path = unquote(target.partition("?")[0], errors="strict")
    except UnicodeDecodeError:
        return None
    segments = [segment for segment in path.split("/") if segment]
    if any(segment.startswith(".") or set(segment) & set("\\:\0") for segment in segments):
        return None
    return segments
