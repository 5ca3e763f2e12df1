"""People named in full in running text, found without a model: capitals, first names, endings, context.

Whoever attended is known already; the others become `mentioned`, so that they are hidden with the rest. What
may be a person or not is taken in and marked as uncertain: hiding too much beats showing too much.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from arkiv.importers import lexicon
from arkiv.model import Person, Place

# Latin, Greek and Cyrillic capitals: `re` has no class for them.
_CAPITAL = f"[{''.join(letter for letter in map(chr, range(0x530)) if letter.isupper())}]"
_NAME = rf"{_CAPITAL}[^\W\d_]*(?:['’-](?:{_CAPITAL})?[^\W\d_]+)*"
_INITIAL = rf"{_CAPITAL}\."
_JOINT = r"(?:[ \t\u00a0]+|[ \t]*\n[ \t]*)"
_PARTICLE = rf"(?:{'|'.join(sorted(lexicon.PARTICLES))})"
_RUN = re.compile(
    rf"(?<![\w@./-]){_NAME}(?:{_JOINT}(?:{_INITIAL}{_JOINT})?(?:{_PARTICLE}{_JOINT}){{0,2}}{_NAME})+(?![\w@])"
)
_BEFORE = re.compile(r"([\w.-]+)[ \t\n]+$")
_SENTENCE_END = re.compile(
    r"(?:^|[.!?:;]['\"”)]?|^\s*(?:[-*+•–]|\d+[.)]|\|)|\n\s*[-*+|]|[\"”«(]|\n\s*\n|:\*\*)[ \t\n>*_]*$"
)
_AFTER_VERB = re.compile(
    r"[ \t\n]+(?:har|hade|ska|skall|kommer|kan|ville|vill|är|var|blir|blev|får|fick|går|gick|tar|tog|ger|gav|"
    r"håller|höll|lämnar|lämnade|säger|sade|sa|tycker|anser|menar|ansåg|undrar|frågar|leder|ledde|hälsar|hälsade|deltar|deltog|"
    r"[a-zåäö]{3,}(?:erar|erade|erades|eras|nar|nade|lar|lade|gar|gade|dar|dade|sar|sade|rar|rade|kar|"
    r"kade|tar|tade|jer|jde|ser|ter|der|ler|ner|"
    r"ar|ade|er|te|de|tar|ses))\b"
)
_AFTER_ORGANIZATION = re.compile(
    rf"[ \t]*[,(][ \t\n]*(?P<organization>(?:{_CAPITAL}[\w:&-]*)"
    rf"(?:[ ](?:{_CAPITAL}[\w:&-]*|kommun|stad|och(?=[ ]{_CAPITAL})))*)(?=[\s,.;:)]|$)"
)
_AFTER_ROLE = re.compile(
    rf"[ \t]*[,(][ \t\n]*(?P<role>[a-zåäö][\w-]*(?:[ ][a-zåäö][\w-]*){{0,3}}?)"
    rf"(?:(?:,|[ ](?:på|vid|i|för|från|hos))?[ ]"
    rf"(?P<organization>{_CAPITAL}[\w:-]*(?:[ ](?:{_CAPITAL}[\w-]*|kommun|stad))*))?(?=[,.;:)]|[ ]|$)"
)
_PLACE_PREPOSITIONS = frozenset({"i", "på"})
_MARKUP = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|\\(?=[^\w\s])|`")
_REACH = 120
"""Characters before and after a name that tell about it."""

_LIST = re.compile(r"\s*(?:[-*+|>]|\d+[.)])\s")
_SHORT_LINE = 5
"""Words. A line with as many may be cut in the middle of a name; shorter ones are lists."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person found in running text; `certain` is False where it may be another thing's name."""

    person: Person
    certain: bool


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of running text and its number in the source; a heading stands `alone`."""

    number: int
    text: str
    alone: bool = False


def mentions(lines: Sequence[TextLine], file: str, known: Iterable[str]) -> tuple[Mention, ...]:
    """The people named in full in these lines who are none of the `known`, each once, where first named."""
    taken = [_key(name) for name in known]
    found: dict[tuple[str, ...], Mention] = {}
    bearers: dict[str, list[tuple[str, ...]]] = {}  # by first name, so that time grows with the text only
    for mention in (mention for passage in _passages(lines) for mention in _in_passage(passage, file)):
        key = _key(mention.person.name)
        namesakes = bearers.setdefault(key[0], [])
        if any(_same(key, other) for other in taken):
            continue
        earlier = next((other for other in namesakes if _same(key, other)), None)
        if earlier is None:
            namesakes.append(key)
        found[earlier or key] = _fuller(found[earlier], mention) if earlier else mention
    return tuple(found.values())


def _key(name: str) -> tuple[str, ...]:
    return tuple(name.casefold().replace("’", "'").split())


def _same(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same name, or a shorter form of it (Anna Ek for Anna Maria Ek), with or without a genitive's s."""
    short, long = sorted((key, other), key=len)
    ends = {long[-1], long[-1] + "s", long[-1].removesuffix("s")}
    return short[0] == long[0] and short[-1] in ends and set(short[1:-1]) <= set(long)


def _fuller(one: Mention, two: Mention) -> Mention:
    """The first mention, with what the second adds."""
    person = Person(
        one.person.name,
        one.person.ref,
        one.person.place,
        organization=one.person.organization or two.person.organization,
        role=one.person.role or two.person.role,
    )
    return Mention(person, one.certain or two.certain)


