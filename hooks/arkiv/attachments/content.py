"""What was found in a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """All text that a reader or a tool could find in a file, some of it in several readings, a piece a line.

    `readable` is False where the file shows more than that: in a picture or a scan no name can be looked for.
    """

    text: str
    readable: bool
