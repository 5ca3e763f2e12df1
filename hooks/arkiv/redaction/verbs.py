"""Which words after a name are what somebody does."""

import re

from arkiv.data.contexts import ENGLISH_VERBS, IRREGULAR, NO_VERBS, PASSIVES, SPEECH, STATES, VERB_PREFIXES
from arkiv.data.dictionary import is_word
from arkiv.redaction.folding import fold

_SPEECH = frozenset(map(fold, SPEECH | PASSIVES | STATES | ENGLISH_VERBS))
_NO_VERBS = frozenset(map(fold, NO_VERBS))
_VERB = re.compile(r"[a-zåäö]{2,}(?:[aå]r|er|te|de)")
_TENSES = ("ade", "ar", "de", "er", "te")


def is_verb(said: str) -> bool:
    """Whether a small word is, or has the ending of, a verb that may follow a person."""
    if said in IRREGULAR or fold(said) in _SPEECH or _is_prefixed(said):
        return True
    return fold(said) not in _NO_VERBS and bool(_VERB.fullmatch(said))


def is_sure_verb(said: str) -> bool:
    """Whether a word that `is_verb` takes for one is no noun in the plural: `bokar`, not `ändringar`."""
    if said in IRREGULAR or fold(said) in _SPEECH or _is_prefixed(said):
        return True
    return any(said.endswith(end) and is_word(said.removesuffix(end) + "a") for end in _TENSES)


def _is_prefixed(said: str) -> bool:
    """Whether it is an irregular verb with something before it: `anslöt`, `avvek`."""
    return any(said.startswith(prefix) and said.removeprefix(prefix) in IRREGULAR for prefix in VERB_PREFIXES)
