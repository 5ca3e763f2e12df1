"""One Markdown file: its text decoded, its frontmatter as a tree with lines, and its body."""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from frontmatter.default_handlers import YAMLHandler

from arkiv.sources.fields import Fields, Problems
from arkiv.sources.yaml_tree import Node, YamlError, parse

MAX_BYTES = 5_000_000
"""The largest source file that is read; minutes are some thousand characters long."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
"""Also what only some programs take for the end of a line: a passage must end where it is seen to."""

_MISPLACED = re.compile(r"[\s\ufeff\u200b\u2060]*---")
_HANDLER = YAMLHandler()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A decoded file. `fields` is None where there is no frontmatter; `body_line` counts from 1."""

    fields: Fields | None
    body: str
    body_line: int


def read_file(path: Path, problems: Problems) -> SourceFile | None:
    """The file, or None where it cannot be read, which is noted."""
    text = read_text(path, problems)
    return None if text is None else split(text, problems)


def read_text(path: Path, problems: Problems) -> str | None:
    """A source file's text in UTF-8 and NFC, or None where it cannot be used, which is noted."""
    raw = read_bytes(path, problems)
    return None if raw is None else decoded(raw, problems)


def read_bytes(path: Path, problems: Problems) -> bytes | None:
    """A source file as it lies on disk, or None where it cannot be read, which is noted."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        problems.add(1, "file", f"cannot be read ({error.strerror})", "check that it exists and may be read")
        return None
    if len(raw) > MAX_BYTES:
        problems.add(1, "file", f"is larger than {MAX_BYTES} bytes", "split it")
        return None
    return raw


def decoded(raw: bytes, problems: Problems) -> str | None:
    """A source file's bytes as text in NFC, or None where they are none, which is noted."""
    try:
        text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problems.add(line, "file", "is not UTF-8", "save it as UTF-8 in the editor")
        return None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    found = _CONTROL.search(text)
    if found:
        line = text[: found.start()].count("\n") + 1
        problems.add(line, "file", "holds a control character", "remove it, or save the file as plain text")
        return None
    return text


def split(text: str, problems: Problems) -> SourceFile | None:
    """Frontmatter and body of a file's text, or None where the frontmatter is broken, which is noted."""
    if not _HANDLER.detect(text):
        if not _MISPLACED.match(text):
            return SourceFile(None, text, 1)
        # Taken for text it would be published, and it may be where somebody closed the page.
        problems.add(1, "frontmatter", "does not begin on the first line", "begin the file with a line `---`")
        return None
    try:
        matter, body = _HANDLER.split(text)
    except ValueError:
        problems.add(1, "frontmatter", "is never closed", "end it with a line of three hyphens")
        return None
    body_line = text[: len(text) - len(body)].count("\n") + 1
    opening = text[: text.index(matter)] if matter else ""
    try:
        tree = parse(matter, opening.count("\n") + 1)
    except YamlError as error:
        problems.add(error.line, "frontmatter", error.what, error.remedy)
        return None
    return SourceFile(Fields(tree or Node({}, 1), problems), body, body_line)
