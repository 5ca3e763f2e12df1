"""The ledger as one HTML file: nothing is fetched, nothing runs, and everything in it is escaped."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from arkiv.ledger.entries import Counts, Kind, Ledger, Spot
from arkiv.pages import Words, load_words

_FOLDER = Path(__file__).parent
WORDS = _FOLDER / "words"

_ORDER = (Kind.PAGE, Kind.ITEM, *(kind for kind in Kind if kind not in (Kind.PAGE, Kind.ITEM)))
_GROUPS = ("meetings", "networks", "events", "pages")


def sheet(ledger: Ledger, language: str) -> str:
    """The whole file, in a language of the catalogue, else in Swedish.

    Raises:
        WordsError: the catalogue is not fit for use.
    """
    said = Wording(_words(language), ledger)
    groups = {name: [entry for entry in ledger.entries if entry.group == name] for name in _GROUPS}
    numbers = {entry.path: number for number, entry in enumerate(ledger.entries, start=1)}
    style = (_FOLDER / "sheet.css").read_text(encoding="utf-8")
    return _template().render(ledger=ledger, said=said, groups=groups, numbers=numbers, style=style)


@cache
def _template() -> Template:
    loader = FileSystemLoader(_FOLDER)
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return made.get_template("sheet.html")


def _words(language: str) -> Words:
    has_own = any(WORDS.glob(f"*.{language}.yml"))
    return load_words(language if has_own else "sv", WORDS)


class Wording:
    """The words of one ledger."""

    def __init__(self, words: Words, ledger: Ledger) -> None:
        self.language = words.language
        self._words = words
        self._way = "raises" if ledger.raises else "lowers"
        self._levels = {"before": ledger.before.label, "after": ledger.after.label}

    def __call__(self, key: str, **fields: object) -> str:
        """The words at a key."""
        return self._words(f"ledger.{key}", **fields)

    def turned(self, key: str) -> str:
        """The words at a key that depend on whether the level is raised or lowered."""
        return self(f"{key}.{self._way}", **self._levels)

    def same(self) -> str:
        """What is said where nothing changes."""
        return self("lead.same", **self._levels)

    def number(self, key: str, count: int, **fields: object) -> str:
        """The plural that fits."""
        return self._words.count(f"ledger.{key}", count, **fields)

    def kinds(self, counts: Counts) -> Mapping[str, int]:
        """What there is of each kind, by its name, the gravest first."""
        return {self(f"kinds.{kind}"): counts[kind] for kind in _ORDER if counts[kind]}

    def counted(self, counts: Counts) -> str:
        """The counts in running text."""
        found = (self.number(f"counted.{kind}", counts[kind]) for kind in _ORDER if counts[kind])
        return ", ".join(found) or self("no_counts")

    def spot(self, spot: Spot) -> str:
        """Where on its page a passage stands."""
        what = self(f"spots.{spot.name}")
        return self("item", item=spot.item, what=what) if spot.item else what[:1].upper() + what[1:]
