"""The catalogue of the site's own words: one folder of YAML files a language, checked when it is read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent.parent / "theme" / "words"
REFERENCE = "sv"
_PLURAL = frozenset({"one", "other"})
_FIELD = re.compile(r"{(\w+)}")


class WordsError(Exception):
    """The catalogue is not fit for use; the text says which file and key, and what to do."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words by dotted key, in one language. Plural forms have keys of their own: `key.one`, `key.other`."""

    language: str
    entries: Mapping[str, str]

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
        form = "one" if count == 1 else "other"
        return self(f"{key}.{form}", count=count, **fields)

    def joined(self, parts: tuple[str, ...]) -> str:
        """Parts as running text: `a, b och c`."""
        if len(parts) < 2:
            return "".join(parts)
        return ", ".join(parts[:-1]) + self("list.and") + parts[-1]


def load_words(language: str, folder: Path = FOLDER) -> Words:
    """Every `*.LANGUAGE.yml` in the folder as one catalogue.

    Raises:
        WordsError: no such language, a file that is no catalogue, or keys or fields that differ from the
            Swedish catalogue, which is the reference.
    """
    entries = _read(language, folder)
    if language != REFERENCE:
        _compare(entries, _read(REFERENCE, folder), language)
    return Words(language, entries)


def _read(language: str, folder: Path) -> dict[str, str]:
    """All entries of a language, flat."""
    files = sorted(folder.glob(f"*.{language}.yml"))
    if not files:
        raise WordsError(f"{folder.name}: {language}: no such language - add *.{language}.yml")
    entries: dict[str, str] = {}
    for file in files:
        entries |= _without_clashes(entries, _flat(_parsed(file), file.name, ""), file.name)
    return entries


def _parsed(file: Path) -> object:
    """The file as plain YAML values."""
    try:
        return yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise WordsError(f"{file.name}: not YAML in UTF-8 - {error}") from None


def _flat(node: object, file: str, prefix: str) -> dict[str, str]:
    """Nested mappings as dotted keys; a plural must have both forms, and only text may be a leaf."""
    if isinstance(node, str):
        return {prefix: node}
    if not isinstance(node, dict) or not node:
        raise WordsError(f"{file}: {prefix or 'the file'}: is no text - write words, or quote them")
    if _PLURAL & node.keys() and node.keys() != _PLURAL:
        raise WordsError(f"{file}: {prefix}: a plural has `one` and `other` - write both")
    entries: dict[str, str] = {}
    for key, value in node.items():
        entries |= _flat(value, file, f"{prefix}.{key}" if prefix else str(key))
    return entries


def _without_clashes(known: Mapping[str, str], new: dict[str, str], file: str) -> dict[str, str]:
    """`new`, unless it says again what another file has said."""
    twice = sorted(known.keys() & new.keys())
    if twice:
        raise WordsError(f"{file}: {twice[0]}: stands in another file too - keep one of them")
    return new


def _compare(entries: Mapping[str, str], reference: Mapping[str, str], language: str) -> None:
    """Refuse a translation with other keys or fields than the reference has."""
    for key in sorted(entries.keys() ^ reference.keys()):
        what = "is missing" if key in reference else "is not in the Swedish catalogue"
        raise WordsError(f"words: {language}: {key}: {what} - make the catalogues alike")
    for key, text in sorted(entries.items()):
        if set(_FIELD.findall(text)) != set(_FIELD.findall(reference[key])):
            raise WordsError(f"words: {language}: {key}: has other {{fields}} - use those of the Swedish one")
