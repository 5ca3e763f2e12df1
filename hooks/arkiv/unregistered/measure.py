"""How well detection does, on texts in which every mention of a person is marked `[[like this]]`.

    python -m arkiv.unregistered.measure FOLDER

A text's first line is its roster (`Närvarande: A; B`), the rest its body. Runs: with the rosters, as an
archive has them, where redaction hides the registered people first and each doubtful name costs a
decision; without any roster, which is what a stranger's notes are like; and both
with every name replaced by one that nobody bears.
"""

import argparse
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import astuple, dataclass
from itertools import chain
from pathlib import Path

from arkiv.redaction.skeleton import textual
from arkiv.unregistered.detector import Detector
from arkiv.unregistered.finds import Find
from arkiv.unregistered.inventing import invented
from arkiv.unregistered.learning import learn
from arkiv.unregistered.people import Names, names_of
from arkiv.unregistered.registered import hidden, hider

_MARK = re.compile(r"\[\[(.*?)\]\]", re.S)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Sample:
    """A text, the people its roster has, and where people are mentioned in it."""

    id: str
    roster: tuple[str, ...]
    text: str
    mentions: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts: mentions, those touched; other words, those that survive; finds, those that are right."""

    mentions: int = 0
    touched: int = 0
    words: int = 0
    surviving: int = 0
    finds: int = 0
    right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over samples.

    `decisions` are the groups that an editor must look at, `idle` those of them that are no person;
    `certain` the groups that are surely a person's and need no decision, `wrong` those that are not.
    """

    documents: int
    tally: Tally
    decisions: int
    idle: int
    certain: int
    wrong: int
    seconds: float
    characters: int

    @property
    def recall(self) -> float:
        """The part of the mentions that is touched."""
        return self.tally.touched / self.tally.mentions if self.tally.mentions else 1.0

    @property
    def precision(self) -> float:
        """The part of the finds that touches a mention."""
        return self.tally.right / self.tally.finds if self.tally.finds else 1.0

    @property
    def survival(self) -> float:
        """The part of the words that are no names and stay."""
        return self.tally.surviving / self.tally.words if self.tally.words else 1.0

    def __str__(self) -> str:
        """One line of figures."""
        return (
            f"recall {self.recall:.3f} of {self.tally.mentions} mentions, precision {self.precision:.3f}, "
            f"{self.survival:.2%} of {self.tally.words} other words survive, "
            f"{self.decisions / max(self.documents, 1):.2f} decisions a document "
            f"({self.idle} of {self.decisions} idle), "
            f"{self.certain} people beyond doubt ({self.wrong} wrong), "
            f"{self.characters / 1e6 / max(self.seconds, 1e-9):.1f} MB/s"
        )


def samples(folder: Path, *, invent: bool = False) -> tuple[Sample, ...]:
    """The marked texts (*.txt) of a folder, by name; with `invent`, their names are ones nobody bears."""
    texts = [(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))]
    return tuple(sample(stem, invented(text) if invent else text) for stem, text in texts)


