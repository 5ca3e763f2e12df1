"""Numbers that lead to a person: mobile and identity numbers, and any beside a hidden name."""

import re
from collections.abc import Callable, Iterator, Mapping, Set

from arkiv.data.contexts import PHONE_WORDS
from arkiv.redaction.lexicon import NUMBER_LENGTH
from arkiv.redaction.skeleton import Skeleton, textual, verbatim

_NUMBER = re.compile(r"(?<![\w.])\(?\+?\d[\d\s()/.\-‑–]{4,200}\d(?!\w)")
_TRUNK = r"(?<![\w.])(?:(?:\+|00)46[\s-]?(?:\(0\)[\s-]?)?|0)"
_MOBILE = re.compile(rf"{_TRUNK}7[02369](?:[\s\-‑–/.]{{0,2}}\d){{7}}(?!\w)")
"""A Swedish mobile number, which is a person's (the national numbering plan, PTS)."""
_LANDLINE = re.compile(
    rf"{_TRUNK}[1-9]\d{{0,2}}[\s\-‑–/]{{1,3}}\d(?:\s?\d){{4,7}}(?!\w)"
    r"|(?:(?<=ankn )|(?<=ankn\. )|(?<=anknytning ))\d{3,5}(?!\w)"
)
_IDENTITY = re.compile(
    r"(?<![\w.])(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])\s?[-+‑–]\s?\d{4}(?![\w-])"
)
"""A personal identity number, or a coordination number, whose day is 60 more (Folkbokföringslagen, 18 §)."""
_SIX_DIGITS = re.compile(r"\d{6}")
_PREFIX = re.compile(r"(?:\+|\(?00)?\s?(?:46)?\s?\(?0?\)?[\s\-‑–/.]?$")
_LAST = re.compile(r"\s*(?P<said>\S+)\s*$")
_WORDS = frozenset(PHONE_WORDS)
_MARKS = ".,;:(/–-"
_WHOSE = re.compile(r"\s?\((?P<said>[^()\n]{2,60})\)")
_REACH = 120
_TAIL = re.compile(r"(?:\S+[ \t]+)?\S+$")


def phones(
    text: str,
    hidden: Mapping[int, Set[str]],
    holds_name: Callable[[Skeleton], bool],
    *,
    mobiles: bool,
) -> Iterator[tuple[int, int]]:
    """Where numbers stand that must not be shown.

    Args:
        text: the text.
        hidden: the numbers of hidden people, without prefixes, by how many digits they have.
        holds_name: whether a text holds a hidden name.
        mobiles: whether mobile and personal identity numbers of anybody are hidden.
    """
    if hidden:
        yield from _registered(text, hidden)
    if mobiles and "7" in text:
        yield from _placed(text, _MOBILE)
    if mobiles and _SIX_DIGITS.search(text):
        yield from _placed(text, _IDENTITY)
    if "0" in text or "ankn" in text:
        yield from _beside_names(text, holds_name)


def _placed(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    seen = verbatim(text)
    return (seen.source(match.start(), match.end()) for match in pattern.finditer(seen.read))


def _registered(text: str, hidden: Mapping[int, Set[str]]) -> Iterator[tuple[int, int]]:
    seen = verbatim(text)
    for match in _NUMBER.finditer(seen.read):
        for start, end in _known(match[0], hidden):
            yield seen.source(match.start() + start, match.start() + end)


def _known(said: str, hidden: Mapping[int, Set[str]]) -> Iterator[tuple[int, int]]:
    """Where hidden numbers stand among digits, their prefixes included."""
    places = [at for at, character in enumerate(said) if character.isdigit()]
    letters = "".join(said[at] for at in places)
    done = -1
    for at in range(len(letters) - NUMBER_LENGTH + 1):
        length = next((n for n, known in hidden.items() if letters[at : at + n] in known), 0)
        if length and at > done:
            done = at + length - 1
            prefix = _PREFIX.search(said[: places[at]])
            yield (prefix.start() if prefix else places[at]), places[done] + 1


def _beside_names(text: str, holds_name: Callable[[Skeleton], bool]) -> Iterator[tuple[int, int]]:
    """Numbers that follow a hidden name, or that it follows in parentheses."""
    seen = verbatim(text)
    for match in _LANDLINE.finditer(seen.read):
        line = seen.read[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2]
        tail = _TAIL.search(_without_contacts(line))
        whose = _WHOSE.match(seen.read, match.end())
        near = [found for found in (tail and tail[0], whose and whose["said"]) if found]
        if any(holds_name(textual(one)) for one in near):
            yield seen.source(match.start(), match.end())


def _without_contacts(line: str) -> str:
    """A line without what may stand between a name and its number: `Karin Alm, tel. 031-...`."""
    while (last := _LAST.search(line)) and _is_contact(last["said"].strip(_MARKS)):
        line = line[: last.start()]
    return line.rstrip(_MARKS + " \t")


def _is_contact(said: str) -> bool:
    return not said or "@" in said or said.casefold() in _WORDS
