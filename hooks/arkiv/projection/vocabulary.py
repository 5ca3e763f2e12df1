"""The few words the projection itself says, handed in from the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Protocol

from babel.dates import format_date

from arkiv.collation import order
from arkiv.public import PublicText
from arkiv.redaction.replacement import CONSTANT, Words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Templates with named fields, and the words for hidden people."""

    language: str
    role: str
    guest: str
    meeting_title: str
    item_label: str
    basis_label: str
    basis_alone: str
    attachment_title: str
    hidden: Words
    titles: Mapping[str, str] = field(default_factory=dict)
    """What generated pages are called, by path."""

    def meeting(self, network: PublicText, day: date) -> PublicText:
        """A meeting without a title of its own."""
        return PublicText(self.meeting_title.format(network=network, date=self._written(day)))

    def item(self, network: PublicText, day: date, number: int) -> PublicText:
        """An item of another meeting, as a link's text."""
        return PublicText(self.item_label.format(network=network, date=self._written(day), item=number))

    def basis(self, network: PublicText | None, number: int | None) -> PublicText:
        """What a rule rests on; without a network where its name must not be said."""
        if network is None or number is None:
            return PublicText(self.basis_alone)
        return PublicText(self.basis_label.format(network=network, item=number))

    def attachment(self, number: int) -> PublicText:
        """An attachment without a title."""
        return PublicText(self.attachment_title.format(number=number))

    def order(self, label: str | None) -> str:
        """A sort key in the order of the language's alphabet."""
        return order(self.language)(label)

    def _written(self, day: date) -> str:
        return _written(day, self.language)


_SAID = ("role", "guest", "meeting_title", "item_label", "basis_label", "basis_alone", "attachment_title")


class Catalogue(Protocol):
    """The site's own words by dotted key, and their language."""

    @property
    def language(self) -> str:
        """An ISO 639-1 code."""

    @property
    def entries(self) -> Mapping[str, str]:
        """The words."""


def vocabulary(words: Catalogue, titles: Mapping[str, str]) -> Vocabulary:
    """The projection's words; `titles` are the keys of generated pages' titles, by path."""
    return Vocabulary(
        language=words.language,
        hidden=hidden_words(words),
        titles={path: words.entries[key] for path, key in titles.items()},
        **{name: words.entries[f"people.{name}"] for name in _SAID},
    )


def hidden_words(words: Catalogue) -> Words:
    """What stands in place of hidden people."""
    said = {name: words.entries[f"people.hidden.{name}"] for name in CONSTANT}
    return Words(**said, language=words.language)


@lru_cache(maxsize=10_000)
def _written(day: date, language: str) -> str:
    """`11 oktober 2024`; Babel reads a language's months anew for every date."""
    return format_date(day, "d MMMM y", locale=language)
