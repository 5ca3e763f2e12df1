"""What a verb beside a capitalised word says of it: whether people do it, or it is done to things."""

from functools import cache

from arkiv.data.contexts import SPEECH
from arkiv.unregistered.lexicon import group
from arkiv.unregistered.wordlist import is_simple


@cache
def is_deed(word: str) -> bool:
    """Whether it is a verb whose subject is nearly always a person."""
    return word in group("deeds")


@cache
def is_doing(word: str) -> bool:
    """Whether it is a verb that often has a person for its subject."""
    return word in group("deeds") or word in group("doings")


@cache
def is_act(word: str) -> bool:
    """Whether it is a verb, in the present or past tense: what a subject does."""
    return (
        word in SPEECH
        or word in group("deeds")
        or any(is_simple(infinitive) for infinitive in _infinitives(word))
    )


@cache
def is_passive(word: str) -> bool:
    """Whether it is what is done to things: `används`, `infördes`; not what is done to people."""
    root = word[:-1]
    active = (root, root + "r", root + "er")
    return len(word) > 5 and word.endswith("s") and not is_doing(word) and any(map(is_act, active))


def _infinitives(word: str) -> tuple[str, ...]:
    """What the infinitive would be if the word were a verb: `bilar` has one too, `ledamöter` has none."""
    if len(word) < 5:
        return ()
    if word.endswith("ar"):
        return (word[:-1],)
    if word.endswith("ade"):
        return (word[:-2],)
    return (word[:-2] + "a",) if word.endswith(("er", "te", "de")) else ()
