"""Atom feeds (RFC 4287): the latest minutes of the archive and of each network.

A feed is dated by its meetings and never by the clock, and its ids rest on addresses alone: two builds
of the same sources have the same bytes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from arkiv.model import RecordKind, Status
from arkiv.pages.dates import written
from arkiv.pages.generated import Site, feed
from arkiv.pages.words import Words
from arkiv.public import PublicArchive, PublicMeeting, PublicRecord

LATEST = 25
"""Meetings in a feed: a year of a busy network."""

_ATOM = "http://www.w3.org/2005/Atom"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2)."""


@dataclass(frozen=True, slots=True)
class Export:
    """A finished file: `path` relative to the site."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whose archive it is: its name, and the address of its site, empty where mkdocs.yml gives none."""

    name: str
    address: str = ""


def feeds(archive: PublicArchive, publisher: Publisher, words: Words) -> tuple[Export, ...]:
    """Every feed that has something in it: the whole archive's, then the networks'."""
    site, writer = Site(archive, words), _Writer(publisher, words)
    found = []
    if path := feed(archive.meetings, site):
        found.append(writer.feed(path, publisher.name, "", archive.meetings))
    for network in archive.networks:
        meetings = site.meetings.get(network.id, ())
        if path := feed(meetings, site, network):
            title = f"{network.name} – {publisher.name}"
            found.append(writer.feed(path, title, _address(network.path), meetings))
    return tuple(found)


def _address(path: str) -> str:
    """The address of a page, relative to the site: docs/X.md is X/."""
    return path.removesuffix(".md") + "/"


@dataclass(frozen=True, slots=True)
class _Writer:
    publisher: Publisher
    words: Words

    def feed(self, path: str, title: str, page: str, meetings: tuple[PublicMeeting, ...]) -> Export:
        """One feed with the newest of these meetings, which are newest first; one at least has minutes."""
        held = [meeting for meeting in meetings if meeting.status is Status.APPROVED]
        root = Element("feed", {"xmlns": _ATOM, "xml:lang": self.words.language})
        _text(root, "id", self._id(path))
        _text(root, "title", title)
        _text(root, "updated", _moment(held[0]))
        _link(root, "self", "application/atom+xml", self._seen(path, path))
        _link(root, "alternate", "text/html", self._seen(page, path))
        author = SubElement(root, "author")
        _text(author, "name", self.publisher.name)
        for meeting in held[:LATEST]:
            self._entry(root, path, meeting)
        indent(root)
        return Export(path, tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")

    def _entry(self, root: Element, path: str, meeting: PublicMeeting) -> None:
        address = _address(meeting.path)
        entry = SubElement(root, "entry")
        _text(entry, "id", self._id(address))
        _text(entry, "title", self._title(meeting))
        _text(entry, "updated", _moment(meeting))
        _link(entry, "alternate", "text/html", self._seen(address, path))
        SubElement(entry, "category", {"term": meeting.network, "label": meeting.network_name})
        content = SubElement(entry, "content", {"type": "xhtml"})
        content.append(self._content(meeting))

    def _title(self, meeting: PublicMeeting) -> str:
        day = written(meeting.date, self.words.language)
        return str(meeting.title) if day in meeting.title else f"{meeting.title}, {day}"

    def _content(self, meeting: PublicMeeting) -> Element:
        """The agenda, and what was decided."""
        shown = Element("div", {"xmlns": "http://www.w3.org/1999/xhtml"})
        items = [item.title or self.words("meeting.closed_item") for item in meeting.items]
        self._list(shown, "meeting.agenda", items)
        self._list(shown, "record.decision", list(_decisions(meeting)))
        return shown

    def _list(self, shown: Element, heading: str, lines: list[str]) -> None:
        if lines:
            _text(shown, "h2", self.words(heading))
            parent = SubElement(shown, "ul")
            for line in lines:
                _text(parent, "li", line)

    def _id(self, address: str) -> str:
        """An id that stays when the site moves to another server only if its name and address do."""
        base = self.publisher.address or self.publisher.name
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{base}#{address}')}"

    def _seen(self, address: str, path: str) -> str:
        """An address in full where the site has one; else seen from the feed."""
        if self.publisher.address:
            return urljoin(self.publisher.address.rstrip("/") + "/", address)
        return "../" * path.count("/") + address or "./"


def _decisions(meeting: PublicMeeting) -> Iterator[str]:
    blocks = (block for item in meeting.items for block in item.blocks)
    for block in blocks:
        if isinstance(block, PublicRecord) and block.kind is RecordKind.DECISION:
            yield block.plain


def _moment(meeting: PublicMeeting) -> str:
    """The meeting's day: minutes carry no other date."""
    return f"{meeting.date.isoformat()}T00:00:00Z"


def _link(parent: Element, relation: str, kind: str, address: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": kind, "href": address})


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _FORBIDDEN.sub(" ", text)
