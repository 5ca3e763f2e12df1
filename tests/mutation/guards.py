"""Which guard stops a rule of the redaction that is off: a golden case, the audit, or neither.

No test of the suite, since it takes several minutes: `./arkiv test tests/mutation/guards.py -s`
prints the table.
With `ARKIV_GUARDS=6` it takes every sixth rule only.
The golden texts, as they come out with the rule off, are pages of a site, which the audit reads with the same
names. A page which it would stop anyway says nothing of the rule.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from markdown import Markdown

from arkiv.audit import audit
from arkiv.audit.folding import fold, words
from arkiv.policy.secrets import Secrets
from arkiv.redaction import Redactor
from tests.mutation.redaction import every_case, modules
from tests.mutation.rules import Rule, in_code
from tests.mutation.switching import off
from tests.mutation.tables import in_tables
from tests.unit.redaction.rosters import Case, redactor

SHORTEST = 3
"""Letters of a part of a name that is looked for to tell a leak from other wording."""

EVERY = int(os.environ.get("ARKIV_GUARDS", "1"))
RULES = [rule for module in modules() for rule in (*in_code(module), *in_tables(module))][::EVERY]
CASES = every_case()
Said = tuple[int, str]
"""The number of a case, and what became of it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: the first golden case that tells, whether a name shows then, whether the audit stops it."""

    rule: str
    case: str
    shows: bool
    stopped: bool

    @property
    def guards(self) -> str:
        """Who stops it."""
        told = [name for name, is_so in (("golden", self.case), ("audit", self.stopped)) if is_so]
        return " and ".join(told) or "none"


def row(rule: Rule) -> Row:
    """What becomes of the golden texts with a rule off."""
    try:
        with off(rule):
            changed = list(_changed())
    except Exception as error:  # noqa: BLE001 - a build that breaks publishes nothing
        return Row(rule.name, f"breaks: {type(error).__name__}", shows=False, stopped=False)
    first = CASES[changed[0][0]].id if changed else ""
    shows = any(_shown(CASES[at], said) > _shown(CASES[at], CASES[at].after) for at, said in changed)
    return Row(rule.name, first, shows, bool(stopped(changed) - _stopped_anyway()))


def _changed() -> Iterator[Said]:
    redactors: dict[Secrets, Redactor] = {}
    for at, case in enumerate(CASES):
        if case.secrets not in redactors:
            redactors[case.secrets] = redactor(case.secrets)
        said = case.outcome(redactors[case.secrets])
        if said != case.after:
            yield at, said


def _shown(case: Case, said: str) -> int:
    """How often parts of hidden names stand in a text, in other words or alone."""
    folded = fold(said).lower()
    parts = {part for person in case.secrets.hidden for name in person.names for part in words(name)}
    return sum(folded.count(part) for part in parts if len(part) >= SHORTEST)


def stopped(said: Iterable[Said]) -> set[int]:
    """The cases whose pages the audit stops."""
    sites: dict[Secrets, list[Said]] = defaultdict(list)
    for at, text in said:
        sites[CASES[at].secrets].append((at, text))
    return {at for secrets, pages in sites.items() for at in _found(secrets, pages)}


def _found(secrets: Secrets, pages: list[Said]) -> Iterator[int]:
    with TemporaryDirectory() as folder:
        for at, text in pages:
            body = Markdown(extensions=["tables", "footnotes", "attr_list"]).convert(text)
            Path(folder, f"{at}.html").write_text(
                f"<!doctype html>\n<html><body>{body}</body></html>", "utf-8"
            )
        yield from (int(Path(finding.file).stem) for finding in audit(Path(folder), secrets))


@cache
def _stopped_anyway() -> set[int]:
    return stopped((at, case.after) for at, case in enumerate(CASES))


def rows() -> Iterator[Row]:
    """The rows of all rules, by two processes, in the rules' order."""
    with get_context("fork").Pool(2) as pool:
        yield from pool.imap(_numbered, range(len(RULES)), chunksize=4)


def _numbered(number: int) -> Row:
    return row(RULES[number])


def test_every_rule_is_stopped_by_a_guard_and_the_table_tells_which() -> None:
    anyway = _stopped_anyway()  # before the processes part
    made = list(rows())
    for one in made:
        print(
            f"{one.guards:<17} {'name shows' if one.shows else '-':<11} {one.rule} ({one.case or 'nothing'})"
        )
    print(f"\n{len(made)} rules off, one at a time, on {len(CASES)} golden texts")
    print(
        f"{len(anyway)} texts the audit stops with every rule on: {[CASES[at].id for at in sorted(anyway)]}"
    )
    for shows in (True, False):
        some = Counter(one.guards for one in made if one.shows is shows)
        print(f"{'a name shows' if shows else 'other wording'}: {dict(sorted(some.items()))}")
    assert not [one.rule for one in made if one.shows and one.guards == "none"]
