"""A picture taken apart: what it shows, and what it only says."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Parts:
    """`kept` is a whole picture of the same pixels and colours; `removed` is the metadata, unpacked."""

    kept: bytearray = field(default_factory=bytearray)
    removed: list[bytes] = field(default_factory=list)


class BrokenPicture(Exception):
    """The bytes are no whole picture of their kind."""
