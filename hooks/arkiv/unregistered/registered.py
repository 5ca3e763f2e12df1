"""Which words of a text redaction hides for a roster: what detection need not find. For measuring only."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from arkiv.data.ambiguity import is_ambiguous, is_mostly_name
from arkiv.data.dictionary import is_word
from arkiv.data.places import is_place
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.secrets import HiddenPerson, Secrets
from arkiv.redaction import Redactor

_TOKEN = re.compile(r"\w+|\W")


def hider(names: Iterable[str]) -> Redactor:
    """A redactor for people whose names are their ids."""
    people = tuple(
        HiddenPerson(name, (name,), (), Disclosure.UNNAMED, None, None) for name in dict.fromkeys(names)
    )
    return Redactor(Secrets(people, ()), is_common=_is_common, is_word=is_word, is_place=is_place)


def hidden(redactor: Redactor, text: str, roster: Iterable[str]) -> list[tuple[int, int]]:
    """The places of what redaction takes out of a text whose page knows the people of the roster."""
    shown = redactor.text(text, frozenset(roster))
    if shown == text:
        return []
    found = [*_TOKEN.finditer(text)]
    old, new = [match[0] for match in found], _TOKEN.findall(shown)
    edits = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        found[at].span()
        for kind, start, end, _, _ in edits
        if kind in ("replace", "delete")
        for at in range(start, end)
        if found[at][0].strip()
    ]


def _is_common(form: str) -> bool:
    return is_ambiguous(form) and not is_mostly_name(form)
