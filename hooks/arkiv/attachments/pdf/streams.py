"""The streams in a PDF's bytes, found without its tables: what an earlier revision left is found too."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from pypdf.errors import PyPdfError
from pypdf.filters import ASCII85Decode, ASCIIHexDecode, LZWDecode, RunLengthDecode

from arkiv.attachments.refusals import UnreadableAttachment, broken, too_large

_START = re.compile(rb"\bstream\r?\n")
_END = b"endstream"
_LINE_END = re.compile(rb"(?:\r\n|\n|\r)\Z")
_FILTER = re.compile(
    rb"/(FlateDecode|LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode|DCTDecode|JPXDecode|CCITTFaxDecode"
    rb"|JBIG2Decode|Crypt|BrotliDecode)\b"
)
_PICTURE = (b"DCTDecode", b"JPXDecode", b"CCITTFaxDecode", b"JBIG2Decode")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_FONT = re.compile(rb"/(?:Length1|Type1C|CIDFontType0C|OpenType)\b")
_TABLE = re.compile(rb"/Type\s*/XRef\b")
LARGEST = 100_000_000
"""Bytes of all streams together, unpacked; pictures are not unpacked."""


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream: its dictionary and its bytes, unpacked up to the first filter that makes a picture."""

    head: bytes
    body: bytes
    jpeg: bool

    @property
    def shown(self) -> bool:
        """Whether it is a picture's pixels, a font's outlines or a table of places: no text."""
        return bool(
            self.jpeg or _IMAGE.search(self.head) or _FONT.search(self.head) or _TABLE.search(self.head)
        )


def _flate(body: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(body, LARGEST)
    if unpacking.unconsumed_tail:
        raise too_large("PDF")
    return text


_UNPACK: dict[bytes, Callable[[bytes], bytes]] = {
    b"FlateDecode": _flate,
    b"LZWDecode": LZWDecode.decode,
    b"ASCII85Decode": ASCII85Decode.decode,
    b"ASCIIHexDecode": lambda body: bytes(ASCIIHexDecode.decode(body)),
    b"RunLengthDecode": RunLengthDecode.decode,
}


def split(data: bytes) -> tuple[bytes, list[Stream]]:
    """The code outside streams, and the streams.

    Raises:
        UnreadableAttachment: a stream is broken, packed in a way that is not known, or unpacks to too much.
    """
    outside, streams, place, total = [], [], 0, 0
    while (start := _START.search(data, place)) and (end := data.find(_END, start.end())) >= 0:
        before = data[place : start.start()]
        outside.append(before)
        place = end + len(_END)
        stream = _unpacked(before[before.rfind(b"obj") :], _LINE_END.sub(b"", data[start.end() : end]))
        total += len(stream.body)
        if total > LARGEST:
            raise too_large("PDF")
        streams.append(stream)
    return b"\n".join((*outside, data[place:])), streams


def _unpacked(head: bytes, body: bytes) -> Stream:
    filters = _FILTER.findall(head)
    if _IMAGE.search(head) and b"DCTDecode" not in filters:
        return Stream(head, b"", jpeg=False)
    if b"/Filter" in head and not filters:
        raise UnreadableAttachment("is a PDF packed in a way that is not known", "print it to a new PDF")
    for name in filters:
        if name in _PICTURE:
            return Stream(head, body, jpeg=name == b"DCTDecode")
        if name not in _UNPACK:
            raise UnreadableAttachment("is a PDF packed in a way that is not known", "print it to a new PDF")
        try:
            body = _UNPACK[name](body)
        except (zlib.error, PyPdfError, ValueError, IndexError, KeyError, TypeError):
            raise broken("PDF") from None
    return Stream(head, body, jpeg=False)
