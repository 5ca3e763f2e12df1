"""Source Markdown made harmless: no comments, no raw HTML with attributes, no attribute lists.

What is escaped is shown as the text it is, so nothing an editor wrote is lost from the page but what
could act, or hide something.
"""

import html
import re
from collections.abc import Callable

_BARE_TAGS = (
    "abbr b blockquote br caption cite code dd del details dfn dl dt em figcaption figure hr i ins kbd li mark ol p pre "
    "q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr"
).split()

_CODE = re.compile(r"(?ms)^ {0,3}(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_ACTIVE = re.compile(r"<(script|style|iframe|object|embed|template|noscript|svg|math)\b.*?(?:</\1\s*>|\Z)", re.S | re.I)
_BARE = re.compile(rf"<(/?)({'|'.join(_BARE_TAGS)})(?:\s[^<>]*)?(/?)>", re.I)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)?[^\s<>\"']+[@:][^\s<>\"']+>")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*(?:[#.][^{}\n]*|[\w-]+[ \t]*=[^{}\n]*)\}")
_HEADING = re.compile(r"(?m)^(#{1,2})(?=\s)")
_KEPT = "\x02{}\x03"


def harmless(text: str) -> str:
    """The Markdown without comments, active content, attributes and explicit ids; code is left as it is."""
    return outside_code(text, _harmless)


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """The text with everything changed but fenced and inline code."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return _KEPT.format(len(kept) - 1)

    changed = change(_CODE.sub(keep, text.replace("\x02", "").replace("\x03", "")))
    return re.sub(r"\x02(\d+)\x03", lambda match: kept[int(match[1])], changed)


def _harmless(text: str) -> str:
    text = _ACTIVE.sub("", _COMMENT.sub("", text))
    kept: list[str] = []

    def keep(tag: str) -> str:
        kept.append(tag)
        return f"\x04{len(kept) - 1}\x05"

    text = _AUTOLINK.sub(lambda match: keep(match[0]), text.replace("\x04", "").replace("\x05", ""))
    text = _BARE.sub(lambda match: keep(f"<{match[1]}{match[2].lower()}{match[3]}>"), text)
    text = _ATTRIBUTES.sub("", _TAG.sub("&lt;", text))
    return re.sub(r"\x04(\d+)\x05", lambda match: kept[int(match[1])], text)


def below_items(text: str) -> str:
    """Headings of levels 1 and 2 inside minutes as level 3: those above belong to the title and the items."""
    return outside_code(text, lambda part: _HEADING.sub("###", part))


_SYNTAX = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(?m)^\s*\[[^\]]+\]:\s.*$"), ""),
    (re.compile(r"\[\^[^\]]+\]:?"), ""),
    (re.compile(r"(?m)^\s*(?:```+|~~~+).*$"), ""),
    (re.compile(r"(?m)^\s*\|?[\s:|-]+\|[\s:|-]*$"), ""),
    (re.compile(r"(?m)^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+)"), ""),
    (re.compile(r"</?[A-Za-z][^<>]*>"), " "),
    (re.compile(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|`+|~~"), ""),
    (re.compile(r"\|"), " "),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def plain(text: str) -> str:
    """Markdown as the words a reader sees, on one line: for search and descriptions."""
    for pattern, replacement in _SYNTAX:
        text = pattern.sub(replacement, text)
    return " ".join(html.unescape(text).split())
