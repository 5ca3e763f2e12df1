"""Text in bytes whose format is not known, or is no text format: every reading that a tool would try."""

import re
from collections.abc import Iterator

from arkiv.attachments.refusals import UnreadableAttachment

_BYTE_RUN = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]{3,}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDE_RUNS = {  # alphabets up to the Arabic one, which is where the first 0x700 characters of Unicode end
    "utf-16-le": re.compile(rb"(?:[\x00-\xff][\x00-\x06]){3,}", re.DOTALL),
    "utf-16-be": re.compile(rb"(?:[\x00-\x06][\x00-\xff]){3,}", re.DOTALL),
}
_EIGHT_BITS = ("cp1252", "cp850", "mac_roman")
"""What Swedish Windows, DOS and old Macintosh programs wrote."""


def loose_text(data: bytes) -> Iterator[str]:
    """Whatever reads as text among bytes that are something else (EXIF, printer settings, metafiles)."""
    for run in _BYTE_RUN.findall(data):
        yield _decoded(run)
    for encoding, pattern in _WIDE_RUNS.items():
        for run in pattern.findall(data):
            text = _CONTROL.sub(" ", run.decode(encoding, "replace"))
            if text.strip():
                yield text


def _decoded(run: bytes) -> str:
    try:
        return run.decode()
    except UnicodeDecodeError:
        return run.decode("cp1252", "replace")


def text_file(data: bytes) -> str:
    """A text file, in UTF-8 or UTF-16; an older one is read in every encoding it may be in, one by one.

    Raises:
        UnreadableAttachment: it is no text.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return _text_only(data.decode(encoding))
            except UnicodeDecodeError:
                continue
    return "\n".join(_text_only(data.decode(encoding, "replace")) for encoding in _EIGHT_BITS)


def _text_only(text: str) -> str:
    if _CONTROL.search(text.replace("\f", "")):
        raise UnreadableAttachment("is no text", "save it as text in UTF-8")
    return text
