"""Passages against the forms, once for each new line of the site, and what was found there."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from arkiv.audit.decoding import layers
from arkiv.audit.findings import Finding, FormKind
from arkiv.audit.forms import Claim, Forms
from arkiv.audit.lines import BREAK, Fresh, Memory
from arkiv.audit.markup import apart_of, comments_in, flat, may_unfold, prose_of, source_of, untagged
from arkiv.audit.matching import Hit, Matcher, stands
from arkiv.audit.passages import Fault, Passage, View

_TOGETHER = 100
"""Files whose texts are looked through at once: more would be read again where one holds a name."""

WITHHELD = "(withheld)"
_ATTRIBUTE = re.compile(r"([A-Za-z][\w:.-]*)\s*=\s*(\"[^\"]*\"|'[^']*')")
_REMEDY = {
    FormKind.PHONE: "a phone number of a hidden person; remove it from the source and build again",
    FormKind.EMAIL: "an address of a hidden person; remove it from the source and build again",
}
_REMOVE = "a hidden person's name; remove it, or register how it is written there, and build again"


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scanner has seen of its part of a site: findings, misspellings in doubt, and every word."""

    found: dict[tuple[str, str, FormKind], Finding]
    doubts: list[tuple[Finding, bytes]]
    vocabulary: set[bytes]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What one file says in texts of one line, all to be read alike; `passages` tells where each stands."""

    file: str
    view: View
    texts: Collection[str]
    passages: Callable[[], Iterable[Passage]]


@dataclass(slots=True)
class Scanner:
    """Scans the passages of one site. `findings()` is complete when all of them have been given."""

    forms: Forms
    _matcher: Matcher = field(init=False)
    _found: dict[tuple[str, str, FormKind], Finding] = field(default_factory=dict)
    _doubts: list[tuple[Finding, bytes]] = field(default_factory=list)
    _memory: dict[View, Memory] = field(default_factory=lambda: {view: Memory() for view in View})
    _shown: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._matcher = Matcher(self.forms)

    def scan(self, file: str, passage: Passage) -> None:
        """Look for every form in a passage of a file."""
        if passage.view is View.MARKUP:
            self._markup(file, passage)
        else:
            self._plain(file, passage)

    def scan_together(self, several: Iterable[Gathered]) -> None:
        """The same for many short texts, looked through as one; each by itself where one is not clean.

        What stands alone in one of them stands in the whole as well, where `BREAK` keeps it from the others.
        """
        for view, group in _groups(several):
            memory = self._memory[view]
            new = {text for one in group for text in one.texts if not memory.knows(text)}
            if not any("\n" in text for text in new) and self._are_clean(sorted(new), view):
                memory.learn(new)
                continue
            for one in group:
                for passage in one.passages():
                    self.scan(one.file, passage)

    def _are_clean(self, lines: Iterable[str], view: View) -> bool:
        """Whether no text of one line holds anything."""
        whole = "\n".join(line + BREAK for line in lines)
        return not any(self._matcher.match(layer, view) for layer in layers(whole))

    def blame(self, file: str, fault: Fault) -> None:
        """Note what is wrong with a file."""
        self._note(Finding(self.shown(file), self.shown(fault.place), "", fault.form, fault.message))

    def postings(self, file: str, place: str, posted: set[bytes]) -> None:
        """Look for forms among the single words of an index, where named people's parts stand alone too."""
        for word in posted & self.forms.strong.keys() - self.forms.named_tokens:
            if stands(self.forms.strong[word]) and not self._is_stem_of_innocent(word):
                self._report(file, place, self.forms.strong[word])

    def _is_stem_of_innocent(self, word: bytes) -> bool:
        """Whether an organisation gave the posting: an index holds stems, and `Forslunda` has `forslund`.

        The texts that the index was made from are looked through whole, so a name that stands there is found.
        """
        longer = (token for token in self.forms.innocent if len(token) > len(word))
        return any(token.startswith(word) for token in longer)

    @property
    def noticed(self) -> int:
        """How much has been found or doubted so far."""
        return len(self._found) + len(self._doubts)

    def scanned(self) -> Scanned:
        """What was seen so far, to be joined with what another scanner saw of the same site."""
        return Scanned(self._found, self._doubts, self._matcher.vocabulary)

    def join(self, other: Scanned) -> None:
        """Take in what another scanner saw of other files."""
        for key, finding in other.found.items():
            self._found.setdefault(key, finding)
        self._doubts += other.doubts
        self._matcher.vocabulary |= other.vocabulary

    def findings(self) -> tuple[Finding, ...]:
        """All that was found, in the order of files. A misspelling which is a word elsewhere is none."""
        for finding, token in self._doubts:
            if token.lower() not in self._matcher.vocabulary:
                self._note(finding)
        return tuple(sorted(self._found.values()))

    def shown(self, label: str) -> str:
        """A path or place as it may be printed: what tells of a hidden person is withheld."""
        label = in_letters(label)
        if label not in self._shown:
            parts = [WITHHELD if self._tells(part) else part for part in label.split("/")]
            joined = "/".join(parts)
            self._shown[label] = WITHHELD if self._tells(joined) else joined
        return self._shown[label]

    def _tells(self, text: str) -> bool:
        return any(self._matcher.match(layer, View.LABEL) for layer in layers(text))

    def _markup(self, file: str, passage: Passage) -> None:
        for number, comment in comments_in(passage.text):
            place = f"line {number}, comment"
            self._plain(file, Passage(comment.replace("\n", " "), View.SOURCE, _inside(passage.place, place)))
        fresh = self._memory[View.MARKUP].fresh(flat(passage.text))
        if not fresh:
            return
        views = ((prose_of, View.PROSE), (apart_of, View.PROSE), (source_of, View.SOURCE))
        clean = [self._search(file, passage, fresh, read(fresh.text), view) for read, view in views]
        if all(clean):
            self._memory[View.MARKUP].clean(fresh)

    def _plain(self, file: str, passage: Passage) -> None:
        fresh = self._memory[passage.view].fresh(passage.text)
        if fresh and self._search(file, passage, fresh, fresh.text, passage.view):
            self._memory[passage.view].clean(fresh)

    def _search(self, file: str, passage: Passage, fresh: Fresh, text: str, view: View) -> bool:
        """Look through every reading of some fresh lines; whether nothing was found."""
        clean = True
        for layer in _layers(passage, text):
            for hit in self._matcher.match(layer, view):
                clean = False
                self._hit(file, self._place(passage, fresh, hit, view), hit)
        return clean

    def _place(self, passage: Passage, fresh: Fresh, hit: Hit, view: View) -> str:
        if passage.place and "\n" not in passage.text:
            return passage.place
        where = f"line {fresh.number(hit.line)}"
        if passage.view is View.MARKUP and view is View.SOURCE:
            where += self._attribute(fresh.line(hit.line))
        return _inside(passage.place, where)

    def _attribute(self, line: str) -> str:
        """Which attribute of the line it was, if it was in one."""
        for name, value in _ATTRIBUTE.findall(line):
            if self._tells(value):
                return f", attribute {name}"
        return ""

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


def _groups(several: Iterable[Gathered]) -> Iterator[tuple[View, list[Gathered]]]:
    """As many of one view at a time as are well looked through together."""
    groups: dict[View, list[Gathered]] = {}
    for one in several:
        group = groups.setdefault(one.view, [])
        group.append(one)
        if len(group) == _TOGETHER:
            yield one.view, groups.pop(one.view)
    yield from groups.items()


def _layers(passage: Passage, text: str) -> Iterator[str]:
    """Every reading of the text, and each as a page would show it if it were HTML or Markdown.

    Of a page only the tags are new that stood in it in code; its own have been read already.
    """
    new = passage.view is not View.MARKUP
    for layer in layers(text):
        yield layer
        if new and (shown := untagged(layer)):
            yield shown
        new = new or may_unfold(layer)


def in_letters(label: str, encoding: str = "latin-1") -> str:
    """A path whose bytes are no UTF-8, as programs of that encoding show it; any other as it stands."""
    try:
        label.encode()
    except UnicodeEncodeError:
        return label.encode("utf-8", "surrogateescape").decode(encoding)
    return label


def _inside(outer: str, inner: str) -> str:
    return f"{outer}: {inner}" if outer else inner
