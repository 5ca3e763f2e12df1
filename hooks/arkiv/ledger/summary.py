"""The ledger as lines for a terminal; names and passages only where they may be shown (promise 7)."""

from collections.abc import Iterable, Iterator

from arkiv.ledger.entries import Counts, Entry, Kind, Ledger, Passage, Piece

_KINDS = {
    Kind.PAGE: ("whole page", "whole pages"),
    Kind.ITEM: ("item", "items"),
    Kind.FULL_NAME: ("full name", "full names"),
    Kind.FIRST_NAME: ("first name", "first names"),
    Kind.NAME_PART: ("part of a name", "parts of names"),
    Kind.OTHER_FORM: ("other form of a name", "other forms of names"),
    Kind.ADDRESS: ("e-mail address", "e-mail addresses"),
    Kind.NUMBER: ("phone number", "phone numbers"),
    Kind.UNREGISTERED: ("unregistered name", "unregistered names"),
    Kind.ROLE: ("role", "roles"),
    Kind.TIME: ("time", "times"),
    Kind.PLACE: ("place", "places"),
    Kind.ATTACHMENT: ("attachment", "attachments"),
    Kind.PICTURE: ("picture", "pictures"),
    Kind.TAG: ("list of tags", "lists of tags"),
    Kind.LINK: ("link", "links"),
    Kind.WORDING: ("other wording", "other wordings"),
}

LIMITS = (
    "It cannot recall copies: caches, web archives, downloads, the history of the source repository.",
    "A role with an organisation still tells something, and so do 'han' and 'hon'.",
    "It tells what these two sites show. A name that nobody registered and no rule found stands in both.",
)
"""What no change of level does (contract, promise 8)."""


def summary(ledger: Ledger, *, names: bool) -> str:
    """The whole report; `names` says whether passages may stand in it."""
    lines = [_heading(ledger)]
    for entry in ledger.entries:
        lines += _entry(entry, ledger, names=names)
    lines += _rest(ledger)
    return "\n".join((*lines, *(f"note: {limit}" for limit in LIMITS)))


def _rest(ledger: Ledger) -> Iterator[str]:
    """What follows of the changes, and all of them counted."""
    if ledger.followers:
        yield f"{_pages(len(ledger.followers))} with them: {', '.join(ledger.followers)}"
    if not ledger.is_empty:
        did = "hidden" if ledger.raises else "shown"
        people = f"; {ledger.people} people concerned" if ledger.people else ""
        yield f"{did} in all: {counted(ledger.counts) or 'nothing'}{people}"


def _pages(count: int) -> str:
    return "1 page changes" if count == 1 else f"{count} pages change"


def _heading(ledger: Ledger) -> str:
    levels = f"{ledger.before.label} ({ledger.before.id}) -> {ledger.after.label} ({ledger.after.id})"
    if ledger.is_empty:
        return f"{ledger.audience}: {levels}: nothing changes"
    return f"{ledger.audience}: {levels}: {len(ledger.entries)} of {ledger.of} pages change"


def counted(counts: Counts) -> str:
    """The counts in words, the gravest first."""
    found = ((kind, counts[kind]) for kind in _KINDS if counts[kind])
    return ", ".join(f"{count} {_KINDS[kind][count != 1]}" for kind, count in found)


def _entry(entry: Entry, ledger: Ledger, *, names: bool) -> Iterator[str]:
    place = printable(entry.path) if names else entry.place
    people = f" - {', '.join(entry.people)}" if entry.withheld and entry.people else ""
    yield f"{place}: {counted(entry.counts) or 'changed'}{people}"
    if not entry.withheld:
        for passage in entry.passages:
            yield f"  {place}:{passage.line}: {_what(passage)}"
            if names:
                yield from _texts(passage, ledger)


def _what(passage: Passage) -> str:
    spot = passage.spot
    where = f"item {spot.item}, {spot.name}" if spot.item else spot.name
    people = f" - {', '.join(passage.people)}" if passage.people else ""
    return f"{where}: {counted(passage.counts) or 'changed'}{people}"


def _texts(passage: Passage, ledger: Ledger) -> Iterator[str]:
    """Before and after, what goes in `[-...-]` and what comes in `{+...+}`."""
    before, after = passage.laxer, passage.stricter
    if not ledger.raises:
        before, after = after, before
    yield f"    - {_marked(before, '[-', '-]')}"
    yield f"    + {_marked(after, '{+', '+}')}"


def _marked(pieces: Iterable[Piece], opening: str, closing: str) -> str:
    said = (f"{opening}{piece.text}{closing}" if piece.changed else piece.text for piece in pieces)
    return printable("".join(said)) or "(nothing)"


def printable(text: str) -> str:
    """The text on one line and without what would steer a terminal."""
    line = " / ".join(part for part in text.splitlines() if part.strip())
    return "".join(character if character.isprintable() else " " for character in line)
