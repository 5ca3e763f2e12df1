"""The catalogue of the site's own words: one folder of YAML files a language, checked when it is read.

`site.sv.yml` has the words of pages and theme, by dotted key. Any other `NAME.sv.yml` is a part of its
own, whose keys start with `NAME.`, and which a template can take whole.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from babel import Locale

from arkiv.collation import order
from arkiv.languages import FOLDER, REFERENCE

_MAIN = "site"
_PLURAL = frozenset({"one", "other"})
_MORE = frozenset({"zero", "two", "few", "many"})
"""Plural forms that some languages have beside those two."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIELD = re.compile(r"{(\w+)}")


class WordsError(Exception):
    """The catalogue is not fit for use; the text says which file and key, and what to do."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words by dotted key, in one language. Plural forms have keys of their own: `key.one`, `key.other`.

    `parts` has each file as it is written, by its name: what the search interface is given whole.
    """

    language: str
    entries: Mapping[str, str]
    parts: Mapping[str, object]

    def __call__(self, key: str, **fields: object) -> str:
        """The words at `key` with the fields filled in.

        Raises:
            WordsError: there is no such key, or a field that the words ask for is not given.
        """
        try:
            return self.entries[key].format(**fields)
        except KeyError as missing:
            raise WordsError(f"words: {key}: {missing} is missing - add it to the catalogue") from None

    def count(self, key: str, count: int, **fields: object) -> str:
        """The plural form that fits `count`, which also fills in {count}."""
        form = f"{key}.{_locale(self.language).plural_form(count)}"
        return self(form if form in self.entries else f"{key}.other", count=count, **fields)

    @property
    def ordinary(self) -> frozenset[str]:
        """What the detector of names, which knows Swedish, must be told is no name: nothing in Swedish."""
        if self.language == REFERENCE:
            return frozenset()
        locale = _locale(self.language)
        dates = (*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values())
        return frozenset(_WORD.findall(" ".join((*self.entries.values(), *dates))))

    def order(self, label: str | None) -> str:
        """A sort key in the order of the language's alphabet."""
        return order(self.language)(label)

    def joined(self, parts: tuple[str, ...]) -> str:
        """Parts as running text: `a, b och c`."""
        if len(parts) < 2:
            return "".join(parts)
        return ", ".join(parts[:-1]) + self("list.and") + parts[-1]


@cache
def _locale(language: str) -> Locale:
    """What Babel knows of a language: here, its plural rules."""
    return Locale.parse(language)


def load_words(language: str, folder: Path = FOLDER) -> Words:
    """Every `*.LANGUAGE.yml` in the folder as one catalogue.

    Raises:
        WordsError: no such language, a file that is no catalogue, or keys or fields that differ from the
            Swedish catalogue, which is the reference.
    """
    parts = _parts(language, folder)
    entries = _entries(parts)
    if language != REFERENCE:
        _compare(entries, _entries(_parts(REFERENCE, folder)), language)
    return Words(language, entries, parts)


def _parts(language: str, folder: Path) -> dict[str, object]:
    """Each file of a language, by its name without language and suffix."""
    files = sorted(folder.glob(f"*.{language}.yml"))
    if not files:
        raise WordsError(f"{folder.name}: {language}: no such language - add *.{language}.yml")
    return {file.name.split(".")[0]: _parsed(file) for file in files}


def _parsed(file: Path) -> object:
    """The file as plain YAML values."""
    try:
        return yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise WordsError(f"{file.name}: the file: not YAML in UTF-8 ({error}) - correct it") from None


def _entries(parts: Mapping[str, object]) -> dict[str, str]:
    """All words of all files by dotted key."""
    return {
        key if name == _MAIN else f"{name}.{key}": text
        for name, part in parts.items()
        for key, text in _flat(part, name, "")
    }


def _flat(node: object, file: str, key: str) -> Iterator[tuple[str, str]]:
    """Nested mappings and lists as dotted keys; only text may be a leaf."""
    if isinstance(node, str) and key:
        yield key, node
        return
    for name, value in _children(node, file, key):
        yield from _flat(value, file, f"{key}.{name}" if key else name)


def _children(node: object, file: str, key: str) -> list[tuple[str, object]]:
    """What a mapping or list holds. A plural must have both forms."""
    if isinstance(node, list) and node:
        return [(str(number), value) for number, value in enumerate(node)]
    if not isinstance(node, dict) or not node:
        raise WordsError(f"{file}: {key or 'the file'}: is no text - write words, or quote them")
    if node.keys() < _PLURAL:
        raise WordsError(f"{file}: {key}: a plural has `one` and `other` - write both")
    return [(str(name), value) for name, value in node.items()]


def _compare(entries: Mapping[str, str], reference: Mapping[str, str], language: str) -> None:
    """Refuse a translation with other keys or fields than the reference has."""
    for key in sorted(entries.keys() ^ reference.keys()):
        if _is_further_plural(key, reference):
            continue
        what = "is missing" if key in reference else "is not in the Swedish catalogue"
        raise WordsError(f"words: {language}: {key}: {what} - make the catalogues alike")
    for key, text in sorted(entries.items()):
        like = key if key in reference else f"{key.rpartition('.')[0]}.other"
        if set(_FIELD.findall(text)) - {"count"} != set(_FIELD.findall(reference[like])) - {"count"}:
            raise WordsError(f"words: {language}: {key}: has other {{fields}} - use those of the Swedish one")


def _is_further_plural(key: str, reference: Mapping[str, str]) -> bool:
    """Whether this is a plural form that the reference's language does not have."""
    stem, _, form = key.rpartition(".")
    return form in _MORE and f"{stem}.other" in reference
