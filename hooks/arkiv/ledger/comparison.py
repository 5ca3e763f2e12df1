"""Two builds laid side by side, page by page."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from arkiv.building import Prepared, View, redactor_for, view
from arkiv.collation import swedish
from arkiv.ledger.entries import Entry, Kind, Ledger, Passage
from arkiv.ledger.judging import Judge, Texts
from arkiv.ledger.lines import Lines, lines
from arkiv.ledger.naming import Names
from arkiv.ledger.sayings import Saying, Sheet, sheets
from arkiv.model import Audience
from arkiv.policy.levels import Level
from arkiv.redaction import Redactor
from arkiv.redaction.replacement import phrase, says_role

_UNSAYABLE = "(a page named after a hidden person)"
_PARAGRAPHS = re.compile(r"\n{2,}")


def compare(prepared: Prepared, audience: Audience, before: Level, after: Level) -> Ledger:
    """What a change of level hides from an audience, or shows it.

    Raises:
        ArchiveError: an attachment cannot be read.
    """
    rank = prepared.settings.levels.rank
    raises = rank(after.id) >= rank(before.id)
    laxer, stricter = (before, after) if raises else (after, before)
    found = Comparison.of(prepared, view(prepared, audience, laxer), view(prepared, audience, stricter))
    entries = tuple(found.entries())
    return Ledger(
        audience=audience,
        before=before,
        after=after,
        raises=raises,
        entries=entries,
        followers=tuple(found.followers({entry.path for entry in entries})),
        of=len(sheets(found.laxer.archive)),
        seal=prepared.digest[:16],
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """A laxer and a stricter build of the same sources, and what is asked of their differences."""

    laxer: View
    stricter: View
    judge: Judge
    lines: dict[str, Lines]

    @classmethod
    def of(cls, prepared: Prepared, laxer: View, stricter: View) -> "Comparison":
        """Lay out the names that only the laxer build shows: the ledger need not know any other."""
        shown = {one.id for one in laxer.secrets.hidden}
        names = Names.of(one for one in stricter.secrets.hidden if one.id not in shown)
        everyone = {one.id for one in stricter.secrets.hidden}
        redactor = redactor_for(stricter.secrets, prepared.words)
        judge = Judge(names, redactor, everyone, _phrases(laxer, redactor))
        return cls(laxer, stricter, judge, lines(prepared.archive, laxer.archive.build.audience))

    def entries(self) -> Iterator[Entry]:
        """The pages that say something else, by their paths."""
        ours, theirs = sheets(self.laxer.archive), sheets(self.stricter.archive)
        for path in sorted(ours, key=swedish):
            if path not in theirs:
                yield self._entry(path, ours[path], self._withheld(path, ours[path]), withheld=True)
            elif passages := tuple(self._passages(path, ours[path], theirs[path])):
                yield self._entry(path, ours[path], passages, withheld=False)

    def _entry(self, path: str, sheet: Sheet, passages: tuple[Passage, ...], *, withheld: bool) -> Entry:
        counts = sum((passage.counts for passage in passages), Counter())
        if withheld:
            counts += Counter({Kind.PAGE: 1, Kind.ITEM: sheet.items})
        return Entry(path, self.place(path), sheet.group, sheet.title, withheld, passages, counts)

    def place(self, path: str) -> str:
        """The path as far as it may be printed."""
        words = path.removesuffix(".md").replace("-", " ").replace("_", " ")
        said = self.judge.redactor.text(words, self.judge.hidden)
        return path if said == words else _UNSAYABLE

    def _withheld(self, path: str, sheet: Sheet) -> tuple[Passage, ...]:
        return tuple(self.judge.withheld(self._texts(path, sheet, one, "")) for one in sheet.sayings)

    def _passages(self, path: str, sheet: Sheet, other: Sheet) -> Iterator[Passage]:
        theirs = {saying.spot: saying.text for saying in other.sayings}
        for saying in sheet.sayings:
            texts = self._texts(path, sheet, saying, theirs.get(saying.spot, ""))
            yield from (self.judge.passage(one) for one in _paragraphs(texts) if one.laxer != one.stricter)

    def _texts(self, path: str, sheet: Sheet, saying: Saying, other: str) -> Texts:
        line = self.lines.get(path, {}).get(saying.spot, 1)
        return Texts(saying.spot, line, saying.text, other, sheet.named, saying.listed, saying.kind)

    def followers(self, told: set[str]) -> Iterator[str]:
        """Pages that differ though nothing of their own does, so that no difference goes untold."""
        others = {page.path: page.markdown for page in self.stricter.pages}
        for page in self.laxer.pages:
            if page.path not in told and others.get(page.path) != page.markdown:
                yield self.place(page.path)


def _paragraphs(texts: Texts) -> Iterator[Texts]:
    """The text in paragraphs, where both builds have the same number of them."""
    ours, theirs = _PARAGRAPHS.split(texts.laxer), _PARAGRAPHS.split(texts.stricter)
    if len(ours) != len(theirs):
        yield texts
        return
    for one, other in zip(ours, theirs, strict=True):
        yield replace(texts, laxer=one, stricter=other)


def _phrases(laxer: View, redactor: Redactor) -> frozenset[str]:
    """What one build says in place of a name, where that is more than the constant word."""
    people = (one for one in laxer.secrets.hidden if says_role(one, redactor.words))
    return frozenset(phrase(one, redactor.words, genitive=False).casefold() for one in people)
