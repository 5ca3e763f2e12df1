"""Bodies of minutes, read for the tests of items and records."""

from arkiv.model import Audience, Item, Record
from arkiv.sources.body import Body, read_body
from arkiv.sources.fields import Problems

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


def body_of(text: str, first_line: int = 1) -> tuple[Body, list[str]]:
    problems = Problems("m.md")
    body = read_body(text, first_line, problems)
    found = [("warning: " if one.severity == "warning" else "") + str(one) for one in problems.found]
    return body, [line.replace("m.md:", "") for line in found]


def item_of(text: str) -> Item:
    body, problems = body_of(text)
    assert problems == []
    (one,) = body.items
    return one


def records_of(text: str) -> list[Record]:
    return [block for block in item_of(f"## 1. A\n\n{text}").blocks if isinstance(block, Record)]
