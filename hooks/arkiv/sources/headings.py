"""Headings that begin an agenda item, and the attribute that closes one.

An agenda item is a heading of level 2 that starts with a number (contract, section 1).
"""

import re
from dataclasses import dataclass

from arkiv.model import Audience
from arkiv.sources.fields import Problems
from arkiv.sources.lines import Line

_ITEM = re.compile(r"(?P<number>[0-9]{1,4})(?:[.:)](?![0-9])|(?=\s)|$)")
_ATTRIBUTES = re.compile(r"\{:?(?P<inside>[^{}]*)\}$")
_AUDIENCE = re.compile(r"audience\s*=\s*(?P<quote>[\"']?)(?P<said>[\w-]*)(?P=quote)")
_HARMLESS = re.compile(r"#\S+|\.(?!intern)\S+")
_ANOTHER = re.compile(
    r"""(?<!\S)(?!\S*(?:aud|intern))[A-Za-z][\w:.-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=]+)(?!\S)""",
    re.IGNORECASE,
)
_ATTEMPT = re.compile(r"\{[^{}]*(?:audience|intern)|audience\s*=\s*[\"']?intern", re.IGNORECASE)
_CODE = re.compile(r"`[^`]*`")
_REMEDY = "write {audience=internal} last in a numbered item's heading, or `::: internal` around a passage"


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """The number, title and audience that a heading gives its item."""

    number: int
    title: str
    audience: Audience


def read_heading(line: Line, problems: Problems) -> ItemHeading | None:
    """The item that a line begins, or None. Explicit ids are ignored: addresses never depend on words."""
    said = _level_two(line.text)
    item = _ITEM.match(said) if said is not None else None
    if said is None or item is None:
        note_attempt(line, problems)
        return None
    title, audience = _without_attributes(said[item.end() :], line, problems)
    return ItemHeading(int(item["number"]), title.strip(), audience)


def note_attempt(line: Line, problems: Problems) -> None:
    """Note an attribute where it closes nothing: what it was meant to close would be published."""
    if not line.in_fence and _ATTEMPT.search(_CODE.sub("", line.text)):
        problems.add(line.number, "audience", "closes nothing here", _REMEDY)


def _level_two(text: str) -> str | None:
    """What a heading of level 2 says, without the number signs that may close it."""
    if not text.startswith("##") or text.startswith("###"):
        return None
    return text[2:].strip().rstrip("#").rstrip()


def _without_attributes(text: str, line: Line, problems: Problems) -> tuple[str, Audience]:
    """The title without its attributes, and the audience they give; in doubt the internal one."""
    audience = line.audience
    while attributes := _ATTRIBUTES.search(text):
        text = text[: attributes.start()].rstrip()
        inside = _ANOTHER.sub("", attributes["inside"])
        if inside != attributes["inside"]:
            what = "holds an attribute that is not known, which is left out"
            problems.add(line.number, "heading", what, "remove all but {audience=internal}", "warning")
        said, is_known = _said_audience(inside)
        if not is_known:
            problems.add(line.number, "audience", "is unknown", "write {audience=internal} or nothing")
        if said is Audience.INTERNAL or not is_known:
            audience = Audience.INTERNAL
    if _ATTEMPT.search(text):
        problems.add(line.number, "audience", "does not stand last", _REMEDY)
        audience = Audience.INTERNAL
    return text, audience


def _said_audience(inside: str) -> tuple[Audience, bool]:
    """The audience in an attribute list, and whether all of the list is understood."""
    said = _AUDIENCE.search(inside)
    rest = inside if said is None else inside[: said.start()] + inside[said.end() :]
    is_known = all(_HARMLESS.fullmatch(word) for word in rest.split())
    if said is None:
        return Audience.PUBLIC, is_known
    known = [audience for audience in Audience if audience.value == said["said"]]
    return (known or [Audience.INTERNAL])[0], is_known and bool(known)
