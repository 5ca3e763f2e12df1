"""Passages against the forms, once for each new line of the site, and what was found there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from arkiv.audit.decoding import layers
from arkiv.audit.findings import Finding, FormKind
from arkiv.audit.forms import Claim, Forms
from arkiv.audit.markup import BREAK, LINE_FEED, apart_of, prose_of, source_of
from arkiv.audit.matching import Hit, Matcher, stands
from arkiv.audit.passages import Fault, Passage, View

WITHHELD = "(withheld)"
_ATTRIBUTE = re.compile(r"([A-Za-z][\w:.-]*)\s*=\s*(\"[^\"]*\"|'[^']*')")
_REMEDY = {
    FormKind.PHONE: "a phone number of a hidden person; remove it from the source and build again",
    FormKind.EMAIL: "an address of a hidden person; remove it from the source and build again",
}
_REMOVE = "a hidden person's name; remove it, or register how it is written there, and build again"


@dataclass(slots=True)
class Scanner:
    """Scans the passages of one site. `findings()` is complete when all of them have been given."""

    forms: Forms
    _matcher: Matcher = field(init=False)
    _found: dict[tuple[str, str, FormKind], Finding] = field(default_factory=dict)
    _doubts: list[tuple[Finding, bytes]] = field(default_factory=list)
    _seen: dict[bool, set[int]] = field(default_factory=lambda: {True: set(), False: set()})
    _shown: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._matcher = Matcher(self.forms)

    def scan(self, file: str, passage: Passage) -> None:
        """Look for every form in a passage of a file."""
        if passage.view is View.MARKUP:
            self._lines(file, passage, prose_of(passage.text), View.PROSE)
            self._lines(file, passage, apart_of(passage.text), View.PROSE)
            self._lines(file, passage, source_of(passage.text), View.SOURCE)
        else:
            self._lines(file, passage, passage.text, passage.view)

    def blame(self, file: str, fault: Fault) -> None:
        """Note what is wrong with a file."""
        self._note(Finding(self.shown(file), self.shown(fault.place), "", fault.form, fault.message))

    def postings(self, file: str, place: str, posted: set[bytes]) -> None:
        """Look for forms among the single words of an index, where named people's parts stand alone too."""
        for word in posted & self.forms.strong.keys() - self.forms.named_tokens:
            if stands(self.forms.strong[word]):
                self._report(file, place, self.forms.strong[word])

    def findings(self) -> tuple[Finding, ...]:
        """All that was found, in the order of files. A misspelling which is a word elsewhere is none."""
        for finding, token in self._doubts:
            if token.lower() not in self._matcher.vocabulary:
                self._note(finding)
        return tuple(sorted(self._found.values()))

    def shown(self, label: str) -> str:
        """A path or place as it may be printed: what tells of a hidden person is withheld."""
        if label not in self._shown:
            parts = [WITHHELD if self._tells(part) else part for part in label.split("/")]
            joined = "/".join(parts)
            self._shown[label] = WITHHELD if self._tells(joined) else joined
        return self._shown[label]

    def _tells(self, text: str) -> bool:
        return any(self._matcher.match(layer, View.LABEL) for layer in layers(text))

    def _lines(self, file: str, passage: Passage, text: str, view: View) -> None:
        fresh, numbers, keys = self._fresh(text, view)
        clean = True
        for layer in layers(fresh) if fresh else ():
            for hit in self._matcher.match(layer, view):
                clean = clean and bool(hit.token)
                number = numbers[min(hit.line, len(numbers) - 1)]
                self._hit(file, self._place(passage, number, view), hit)
        if clean:
            self._seen[view is View.PROSE].update(keys)

    def _fresh(self, text: str, view: View) -> tuple[str, list[int], list[int]]:
        """The lines not yet seen beside the same neighbour, their numbers, and what to remember them by."""
        seen = self._seen[view is View.PROSE]
        lines = list(_numbered(text))
        keys = [hash(pair) for pair in pairwise(("", *(line for _, line in lines)))]
        new = [place for place, key in enumerate(keys) if key not in seen]
        wanted = sorted({*new, *(place - 1 for place in new if place)})
        chosen = [
            lines[place][1] + ("" if place + 1 == after else BREAK)
            for place, after in zip(wanted, (*wanted[1:], -1), strict=False)
        ]
        return "\n".join(chosen), [lines[place][0] for place in wanted], [keys[place] for place in new]

    def _place(self, passage: Passage, number: int, view: View) -> str:
        if passage.place and "\n" not in passage.text:
            return passage.place
        where = f"line {number}"
        if passage.view is View.MARKUP and view is View.SOURCE:
            where += self._attribute(passage.text.split("\n")[number - 1])
        return f"{passage.place}: {where}" if passage.place else where

    def _attribute(self, line: str) -> str:
        """Which attribute of the line it was, if it was in one."""
        for name, value in _ATTRIBUTE.findall(line):
            if self._tells(value):
                return f", attribute {name}"
        return ", comment" if "<!--" in line else ""

    def _hit(self, file: str, place: str, hit: Hit) -> None:
        if hit.claim.form is FormKind.MISSPELLING:
            self._doubts.append((self._finding(file, place, hit.claim), hit.token))
        else:
            self._report(file, place, hit.claim)

    def _report(self, file: str, place: str, claim: Claim) -> None:
        self._note(self._finding(file, place, claim))

    def _finding(self, file: str, place: str, claim: Claim) -> Finding:
        message = _REMEDY.get(claim.form, _REMOVE)
        return Finding(self.shown(file), self.shown(place), claim.person, claim.form, message)

    def _note(self, finding: Finding) -> None:
        """One finding for each file, person and form is enough; faults are told one by one."""
        detail = "" if finding.person else finding.place
        self._found.setdefault((finding.file, finding.person + detail, finding.form), finding)


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers in the file."""
    number = 1
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            yield number, stripped
        number += 1 + line.count(LINE_FEED)