def _passages(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Paragraphs; a short line ends one, since what follows is another row of a list."""
    passage: list[TextLine] = []
    for line in lines:
        row = _MARKUP.sub("", line.text).replace("\u00ad", "")
        if passage and (line.alone or line.number != passage[-1].number + 1 or _LIST.match(row)):
            yield passage
            passage = []
        passage.append(TextLine(line.number, row.rstrip()))
        if line.alone or len(row.split()) < _SHORT_LINE:
            yield passage
            passage = []
    if passage:
        yield passage


def _in_passage(passage: list[TextLine], file: str) -> Iterator[Mention]:
    text = "\n".join(line.text for line in passage)
    for match in _RUN.finditer(text):
        if found := _judged(match, text):
            name, context, certain = found
            line = passage[text.count("\n", 0, match.start() + match[0].index(name[0]))].number
            who = " ".join(_without_genitive(name, context))
            role = context.title or context.role
            place = Place(file, line)
            yield Mention(
                Person(who, f"line-{line}", place, organization=context.organization, role=role), certain
            )


def _judged(match: re.Match[str], text: str) -> "tuple[list[str], _Context, bool] | None":
    """The words of a run that are a name, their context, and whether it is certain; else None."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    opens = bool(_SENTENCE_END.search(before))
    words, title = _trimmed(match[0].split(), opens=opens)
    if len(words) < 2 or lexicon.is_place(" ".join(words)) or not _may_be_name(words):
        return None
    context = _Context(before, text[match.end() : match.end() + _REACH], title)
    score = _score(words, context, opens=opens and len(words) == len(match[0].split()))
    return (words, context, score > 0) if score >= 0 else None


def _trimmed(words: list[str], *, opens: bool) -> tuple[list[str], str | None]:
    """Take off capitalised words before a name: the start of a sentence, a title, an organisation."""
    title = None
    while len(words) > 1 and not _is_given(words[0]) and not _is_all_capitals(words):
        if not (
            lexicon.is_ordinary(words[0]) or lexicon.is_acronym(words[0]) or _is_place_before_name(words)
        ):
            break
        title = words[0] if lexicon.is_role(words[0]) else None
        words = words[1:]
    starts = (
        opens and len(words) > 2 and not lexicon.is_first_name(words[0]) and lexicon.is_first_name(words[1])
    )
    words = words[1:] if starts else words
    return _cut(words), title


def _is_given(word: str) -> bool:
    return lexicon.is_first_name(word) and not word.isupper()


def _is_all_capitals(words: list[str]) -> bool:
    """A name in capitals, which is no row of abbreviations: it begins with a first name."""
    return lexicon.is_first_name(words[0]) and all(word.isupper() and len(word) > 1 for word in words)


def _is_place_before_name(words: list[str]) -> bool:
    return lexicon.is_place(words[0]) and len(words) > 2 and lexicon.is_first_name(words[1])


def _cut(words: list[str]) -> list[str]:
    """Stop where an abbreviation or an institution begins: "Anna Ek SKR"."""
    end = next((n for n, word in enumerate(words) if n and lexicon.is_acronym(word)), len(words))
    if not words[0].isupper():
        words = words[:end]
    while words and words[-1].casefold() in lexicon.PARTICLES:
        words = words[:-1]
    return words


def _may_be_name(words: list[str]) -> bool:
    given = _is_given(words[0]) or _is_all_capitals(words)
    if any(lexicon.is_institution(word) for word in words[1:] if not given or not word.isupper()):
        return False
    if given:
        return not (lexicon.is_place(words[0]) and lexicon.is_ordinary(words[-1]))
    capitalised = [word for word in words if word[0].isupper()]
    return not any(
        lexicon.is_ordinary(word) or lexicon.is_place(word) or lexicon.is_acronym(word)
        for word in capitalised
    )


class _Context:
    """What stands around a run: the word before it, a verb, role or organisation after it."""

    def __init__(self, before: str, after: str, title: str | None) -> None:
        previous = _BEFORE.search(before)
        self.previous = previous[1] if previous else ""
        self.title = title or (self.previous if lexicon.is_role(self.previous) else None)
        role = _AFTER_ROLE.match(after)
        said = role if role and lexicon.is_role(role["role"]) else None
        organization = None if said else _AFTER_ORGANIZATION.match(after)
        self.role = said["role"] if said else None
        self.organization = _organization(
            said["organization"] if said else organization and organization["organization"]
        )
        self.verb = bool(_AFTER_VERB.match(after))
        self.noun = bool(re.match(r"[ \t\n]+[a-zåäö]", after)) and not self.verb

    @property
    def speaks(self) -> bool:
        """Whether the surroundings are a person's."""
        return bool(self.title or self.role or self.organization or self.verb)


def _organization(text: str | None) -> str | None:
    """An organisation, unless the words are another person's name in a list of people."""
    if not text or (
        len(text.split()) > 1 and lexicon.is_first_name(text.split()[0]) and not lexicon.is_place(text)
    ):
        return None
    return None if lexicon.is_first_name(text) and not lexicon.is_place(text) else text


def _score(words: list[str], context: _Context, *, opens: bool) -> int:
    """Above 0: a person. 0: in doubt. Below: something else."""
    if lexicon.is_first_name(words[0]):
        return 2
    if any(word in lexicon.PARTICLES for word in words):
        return 1
    shape = int(lexicon.has_surname_ending(words[-1]))
    doubt = 2 * (context.previous in _PLACE_PREPOSITIONS) + opens
    return shape + int(context.speaks) - doubt


def _without_genitive(words: list[str], context: _Context) -> list[str]:
    """Of "Eva Exempels förslag", Eva Exempel. Hiding the shorter form hides the longer one too."""
    last = words[-1]
    if context.noun and re.search(r"[^sxzuaoi]s$", last) and not last.endswith("es"):
        return [*words[:-1], last[:-1]]
    return words
