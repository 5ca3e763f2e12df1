"""Minutes: `docs/moten/YYYY/YYYY-MM-DD-<network>.md` to `Minutes`."""

import posixpath
import re
from datetime import date

from arkiv.model import Attachment, Audience, Minutes, Place, Status
from arkiv.sources.body import Body, read_body
from arkiv.sources.fields import Fields, Problems, parse_date
from arkiv.sources.frontmatter_file import SourceFile
from arkiv.sources.people import read_attendees, read_one, read_people

_STEM = re.compile(r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})-(?P<rest>.+)")
_NO_DATE = date.min
"""Stands for a date that is missing; minutes that have it are not returned."""

FORMAT = "1"
"""The version of the file format that this program reads."""


def read_minutes(path: str, source: SourceFile, problems: Problems) -> Minutes | None:
    """The minutes in a file; every fault is noted, and None returned where too little is known.

    Args:
        path: relative to docs/.
        source: the file, split.
        problems: where faults are noted.
    """
    fields = source.fields
    if fields is None:
        problems.add(1, "frontmatter", "is missing", "begin the file with `---` and the fields of minutes")
        return None
    check_kind(fields, "minutes")
    stem = path.rsplit("/", 1)[-1].removesuffix(".md")
    minutes = _minutes(path, stem, fields, read_body(source.body, source.body_line, problems))
    fields.warn_unknown()
    if minutes.network and minutes.date != _NO_DATE:
        _check_name(minutes, stem, fields)
        return minutes
    return None


def _minutes(path: str, stem: str, fields: Fields, body: Body) -> Minutes:
    """All fields, so that all faults are noted even where the most needed ones are missing."""
    return Minutes(
        path=path,
        network=fields.text("network", required=True) or "",
        date=fields.date("date", required=True) or _NO_DATE,
        number=fields.number("number") or 1,
        status=fields.choice("status", Status, Status.DRAFT),
        audience=read_audience(fields),
        place=Place(path, fields.line_of("network")),
        title=fields.text("title"),
        start=fields.time("start"),
        end=fields.time("end"),
        location=fields.text("location"),
        reference=fields.text("reference"),
        adjusted_by=read_one(fields, "adjusted_by", stem),
        present=read_attendees(fields, "present", stem),
        absent=read_attendees(fields, "absent", stem),
        mentioned=read_people(fields, "mentioned", stem),
        recorder=read_one(fields, "recorder", stem),
        tags=fields.texts("tags"),
        attachments=read_attachments(fields, path),
        preamble=body.preamble,
        items=body.items,
    )


def check_kind(fields: Fields, kind: str) -> None:
    """Note a wrong kind for the folder, and a format that this program does not know."""
    said = fields.text("kind")
    if said != kind:
        what = "is missing" if said is None else "does not fit the folder"
        fields.wrong("kind", what, f"write `kind: {kind}`")
    check_format(fields)


def check_format(fields: Fields) -> None:
    """Note a format that this program does not know: what it would mean is not known either."""
    said = fields.text("format")
    if said is not None and said != FORMAT:
        fields.wrong("format", "is unknown", f"write `format: {FORMAT}`, or use a newer arkiv")


def _check_name(minutes: Minutes, stem: str, fields: Fields) -> None:
    """The file's name must say the date, the network and the number that stand in it."""
    suffix = f"-{minutes.number}" if minutes.number > 1 else ""
    said = _STEM.fullmatch(stem)
    if said is None or parse_date(said["date"]) != minutes.date:
        fields.wrong("date", "does not equal the date in the file's name", "make them equal")
    elif minutes.network not in {said["rest"].removesuffix(suffix), re.sub(r"-[0-9]+$", "", said["rest"])}:
        fields.wrong("network", "does not equal the file's name", "name the file DATE-NETWORK.md")
    elif said["rest"] != minutes.network + suffix:
        remedy = "write `number: 2` in a file named DATE-NETWORK-2.md, and none in DATE-NETWORK.md"
        fields.wrong("number", "does not equal the number in the file's name", remedy)
    elif minutes.path != f"moten/{minutes.date.year}/{stem}.md":
        fields.wrong("date", "does not fit the file's folder", f"move the file to moten/{minutes.date.year}/")


def read_audience(fields: Fields) -> Audience:
    """Who may read the document; in doubt the internal audience only."""
    said = fields.text("audience")
    if said is None:
        return Audience.PUBLIC
    return fields.choice("audience", Audience, Audience.INTERNAL)


def read_attachments(fields: Fields, path: str) -> tuple[Attachment, ...]:
    """The attachments, their paths resolved from the page's folder and kept inside docs/."""
    found = (_attachment(entry, path) for entry in fields.mappings("attachments"))
    return tuple(attachment for attachment in found if attachment)


def _attachment(entry: Fields, path: str) -> Attachment | None:
    file, title = entry.text("file", required=True), entry.text("title")
    audience = read_audience(entry)
    entry.warn_unknown()
    if file is None:
        return None
    inside = resolve(path, file)
    if inside is None:
        entry.wrong("file", "leads out of docs/", "put the file under docs/ and give its path from this page")
        return None
    return Attachment(inside, title or "", audience, Place(entry.problems.file, entry.line_of("file")))


def resolve(page: str, target: str) -> str | None:
    """The path relative to docs/ of `target` as written on `page`, or None where it leads out of docs/."""
    if target.startswith(("/", "~")) or "\\" in target or ":" in target.split("/", 1)[0]:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
    return None if path in {".", ".."} or path.startswith("../") else path
