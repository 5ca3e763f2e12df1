"""Text of any encoding: plain text, scripts, styles, calendars, JSON."""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

from arkiv.audit.passages import Part, Passage, Piece, Unreadable, View

_DATA_URI = re.compile(
    r"data:([\w.+-]+/[\w.+-]+)?((?:;[\w.=+-]+)*?)(;base64)?,([^\s\"'<>)\\]*)", re.IGNORECASE
)
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")
_HYPHENATED = re.compile(r"[-\u00ad\u2010]\r?\n[ \t]*")
_SUFFIX_OF_TYPE = {
    "image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp",
    "image/svg+xml": ".svg",
    "text/html": ".html", "application/json": ".json", "application/pdf": ".pdf", "text/xml": ".xml",
    "application/xml": ".xml", "application/gzip": ".gz",
}  # fmt: skip
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"))
_EIGHT_BITS = ("latin-1", "cp850", "mac_roman")
"""What Windows, DOS and old Macintosh programs wrote."""
_BOMS_16 = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(data: bytes) -> str:
    """The text of a file in its encoding: what its mark says, else UTF-8, else Latin-1.

    Raises:
        Unreadable: the file's own mark is wrong.
    """
    return next(_decodings(data))


def _decodings(data: bytes) -> Iterator[str]:
    """The text in its encoding; where nothing tells which that is, in each that it may be."""
    for mark, encoding in (*_BOMS, *_BOMS_16):
        if data.startswith(mark):
            yield _strictly(data, encoding)
            return
    try:
        yield data.decode("utf-8")
    except UnicodeDecodeError:
        yield from (data.decode(encoding) for encoding in _EIGHT_BITS)


def readings(data: bytes) -> Iterator[str]:
    """The text, and where zeros stand in it the same bytes as UTF-16 of either order."""
    yield from _decodings(data)
    if b"\0" in data:
        even = data[: len(data) // 2 * 2]
        yield even.decode("utf-16-le", "replace")
        yield even.decode("utf-16-be", "replace")


def binary_readings(data: bytes) -> Iterator[str]:
    """What can be read in bytes that are not text as a whole: as Latin-1, UTF-8 and UTF-16."""
    yield data.decode("latin-1")
    if not data.isascii():
        yield data.decode("utf-8", "replace")
    if b"\0" in data:
        for start in (0, 1):
            piece = data[start:]
            yield piece[: len(piece) // 2 * 2].decode("utf-16-le", "replace")
            yield piece[: len(piece) // 2 * 2].decode("utf-16-be", "replace")


def read_text(data: bytes) -> Iterator[Piece]:
    """A text that people read: as it stands, and with its words whole where a line broke them."""
    for text in readings(data):
        yield from prose(text)


def prose(text: str, place: str = "") -> Iterator[Piece]:
    """Running text as a passage, and again with broken words joined where there are any."""
    yield Passage(text, View.PROSE, place)
    whole = _HYPHENATED.sub("", text)
    if whole != text:
        yield Passage(whole, View.PROSE, place)
    yield from embedded(text)


def read_source(data: bytes) -> Iterator[Piece]:
    """A script, a style sheet, or a text with folded lines such as a calendar."""
    for text in readings(data):
        yield Passage(text, View.SOURCE)
        unfolded = _FOLDED_LINE.sub("", text)
        if unfolded != text:
            yield Passage(unfolded, View.SOURCE)
        yield from embedded(text)


def read_json(data: bytes) -> Iterator[Piece]:
    """JSON, as text and as the strings it means.

    Raises:
        Unreadable: it is not JSON.
    """
    yield from json_strings(data)
    for text in readings(data):
        yield Passage(text, View.SOURCE)


def json_strings(data: bytes) -> Iterator[Passage]:
    """Every key and value of a JSON text, each where it first stands.

    Raises:
        Unreadable: it is not JSON.
    """
    yield from strings_of(json_value(data))


def json_value(data: bytes) -> Any:
    """What a JSON text means.

    Raises:
        Unreadable: it is not JSON.
    """
    try:
        return json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        raise Unreadable("is not JSON") from error


def strings_of(value: object) -> Iterator[Passage]:
    """Every key and value of what a JSON text means, each where it first stands."""
    told = set()
    for place, text in strings_in(value):
        if text not in told:
            told.add(text)
            yield Passage(text, View.PROSE, place)


def strings_in(value: object, place: str = "value") -> Iterator[tuple[str, str]]:
    """The strings in nested lists and mappings, with the way to them. Keys are in the way and strings too."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield f"{place}: key", str(key)
            yield from strings_in(inner, f"{place}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from strings_in(inner, f"{place}[{number}]")


def texts_in(value: object) -> frozenset[str]:
    """The same strings, wherever they stand."""
    texts, left = set(), [value]
    while left:
        match left.pop():
            case str() as text:
                texts.add(text)
            case dict() as named:
                texts.update(map(str, named))
                left += named.values()
            case list() as several:
                left += several
    return frozenset(texts)


def embedded(text: str) -> Iterator[Part]:
    """The files in `data:` addresses."""
    if "data:" not in text and "DATA:" not in text:
        return
    for number, match in enumerate(_DATA_URI.finditer(text), 1):
        raw = unquote_to_bytes(match[4].replace("&#43;", "+").replace("&amp;", "&"))
        raw = _unbased(raw) if match[3] else raw
        suffix = _suffix((match[1] or "text/plain").lower(), raw)
        yield Part(f"data{suffix}", raw, f"data address {number}")


def _suffix(kind: str, raw: bytes) -> str:
    """How a file of this kind is called; XML that ends before its last bracket is read as far as it goes.

    No program takes that for a document: it is the beginning of an address, shown as text.
    """
    suffix = _SUFFIX_OF_TYPE.get(kind, ".txt")
    is_cut = (
        not raw.rstrip().endswith(b">") and b"<!" not in raw and raw.decode("utf-8", "replace").isprintable()
    )
    return ".html" if is_cut and suffix in {".svg", ".xml"} else suffix


def _unbased(raw: bytes) -> bytes:
    try:
        return base64.b64decode(raw.replace(b"-", b"+").replace(b"_", b"/") + b"==")
    except binascii.Error as error:
        raise Unreadable("has a data address that is not base64") from error


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"is not the {encoding} that it says") from error
