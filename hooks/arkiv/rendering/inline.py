"""Running text: emphasis, links, escapes, entities and the few elements that pages are written with.

Only what has one reading is read. A star, bracket or brace that could mean anything else is refused.
"""

import re
from dataclasses import dataclass, field

from arkiv.rendering.attributes import ATTRIBUTES, opened, read
from arkiv.rendering.body import Address, Unforeseen

_PLAIN = r"[^\\`*_\[\]<>&{}|!\s\x00-\x1f\x7f-\x9f]|!(?!\[)|[ \xa0]"
_TEXT = re.compile(rf"(?:{_PLAIN})+")
_TOKEN = re.compile(
    rf"(?P<text>(?:{_PLAIN})+)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()>#+\-.!])"
    r"|(?P<raw>&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);|<br>"
    r"|</(?:em|small|span|time)>|<(?:em|small|span|time)(?: [a-z-]+=\"[\w .:–-]*\")*>)"
    r"|\[(?P<label>(?:\\[^\n]|[^\[\]\\\n])+)\]\((?P<target>[A-Za-z0-9./#:@+?=-]+)\)"
    r"|(?P<stars>\*{1,2})(?!\*)(?P<inner>[^*\n]+)(?P=stars)(?!\*)"
)
_LIST = re.compile(ATTRIBUTES)
_BEFORE = frozenset(" (\n")
_AFTER = frozenset(" \n.,;:!?)")
_ELEMENT = {"*": "em", "**": "strong"}


@dataclass(slots=True)
class Inline:
    """Converts the texts of one page; notes the ids that elements are given."""

    address: Address
    ids: set[str] = field(default_factory=set)

    def html(self, text: str) -> str:
        """One line of text as HTML.

        Raises:
            Unforeseen: it holds something that is not known here.
        """
        if _TEXT.fullmatch(text):
            return text
        return self._html(text, in_link=False)

    def _html(self, text: str, *, in_link: bool) -> str:
        made, at = list[str](), 0
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                raise Unforeseen
            html, at = self._token(match, in_link=in_link)
            made.append(html)
        return "".join(made)

    def _token(self, match: re.Match[str], *, in_link: bool) -> tuple[str, int]:
        kind, said = match.lastgroup, match[0]
        if kind in ("text", "raw"):
            return said, match.end()
        if kind == "escaped":
            return said[1:].replace(">", "&gt;"), match.end()
        if kind == "target":
            return self._link(match, in_link=in_link)
        return self._emphasis(match, in_link=in_link)

    def _link(self, match: re.Match[str], *, in_link: bool) -> tuple[str, int]:
        address = None if in_link else self.address(match["target"])
        if address is None:
            raise Unforeseen
        attributes, end = self._attributes(match)
        label = self._html(match["label"], in_link=True)
        return f"{opened('a', {**attributes, 'href': address})}{label}</a>", end

    def _emphasis(self, match: re.Match[str], *, in_link: bool) -> tuple[str, int]:
        inner = match["inner"]
        if inner != inner.strip() or not _stands_free(match):
            raise Unforeseen
        attributes, end = self._attributes(match)
        tag = _ELEMENT[match["stars"]]
        return f"{opened(tag, attributes)}{self._html(inner, in_link=in_link)}</{tag}>", end

    def _attributes(self, match: re.Match[str]) -> tuple[dict[str, str], int]:
        found = _LIST.match(match.string, match.end())
        if found is None:
            return {}, match.end()
        attributes = read(found[1])
        if "id" in attributes:
            self.ids.add(attributes["id"])
        return attributes, found.end()


def _stands_free(match: re.Match[str]) -> bool:
    """Whether the stars can open and close only here: CommonMark's rules of flanking, and stricter."""
    text, first, last = match.string, match["inner"][0], match["inner"][-1]
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    opens = before == "" or before in _BEFORE or (before == ">" and first.isalnum())
    closes = after == "" or after in _AFTER or (last.isalnum() and after in ("{", "<"))
    return (opens and closes) or (opens and after == "{" and bool(_LIST.match(text, match.end())))
