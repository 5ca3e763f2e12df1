"""Hidden people renamed one to one, wherever they stand in an archive's files.

What is written is another archive that differs from the first in nothing but who the hidden people are. Half
of the new names end in s, which takes the genitive's s away: `Annas förslag` becomes `Knebus förslag`. A name
that ends in s, x or z is given one that does too, since its genitive cannot be told from the text alone; both
are written by `tests/properties/test_name_endings.py`.
"""

import hashlib
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pypdf import PdfReader

from arkiv.policy.secrets import Secrets
from tests.unit.attachments.files import pdf

PARTICLES = {"af", "von", "de", "el", "al"}
_SYLLABLES = "zab vyx qom jeb wuk hyx tvog gnul kneb zwim prub flyx mjog bzan drux ykvo wraz".split()
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+|[\w./-]+\.(?:docx|pdf|png|jpg)")
_ID = re.compile(r"(?m)(^\s+(?:- )?(?:id|substitute_for): |\bperson: )([^\s,}]+)")
"""Where an id stands: in a roster, and in what namn.yml settles."""

_TEXT = (".md", ".yml")


def words(names: Iterable[str]) -> Iterator[str]:
    """The parts of names that are renamed."""
    for name in names:
        yield from (part for part in re.findall(r"[^\W\d_]+", name) if part.lower() not in PARTICLES)


def new_name(word: str, seed: int) -> str:
    """A part of a name for another: its length and letters come from nowhere but a digest."""
    digest = hashlib.sha256(f"{seed} {word}".encode()).digest()
    count = 2 + digest[0] % 3
    made = "".join(_SYLLABLES[byte % len(_SYLLABLES)] for byte in digest[1 : count + 1])
    ending = "us" if word[-1] in "sxz" or digest[-1] % 2 else "o"
    return (made + ending).capitalize()


def fold(text: str) -> str:
    """As a name stands in an address: bare lower-case letters."""
    return "".join(
        one for one in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(one)
    )


class Renaming:
    """From old parts of names to new ones, for the hidden people of one build.

    `misspelt` are the slips that stand in the texts, each by the part that was meant. `kept` are phrases that
    hold a part of a name and are nobody.
    """

    def __init__(
        self,
        secrets: Secrets,
        seed: int = 1,
        misspelt: Mapping[str, str] | None = None,
        kept: Iterable[str] = (),
    ) -> None:
        self.map = {word: new_name(word, seed) for one in secrets.hidden for word in words(one.names)}
        for slip, meant in (misspelt or {}).items():
            if meant in self.map:
                new = self.map[meant]
                self.map[slip] = new[:2] + new[3:]
        parts = "|".join(sorted(map(re.escape, self.map), key=len, reverse=True))
        doubles = [double for name in secrets.named for double in re.findall(r"\w+-\w+", name)]
        held = "|".join(map(re.escape, sorted((*secrets.named, *doubles, *kept), key=len, reverse=True)))
        self._pattern = re.compile(
            rf"(?P<kept>(?<!\w)(?:{held or '(?!)'}))|(?<![^\W\d_])(?P<part>{parts})(?P<s>s?)(?![^\W\d_])"
        )
        self._ids = {
            one.id: f"x-{seed}{at}" for at, one in enumerate(reversed(secrets.hidden)) if "-" in one.id
        }
        self._folded = {fold(old): fold(new) for old, new in self.map.items()}
        self._named_addresses = {re.sub(r"\W", ".", fold(name)) for name in secrets.named}

    def text(self, text: str) -> str:
        """A text with its hidden people renamed."""
        text = _ADDRESS.sub(lambda match: self.address(match[0]), text)
        text = self._pattern.sub(lambda match: match["kept"] or self._word(match), text)
        return _ID.sub(lambda match: match[1] + self._ids.get(match[2], match[2]), text)

    def _word(self, match: re.Match[str]) -> str:
        if match["part"] + match["s"] in self.map:
            return self.map[match["part"] + match["s"]]
        new = self.map[match["part"]]
        return new if new[-1] == "s" else new + match["s"]

    def address(self, address: str) -> str:
        """An e-mail address or a file's path with the names in it renamed."""
        said, at, domain = address.partition("@")
        if re.sub(r"\W", ".", fold(said)) in self._named_addresses:
            return address
        return re.sub(r"[a-z]+", lambda match: self._folded.get(match[0], match[0]), said) + at + domain

    def copy(self, source: Path, target: Path) -> Path:
        """The archive's folder with everyone renamed, file names and attachments that name them too."""
        for path in sorted(source.rglob("*")):
            if path.is_file():
                place = target / self.address(path.relative_to(source).as_posix())
                place.parent.mkdir(parents=True, exist_ok=True)
                self._copy(path, place)
        return target

    def _copy(self, path: Path, place: Path) -> None:
        if path.suffix in _TEXT:
            place.write_text(self.text(path.read_text("utf-8")), "utf-8")
        elif path.suffix == ".docx":
            self._office(path, place)
        elif path.suffix == ".pdf":
            self._pdf(path, place)
        else:
            shutil.copyfile(path, place)

    def _pdf(self, path: Path, place: Path) -> None:
        """The same file where it names nobody who is hidden, else one that says what it said of others."""
        said = " ".join(page.extract_text() for page in PdfReader(path).pages)
        renamed = self.text(said)
        text = re.sub(r"[()\\]", " ", renamed).encode("cp1252", "replace")
        place.write_bytes(
            path.read_bytes() if renamed == said else pdf(b"BT /F1 9 Tf 20 700 Td (" + text + b") Tj ET")
        )

    def _office(self, path: Path, place: Path) -> None:
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(place, "w") as new:
            for part in old.infolist():
                data = old.read(part)
                new.writestr(
                    part,
                    self.text(data.decode()).encode() if part.filename.endswith((".xml", ".rels")) else data,
                )
