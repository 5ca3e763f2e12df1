"""Which reader a file is for, by its name; and that its bytes are of that kind."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from arkiv.audit.passages import Piece, Unreadable, bounded
from arkiv.audit.readers.office import read_office
from arkiv.audit.readers.packed import read_gzip
from arkiv.audit.readers.pdf import read_pdf
from arkiv.audit.readers.pictures import read_picture
from arkiv.audit.readers.plain import read_json, read_source, read_text
from arkiv.audit.readers.tagged import read_html, read_xml

Reader = Callable[[bytes], Iterator[Piece]]

_READERS: dict[Reader, str] = {
    read_html: ".html .htm .xhtml",
    read_xml: ".xml .svg .rss .atom .opml",
    read_json: ".json .jsonld .webmanifest .map",
    read_text: ".txt .md .csv .tsv",
    read_source: ".js .mjs .css .ics .vcf .yml .yaml",
    read_pdf: ".pdf",
    read_office: ".docx .xlsx .pptx .odt .ods .odp",
    read_picture: ".png .jpg .jpeg .webp .gif",
}
_BY_SUFFIX = {suffix: reader for reader, suffixes in _READERS.items() for suffix in suffixes.split()}
_NAMES = (".nojekyll", "cname", "_headers", "_redirects", ".htaccess")
_BY_NAME: dict[str, Reader] = dict.fromkeys(_NAMES, read_text)
_TEXTS = frozenset({read_html, read_xml, read_json, read_text, read_source})
_MAGIC = "1f8b 504b0304 255044462d 89504e47 ffd8ff 47494638 d0cf11e0 377abcaf"
"""How gzip, zip, PDF, PNG, JPEG, GIF, old Office and 7z files begin."""

_BINARY_STARTS = tuple(bytes.fromhex(start) for start in _MAGIC.split())


def reader_of(name: str) -> Reader | None:
    """The reader for a file of this name, or None for a kind the audit does not know."""
    path = PurePosixPath(name.lower())
    if path.suffix == ".gz":
        return lambda data: read_gzip(path.name, data)
    return _BY_NAME.get(path.name) or _BY_SUFFIX.get(path.suffix)


def pieces_of(reader: Reader, data: bytes) -> Iterator[Piece]:
    """What the reader makes of the bytes.

    Raises:
        Unreadable: it cannot, or they are of another kind than the name says.
    """
    if reader in _TEXTS and data.startswith(_BINARY_STARTS):
        raise Unreadable("is not of the kind that its name says")
    yield from reader(bounded(data))
