"""Networks, events and ordinary pages: the rest of what stands under docs/."""

import re
from datetime import date

from arkiv.model import Audience, Basis, Event, Network, Page, Place, Status
from arkiv.sources.body import read_prose
from arkiv.sources.fields import Fields, Problems
from arkiv.sources.frontmatter_file import SourceFile
from arkiv.sources.minutes import check_format, check_kind, read_attachments, read_audience
from arkiv.sources.people import read_members

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


_FOLDERS = {"minutes": "moten/<year>/", "network": "natverk/", "event": "kalender/"}


def read_network(path: str, source: SourceFile, problems: Problems) -> Network | None:
    """The network in a file; every fault is noted, and None returned where too little is known."""
    fields = _required(source, "network", problems)
    if fields is None:
        return None
    stem = path.rsplit("/", 1)[-1].removesuffix(".md")
    if path != f"natverk/{stem}.md":
        problems.add(1, "file", "stands in a folder of its own", "move it to natverk/ itself")
    if not _ID.fullmatch(stem) or re.search(r"-[0-9]+$", stem):
        problems.add(1, "file", "is no usable network id", "use a-z, 0-9 and hyphens, and no number last")
    name = fields.text("name", required=True)
    network = Network(
        id=stem,
        path=path,
        name=name or "",
        members=read_members(fields, stem),
        visibility=_visibility(fields),
        place=Place(path),
        visibility_place=Place(path, fields.line_of("visibility")),
        basis=_basis(fields),
        body=read_prose(source.body, source.body_line, problems),
        attachments=read_attachments(fields, path),
        tags=fields.texts("tags"),
        audience=read_audience(fields),
    )
    fields.warn_unknown()
    return network if name else None


def _required(source: SourceFile, kind: str, problems: Problems) -> Fields | None:
    fields = source.fields
    if fields is None:
        problems.add(1, "frontmatter", "is missing", f"begin the file with `---` and `kind: {kind}`")
        return None
    check_kind(fields, kind)
    return fields


def _visibility(fields: Fields) -> dict[str, dict[str, str]]:
    """The cells as written; the rule checks that they are known, all but the audiences."""
    rows = fields.mapping("visibility")
    if rows is None:
        return {}
    found = {audience.value: read_cells(rows, audience.value) for audience in Audience}
    rows.refuse_unknown()
    return {audience: cells for audience, cells in found.items() if cells}


def read_cells(rows: Fields, audience: str) -> dict[str, str]:
    """One audience's cells: level id to disclosure id, empty where it is no text."""
    cells = rows.mapping(audience)
    return {} if cells is None else {level: cells.text(level) or "" for level in cells.keys}


def _basis(fields: Fields) -> Basis | None:
    entry = fields.mapping("basis")
    if entry is None:
        return None
    meeting, item = entry.text("meeting", required=True), entry.number("item")
    entry.warn_unknown()
    return Basis(meeting, item, Place(fields.problems.file, entry.line)) if meeting else None


def read_event(path: str, source: SourceFile, problems: Problems) -> Event | None:
    """The event in a file; every fault is noted, and None returned where too little is known."""
    fields = _required(source, "event", problems)
    if fields is None:
        return None
    title, start = fields.text("title", required=True), fields.date("start_date", required=True)
    end = fields.date("end_date") or start
    if start and end and end < start:
        fields.wrong("end_date", "comes before `start_date`", "correct one of the two")
    event = Event(
        path=path,
        title=title or "",
        start_date=start or date.min,
        end_date=end or date.min,
        networks=fields.texts("networks"),
        location=fields.text("location"),
        status=fields.choice("status", Status, Status.PLANNED),
        audience=read_audience(fields),
        body=read_prose(source.body, source.body_line, problems),
        place=Place(path, fields.line_of("networks")),
    )
    fields.warn_unknown()
    return event if title and start and end else None


def read_page(path: str, source: SourceFile, problems: Problems) -> Page:
    """An ordinary page; frontmatter is optional, and what is not named here never leaves the sources."""
    fields = source.fields
    body = read_prose(source.body, source.body_line, problems)
    if fields is None:
        return Page(path, None, Audience.PUBLIC, body, Place(path))
    check_format(fields)
    _refuse_misplaced(fields)
    page = Page(
        path=path,
        title=fields.text("title"),
        audience=read_audience(fields),
        body=body,
        place=Place(path),
        tags=fields.texts("tags"),
        attachments=read_attachments(fields, path),
    )
    fields.warn_unknown()
    return page


def _refuse_misplaced(fields: Fields) -> None:
    """As an ordinary page, minutes would be published whatever their status, and their people unknown."""
    folder = _FOLDERS.get(fields.text("kind") or "")
    if folder:
        fields.wrong("kind", "does not fit the folder", f"move the file to {folder}, or remove the line")
