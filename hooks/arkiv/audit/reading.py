"""One file against the forms: its reader, and the files within it, until nothing is left unread."""

from dataclasses import dataclass, replace

from arkiv.audit.files import pieces_of, reader_of
from arkiv.audit.findings import FormKind
from arkiv.audit.passages import MAX_DEPTH, Fault, Part, Passage, Piece, Unreadable
from arkiv.audit.readers.loose import read_loose
from arkiv.audit.scanning import Scanner


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads files to their end; what they say, and what is wrong with them, goes to the scanner."""

    scanner: Scanner

    def read(self, path: str, part: Part, depth: int = 0) -> None:
        """Read a file that stands at `path`, or a part of it."""
        reader = reader_of(part.name) or (read_loose if part.may_be_loose else None)
        if reader is None or depth > MAX_DEPTH:
            what = "is of a kind the audit cannot read; leave it out, or publish it as PDF or text"
            self.scanner.blame(path, Fault(FormKind.UNKNOWN_FILE, part.place or "file", what))
            return
        try:
            for piece in pieces_of(reader, part.data):
                self.take(path, piece, part.place, depth)
        except Unreadable as error:
            self.unreadable(path, f"{error}; leave it out, or save it anew", part.place)

    def take(self, path: str, piece: Piece, place: str, depth: int = 0) -> None:
        """Look through what a reader has made of a file."""
        where = ": ".join(filter(None, (place, piece.place)))
        if isinstance(piece, Passage):
            self.scanner.scan(path, Passage(piece.text, piece.view, where))
        elif isinstance(piece, Part):
            self.read(path, replace(piece, place=where), depth + 1)
        else:
            self.scanner.blame(path, replace(piece, place=where))

    def unreadable(self, path: str, what: str, place: str = "") -> None:
        """Blame a file that cannot be read."""
        self.scanner.blame(path, Fault(FormKind.UNREADABLE, place or "file", what))
