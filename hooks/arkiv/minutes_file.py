"""Minutes as a file: frontmatter in the contract's order, people on one line each, then the body.

Used by everything that writes an archive: `import`, `new`, and the form in the browser.
"""

import posixpath
import re
from collections.abc import Iterable
from datetime import date

import yaml

from arkiv.model import Attachment, Attendee, Audience, Member, Minutes, Person, Status

FORMAT = 1
"""The version of the file format that this program writes."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
Value = str | int | bool | date | list[int] | list[str]


def minutes_path(network: str, day: date, number: int = 1) -> str:
    """Where the minutes of a meeting stand, relative to docs/; `number` counts meetings of the same day."""
    suffix = f"-{number}" if number > 1 else ""
    return f"moten/{day.year}/{day.isoformat()}-{network}{suffix}.md"


def network_path(network: str) -> str:
    """Where a network's page stands, relative to docs/."""
    return f"natverk/{network}.md"


def minutes_text(minutes: Minutes, body: str) -> str:
    """The file's text. `body` is the Markdown below the frontmatter; the minutes' blocks are not written."""
    return "\n".join(["---", *_frontmatter(minutes), "---", "", body.strip("\n")]).rstrip("\n") + "\n"


def network_text(name: str, members: Iterable[Member], body: str = "") -> str:
    """The text of a network's page, without a rule of its own."""
    rows = ["---", f"format: {FORMAT}", "kind: network", f"name: {scalar(name)}"]
    rows += _list("members", [_flow(_member(member)) for member in members])
    return "\n".join([*rows, "---", "", body.strip("\n")]).rstrip("\n") + "\n"


def _frontmatter(minutes: Minutes) -> list[str]:
    rows = [
        f"format: {FORMAT}",
        "kind: minutes",
        f"network: {scalar(minutes.network)}",
        f"date: {minutes.date}",
    ]
    rows += _facts(minutes)
    rows += _list("present", [_flow(_attendee(one)) for one in minutes.present])
    rows += _list("absent", [_flow(_attendee(one)) for one in minutes.absent])
    rows += _list("mentioned", [_flow(_person(one)) for one in minutes.mentioned])
    if minutes.recorder:
        rows.append(f"recorder: {_flow(_person(minutes.recorder))}")
    if minutes.tags:
        rows.append(f"tags: {_scalar_or_list(list(minutes.tags))}")
    folder = posixpath.dirname(minutes.path)
    return rows + _list("attachments", [_flow(_attachment(one, folder)) for one in minutes.attachments])


def _facts(minutes: Minutes) -> list[str]:
    """The fields of one value between the date and the people."""
    values: dict[str, Value | None] = {
        "number": minutes.number if minutes.number > 1 else None,
        "start": minutes.start,
        "end": minutes.end,
        "location": minutes.location,
        "title": minutes.title,
        "reference": minutes.reference,
    }
    rows = [f"{key}: {_scalar_or_list(value)}" for key, value in values.items() if value is not None]
    if minutes.adjusted_by:
        rows.append(f"adjusted_by: {_flow(_person(minutes.adjusted_by))}")
    rows.append(f"status: {Status(minutes.status)}")
    return rows + ([f"audience: {minutes.audience}"] if minutes.audience is not Audience.PUBLIC else [])


def _list(key: str, rows: list[str]) -> list[str]:
    return [f"{key}:", *(f"  - {row}" for row in rows)] if rows else []


def _person(person: Person) -> dict[str, Value | None]:
    return {
        "id": person.id,
        "name": person.name,
        "other_names": list(person.other_names) or None,
        "organization": person.organization,
        "role": person.role,
        "email": person.email,
        "phone": person.phone,
        "protected": person.protected or None,
        "always_named": person.always_named or None,
    }


def _attendee(attendee: Attendee) -> dict[str, Value | None]:
    return _person(attendee.person) | {
        "guest": attendee.guest or None,
        "from_item": attendee.from_item,
        "to_item": attendee.to_item,
        "items": list(attendee.items) or None,
    }


def _member(member: Member) -> dict[str, Value | None]:
    return _person(member.person) | {
        "start_date": member.start_date,
        "end_date": member.end_date,
        "substitute_for": member.substitute_for,
    }


def _attachment(attachment: Attachment, folder: str) -> dict[str, Value | None]:
    """The model's path is relative to docs/, the file's to the minutes."""
    audience = "internal" if attachment.audience is Audience.INTERNAL else None
    file = posixpath.relpath(attachment.file, folder)
    return {"file": file, "title": attachment.title or None, "audience": audience}


def _flow(values: dict[str, Value | None]) -> str:
    pairs = (f"{key}: {_scalar_or_list(value)}" for key, value in values.items() if value is not None)
    return "{" + ", ".join(pairs) + "}"


def _scalar_or_list(value: Value) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_scalar_or_list(one) for one in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return scalar(value) if isinstance(value, str) else str(value)


def scalar(text: str) -> str:
    """A text as YAML, in double quotes where it would be read as something else ("09:00", "no")."""
    text = _CONTROL.sub(" ", text).strip()
    bare = yaml.safe_dump([text], default_flow_style=True, allow_unicode=True, width=10**9).strip()
    if bare == f"[{text}]":
        return text
    quoted: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10**9)
    return quoted.strip()
