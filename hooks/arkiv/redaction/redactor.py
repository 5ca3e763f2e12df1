"""Text in, text out: spans are found, replacements chosen, and the text rebuilt from its end."""

from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from functools import lru_cache

from arkiv.memory import Recall, given, key_of
from arkiv.policy.secrets import Secrets
from arkiv.redaction.contacts import Contacts
from arkiv.redaction.labels import GONE, left
from arkiv.redaction.lexicon import Lexicon, lexicon
from arkiv.redaction.matching import Matcher
from arkiv.redaction.replacement import Edit, Words
from arkiv.redaction.skeleton import Skeleton, textual, verbatim
from arkiv.redaction.wording import Wording


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
        recall: Recall | None = None,
    ) -> None:
        """Lay out the names once; the three questions are asked of forms and words as written.

        `recall` has what these very arguments made of texts before.
        """
        self.words = words or Words()
        self.recall = given(recall)
        self._book: Lexicon = lexicon(secrets, is_common)
        self._matcher = Matcher(self._book, is_word, is_place, is_common)
        self._wording = Wording(self.words)
        self._remembered = lru_cache(maxsize=4096)(self._recalled)

    def text(self, text: str, known: Set[str] = frozenset(), *, restricted: bool = False) -> str:
        """Markdown or plain text, every hidden name replaced.

        Args:
            text: the text.
            known: ids of hidden people the page knows.
            restricted: whether it stands where names are not shown; then every address but those of
                organisations is hidden, whoever's it is.
        """
        if not text or (self._book.is_empty and not restricted):
            return text
        # Roles, organisations and titles stand on many pages.
        return self._remembered(text, frozenset(known), restricted)

    def _recalled(self, text: str, known: frozenset[str], restricted: bool) -> str:
        return self.recall.text(
            text, key_of(known, str(restricted)), lambda: self._text(text, known, restricted)
        )

    def _text(self, text: str, known: Set[str], restricted: bool) -> str:
        contacts = self._contacts(known, restricted=restricted)
        text = rebuilt(text, contacts.targets(text))
        text = rebuilt(text, contacts.edits(text))
        seen = textual(text)
        renamed = self._renamed(text, seen, known)
        if renamed == text and seen.read == text:
            return text
        # What the reader does not see (comments, titles, attributes) is read again as it stands.
        return self._renamed(renamed, verbatim(renamed), known)

    def without(self, text: str, known: Set[str] = frozenset()) -> str:
        """A tag or label with its hidden names left out; empty where nothing else is said."""
        if not self.holds(text, known):
            return text
        text = rebuilt(text, (replace(edit, text="") for edit in self._contacts(known).edits(text)))
        seen = textual(text)
        edits = (
            Edit(*seen.source(span.start, span.end), span.tail or GONE)
            for span in self._matcher.spans(seen, known)
        )
        rest = left(rebuilt(text, edits))
        return rest if any(map(str.isalnum, rest)) and not self.holds(rest, known) else ""

    def holds(self, text: str, known: Set[str] = frozenset(), *, restricted: bool = False) -> bool:
        """Whether a hidden name, address or number stands in the text."""
        return self.text(text, known, restricted=restricted) != text

    def _contacts(self, known: Set[str], *, restricted: bool = False) -> Contacts:
        return Contacts(
            self._book,
            self.words,
            lambda skeleton: bool(self._matcher.spans(skeleton, known)),
            known,
            restricted,
        )

    def _renamed(self, text: str, skeleton: Skeleton, known: Set[str]) -> str:
        spans = self._matcher.spans(skeleton, known)
        return rebuilt(text, self._wording.edits(text, skeleton, spans)) if spans else text


def rebuilt(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; of two that overlap, the earlier and longer one's."""
    parts: list[str] = []
    last = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= last:
            parts += (text[last : edit.start], edit.text)
            last = edit.end
    return "".join((*parts, text[last:])) if parts else text
