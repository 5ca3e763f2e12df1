"""How a replacement stands in its sentence: with the title before it, the role after it, and its capital."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from arkiv.data.contexts import HONORIFICS, PASSIVES, TITLES
from arkiv.policy.secrets import HiddenPerson
from arkiv.redaction.folding import fold
from arkiv.redaction.grammar import definite
from arkiv.redaction.markup import Cut, balanced
from arkiv.redaction.naming import Span
from arkiv.redaction.replacement import Edit, Words, capitalised, phrase, says_role
from arkiv.redaction.skeleton import Skeleton

_SENTENCE_END = re.compile(
    r"(?:^|[.!?…]\s|\n\s*\n|(?:^|\n)[ \t>]*(?:[-–—*+>|]|#{1,6}|\d{1,3}[.)])\s|\|\s|:\*\*\s|:__\s"
    r"|(?:^|\n)[ \t>]*[*_]{1,3})"
    r"[\s\"'”’»“#>*(\[_|]{0,40}$"
)
_SHORT = re.compile(
    r"(?<!\w)(?:adj|alt|ang|ansv|att|bl\.\s?a|bitr|c:a|ca|dr|enl|ers|ev|inkl|exkl|f\.\s?d|fr|frånv|hr|hälsn|jfr|jmf|just|ledam|m\.\s?fl|närv|ordf|pga|prof|resp|sekr|sign|stf|tel|tf|t\.\s?ex|t\.\s?f|v)\.\s$",
    re.IGNORECASE,
)
"""What a point ends that ends no sentence."""
_BETWEEN = re.compile(r",?\s+(?:och|samt|and|o\.?|&|\+)\s+|,\s+|\s?/\s?")
_TITLE = re.compile(r"(?P<owner>\w+s\s+)?(?<!\w)(?P<title>[^\W\d_]+)(?P<gap>\s[*_`]{0,3})$")
_ALREADY_SAID = re.compile(
    r"(?<!\w)\w*(?:bröderna|systrarna|byrån|familjen|firman|fonden|makarna|paret|släkten|stiftelsen|syskonen|bolaget"
    r"|företaget|cheferna|direktörerna|handläggarna|juristerna|kommunalråden|kollegorna|ledamöterna|ombuden"
    r"|rektorerna|samordnarna|sekreterarna|strategerna|utredarna)(?P<gap>\s)$",
    re.IGNORECASE,
)
"""Before a name these say enough: `familjen Berg` becomes `familjen`."""
_AT = "i|på|vid|hos|från|för|inom|och"
_TITLES = frozenset(map(fold, TITLES))
_HONORIFICS = frozenset(map(fold, HONORIFICS))


@dataclass(frozen=True, slots=True)
class Wording:
    """Chooses the words for the spans of a text."""

    words: Words

    def edits(self, text: str, skeleton: Skeleton, spans: Iterable[Span]) -> Iterator[Edit]:
        """One edit for each person, or for several in a row."""
        edits = [self._edit(text, skeleton, span) for span in spans]
        return (self._said(text, group) for group in _groups(text, edits))

    def _said(self, text: str, group: list[Edit]) -> Edit:
        """One edit for people in a row: `A, B och C` are several, and are said once."""
        first, last = group[0], group[-1]
        said = last.text
        if bare := _ALREADY_SAID.search(text[max(0, first.start - 40) : first.start]):
            genitive = said in (self.words.persons, self.words.peoples)
            return Edit(first.start - len(bare["gap"]), last.end, "s" * genitive)
        if len(group) > 1:
            said = self.words.peoples if said == self.words.persons else self.words.people
        return Edit(first.start, last.end, capitalised(said) if begins_sentence(text, first.start) else said)

    def _edit(self, text: str, skeleton: Skeleton, span: Span) -> Edit:
        cut = balanced(text, *skeleton.source(span.start, span.end))
        grammar = self.words.grammar
        if grammar.owning:  # in Swedish it is not told by the name alone: the span knows
            span = replace(span, genitive=bool(grammar.owning.search(text[cut.start : cut.end])))
        if span.tail or span.adjective:
            return _compound(text, cut, span, self.words)
        if span.firm:
            said = self.words.firms if span.genitive else self.words.firm
            return Edit(cut.start, cut.end, cut.before + said + cut.after)
        if span.several or _ALREADY_SAID.search(text[max(0, cut.start - 40) : cut.start]):
            return _several(cut, self.words, span)
        if span.person and not cut.before and not cut.after:
            cut = Cut(*_with_role(text, cut.start, cut.end, span.person))
        title = _title_before(text, cut.start)
        if title and fold(title["title"]) in _HONORIFICS:
            cut = replace(cut, start=cut.start - len(title["title"] + title["gap"]))
        elif title:
            return _titled(cut, title, genitive=span.genitive)
        before = text[max(0, cut.start - 40) : cut.start]
        owned = bool(grammar.owner.search(before)) and not _is_after_passive(before)
        said = phrase(span.person, self.words, genitive=span.genitive, owned=owned)
        constant = said in (self.words.person, self.words.persons) and not cut.before and not cut.after
        opening = None if owned and says_role(span.person, self.words) else grammar.opening.search(before)
        start = cut.start - len(opening[0]) if opening else cut.start
        return Edit(start, cut.end, cut.before + said + cut.after, constant=constant)


def _is_after_passive(before: str) -> bool:
    """Whether what looks like a genitive straight before is what is done to the person: `utses`."""
    return before.rstrip().rpartition(" ")[2].casefold() in PASSIVES


def begins_sentence(text: str, start: int) -> bool:
    """Whether what stands here begins a sentence, a line of a list, a heading or a cell."""
    before = text[max(0, start - 60) : start]
    if start > 0 and follows_abbreviation(before):
        return False
    return bool(_SENTENCE_END.search(before)) if start > 60 else _begins(before)


def follows_abbreviation(before: str) -> bool:
    """Whether a text ends with an abbreviation, whose point ends no sentence."""
    return bool(_SHORT.search(before))


def _begins(before: str) -> bool:
    return not before or bool(_SENTENCE_END.search(before))


def _groups(text: str, edits: list[Edit]) -> Iterator[list[Edit]]:
    """The edits, those of constant words that only a comma, `och` or `and` parts together."""
    group: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: edit.start):
        if group and not (
            group[-1].constant
            and (edit.constant or group[0].several)
            and _BETWEEN.fullmatch(text[group[-1].end : edit.start])
        ):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _several(cut: Cut, words: Words, span: Span) -> Edit:
    """People of one name, or who are said to be several already: `bröderna Berg`."""
    said = words.peoples if span.genitive else words.people
    constant = not cut.before and not cut.after
    return Edit(cut.start, cut.end, cut.before + said + cut.after, constant=constant, several=constant)


def _compound(text: str, cut: Cut, span: Span, words: Words) -> Edit:
    """`Lindqvist-rapporten` becomes `rapporten`; of `den lindqvistska modellen` the middle word goes."""
    if span.tail:
        return Edit(cut.start, cut.end, cut.before + span.tail + cut.after)
    following = re.match(r"\s([a-zåäö])", text[cut.end : cut.end + 2])
    if not following:
        return Edit(cut.start, cut.end, cut.before + words.person + cut.after)
    return Edit(cut.start, cut.end + len(following[0]), cut.before + cut.after + following[1])


def _title_before(text: str, start: int) -> re.Match[str] | None:
    """The title that stands straight before a name, which then says enough."""
    found = _TITLE.search(text[max(0, start - 60) : start])
    return found if found and fold(found["title"]) in _TITLES | _HONORIFICS else None


def _titled(cut: Cut, found: re.Match[str], *, genitive: bool) -> Edit:
    """`kommundirektör Anna` becomes `kommundirektören`, `styrelsens ordförande Anna` loses the name alone."""
    title, marks = found["title"], found["gap"].strip()
    said = title if found["owner"] else definite(title) or title
    said = said.upper() if title.isupper() else said
    ending = "s" if genitive and not said.endswith("s") else ""
    return Edit(
        cut.start - len(title + found["gap"]), cut.end, marks + cut.before + said + ending + cut.after
    )


def _with_role(text: str, start: int, end: int, person: HiddenPerson) -> tuple[int, int]:
    """The name with the role before it and the organisation after it, where they say what replaces them."""
    told = _told_before(person).search(text[max(0, start - 120) : start])
    start -= len(told[0]) if told else 0
    after = _MAY_TELL.match(text, end) and _told_after(person).match(text, end)
    if after:
        end = after.end()
        end += after[0][0] == "," and text[end : end + 2] in (", ", ",\n")
    return start, end


_MAY_TELL = re.compile(r",\s|\s*\(|\s(?:i|på|från|vid|hos)\s")
"""How all of it begins. A pattern of one's own takes a person a millisecond, and hardly any text needs it."""


