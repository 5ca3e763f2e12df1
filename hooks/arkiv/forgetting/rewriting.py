"""One source file without one person: the constant word for their name, and no way to reach them."""

import re
from collections.abc import Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from arkiv.forgetting.rows import PRIVATE, SEAT, rows
from arkiv.policy.people import Individual
from arkiv.redaction import Redactor

_FRONTMATTER = re.compile(r"\A\ufeff?---\r?\n.*?^---\r?$\n?", re.DOTALL | re.MULTILINE)
_VALUE = r"(?:\[[^\]\n]*\]|\"[^\"\n]*\"|'[^'\n]*'|[^,}\n]*)"
_FILE = re.compile(rf"(?<![\w-])file:\s*{_VALUE}")
_BRACES = re.compile(r"\{[^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class Change:
    """Lines of a file, counted from 1, before and after; the texts may hold the name."""

    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Writes files without one person; `known` are the files that know them (their ids to the redactor)."""

    person: Individual
    redactor: Redactor
    word: str
    known: Set[str]

    @property
    def private(self) -> frozenset[str]:
        """The fields that go."""
        return PRIVATE | SEAT if self.person.protected else PRIVATE

    def text(self, path: str, text: str) -> str:
        """The whole file. A file's name in `file:` stays, since the file itself does."""
        who = {self.person.id} if path in self.known else frozenset[str]()
        found = _FRONTMATTER.match(text)
        matter, body = (found[0], text[found.end() :]) if found else ("", text)
        lines = matter.splitlines(keepends=True)
        private = {at for row in rows(lines, self._names, self.private) for at in row}
        kept = (self._line(line, who) for at, line in enumerate(lines) if at not in private)
        return "".join(kept) + self._body(path, body, who)

    def _body(self, path: str, body: str, who: Set[str]) -> str:
        if path.endswith(".md"):
            return self.redactor.text(body, who)
        return "".join(self._line(line, who) for line in body.splitlines(keepends=True))

    def _line(self, line: str, who: Set[str]) -> str:
        """A line of YAML."""
        kept = _FILE.findall(line)
        bare = _BRACES.sub(lambda row: self._row(row[0]), _FILE.sub("\x00", line))
        for name in sorted(self.person.names, key=len, reverse=True):
            bare = _whole(name).sub(self.word, bare)
        bare = self.redactor.text(bare, who)
        for said in kept:
            bare = bare.replace("\x00", said, 1)
        return bare

    def _row(self, row: str) -> str:
        """A row in braces, without what it says of the person alone; the name stays."""
        if not self._names(row):
            return row
        said = rf"(?:{'|'.join(sorted(self.private))}):\s*{_VALUE}"
        row = re.sub(rf",\s*{said}(?=[,}}])", "", row)
        return re.sub(rf"(?<={{){said},\s*", "", row)

    def _names(self, line: str) -> bool:
        return any(_whole(name).search(line) for name in self.person.names)


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def changes(before: str, after: str) -> tuple[Change, ...]:
    """The lines that differ."""
    ours, theirs = before.splitlines(), after.splitlines()
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return tuple(
        Change(start + 1, "\n".join(ours[start:end]), "\n".join(theirs[first:last]))
        for code, start, end, first, last in codes
        if code != "equal"
    )
