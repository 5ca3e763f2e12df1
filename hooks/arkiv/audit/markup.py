"""HTML and XML as a reader sees them: text joined across tags, blocks apart."""

import re
from collections.abc import Iterator
from functools import lru_cache

from arkiv.audit.lines import BREAK, LINE_FEED

_BLOCKS = (
    "address article aside blockquote br button caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input label li link"
    " main meta nav ol option p pre script section select style summary svg table tbody td template"
    " textarea tfoot th thead title tr ul body path g text desc"
    # XML: sitemaps and feeds, Word, Excel, PowerPoint, OpenDocument
    " url loc lastmod entry author name email uri id updated published item guid description pubdate channel"
    " w:p w:br w:tab w:tc w:tr w:cr w:comment a:p a:br a:tc si c v row x:row sheet"
    " text:p text:h text:tab text:line-break text:s text:list-item table:table-cell table:table-row"
    " dc:creator dc:title dc:subject dc:description dc:date cp:lastmodifiedby cp:keywords cp:category"
    " dcterms:created dcterms:modified meta:initial-creator meta:keyword rdf:li company manager application"
)
_COMMENT = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ANY_BLOCK = "|".join(sorted(map(re.escape, _BLOCKS.split()), key=len, reverse=True))
_BLOCK_NAME = re.compile(_ANY_BLOCK, re.IGNORECASE)
_NAME = re.compile(r"</?([^\s/<>]+)(?=[\s/>])")
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_TAGS = re.compile(rf"({_TAG.pattern})")
_MULTILINE = re.compile(r"<[A-Za-z!/][^<>\n]*\n[^<>]*>")

_NOTE = re.compile(
    r"<su[bp]\b[^<>]*>(?:<[^<>]*>){0,4}[\s\d*†,()]{1,9}(?:<[^<>]*>){0,4}</su[bp]>", re.IGNORECASE
)
"""A reference to a footnote, which a reader's eye skips inside a word."""
_RUN = re.compile(r">[^<>&%\\\n]+(?=<)")
_GLUE = re.compile(r"<(?<=\w<)[^<>\n]*>(?:<[^<>\n]*>)*\w")

_STARS = re.compile(r"(?<=\w)(?:\*{1,3}|__|~~)(?=\w)")
"""What makes a part of a word bold in Markdown."""
_CODED = ("&lt;", "&#60", "&#060", "&#x3c", "&#x3C", "\\u003c", "\\u003C", "\\x3c", "\\x3C", "%3c", "%3C")


def flat(text: str) -> str:
    """Markup without its comments and with each tag on one line. Lines keep their numbers."""
    text = _COMMENT.sub(_line_feeds, text) if "<!--" in text or "<?" in text else text
    text = _CDATA.sub(r"\1", text) if "<![CDATA[" in text else text
    return _MULTILINE.sub(_on_one_line, text) if "\n" in text else text


def comments_in(text: str) -> Iterator[tuple[int, str]]:
    """The comments and instructions, each with the number of its line."""
    for match in _COMMENT.finditer(text):
        yield 1 + text.count("\n", 0, match.start()), match.group()


def prose_of(text: str) -> str:
    """What flat markup shows: inline tags part no words, blocks do. What a tag held is not here."""
    if "<su" in text:
        text = _NOTE.sub("", text)
    parts = _TAGS.split(text)
    parts[1::2] = map(_parting, parts[1::2])
    shown = "".join(parts)
    return shown if "<" not in shown else _prose_of_unfinished(text)


def _prose_of_unfinished(text: str) -> str:
    """The same where a tag is never closed: a block inside it may close it."""
    return _TAG.sub("", _TAG.sub(lambda tag: _parting(tag[0]) or tag[0], text))


@lru_cache(maxsize=65536)
def _parting(tag: str) -> str:
    """A space for the tag of a block, nothing for any other."""
    name = _NAME.match(tag)
    return " " if name and _BLOCK_NAME.fullmatch(name[1]) else ""


def apart_of(text: str) -> str:
    """The lines in which tags join two words, with every tag as a space; other lines are left blank."""
    if not _GLUE.search(text):
        return ""
    return "\n".join(_TAG.sub(" ", line) if _GLUE.search(line) else "" for line in text.split("\n"))


def untagged(text: str) -> str:
    """What a text shows where it is taken for HTML or Markdown; empty where that is the same."""
    plain = _STARS.sub("", text) if "*" in text or "~~" in text or "__" in text else text
    shown = prose_of(plain) if "<" in plain and _GLUE.search(plain) else plain
    return shown if shown != text else ""


def may_unfold(text: str) -> bool:
    """Whether tags may come out of the text once its codes are undone: `&lt;b&gt;`."""
    return any(code in text for code in _CODED)


def source_of(text: str) -> str:
    """What `prose_of` leaves out, in its place: runs of plain words between tags are left out instead."""
    return _RUN.sub(f">{BREAK} ", text)


def _line_feeds(match: "re.Match[str]") -> str:
    """Line feeds that part no word, as NUL: folding drops them, counting lines does not."""
    return LINE_FEED * match.group().count("\n")


def _on_one_line(match: "re.Match[str]") -> str:
    return match.group().replace("\n", " ") + _line_feeds(match)
