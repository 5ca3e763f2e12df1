"""A Pagefind bundle as a whole: every part decodes, nothing is orphaned, every posting has its word.

The word index holds stems and folded words, so a search for names would miss them there. Instead each
word in it must be the beginning of a word that stands in a fragment, and fragments are read as any text.
A stem may be a name, as the stem of Elise is, and a whole word a street's, which only the text tells:
what is judged alone are words that the index made of several, and strangers.
"""

import json
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from arkiv.audit.findings import FormKind
from arkiv.audit.folding import fold, tokens
from arkiv.audit.passages import Fault, Passage, Piece, Unreadable, View
from arkiv.audit.readers.cbor import read_cbor, strings_in_cbor
from arkiv.audit.readers.packed import unpacked
from arkiv.audit.readers.plain import json_strings, json_value, texts_in

ENTRY = "pagefind-entry.json"
_STRAY = "belongs to no index; index again into an empty folder"
_ENGLISH = re.compile(r"(?:^|[/.])en_[^/]*$")
_MAGIC = b"pagefind_dcd"
_RUNS = re.compile(rb"[a-z]+|[0-9]+|[a-z0-9]+")
_HUMPS = re.compile(rb"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z0-9]+|[0-9]+|[a-zA-Z]+")
_SIGN = re.compile(r"[^\x00-\x7fÀ-ÖØ-öø-ÿ§–—‘’“”…]|\w§|§\w")
"""What is neither ASCII nor a letter or a mark of ordinary Swedish text."""
_APART = re.compile(r"[\W_]+")
_NOT_WORD = re.compile(rb"[^a-z0-9]")
_SHORT_STEMS = {b"die": b"dying", b"lie": b"lying", b"tie": b"tying"}
"""The stems of English that change more than their last letter (exceptions of Snowball's `english`)."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The words of one part of the index, folded, to be looked up as single words."""

    words: frozenset[bytes]
    place: str = "word index"


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one page of results says: every text in it, and the value that tells where each stands."""

    lines: frozenset[str]
    value: object


Told = Piece | Postings | Fragment


@dataclass(slots=True)
class Bundle:
    """The files of one bundle by their path in it; `read` tells of each file what was found."""

    files: Mapping[str, bytes]
    _words: set[bytes] = field(default_factory=set)
    _learnt: set[bytes] = field(default_factory=set)
    _plain: set[bytes] = field(default_factory=set)
    _wanted: set[str] = field(default_factory=set)
    _bounds: dict[str, set[bytes]] = field(default_factory=dict)

    def read(self) -> Iterator[tuple[str, Told]]:
        """What each file says: passages, postings and faults, with the path of the file."""
        indexes = []
        yield from self._guarded(ENTRY, self._entry)
        for path in sorted(path for path in self.files if path.endswith(".pf_meta")):
            yield from self._guarded(path, self._meta)
        for path in sorted(self.files):
            if path.endswith(".pf_fragment"):
                yield from self._guarded(path, self._fragment)
            elif path.endswith(".pf_filter"):
                yield from self._guarded(path, self._filter)
            elif path.endswith(".pf_index"):
                indexes.append(path)
        vocabulary = sorted(self._words)
        for path, bounds in self._bounds.items():
            yield path, self._judged(bounds, self._strangers(path, bounds, vocabulary))
        for path in indexes:
            yield from self._guarded(path, lambda path: self._index(path, vocabulary))
        yield from self._strays()

    def _guarded(self, path: str, read: "Reader") -> Iterator[tuple[str, Told]]:
        try:
            for piece in read(path):
                yield path, piece
        except (Unreadable, TypeError, ValueError, KeyError, AttributeError) as error:
            why = str(error) if isinstance(error, Unreadable) else "is not as Pagefind writes it"
            yield path, Fault(FormKind.UNREADABLE, "file", f"{why}; index again into an empty folder")

    def _entry(self, path: str) -> Iterator[Told]:
        yield from json_strings(self.files[path])
        for language in _json(self.files[path])["languages"].values():
            self._wanted.add(f"pagefind.{language['hash']}.pf_meta")

    def _meta(self, path: str) -> Iterator[Told]:
        version, pages, chunks, filters, sorts, *more = _cbor(self.files[path])
        self._wanted.update(f"fragment/{page[0]}.pf_fragment" for page in pages)
        self._wanted.update(f"index/{chunk[2]}.pf_index" for chunk in chunks)
        self._wanted.update(f"filter/{name[1]}.pf_filter" for name in filters)
        self._bounds[path] = {_folded(word) for chunk in chunks for word in chunk[:2]}
        for text in _texts([version, pages, filters, sorts, more]):
            yield Passage(text, View.SOURCE, "index metadata")

    def _fragment(self, path: str) -> Iterator[Told]:
        payload = _payload(self.files[path])
        fragment = json_value(payload)
        yield Fragment(texts_in(fragment), fragment)
        payload.decode("utf-8")  # anything else is not as Pagefind writes it
        texts = [fragment["content"], *_texts(list(fragment["meta"].values()))]
        for text in (*texts, *(anchor["text"] for anchor in fragment["anchors"])):
            self._learn(text)

    def _filter(self, path: str) -> Iterator[Told]:
        for text in _texts(_cbor(self.files[path])):
            yield Passage(text, View.PROSE, "filter value")

    def _index(self, path: str, vocabulary: list[bytes]) -> Iterator[Told]:
        words = {_folded(text) for text in strings_in_cbor(_payload(self.files[path]))} - {b""}
        strangers = self._strangers(path, words, vocabulary)
        yield self._judged(words, strangers)
        if strangers:
            what = (
                f"{len(strangers)} words of the index stand in no fragment; index again into an empty folder"
            )
            yield Fault(FormKind.POSTING, "word index", what)

    def _strangers(self, path: str, words: set[bytes], vocabulary: list[bytes]) -> set[bytes]:
        """The words that begin no word of a fragment."""
        begins = _begins_in_english if _ENGLISH.search(path) else _begins
        return {word for word in words if not begins(vocabulary, word)}

    def _judged(self, words: set[bytes], strangers: set[bytes]) -> Postings:
        return Postings(frozenset((words & self._words) - self._plain | strangers))

    def _learn(self, text: str) -> None:
        """The words of a text as Pagefind indexes them: whole, and in parts at signs, digits, capitals."""
        if _SIGN.search(text):
            self._words.update(
                _joined(form) for word in text.split() if _SIGN.search(word) for form in _forms(word)
            )
        folded = fold(text)
        self._plain.update(tokens(folded.lower()))
        fresh = set(folded.split()) - self._learnt
        self._learnt |= fresh
        for word in fresh:
            lower = word.lower()
            self._words.add(_NOT_WORD.sub(b"", lower))
            if not word.isalpha() or not word[1:].islower():
                self._words.update(_RUNS.findall(lower))
                self._words.update(_NOT_WORD.sub(b"", part) for part in re.split(rb"[^a-z0-9_]+", lower))
                self._words.update(hump.lower() for hump in _HUMPS.findall(word))

    def _strays(self) -> Iterator[tuple[str, Piece]]:
        present = {path for path in self.files if ".pf_" in path}
        for path in sorted(present - self._wanted):
            yield path, Fault(FormKind.ORPHAN, "file", _STRAY)
        for path in sorted(self._wanted - present):
            yield path, Fault(FormKind.UNREADABLE, "file", "is missing from the index; index again")


def _forms(word: str) -> Iterator[str]:
    """A word with signs or rare letters as Pagefind may index it: `Ale→Kil` is one, and two; `™` is `tm`."""
    yield from _SIGN.findall(word)
    apart = unicodedata.normalize("NFKD", word)
    for form in (word, "".join(char for char in apart if not unicodedata.category(char).startswith("M"))):
        parts = _APART.split(form)
        humps = [hump for part in parts for hump in _humps(part)]
        yield from (said for part in (form, "".join(parts), *parts, *humps) for said in (part, part.lower()))


def _humps(part: str) -> list[str]:
    """The parts of a word that begin at its capitals, of whatever script."""
    starts = [at for at, char in enumerate(part) if at and char.lower() != char]
    return [part[start:end] for start, end in pairwise((0, *starts, len(part)))]


def _joined(word: str) -> bytes:
    return _NOT_WORD.sub(b"", fold(word).lower())


def _payload(data: bytes) -> bytes:
    payload = unpacked(data)
    if not payload.startswith(_MAGIC):
        raise Unreadable("is not a part of a Pagefind index")
    return payload.removeprefix(_MAGIC)


def _cbor(data: bytes) -> list[Any]:
    value = read_cbor(_payload(data))
    if not isinstance(value, list):
        raise Unreadable("is not a part of a Pagefind index")
    return value


def _json(data: bytes) -> Any:
    return json.loads(data)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _folded(word: str) -> bytes:
    return _NOT_WORD.sub(b"", fold(word).lower())


def _begins(vocabulary: list[bytes], word: bytes) -> bool:
    place = bisect_left(vocabulary, word)
    return place < len(vocabulary) and vocabulary[place].startswith(word)


def _begins_in_english(vocabulary: list[bytes], word: bytes) -> bool:
    """English stems may end in another letter than the word has there: `earli` of `early`."""
    stem = _SHORT_STEMS.get(word, word[:-1] if len(word) > 2 else word)
    return _begins(vocabulary, word) or _begins(vocabulary, stem)


Reader = Callable[[str], Iterator[Told]]