def sample(stem: str, marked: str) -> Sample:
    """A marked text taken apart."""
    head, _, body = marked.partition("\n")
    roster = tuple(name.strip() for name in head.partition(":")[2].split(";") if name.strip())
    mentions: list[tuple[int, int]] = []
    text, at = "", 0
    for match in _MARK.finditer(body):
        text += body[at : match.start()]
        mentions.append((len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return Sample(stem, roster, text + body[at:], tuple(mentions))


def measured(chosen: Sequence[Sample], *, rosters: bool) -> Score:
    """Detection over the samples as over one archive.

    Args:
        chosen: the samples.
        rosters: whether the people in the samples' rosters are registered.
    """
    known = [name for one in chosen for name in one.roster] if rosters else []
    start = time.perf_counter()
    detector = Detector(known, lessons=learn([one.text for one in chosen], known))
    found = [detector.find(one.text, one.roster if rosters else None) for one in chosen]
    seconds = time.perf_counter() - start
    pairs = [*zip(chosen, found, strict=True)]
    redactor = hider(known)
    tally = sum(
        (
            _tally(one, finds, hidden(redactor, one.text, one.roster) if rosters else ())
            for one, finds in pairs
        ),
        Tally(),
    )
    right = {find.group for one, finds in pairs for find in finds if _touches(find, one)}
    characters = sum(len(one.text) for one in chosen)
    return Score(len(chosen), tally, *_asked(chain(*found), right), seconds, characters)


def _asked(finds: Iterable[Find], right: Set[str]) -> tuple[int, int, int, int]:
    """How many groups are doubtful, how many of them are no person, and the same of those beyond doubt."""
    certain: dict[str, bool] = {}
    for find in finds:
        certain[find.group] = find.certain or certain.get(find.group, False)
    sure = {group for group, is_certain in certain.items() if is_certain}
    doubtful = certain.keys() - sure
    return len(doubtful), len(doubtful - right), len(sure), len(sure - right)


def _tally(one: Sample, finds: Sequence[Find], gone: Iterable[tuple[int, int]]) -> Tally:
    taken = [*gone, *((find.start, find.end) for find in finds)]
    touched = sum(any(first < end and last > start for first, last in taken) for start, end in one.mentions)
    words = [word for word in _WORD.finditer(one.text) if not _inside(word.start(), one.mentions)]
    lost = sum(_inside(word.start(), [(find.start, find.end) for find in finds]) for word in words)
    right = sum(_touches(find, one) for find in finds)
    return Tally(len(one.mentions), touched, len(words), len(words) - lost, len(finds), right)


def _inside(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _touches(find: Find, one: Sample) -> bool:
    return any(find.start < end and find.end > start for start, end in one.mentions)


def unmarked(texts: Iterable[str], names: Sequence[str], innocent: Iterable[str] = ()) -> Score:
    """Detection over real texts with their rosters left out, and the rosters' names as what should be found.

    A mention is any capitalised word that is a word of a registered name, so a name that is also a word
    counts against recall where it is a word. Decisions are those of a survey that does know the rosters.

    Args:
        texts: passages.
        names: the registered people.
        innocent: organisations.
    """
    read = [textual(text).read for text in texts]
    registered, organizations = names_of(names), tuple(innocent)
    marked = [Sample("", (), text, tuple(_bearing(text, registered))) for text in read]
    start = time.perf_counter()
    detector = Detector((), lessons=learn(read, (), organizations), innocent=organizations)
    found = [detector.find(text) for text in read]
    seconds = time.perf_counter() - start
    tally = sum((_tally(one, finds, ()) for one, finds in zip(marked, found, strict=True)), Tally())
    asking = Detector(names, lessons=learn(read, names, organizations), innocent=organizations)
    asked = [find for text in read for find in asking.find(text)]
    decisions, _, certain, _ = _asked(asked, frozenset())
    return Score(len(read), tally, decisions, 0, certain, 0, seconds, sum(map(len, read)))


def _bearing(text: str, registered: Names) -> Iterator[tuple[int, int]]:
    for word in re.finditer(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*", text):
        if word[0][0].isupper() and registered.bearers((word[0].casefold(),)):
            yield word.span()


def figures(folder: Path) -> tuple[str, ...]:
    """The lines that tell how detection does on a folder of marked texts."""
    chosen, strange = samples(folder), samples(folder, invent=True)
    return (
        f"{folder.name}: {len(chosen)} documents",
        f"  with rosters     {measured(chosen, rosters=True)}",
        f"  without rosters  {measured(chosen, rosters=False)}",
        f"  with rosters, invented names     {measured(strange, rosters=True)}",
        f"  without rosters, invented names  {measured(strange, rosters=False)}",
    )


def main(argv: Sequence[str]) -> int:
    """Print the figures of folders of marked texts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, help="folders of marked texts")
    for folder in parser.parse_args(argv).folders:
        print("\n".join(figures(folder)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
