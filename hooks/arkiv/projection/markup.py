"""Source Markdown made harmless: no comments, no raw HTML with attributes, no attribute lists.

What is escaped is shown as the text it is, so nothing an editor wrote is lost from the page but what
could act, or hide something.
"""

import html
import re
from collections.abc import Callable

_BARE_TAGS = (
    "abbr b blockquote br caption cite code dd del details dfn dl dt em figcaption figure hr i ins kbd li"
    " mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr"
).split()

_FENCE = re.compile(
    r"(?m)^(?P<fence>`{3,}|~{3,})[ ]*[\w#.+-]*[ ]*\n(?P<code>(?:(?!(?P=fence)).*\n)*)(?P=fence)[ ]*$"
)
_SPAN = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`)(?P<code>[^\n]+?)(?<!`)(?P=ticks)(?!`)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_ACTIVE = re.compile(
    r"<(?P<end>/?)(?P<kind>script|style|iframe|object|embed|template|noscript|svg|math)\b"
    r"(?P<rest>\s*>)?",
    re.I,
)
_BARE = re.compile(rf"<(/?)({'|'.join(_BARE_TAGS)})(?:\s[^<>]*)?(/?)>", re.I)
_AUTOLINK = re.compile(r"<(?P<said>(?P<address>(?:mailto:)?[\w.+-]+@[\w.-]+)|https?://[^\s<>\"'`()\[\]]+)>")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*(?:[#.][^{}\n]*|[\w-]+[ \t]*=[^{}\n]*)\}")
_HEADING = re.compile(r"(?m)^(#{1,2})(?=\s)")
_MARKS = re.compile("[\x02-\x05]")
_MAY_ACT = re.compile("[\x02-\x05`~<{]")
"""What all that is changed below begins with."""
_MAY_BE_CODE = re.compile("[\x02-\x05`~]")
_ACTING = re.compile(r"[<>&{}\[\]*\\`]")


def harmless(text: str) -> str:
    """The Markdown without comments, active content, attributes and explicit ids.

    Code is shown as it is, but written so that it does nothing wherever it ends up: engines differ on what
    they take for code, and what only this function takes for it must not act.
    """
    if not _MAY_ACT.search(text):
        return text
    kept: list[str] = []

    def keep(text: str) -> str:
        kept.append(text)
        return f"\x02{len(kept) - 1}\x03"

    text = _FENCE.sub(lambda found: keep(f"<pre><code>{_inert(found['code'])}</code></pre>"), _unmarked(text))
    text = _SPAN.sub(lambda found: keep(_code(found)), text)
    text = _without_active(_COMMENT.sub("", text))
    text = _AUTOLINK.sub(_link, text)
    text = _BARE.sub(lambda found: keep(f"<{found[1]}{found[2].lower()}{found[3]}>"), text)
    return restored(_TAG.sub("&lt;", _ATTRIBUTES.sub("", text)).replace("{", "&#123;"), kept)


def _without_active(text: str) -> str:
    """Without active elements and what is in them; one that is never closed is left for its tag to be shown.

    Openers and ends are paired in one walk, from the last to the first: each opener goes as far as the next
    end of its kind.
    """
    ends: dict[str, int] = {}
    closed: list[tuple[int, int]] = []
    for found in reversed([*_ACTIVE.finditer(text)]):
        kind = found["kind"].casefold()
        if found["end"] and found["rest"]:
            ends[kind] = found.end()
        elif not found["end"] and kind in ends:
            closed.append((found.start(), ends[kind]))
    parts, last = [], 0
    for start, end in reversed(closed):
        if start >= last:
            parts.append(text[last:start])
            last = end
    return "".join((*parts, text[last:]))


def _link(found: re.Match[str]) -> str:
    """`<address>` as a link with brackets: inside raw HTML an engine would take the first for an element."""
    said = found["said"].removeprefix("mailto:")
    return f"[{said}](mailto:{said})" if found["address"] else f"[{said}]({said})"


def restored(text: str, kept: list[str]) -> str:
    """The text with what was kept put back in its places."""
    return re.sub(r"\x02(\d+)\x03", lambda found: kept[int(found[1])], text)


def _unmarked(text: str) -> str:
    return _MARKS.sub("", text)


def _code(found: re.Match[str]) -> str:
    """A code span, as it was where nothing in it could act."""
    code = found["code"]
    return f"<code>{_inert(code.strip())}</code>" if _ACTING.search(code) else found[0]


def _inert(code: str) -> str:
    return _ACTING.sub(lambda found: f"&#{ord(found[0])};", code)


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """The text with everything changed but fenced and inline code."""
    if not _MAY_BE_CODE.search(text):
        return change(text)
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\x02{len(kept) - 1}\x03"

    return restored(change(_SPAN.sub(keep, _FENCE.sub(keep, _unmarked(text)))), kept)


def below_items(text: str) -> str:
    """Headings of levels 1 and 2 inside minutes as level 3: those above belong to the title and the items."""
    return outside_code(text, lambda part: _HEADING.sub("###", part))


_SYNTAX = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(?m)^\s*\[(?!\^)[^\]]+\]:\s.*$"), ""),
    (re.compile(r"\[\^[^\]]+\]:?"), ""),
    (re.compile(r"(?m)^\s*(?:```+|~~~+).*$"), ""),
    (re.compile(r"(?m)^\s*\|?[\s:|-]+\|[\s:|-]*$"), ""),
    (re.compile(r"(?m)^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+)"), ""),
    (re.compile(r"</?[A-Za-z][^<>]*>"), " "),
    (re.compile(r"(?<!\\)\*{1,3}|(?<![\w\\])_{1,3}|_{1,3}(?!\w)|`+|~~"), ""),
    (re.compile(r"\|"), " "),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)

_MARKED = re.compile(r"[\[`~|#><*_\\]")
_LISTED = re.compile(r"(?m)^\s*(?:[-+]\s|\d+[.)]\s)")
"""What all syntax has, the marks of lists aside."""


def plain(text: str) -> str:
    """Markdown as the words a reader sees, on one line: for search and descriptions."""
    if _MARKED.search(text) or _LISTED.search(text):
        for pattern, replacement in _SYNTAX:
            text = pattern.sub(replacement, text)
    return " ".join(html.unescape(text).split())
