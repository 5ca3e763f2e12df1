"""What an editor wrote that could act in a reader's browser: it never reaches the site, and they are told."""

import re
from collections.abc import Iterator

from arkiv.sources.fields import Problems

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_ELEMENT = re.compile(
    r"<(?:script|style|iframe|frame|object|embed|applet|template|noscript|svg|math|form|input|button|textarea"
    r"|select|base|meta|link|video|audio|source|marquee|portal)(?=[\s/>]|$)",
    re.IGNORECASE,
)
_HANDLER = re.compile(r"<[a-z][^<>]*?[\s/\"']on[a-z]+\s*=", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:\]\(\s*<?|^ {0,3}\[[^\[\]]+\]:\s*<?|\b(?:href|src|action)\s*=\s*[\"']?|<)\s*"
    r"(?:javascript|vbscript|data|file|blob):",
    re.IGNORECASE,
)
_FAULTS = (
    (_ELEMENT, "is an element that could act"),
    (_HANDLER, "has a handler that could act"),
    (_ADDRESS, "has a link that could act"),
)


def warn_of_activity(body: str, first_line: int, problems: Problems) -> None:
    """Warn of each line with active content; `first_line` is the file's line that `body` begins on.

    This only tells. What keeps active content from the site is the projection, which lets through what it
    knows to be harmless and nothing else; what stands in code is shown as code and is no fault.
    """
    for number, line in enumerate(_outside_fences(body), first_line):
        text = _CODE.sub("", line)
        for pattern, what in _FAULTS:
            if pattern.search(text):
                remedy = "remove it; the site shows it as text or leaves it out"
                problems.add(number, "text", what, remedy, "warning")
                break


def _outside_fences(body: str) -> Iterator[str]:
    """The lines, those of fenced code empty."""
    fence = ""
    for line in body.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            yield ""
        else:
            fence = mark[1] if mark else ""
            yield line
