"""Text in, text out: spans are found, replacements chosen, and the text rebuilt from its end."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass

from arkiv.data.contexts import TITLES
from arkiv.policy.secrets import HiddenPerson, Secrets
from arkiv.redaction.folding import fold
from arkiv.redaction.lexicon import Lexicon, digits, lexicon
from arkiv.redaction.matching import Matcher, Span
from arkiv.redaction.replacement import Words, capitalised, definite, phrase, says_role
from arkiv.redaction.skeleton import Skeleton, textual, verbatim

_ADDRESS = re.compile(r"(?:mailto:)?[^\s<>()\[\]\"',;:|]+(?:@|%40|&#64;|\s?\(at\)\s?)[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"'|]+")
_NUMBER = re.compile(r"(?<![\w.])\+?\d[\d\s()/\-‑–]{5,}\d(?!\w)")
_SENTENCE_END = re.compile(r"(?:^|[.!?]\s|\n\s*\n|\n?[ \t]*(?:[-*+>#|]|#{1,6}|\d+[.)])\s|:\*\*\s|\*\*)[\s\"”»“#>*(\[_]*$")
_BETWEEN = re.compile(r",?\s+(?:och|samt)\s+|,\s+")
_TITLES = frozenset(map(fold, TITLES))
_MARKS = re.compile(r"\*+|`+|~+|</?[A-Za-z][^<>]*>")


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of the text and what comes in its place; `constant` if that is the one word for anybody."""

    start: int
    end: int
    text: str
    constant: bool = False


class Redactor:
    """Everything one build needs to write without its hidden names."""

    def __init__(
        self,
        secrets: Secrets,
        *,
        is_common: Callable[[str], bool],
        is_word: Callable[[str], bool],
        is_place: Callable[[str], bool],
        words: Words | None = None,
    ) -> None:
        """Lay out the names once; the three questions are asked of forms and words as written."""
        self.words = words or Words()
        self._book: Lexicon = lexicon(secrets, is_common)
        self._matcher = Matcher(self._book, is_word, is_place)

    def text(self, text: str, known: Set[str] = frozenset()) -> str:
        """Markdown or plain text, every hidden name replaced.

        Args:
            text: the text.
            known: ids of hidden people the page knows.
        """
        if not text or not (self._book.parts or self._book.contacts or self._book.numbers):
            return text
        text = _rebuilt(text, self._contacts(text, known))
        seen = textual(text)
        text = _rebuilt(text, self._names(text, seen, known))
        # What the reader does not see (link targets, titles, attributes) is read again as it stands.
        return _rebuilt(text, self._names(text, verbatim(text), known))

    def without(self, text: str, known: Set[str] = frozenset()) -> str:
        """A tag or label with its hidden names left out; empty where nothing else is said."""
        cut = self.text(text, known)
        if cut == text:
            return text
        spans = self._matcher.spans(textual(text), known)
        edits = [Edit(*textual(text).source(span.start, span.end), "") for span in spans]
        rest = " ".join(_rebuilt(text, edits).split()).strip(" ,;:–-/()·")
        return rest if any(character.isalnum() for character in rest) and self.text(rest, known) == rest else ""

    def holds(self, text: str, known: Set[str] = frozenset()) -> bool:
        """Whether a hidden name, address or number stands in the text."""
        return self.text(text, known) != text

    def _contacts(self, text: str, known: Set[str]) -> list[Edit]:
        edits = [Edit(m.start(), m.end(), self.words.number) for m in _NUMBER.finditer(text) if self._is_hidden_number(m[0])]
        for match in _ADDRESS.finditer(text):
            if self._is_hidden_address(match[0], known):
                edits.append(Edit(match.start(), match.end(), self.words.address))
        for match in _LINK.finditer(text):
            if self._matcher.spans(verbatim(match[0]), known):
                target = text[: match.start()].endswith(("](", "]: "))
                edits.append(Edit(match.start(), match.end(), "#" if target else self.words.link))
        return edits

    def _is_hidden_number(self, said: str) -> bool:
        found = digits(said)
        return any(number and number in found for number in self._book.numbers)

    def _is_hidden_address(self, said: str, known: Set[str]) -> bool:
        folded = verbatim(said).folded.removeprefix("mailto:")
        return folded in self._book.contacts or bool(self._matcher.spans(verbatim(said.replace(".", " ")), known))

    def _names(self, text: str, skeleton: Skeleton, known: Set[str]) -> list[Edit]:
        edits = [self._edit(text, skeleton, span) for span in self._matcher.spans(skeleton, known)]
        return [self._said(text, group) for group in _groups(text, edits)]

    def _said(self, text: str, group: list[Edit]) -> Edit:
        """One edit for people in a row: `A, B och C` are several, and are said once."""
        first, last = group[0], group[-1]
        said = last.text
        if len(group) > 1:
            said = self.words.peoples if said == self.words.persons else self.words.people
        return Edit(first.start, last.end, capitalised(said) if _begins_sentence(text, first.start) else said)

    def _edit(self, text: str, skeleton: Skeleton, span: Span) -> Edit:
        start, end = skeleton.source(span.start, span.end)
        start, end, marks = _balanced(text, start, end)
        if span.person and not span.genitive:
            start, end = _with_role(text, start, end, span.person)
        title = _title_before(text, start)
        if title and not says_role(span.person):
            return _titled(start, end, title, genitive=span.genitive, marks=marks)
        said = phrase(span.person, self.words, genitive=span.genitive)
        return Edit(start, end, said + marks, constant=said in (self.words.person, self.words.persons) and not marks)


