"""Markup that a name cuts through: what is opened or closed inside it is kept in balance."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\*+|`+|~{2}|={2}|_{2,}|_(?![^\W_])|(?<![^\W_])_|</?[A-Za-z][^<>]{0,2000}>|\]\([^()\n]{0,2000}\)|\](?:\[[^\[\]\n]{0,200}\])?|\["
)
_ALONE = re.compile(r"<(?:wbr|br|hr|img|input)\b|<[^>]*/>$", re.IGNORECASE)
_OPENED_BEFORE = 2000
_NOTE = re.compile(r"\[\^[^\[\]\n]{1,200}\]")


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a text to replace, and the markup to put before and after what replaces it."""

    start: int
    end: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    kind: str
    opens: bool


def balanced(text: str, start: int, end: int) -> Cut:
    """The part as far as it can take its markup with it; the footnotes it refers to it still refers to."""
    notes = "".join(_NOTE.findall(text, start, end))
    tokens = _unpaired(text, start, end)
    closers = [token for token in tokens if not token.opens]
    openers = [token for token in tokens if token.opens]
    while closers and openers and closers[-1].kind == openers[0].kind:
        closers.pop()
        openers.pop(0)
    while closers and (opened := _opened(text, start, closers[0])):
        start -= len(opened)
        closers.pop(0)
    while openers and (closed := _closed(text, end, openers[-1])):
        end += len(closed)
        openers.pop()
    return Cut(start, end, "".join(one.text for one in openers), "".join(one.text for one in closers) + notes)


def _unpaired(text: str, start: int, end: int) -> list[_Token]:
    """The tokens inside that open or close something outside, in order."""
    left: list[_Token] = []
    counts: dict[str, int] = {}
    for match in _TOKEN.finditer(text, start, end):
        token = _token(match[0], text, start, counts)
        if token is None:
            continue
        if left and left[-1].opens and not token.opens and left[-1].kind == token.kind:
            left.pop()
        else:
            left.append(token)
    return left


def _token(said: str, text: str, start: int, counts: dict[str, int]) -> _Token | None:
    if said[0] == "<":
        if _ALONE.match(said):
            return None
        name = re.match(r"</?([A-Za-z0-9]+)", said)
        return _Token(said, "<" + (name[1].casefold() if name else ""), opens=said[1] != "/")
    if said[0] in "[]":
        return _Token(said, "[", opens=said == "[")
    if said not in counts:
        paragraph = text[max(0, start - _OPENED_BEFORE) : start].rpartition("\n\n")[2]
        counts[said] = len(
            re.findall(rf"(?<!{re.escape(said[0])}){re.escape(said)}(?!{re.escape(said[0])})", paragraph)
        )
    opens = counts[said] % 2 == 0
    counts[said] += 1
    return _Token(said, said, opens)


def _opened(text: str, start: int, closer: _Token) -> str:
    """What opens it, if that stands straight before."""
    before = text[max(0, start - _OPENED_BEFORE) : start]
    if closer.kind[0] == "<":
        found = re.search(rf"{closer.kind}\b[^<>]*>$", before, re.IGNORECASE)
        return found[0] if found else ""
    return closer.kind if before.endswith(closer.kind) else ""


def _closed(text: str, end: int, opener: _Token) -> str:
    """What closes it, if that stands straight after."""
    after = text[end : end + _OPENED_BEFORE]
    if opener.kind[0] == "<":
        found = re.match(rf"</{opener.kind[1:]}\s*>", after, re.IGNORECASE)
    elif opener.kind == "[":
        found = re.match(r"\]\([^()\n]*\)|\](?:\[[^\[\]\n]*\])?", after)
    else:
        found = re.match(re.escape(opener.kind), after)
    return found[0] if found else ""
