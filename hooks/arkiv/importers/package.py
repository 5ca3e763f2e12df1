"""Files that are a zip of XML parts (.docx, .odt): opened without trusting what is inside."""

import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from arkiv.importers.source import UnreadableSource

LARGEST_PART = 50_000_000
"""Bytes of one part, unpacked: far more than any minutes, far less than a zip bomb."""


class Package:
    """An opened package."""

    def __init__(self, path: Path) -> None:
        """Open the zip.

        Raises:
            UnreadableSource: it is none, or it is encrypted.
        """
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError):
            what = f"the file is no {path.suffix.lstrip('.')} package"
            raise UnreadableSource(what, "open it in a word processor and save it again") from None

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, *error: object) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The parts' names, sorted."""
        return sorted(self._zip.namelist())

    def xml(self, name: str) -> Element | None:
        """The root of a part, or None where there is no such part.

        Raises:
            UnreadableSource: it is too large, encrypted, or no safe XML.
        """
        remedy = "open it in a word processor and save it again"
        if name not in self._zip.namelist():
            return None
        if self._zip.getinfo(name).file_size > LARGEST_PART:
            raise UnreadableSource("a part of the document is too large", "import the text as .txt")
        try:
            root: Element = fromstring(self._zip.read(name))
        except (RuntimeError, NotImplementedError):
            raise UnreadableSource("the document is encrypted", "save it without a password") from None
        except (ParseError, DefusedXmlException, zipfile.BadZipFile, EOFError, OSError, ValueError):
            raise UnreadableSource("the document's XML cannot be read", remedy) from None
        return root
