"""What readers hand to the scanner: pieces of text and where they stood, or the reason there is none."""

from dataclasses import dataclass
from enum import Enum, auto

from arkiv.audit.findings import FormKind

MAX_BYTES = 256 * 1024 * 1024
"""Most bytes that one file may unpack to; more is a bomb, or nothing for an archive of minutes."""

MAX_DEPTH = 4
"""Most files within files (a picture in a document in a PDF in a gzip is three)."""


class View(Enum):
    """How a passage is to be read."""

    PROSE = auto()  # what people read: capitals mean something
    SOURCE = auto()  # attributes, scripts, comments, metadata: any case
    MARKUP = auto()  # HTML or XML: as prose, joined across tags, and as source
    LABEL = auto()  # file names, addresses, index words


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text. `place` is empty for the file as a whole, whose lines then say where."""

    text: str
    view: View
    place: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A file within a file, to be read by its own kind of reader. `name` ends in its suffix.

    `may_be_loose`: where no reader knows the kind, whatever reads as text in its bytes is read.
    """

    name: str
    data: bytes
    place: str
    may_be_loose: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong with the file itself."""

    form: FormKind
    place: str
    message: str


Piece = Passage | Part | Fault


class Unreadable(Exception):
    """The file cannot be read to its end. The text says why and must not quote the file."""


def bounded(data: bytes) -> bytes:
    """`data`, if it is of a size the audit unpacks.

    Raises:
        Unreadable: it is larger.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable("unpacks to more than the audit reads")
    return data
