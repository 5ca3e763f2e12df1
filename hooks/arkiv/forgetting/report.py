"""What forgetting somebody would do, in lines; the passages only where names may be shown (promise 7)."""

from collections.abc import Iterator

from arkiv.forgetting.erasure import Erasure
from arkiv.forgetting.rewriting import Change

LIMITS = (
    "The history of the repository, backups and copies keep what they have; sites that are built do until "
    "`./arkiv build --all`.",
    "Role, organisation, 'han' and 'hon' stay. Where they tell who it is, edit them by hand.",
    "Names in another spelling than the archive knows, and those inside pictures, are not found.",
    "A first name alone is taken for theirs. Read the change (`git diff`) before you keep it.",
)
"""What it cannot do (contract, promise 8)."""


def report(found: Erasure, *, names: bool) -> str:
    """Every place, what is left to do by hand, and what cannot be done at all."""
    lines = [*_places(found, names=names), *_by_hand(found, names=names)]
    return "\n".join((*lines, *(f"note: {limit}" for limit in LIMITS)))


def question(found: Erasure) -> str:
    """What is asked before it is done."""
    return f"Replace {found.id} in {found.places} places in {len(found.texts)} files?"


def _places(found: Erasure, *, names: bool) -> Iterator[str]:
    for path, changed in found.changes.items():
        for change in changed:
            yield f"{_told(path, found, names=names)}:{change.line}: stands here"
            if names:
                yield from _lines(change)


def _lines(change: Change) -> Iterator[str]:
    for mark, text in (("-", change.before), ("+", change.after)):
        for line in text.splitlines():
            yield f"    {mark} {''.join(one if one.isprintable() else ' ' for one in line)}"


def _by_hand(found: Erasure, *, names: bool) -> Iterator[str]:
    for path in found.named:
        yield f"{_told(path, found, names=names)}: file: its name tells the person - rename it by hand"
    for path in found.holding:
        yield f"{_told(path, found, names=names)}: file: names the person - replace or remove it by hand"
    if found.unread:
        yield f"{len(found.unread)} files cannot be searched - look at them: {', '.join(found.unread)}"


def _told(path: str, found: Erasure, *, names: bool) -> str:
    """A path, but not one that tells the name where names are not to be shown."""
    return "(a file named after the person)" if path in found.named and not names else path
