"""Addresses and links of hidden people, which no reader of words would find."""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from arkiv.data.abbreviations import ABBREVIATIONS
from arkiv.redaction.folding import fold
from arkiv.redaction.functional import is_functional
from arkiv.redaction.lexicon import Lexicon
from arkiv.redaction.phones import phones
from arkiv.redaction.replacement import Edit, Words
from arkiv.redaction.skeleton import Skeleton, verbatim

_AT = r"(?:@|%40|&#0*64;|&commat;|\s?[(\[](?:at|a|snabel-?a)[)\]]\s?)"
_DOT = r"(?:\.|\s?[(\[](?:dot|punkt)[)\]]\s?)"
_ADDRESS = re.compile(
    rf"(?:mailto:)?(?<![\w.+%&#;-])[\w.+%&#;-]{{1,80}}(?:['’][\w.+%&#;-]{{1,80}}){{0,2}}{_AT}[\w-]{{1,80}}(?:{_DOT}[\w-]{{1,80}}){{1,8}}",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:https?://|www\.)(?:[^\s<>()\[\]\"'|]|'(?=\w)){1,2000}(?<![.,;:!?])")
_DATA = re.compile(r"\bdata:[\w.+-]{1,80}/[\w.+-]{1,80}[;,][^\s<>()\"'`]{0,100000}", re.IGNORECASE)
"""What is packed into an address is nothing a reader reads, and may be anything."""

_TARGET = re.compile(
    r"(?<=\]\()\s{0,4}<?(?P<inline>[^\s<>()\"]{1,2000})"
    r"|(?m:^ {0,3}\[[^\]\n]{1,200}\]:\s{0,4})<?(?P<defined>[^\s<>]{1,2000})"
    r"|\b(?:href|src|action|cite|data|poster|srcset)\s{0,4}=\s{0,4}(?:\"(?P<double>[^\"\n]{1,2000})|'(?P<single>[^'\n]{1,2000})|(?P<bare>[^\s\"'<>]{1,2000}))",
    re.IGNORECASE,
)
_PATH = re.compile(r"[/?#=&]")
_TOKEN = re.compile(r"\w+(?:[.+-]\w+)*")


@dataclass(frozen=True, slots=True)
class Contacts:
    """Finds contact details by one lexicon; `holds_name` looks for names in a skeleton.

    `known` are the hidden people the page knows. Where it is `restricted`, addresses of people nobody knows
    are hidden too, and offices' stay.
    """

    book: Lexicon
    words: Words
    holds_name: Callable[[Skeleton], bool]
    known: Set[str] = frozenset()
    restricted: bool = False

    def targets(self, text: str) -> Iterator[Edit]:
        """Link targets and other addresses inside markup that tell a name; they lead nowhere then."""
        if "](" not in text and "]:" not in text and "=" not in text:
            return
        for match in _TARGET.finditer(text):
            group = match.lastgroup
            if group and self._tells(match[group]):
                yield Edit(match.start(group), match.end(group), "#")

    def edits(self, text: str) -> Iterator[Edit]:
        """Everything a reader sees: addresses, links, handles and phone numbers."""
        yield from self._numbers(text)
        # Found in the folded text: it is as long as the text itself.
        folded = fold(text)
        if any(sign in text for sign in "@%&(["):
            yield from (
                Edit(match.start(), match.end(), self.words.address)
                for match in _ADDRESS.finditer(folded)
                if self._is_hidden_address(text[match.start() : match.end()])
            )
        if "data:" in folded:
            yield from (Edit(*match.span(), self.words.link) for match in _DATA.finditer(text))
        for match in _LINK.finditer(text) if "://" in text or "www." in text else ():
            if self._tells(match[0]):
                yield Edit(match.start(), match.end(), self.words.link)
        yield from self._handles(folded)

    def _numbers(self, text: str) -> Iterator[Edit]:
        for start, end in phones(text, self.book.numbers, self.holds_name, mobiles=self.restricted):
            yield Edit(start, end, self.words.number)

    def _handles(self, folded: str) -> Iterator[Edit]:
        if not self.book.handles:
            return
        for match in _TOKEN.finditer(folded):
            if match[0] in self.book.handles:
                start = match.start() - (folded[match.start() - 1 : match.start()] == "@")
                yield Edit(start, match.end(), self.words.person)

    def _tells(self, address: str) -> bool:
        """Whether an address, of whatever kind, holds a name or a contact."""
        return (
            bool(_DATA.match(address))
            or self._is_hidden_address(address)
            or any(self._handles(fold(address)))
            or any(re.sub(r"[\W_]", "", part) in self.book.joined for part in _PATH.split(fold(address)))
            or any(self._numbers(address))
        )

    def _is_hidden_address(self, said: str) -> bool:
        folded = re.sub(r"\s", "", verbatim(said).folded.removeprefix("mailto:"))
        folded = re.sub(r"[(\[](?:at|a|snabel-?a)[)\]]", "@", folded)
        folded = re.sub(r"[(\[](?:dot|punkt)[)\]]", ".", folded)
        if folded in self.book.contacts or self._is_signed(folded):
            return True
        if self.restricted and any(not is_functional(one[0]) for one in _ADDRESS.finditer(folded)):
            return True
        return self.holds_name(verbatim(_spaced_out(said)))

    def _is_signed(self, address: str) -> bool:
        """Whether what stands before the @ is the initials of somebody the page knows."""
        local, at, _ = address.partition("@")
        letters = re.sub(r"[._-]", "", local)
        if not at or local in ABBREVIATIONS:
            return False
        return not self.known.isdisjoint(self.book.mailed.get(letters, ()))


def _spaced_out(address: str) -> str:
    """An address in words; its parts may then be names."""
    return re.sub(r"[./?=&]|%20|\+", " ", address)
