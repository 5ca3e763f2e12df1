"""HTML and XML files."""

import re
from collections.abc import Iterator

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from arkiv.audit.passages import Passage, Piece, Unreadable, View
from arkiv.audit.readers.plain import embedded, readings

_DECLARED = re.compile(rb"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.:-]*)""")
"""The encoding that XML says it is in, which its parser has believed."""


def read_html(data: bytes) -> Iterator[Piece]:
    """A page: what it shows, and all that its source holds besides."""
    for text in readings(data):
        yield Passage(text, View.MARKUP)
        yield from embedded(text)


def read_xml(data: bytes) -> Iterator[Piece]:
    """XML: as a page, once it is known to be well-formed and without entities of its own.

    Raises:
        Unreadable: it is not, so that the audit and a browser may read it differently.
    """
    try:
        fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise Unreadable("is not well-formed XML, or declares entities of its own") from error
    yield from read_html(data)
    declared = _DECLARED.match(data)
    if declared and declared[1].lower() != b"utf-8":
        yield Passage(data.decode(declared[1].decode(), "replace"), View.MARKUP)