def _begins_sentence(text: str, start: int) -> bool:
    return start == 0 or bool(_SENTENCE_END.search(text[max(0, start - 60) : start]))


def _groups(text: str, edits: list[Edit]) -> Iterator[list[Edit]]:
    """The edits, those of constant words that only a comma or `och` parts together."""
    group: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: edit.start):
        if group and not (group[-1].constant and edit.constant and _BETWEEN.fullmatch(text[group[-1].end : edit.start])):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _title_before(text: str, start: int) -> re.Match[str] | None:
    """The title that stands straight before a name, which then says enough."""
    found = re.search(r"(?P<owner>\w+s\s+)?(?P<title>[^\W\d_]+)\s$", text[max(0, start - 60) : start])
    return found if found and fold(found["title"]) in _TITLES else None


def _titled(start: int, end: int, found: re.Match[str], *, genitive: bool, marks: str) -> Edit:
    """`kommundirektör Anna` becomes `kommundirektören`, `styrelsens ordförande Anna` loses the name alone."""
    title = found["title"]
    said = title if found["owner"] else definite(title) or title
    ending = "s" if genitive and not said.endswith("s") else ""
    return Edit(start - len(title) - 1, end, said + ending + marks)


def _balanced(text: str, start: int, end: int) -> tuple[int, int, str]:
    """The part with markup that opens or closes inside it taken in, and what must be put back after it."""
    marks = _MARKS.findall(text[start:end])
    if len(marks) % 2 == 0 and "](" not in text[start:end]:
        return start, end, ""
    if "](" in text[start:end]:
        opened = text.rfind("[", 0, start)
        return (opened if opened >= 0 and "]" not in text[opened:start] else start), end, ""
    mark = marks[0]
    if text[:start].endswith(mark):
        return start - len(mark), end, ""
    if text[end:].startswith(mark):
        return start, end + len(mark), ""
    return start, end, marks[-1]


def _with_role(text: str, start: int, end: int, person: HiddenPerson) -> tuple[int, int]:
    """The name with the role before it and the organisation after it, where they say what replaces them."""
    if person.role and fold(text[:start].rstrip()).endswith(fold(person.role)):
        before = len(text[:start].rstrip()) - len(person.role)
        if before == 0 or not text[before - 1].isalnum():
            start = before
    for said in filter(None, (person.role, person.organization)):
        after = re.match(rf",\s+{re.escape(said)}\b(?:,(?=\s+\w))?", text[end:], re.IGNORECASE)
        end += len(after[0]) if after else 0
    return start, end


def _rebuilt(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made, from its end so that places hold; of two that overlap, the longer one's."""
    last = len(text) + 1
    for edit in sorted(edits, key=lambda edit: (edit.end, edit.end - edit.start), reverse=True):
        if edit.end <= last:
            text = text[: edit.start] + edit.text + text[edit.end :]
            last = edit.start
    return text
