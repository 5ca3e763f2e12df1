"""Whether what follows a name is something its bearer owns: `Mats förslag`, and not `Mats föreslår`.

A name that ends in s, x or z has no genitive of its own. So that no reader can tell such a name from another,
every name is a genitive where something owned follows and nowhere else, whatever it ends in.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from arkiv.data.contexts import (
    FUNCTION_WORDS,
    GIVING,
    IRREGULAR,
    NUMBERS,
    OWNED_THOUGH,
    PLACE_BEFORE,
    SPEECH,
)
from arkiv.data.first_names import first_names
from arkiv.redaction.context import Context
from arkiv.redaction.folding import fold

_NEVER = FUNCTION_WORDS | SPEECH | IRREGULAR
"""With their diacritics: `stöd` is owned, and `stod` is not."""
_GIVING = frozenset(map(fold, GIVING))
_GAP = re.compile(r"(?:[ \t\u00a0]\n?|\n)[ \t>]{0,4}(?:\d[\d:,.]{0,5} )?[\"”“»*_]{0,3}")
_ASIDE = re.compile(r"\s\([^()\n]{1,80}\)")
"""`Anna Eks (Norrvik) förslag`."""
_JOINT = re.compile(r"(?:/|\s(?:och|samt)\s)(?=[A-ZÅÄÖ][a-zåäö]+s\s)")
_GROWN = re.compile(r"[-‑][a-zåäö]")
_HYPHENED = re.compile(r"(?:[-‑][a-zåäö]+)*[-‑](?P<noun>[a-zåäö]+)")
"""`Anna Eks to-do-lista`: the last part tells."""
_THANKS = re.compile(r"tack(?!\w)(?! (?:för|så)\b|[,!?]|\s*$)")
"""`Annas tack till alla` is hers, and `Anna tack för hjälpen` is said to her."""
_THING = re.compile(r"(?<![^\W\d_])(?P<noun>[^\W\d_]{2,}et) (?:är|var|blir|blev) $")
"""`Utkastet är Annas`, and not `Ombudet är Jonas`."""
_PAPERS = frozenset({"pm", "cv"})
"""What somebody has that is written in capitals: `Hannas PM`."""
_PERSONAL = ("biträdet", "ombudet", "rådet", "vittnet", "namnet")
_LEADING = frozenset(map(fold, _NEVER | PLACE_BEFORE))
_ADJECTIVES = 2
_SHORTEST = 3
_VERBAL = ("ar", "er", "te", "de", "s")
"""How verbs end that no dictionary has; other words it lacks are names of things: `Annas powerpoint`."""


@dataclass(slots=True)
class Owning:
    """Asks a dictionary; each word is worked out once."""

    is_word: Callable[[str], bool]
    _memory: dict[str, str] = field(default_factory=dict)

    def owns(self, context: Context, run: Sequence[int], end: int) -> bool:
        """Whether a noun, with adjectives or not, follows straight.

        Args:
            context: the text.
            run: the numbers of the words of the name.
            end: where the name ends, its apostrophe and s included.
        """
        before = context.words[run[0] - 1].folded if run[0] > 0 else ""
        if before in _GIVING:
            return False
        read = context.skeleton.read
        if _is_said_of_thing(read, context.words[run[0]].start, end) or _THANKS.match(read, end + 1):
            return True
        aside = _ASIDE.match(read, end)
        end = aside.end() if aside else end
        following = range(run[-1] + 1, min(run[-1] + 9 + _ADJECTIVES, len(context.words)))
        for after in [one for one in following if context.words[one].start >= end][: 1 + _ADJECTIVES]:
            if not _GAP.fullmatch(read[end : context.words[after].start]):
                return False
            kind = self._kind(context, after, led=before in _LEADING)
            if kind != "adjective":
                return kind == "noun"
            end = context.words[after].end
        return False

    def shares(self, context: Context, last: int, end: int) -> bool:
        """Whether somebody else's genitive and what they own together follow: `Lindas och Vrenas utkast`."""
        joint, other = _JOINT.match(context.skeleton.read, end), last + 1
        if joint is None:
            return False
        other += joint[0].strip() in ("och", "samt")
        name = context.read(other)
        is_name = name.casefold()[:-1] in first_names() or not self.is_word(name.casefold()[:-1])
        if not is_name or context.is_place(name[:-1]) or context.before_place_word(other):
            return False
        return self.owns(context, [other], context.words[other].end)

    def _kind(self, context: Context, at: int, *, led: bool) -> str:
        """A noun, an adjective or neither; after a verb or a preposition (`led`) `reviderade` is no verb."""
        word = context.words[at]
        read = context.read(at)
        if len(read) > 2 and read.isupper() and _is_shouted(context.read(at - 1)):
            read = read.casefold()
        elif word.capital and _GROWN.match(context.skeleton.read, word.end):
            return "noun"
        elif word.capital:
            shouted = len(read) > 1 and read.isupper()
            return "noun" if shouted and read.casefold() in _PAPERS else ""
        if led and read.endswith("ade") and read not in _NEVER:
            return "adjective"
        if hyphened := _HYPHENED.match(context.skeleton.read, word.end):
            read = hyphened["noun"]
        if read not in self._memory:
            self._memory[read] = self._worked_out(read)
        return self._memory[read]

    def _worked_out(self, read: str) -> str:
        if read in _NEVER or (len(read) < _SHORTEST and not _is_abbreviation(read)):
            return ""
        if read.endswith(OWNED_THOUGH) or (not self._is_verb(read) and self._is_noun(read)):
            return "noun"
        if not self.is_word(read) and not read.endswith(_VERBAL):
            return "noun"
        is_definite = read[-1] in "ae" and self.is_word(read) and not self._is_verb(read)
        is_owner = read[-1] == "s" and self._is_noun(read[:-1])
        return "adjective" if is_definite or is_owner or read in NUMBERS else ""

    def _is_verb(self, read: str) -> bool:
        """By its other forms: `läser` has `läsa` and `läste`, `rapporter` nothing of the kind."""
        stem, ending = read[:-2], read[-2:]
        if ending == "ar":
            return self._has(stem, "ade")
        if ending == "er":
            return self._has(stem, "a") and self._has(stem, "te", "de", "it", "t")
        if ending in ("te", "de"):
            is_most = read.endswith("ste") and not self._has(stem, "er", "a")
            return not is_most and not (self._has(read, "n") and self._has(read, "t"))
        if read[-1] == "a":
            return self._has(read[:-1], "ade", "te", "de", "er") and not self._is_noun(read)
        return read[-1] == "s" and not self._is_noun(read)

    def _is_noun(self, read: str) -> bool:
        """By its definite form; a definite noun has none, and is never owned."""
        if read[-1] in "aeiouyåäöé":
            return self._has(read, "n", "t", "et")
        return (
            _is_abbreviation(read)
            or self._has(read, "en", "et", "n")
            or (read[-2:] in ("ar", "er", "or", "en") and self._has(read, "na", "a"))
            or self._is_definite_otherwise(read)
        )

    def _is_definite_otherwise(self, read: str) -> bool:
        """`rum` has `rummen`, `mönster` `mönstret`, `nummer` `numret`, `jubileum` `jubileet`."""
        endings = {"m": ("men",), "er": ("ret",), "el": ("let",), "mer": ("ret",), "um": ("et",)}
        return any(
            self._has(read if ending == "m" else read[: -len(ending)], *definite)
            for ending, definite in endings.items()
            if read.endswith(ending)
        )

    def _has(self, stem: str, *endings: str) -> bool:
        return any(self.is_word(stem + ending) for ending in endings)


def _is_said_of_thing(read: str, start: int, end: int) -> bool:
    """Whether it ends a sentence that says whose a thing is."""
    thing = _THING.search(read[max(0, start - 40) : start])
    if thing is None or thing["noun"].casefold().endswith(_PERSONAL):
        return False
    return bool(re.match(r"[.!?,;]|\s*$", read[end : end + 2]))


def _is_shouted(read: str) -> bool:
    """Whether a word is in capitals: `STORMS FÖRSLAG`."""
    return len(read) > 2 and read.isupper()


def _is_abbreviation(read: str) -> bool:
    """Whether it has no vowel: `Annas pm`. One letter begins something else, as in `Mats m.fl.`."""
    return len(read) > 1 and read.isalpha() and not any(letter in "aeiouyåäöé" for letter in read)
