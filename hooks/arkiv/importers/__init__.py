"""Documents to minutes: formats become lines, and lines become minutes.

Each format is one module with `accepts(path)` and `convert(path)`; this registry is all that knows of them.
"""

from pathlib import Path
from types import ModuleType

from arkiv.importers import docx, html, odt, pdf, plain
from arkiv.importers.source import LARGEST_FILE, SourceText, UnreadableSource

FORMATS: tuple[ModuleType, ...] = (plain, docx, odt, html, pdf)
"""The formats, asked in this order."""

_REMEDIES = {
    ".doc": "open it in a word processor and save it as .docx",
    ".rtf": "open it in a word processor and save it as .docx",
    ".pages": "export it as .docx",
}


def read_source(path: Path) -> SourceText:
    """The lines of a document, by the format that accepts it.

    Raises:
        UnreadableSource: it is missing, too large, of no known format, broken or empty.
    """
    converter = next((known for known in FORMATS if known.accepts(path)), None)
    if converter is None:
        remedy = _REMEDIES.get(path.suffix.casefold(), "import .txt, .md, .docx, .odt, .html or .pdf")
        raise UnreadableSource(f"the format ({path.suffix or 'no suffix'}) is not known", remedy)
    _check(path)
    source: SourceText = converter.convert(path)
    if all(line.blank for line in source.lines):
        raise UnreadableSource("the document holds no text", "check that it is the right file")
    return source


def _check(path: Path) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except OSError as error:
        reason = (error.strerror or "not readable").casefold()
        raise UnreadableSource(f"it cannot be read ({reason})", "check the path") from None
    if size > LARGEST_FILE:
        raise UnreadableSource(
            f"the file has {size} bytes", f"import minutes of at most {LARGEST_FILE} bytes"
        )
