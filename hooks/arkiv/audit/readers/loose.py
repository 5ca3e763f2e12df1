"""Bytes in a document that are no text: printer settings, metafiles, fonts, what stands between the parts."""

import re
from collections.abc import Iterator

from arkiv.audit.passages import Passage, Piece, Unreadable, View

_LETTERS = re.compile(rb"[\t\n\r\x20-\x7e\xc0-\xff]{4,}")
_UTF_8 = re.compile(rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){4,}")
_WIDE = {  # the alphabets up to the Arabic one
    "utf-16-le": re.compile(rb"(?:[\x00-\xff][\x00-\x06]){4,}", re.DOTALL),
    "utf-16-be": re.compile(rb"(?:[\x00-\x06][\x00-\xff]){4,}", re.DOTALL),
}
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32)), " ")
_STARTS = (
    b"PK\3\4", b"PK\5\6", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh",
    b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"{\\rtf", b"MZ", b"\x7fELF",
)  # fmt: skip
"""Archives, documents and programs, which say more than their bytes show."""


def read_loose(data: bytes) -> Iterator[Piece]:
    """Every run of letters in the bytes, in Latin-1, UTF-8 and UTF-16 at any place.

    Raises:
        Unreadable: they are an archive, a document or a program.
    """
    if data.startswith(_STARTS):
        raise Unreadable("holds another file, of a kind the audit does not look into")
    for text in loose_texts(data):
        yield Passage(text, View.SOURCE)


def loose_texts(data: bytes) -> Iterator[str]:
    """What reads as text in bytes of any kind, one run of at least four letters a line."""
    yield from _told(run.decode("latin-1") for run in _LETTERS.findall(data))
    if not data.isascii():
        yield from _told(run.decode("utf-8", "replace") for run in _UTF_8.findall(data))
    if b"\0" in data:
        for encoding, pattern in _WIDE.items():
            yield from _told(run.decode(encoding, "replace") for run in pattern.findall(data))


def _told(runs: Iterator[str]) -> Iterator[str]:
    text = "\n".join(run.translate(_CONTROL) for run in runs)
    if text.strip():
        yield text
