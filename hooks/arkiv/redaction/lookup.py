"""What one word alone tells: whether it is a form of hidden names, and how surely."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from arkiv.data.contexts import PERSON_THINGS, PLACE_ENDINGS
from arkiv.data.first_names import first_names
from arkiv.redaction.folding import fold, sound
from arkiv.redaction.lexicon import (
    COMPOUND_LENGTH,
    FUZZY_LENGTH,
    NEIGHBOUR_LENGTH,
    SHORT_COMPOUND_LENGTH,
    SOUND_LENGTH,
    Lexicon,
    Part,
)
from arkiv.redaction.scripts import foreign_keys, is_foreign, is_telling, latin_keys, name_keys
from arkiv.redaction.slips import is_slip, slips

_PLACE_ENDINGS = tuple(fold(ending) for ending in PLACE_ENDINGS)
_LONGEST_WORD = 60
_NOUN_LENGTH = 5
_THINGS = tuple(fold(thing) for thing in PERSON_THINGS)
_SEVERAL = (("soner", "son"), ("arna", ""), ("erna", ""), ("orna", "a"))
_CLOSED = re.compile(r"(?P<given>[^\W\d_]{2,}?)(?P<rest>[A-ZÅÄÖ][a-zåäö]{0,3})")
"""`LarsB`, `AnnaKar`: a first name and how the surname begins, in one word."""
_LED = re.compile(r"(?P<lead>[^\W\d_]{1,4}?)(?P<surname>[A-ZÅÄÖ][a-zåäö]+)")
"""`MEk`, `DeGeer`: an initial or a particle and the surname, in one word."""
_GLUED = re.compile(r"[A-ZÅÄÖ]?[a-zåäö]+(?:[A-ZÅÄÖ][a-zåäö]+)+")
_PIECE = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,}")
"""`kommunKarin`, `KarinTor`: cells or lines that were pasted with nothing between them."""
_SURNAMES_END = frozenset(
    "berg borg dahl fors gren holm kvist lind ling lund mark qvist stedt strand ström vall".split()
)
"""What is no noun grown onto a name but the end of another's: `Wallbergs`, where a Wall is hidden."""
_ADJECTIVES = ("ska", "ske", "skt", "sk")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that belongs to hidden names: the folded parts it is a form of.

    `tail` is the number of its last letters that are a noun grown onto a name; `adjective` tells a name
    that was made one (`lindqvistska`). An `account` is a user name made of the name's beginnings (`annlin`).
    `several` tells a plural.
    """

    parts: frozenset[str] = frozenset()
    sure: bool = True
    genitive: bool = False
    exact: bool = True
    tail: int = 0
    adjective: bool = False
    account: bool = False
    several: bool = False


@dataclass
class Lookup:
    """Answers for one lexicon; each word as written is worked out once."""

    book: Lexicon
    is_word: Callable[[str], bool]
    is_place: Callable[[str], bool]
    is_common: Callable[[str], bool]
    _memory: dict[str, Hit | None] = field(default_factory=dict)

    def of(self, read: str) -> Hit | None:
        """What a word, as written, is a form of; None for nothing."""
        if read not in self._memory:
            self._memory[read] = self._looked_up(fold(read), read, capital=not read[0].islower())
        return self._memory[read]

    def near(self, form: str, least: int = NEIGHBOUR_LENGTH) -> set[str]:
        """The parts of at least so many letters that sound like this form, or differ from it by one slip."""
        if not least <= len(form) <= _LONGEST_WORD:
            return set()
        candidates = {part for slip in slips(form) for part in self.book.slips.get(slip, ())}
        alike = {part for part in candidates if len(part) >= least and is_slip(part, form)}
        return alike | self._alike_by_sound(sound(form))

    def _alike_by_sound(self, heard: str) -> set[str]:
        """The parts that sound so; of long ones those too that differ from it by a slip beside that."""
        slipped = slips(heard) if len(heard) >= SOUND_LENGTH else {heard}
        candidates = {said for slip in slipped for said in self.book.sound_slips.get(slip, ())}
        alike = {said for said in candidates if is_slip(said, heard)} | {heard}
        return {part for said in alike for part in self.book.sounds.get(said, ())}

    def _looked_up(self, folded: str, read: str, *, capital: bool) -> Hit | None:
        exact = (
            self._exact(folded, read, capital=capital)
            or self._shortened(folded, read)
            or (self._transcribed(folded, read) if capital else None)
        )
        if exact or not SHORT_COMPOUND_LENGTH < len(folded) <= _LONGEST_WORD:
            return exact
        return (
            self._lost(folded)
            or self._similar(folded, read, capital=capital)
            or self._several(folded)
            or self._compound(folded, read)
            or (self._made_by(folded) if capital else None)
            or self._glued(read)
        )

    def _exact(self, folded: str, read: str, *, capital: bool) -> Hit | None:
        genitive = folded[:-1] if folded.endswith("s") and len(folded) > 2 else ""
        for form in filter(None, (folded, genitive)):
            part = self.book.parts.get(form)
            if part is not None:
                common = part.common or self._is_other_word(part, read, capital=capital)
                small = not capital and len(form) < 4
                return Hit(frozenset({form}), sure=not common and not small, genitive=form == genitive)
            if form in self.book.joined and not (self.is_word(read.casefold()) or self.is_place(read)):
                return Hit(genitive=form == genitive, exact=False)
        return None

    def _shortened(self, folded: str, read: str) -> Hit | None:
        """A first name with the beginning of its surname, or a user name that is no word."""
        closed = _CLOSED.fullmatch(read)
        if closed:
            given, rest = self.book.parts.get(fold(closed["given"])), fold(closed["rest"])
            if given and self._begins_a_name_of(given, rest):
                return Hit(frozenset({given.folded}), exact=False)
        led = _LED.fullmatch(read)
        if led and self._leads(fold(led["lead"]), fold(led["surname"])):
            return Hit(frozenset({fold(led["surname"])}), exact=False)
        parts = self.book.accounts.get(folded)
        if parts and not (self._is_swedish(read) or self.is_place(read) or read.casefold() in first_names()):
            return Hit(frozenset(parts), sure=False, exact=False, account=True)
        return None

    def _transcribed(self, folded: str, read: str) -> Hit | None:
        """A name that the roster has in another script; a short one, or one that is a word, needs company."""
        is_foreign_word = is_foreign(read)
        if not (is_foreign_word or self.book.spoken) or folded in self.book.named_parts:
            return None
        keys = (
            foreign_keys(read)
            if is_foreign_word
            else latin_keys(folded.removesuffix("s")) | latin_keys(folded)
        )
        table = self._heard if is_foreign_word else self.book.spoken
        told = {key: table[key] for key in keys if key in table}
        if not told:
            return None
        sure = any(map(is_telling, told)) and not self._is_swedish(read)
        return Hit(frozenset().union(*told.values()), sure=sure, exact=False)

    @cached_property
    def _heard(self) -> dict[str, set[str]]:
        """The words of all names by how they sound; made when a text has another script, as few have."""
        found: dict[str, set[str]] = defaultdict(set)
        for part in self.book.parts.values():
            for written in part.written:
                for key in name_keys(written):
                    found[key].add(part.folded)
        return found

    def _begins_a_name_of(self, given: Part, beginning: str) -> bool:
        """Whether another part of the name of somebody with this one begins so."""
        others = (part for person in given.people for part in self.book.parts_of[person])
        return any(part != given.folded and part.startswith(beginning) for part in others)

    def _leads(self, lead: str, surname: str) -> bool:
        """Whether this is an initial, or the particles, of somebody with that surname."""
        part = self.book.parts.get(surname)
        if part is None:
            return False
        if any(lead == "".join(particles) for particles in part.particles):
            return bool(lead)
        return len(lead) == 1 and any(lead in self.book.initials[person] for person in part.people)

    def _is_other_word(self, part: Part, read: str, *, capital: bool) -> bool:
        """Whether it is written as a word is and not as the name is: `par` for Pär, `Hakan` for Håkan."""
        lowered = read.casefold()
        if lowered in part.written or lowered.removesuffix("s") in part.written:
            return not capital and self.is_word(read)
        return self.is_word(lowered)

    def _lost(self, folded: str) -> Hit | None:
        """A word with lost letters."""
        if "\ufffd" not in folded or folded.count("\ufffd") * 2 > len(folded):
            return None
        forms = (folded, folded.removesuffix("s"))
        patterns = [re.compile(re.sub("\ufffd+", r"[^\\W\\d_]{1,3}", form)) for form in dict.fromkeys(forms)]
        parts = {part for part in self.book.parts if any(pattern.fullmatch(part) for pattern in patterns)}
        return Hit(frozenset(parts), exact=False) if parts else None

    def _similar(self, folded: str, read: str, *, capital: bool) -> Hit | None:
        """A misspelling; the exact form of a named person's name is none, nor is a word."""
        if folded in self.book.named_parts or folded.removesuffix("s") in self.book.named_parts:
            return None
        least = FUZZY_LENGTH if capital else COMPOUND_LENGTH
        for form in dict.fromkeys((folded, folded.removesuffix("s"))):
            parts = {part for part in self.near(form, least) if not self.book.parts[part].common}
            if parts and self._is_slip_of(form, read, parts):
                return Hit(frozenset(parts), genitive=form != folded, exact=False)
        return None

    def _is_slip_of(self, form: str, read: str, parts: set[str]) -> bool:
        """Not so a word; but a compound that only could be one, as `Sjökvist`, is a name first."""
        if self.is_place(read):
            return False
        heard = any(sound(part) == sound(form) for part in parts)
        if self._is_swedish(read):
            return heard and not read[0].islower() and not self.is_common(read)
        known = self.is_word(read.capitalize()) or self.is_word(read.removesuffix("s").capitalize())
        # A name that nearly is a hidden first name may be another's, or a slip: `Ingegärd` for Ingegerd.
        return heard or not known or any(self.book.parts[part].given for part in parts)

    def _is_swedish(self, read: str) -> bool:
        lowered = read.casefold()
        return self.is_word(lowered) or (lowered.endswith("s") and self.is_word(lowered[:-1]))

    def _glued(self, read: str) -> Hit | None:
        """Words that were pasted into one, of which one is a name."""
        pieces = map(fold, _PIECE.findall(read)) if _GLUED.fullmatch(read) and not self.is_word(read) else ()
        found = frozenset(piece for piece in pieces if self._is_telling(piece))
        return Hit(found, exact=False) if found else None

    def _several(self, folded: str) -> Hit | None:
        """People of one surname: `Lindqvistarna`, `Anderssönerna`."""
        for ending, one in _SEVERAL:
            part = folded.removesuffix("s").removesuffix(ending) + one
            if folded.removesuffix("s").endswith(ending) and self._is_telling(part):
                return Hit(frozenset({part}), genitive=folded[-1] == "s", exact=False, several=True)
        return None

    def _is_telling(self, part: str) -> bool:
        return part in self.book.parts and not self.book.parts[part].common

    def _made_by(self, folded: str) -> Hit | None:
        """What somebody made whose name is also a word: `Bergmodellen`."""
        for thing in _THINGS:
            head = folded.removesuffix(thing)
            for part in (head, head.removesuffix("s")):
                if part in self.book.parts and head != folded:
                    return Hit(frozenset({part}), sure=False, exact=False, tail=len(thing))
        return None

    def _compound(self, folded: str, read: str) -> Hit | None:
        """A name with a noun grown onto it; streets and the like that were named after others stay."""
        if folded.endswith(_PLACE_ENDINGS) or folded in self.book.named_parts or self.is_place(read):
            return None
        for length in range(min(self.book.longest, len(folded) - 2), SHORT_COMPOUND_LENGTH - 1, -1):
            if folded[:length] in self.book.beginnings and (found := self._grown(folded, read, length)):
                return found
        return None

    def _grown(self, folded: str, read: str, length: int) -> Hit | None:
        if self.is_word(read.casefold()):
            return None
        parts = frozenset({folded[:length]})
        rest = read[length:].casefold()
        if rest in _ADJECTIVES:
            return Hit(parts, exact=False, adjective=True) if length > SHORT_COMPOUND_LENGTH else None
        if read[0].isupper() and rest.removesuffix("s") in _SURNAMES_END:
            return Hit(parts, exact=False) if length >= COMPOUND_LENGTH else None
        for noun in (rest, rest.removeprefix("s")):
            if len(noun) >= _NOUN_LENGTH and self.is_word(noun):
                return Hit(parts, exact=False, tail=len(noun))
        # With a capital the dictionary knows places and the like, but also lets any surname begin a compound.
        return Hit(parts, exact=False) if length >= COMPOUND_LENGTH and not self.is_word(read) else None