@cache
def _told_before(person: HiddenPerson) -> re.Pattern[str]:
    """Role and organisation before a name: `Juristen Anna`, `Juristen i Norrvik, Anna`."""
    if not person.role:
        return re.compile(r"(?!)")
    role, form = re.escape(person.role), re.escape(definite(person.role) or person.role)
    where = rf"(?:\s+(?:{_AT})\s+{re.escape(person.organization)})?" if person.organization else ""
    return re.compile(rf"(?<!\w)(?:{form}{where},?|{role}{where})\s+$", re.IGNORECASE)


@cache
def _told_after(person: HiddenPerson) -> re.Pattern[str]:
    """Role and organisation as they stand after a name: `, jurist i Norrvik`, `(Norrvik)`, ` i Norrvik`."""
    role = re.escape(person.role) if person.role else r"(?!)"
    organization = _said_of(person.organization) if person.organization else r"(?!)"
    both = rf"{role}(?:,|\s+(?:{_AT}))\s+{organization}|{organization},\s+{role}"
    one = rf"{both}|{role}|{organization}"
    there = rf"\s(?:i|på|från|vid|hos)\s{organization}\b(?!\s+(?:{_AT}|[A-ZÅÄÖ])|-)"
    return re.compile(
        rf",\s+(?:{one})\b(?!\s+(?:{_AT})\s)|\s*\(\s*(?:{one})\s*\)|(?-i:{there})", re.IGNORECASE
    )


def _said_of(organization: str) -> str:
    """An organisation as it is written, or by its place alone: `Norrvik` for Norrviks kommun."""
    place = _PUBLIC.fullmatch(organization)
    return f"(?:{re.escape(organization)}|{re.escape(place[1])}s?)" if place else re.escape(organization)


_PUBLIC = re.compile(r"([^\W\d_]+?)s? (?:kommun|stad)", re.IGNORECASE)
