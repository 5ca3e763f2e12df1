"""What a part of XML says: each text alone, each paragraph joined over its runs, and what is not shown."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from arkiv.attachments.loose_text import loose_text
from arkiv.attachments.refusals import UnreadableAttachment

_PARAGRAPHS = frozenset({"p", "h", "si", "is"})
_ROWS = frozenset({"tr", "table-row"})
_SPACES = frozenset({"tab", "br", "cr", "s", "line-break", "noBreakHyphen", "softHyphen", "ptab"})
_UNSHOWN = frozenset({"delText", "instrText", "delInstrText"})
_ISSUERS = (  # whose elements are a fixed vocabulary; the names of all others are somebody's own words
    "http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/", "http://purl.oclc.org/ooxml/",
    "http://purl.org/dc/", "http://www.w3.org/", "urn:oasis:names:tc:opendocument:",
    "urn:schemas-microsoft-com:",
)  # fmt: skip


def tree(part: bytes) -> Element:
    """The part as a tree, comments and processing instructions included.

    Raises:
        UnreadableAttachment: it is no XML, or declares entities or points to a document type to fetch.
    """
    parser = DefusedXMLParser(
        target=TreeBuilder(insert_comments=True, insert_pis=True),
        forbid_dtd=False, forbid_entities=True, forbid_external=True,
    )  # fmt: skip
    try:
        parser.feed(part)
        root = parser.close()
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise UnreadableAttachment(
            "has a part whose XML cannot be read safely", "open it in its own program and save it again"
        ) from None
    assert isinstance(root, Element)
    return root


def said_by(part: bytes) -> Iterator[str]:
    """All that the part says.

    Raises:
        UnreadableAttachment: it is no XML that can be read safely.
    """
    root = tree(part)
    for element in root.iter():
        yield from (text for text in (element.text, element.tail) if text and text.strip())
    yield from dict.fromkeys(value for element in root.iter() for value in element.attrib.values())
    named = (
        name for element in root.iter() if _is_element(element) for name in (element.tag, *element.attrib)
    )
    yield from dict.fromkeys(name for name in named if _own_word(name))
    yield from _joined(root)
    if b"<!DOCTYPE" in part.replace(b"\0", b""):  # what a document type says is not in the tree
        yield from loose_text(part)


def shown_by(root: Element) -> str:
    """The texts of the part, in order."""
    return "".join(element.text or "" for element in root.iter() if _is_element(element))


def _is_element(element: Element) -> bool:
    """Whether it is no comment and no processing instruction: those have a function for a tag."""
    return not callable(element.tag)


def _own_word(name: str) -> bool:
    return not name.lstrip("{").startswith(_ISSUERS) and (name.startswith("{") or len(name) > 3)


def local(element: Element) -> str:
    """An element's name without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if _is_element(element) else ""


def _joined(root: Element) -> Iterator[str]:
    """Each paragraph in one piece as it is shown, and again with what is not shown; each row of a table."""
    for element in root.iter():
        name = local(element)
        if name in _PARAGRAPHS:
            shown = "".join(_pieces(element, _UNSHOWN))
            full = "".join(_pieces(element, frozenset()))
            yield shown
            if full != shown:
                yield full
        elif name in _ROWS:
            yield "".join(_pieces(element, frozenset()))


def _pieces(element: Element, left_out: frozenset[str]) -> Iterator[str]:
    """The texts inside, in order, without a deeper stack for deeper XML; paragraphs within stand apart."""
    waiting: list[Element | str] = [element]
    while waiting:
        found = waiting.pop()
        if isinstance(found, str):
            yield found
        elif local(found) in _SPACES:
            yield " "
        elif local(found) not in left_out and _is_element(found):
            after = " " if found is not element and local(found) in _PARAGRAPHS else ""
            inside = [piece for child in found for piece in (child, child.tail or "")]
            waiting += [after, *reversed(inside), found.text or ""]
