"""What forgetting somebody would change, tried out on a copy, and then done all at once."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from arkiv.attachments import Content, UnreadableAttachment, examine, file_type
from arkiv.building import Prepared, prepare, redactor_for
from arkiv.forgetting.rewriting import Change, Rewriter, changes
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.people import Individual, key, looks_like_name
from arkiv.policy.secrets import HiddenPerson, Secrets
from arkiv.problems import Refusal
from arkiv.redaction import Redactor
from arkiv.sources.frontmatter_file import MAX_BYTES
from arkiv.sources.settlements import FILE
from arkiv.unregistered import innocent_words

_UNREGISTERED = "unregistered-1"
"""Stands in reports for somebody who has no id."""


class Unknown(Exception):
    """Nobody has this id or name; the text does not repeat it."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """A plan: the new text of every file that changes, and what somebody has to do by hand.

    `named` are files whose own name tells the person, `holding` files that are no text and name them, and
    `unread` files in which nobody can look. All by their paths under docs/.
    """

    id: str
    docs_dir: Path
    texts: dict[str, str] = field(repr=False)
    changes: dict[str, tuple[Change, ...]] = field(repr=False)
    named: tuple[str, ...]
    holding: tuple[str, ...]
    unread: tuple[str, ...]

    @property
    def places(self) -> int:
        """How many places change."""
        return sum(map(len, self.changes.values()))

    def carry_out(self) -> None:
        """Write the files, each whole.

        Raises:
            Refusal: a file cannot be written; those before it in the order of paths are.
        """
        for path, text in self.texts.items():
            target = self.docs_dir / path
            fresh = target.with_name(f".{target.name}.tmp")
            try:
                fresh.write_bytes(text.encode("utf-8", "surrogateescape"))
                shutil.copymode(target, fresh)
                fresh.replace(target)
            except OSError as error:
                fresh.unlink(missing_ok=True)
                why = error.strerror or "an error of the file system"
                raise Refusal(
                    f"docs: cannot be written ({why}) - make it writable, and run it again"
                ) from None


def plan(prepared: Prepared, said: str) -> Erasure:
    """What forgetting the person with this id or name would change.

    Raises:
        Unknown: nobody is called so.
        Refusal: somebody else has the same name, or the archive could not be read afterwards.
    """
    person, word = _person(prepared, said), prepared.words("people.hidden.person")
    if {key(name) for name in person.names} == {key(word)}:
        raise Refusal("PERSON: has been forgotten already - nothing but the id is left")
    redactor = _redactor(prepared, person)
    rewriter = Rewriter(person, redactor, word, _known(prepared, person))
    before = dict(_sources(prepared.docs_dir))
    after = {path: rewriter.text(path, text) for path, text in before.items()}
    texts = {path: text for path, text in after.items() if text != before[path]}
    _try(prepared, person, texts, rewriter.word)
    named = tuple(path for path in _files(prepared.docs_dir) if redactor.holds(_words(path), {person.id}))
    holding, unread = _by_hand(prepared.docs_dir, redactor, person)
    changed = {path: changes(before[path], text) for path, text in texts.items()}
    if not (texts or named or holding):
        raise Unknown
    return Erasure(person.id, prepared.docs_dir, texts, changed, named, holding, unread)


def _person(prepared: Prepared, said: str) -> Individual:
    """The one person meant; two of one name cannot be told apart in a text."""
    people = prepared.people
    one = people.with_id(said) or next((one for one in people.individuals if one.id == said), None)
    found = (one,) if one else people.called(said)
    if not found:
        return _unregistered(said)
    names = {key(name) for name in found[0].names}
    alike = [one for one in people.individuals if names & {key(name) for name in one.names}]
    if len(alike) > 1:
        ids = ", ".join(one.id for one in alike)
        raise Refusal(f"PERSON: several people have this name ({ids}) - edit their files by hand")
    return found[0]


def _unregistered(said: str) -> Individual:
    """Somebody who stands in no list, but perhaps in a text.

    Raises:
        Unknown: this is no full name; a first name alone is many people's.
    """
    if not looks_like_name(said):
        raise Unknown
    return Individual(_UNREGISTERED, names=[" ".join(said.split())])


def _redactor(prepared: Prepared, person: Individual) -> Redactor:
    """What writes without the person, and lets everybody else's full name be."""
    others = [one for one in prepared.people.individuals if one is not person]
    shared = {contact for one in others for contact in one.contacts}
    contacts = tuple(contact for contact in person.contacts if contact not in shared)
    hidden = HiddenPerson(person.id, tuple(person.names), contacts, Disclosure.UNNAMED, None, None)
    named = tuple(name for one in others for name in one.names)
    innocent = innocent_words(prepared.archive) | {*prepared.settled.not_names}
    return redactor_for(Secrets((hidden,), named, tuple(sorted(innocent))), prepared.words)


def _known(prepared: Prepared, person: Individual) -> frozenset[str]:
    """The files that know the person: where a first name, or a name that is also a word, may be theirs."""
    archive = prepared.archive
    paths = {one.path for one in archive.pages} | {one.path for one in archive.events} | person.pages
    paths |= {one.path for one in archive.minutes if one.network in person.networks}
    return frozenset(paths | {one.path for one in archive.networks if one.id in person.networks})


def _files(docs_dir: Path) -> Iterator[str]:
    """Every file under docs/ but the history, which cannot be rewritten here."""
    found = (path.relative_to(docs_dir) for path in docs_dir.rglob("*") if path.is_file())
    yield from sorted(path.as_posix() for path in found if ".git" not in path.parts)


def _is_text(path: str) -> bool:
    """Whether it is what an editor writes and `arkiv` reads as text."""
    return path.endswith(".md") or path == FILE


def _sources(docs_dir: Path) -> Iterator[tuple[str, str]]:
    """The texts, byte for byte but for their encoding, which has been found good."""
    for path in filter(_is_text, _files(docs_dir)):
        yield path, (docs_dir / path).read_bytes().decode("utf-8", "surrogateescape")


def _words(path: str) -> str:
    return path.rpartition(".")[0].replace("-", " ").replace("_", " ")


def _by_hand(
    docs_dir: Path, redactor: Redactor, person: Individual
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Other files: those that name the person, and those in which nobody can look."""
    holding, unread = [], []
    for path in _files(docs_dir):
        if _is_text(path):
            continue
        content = _content(docs_dir / path)
        if content and redactor.holds(content.text, {person.id}):
            holding.append(path)
        elif content is None or not content.readable:
            unread.append(path)
    return tuple(holding), tuple(unread)


def _content(path: Path) -> Content | None:
    """What a file says; of a kind that is never published, its bytes as text."""
    try:
        if file_type(path.name):
            return examine(path)
        return Content(path.read_bytes()[:MAX_BYTES].decode("utf-8", "replace"), readable=True)
    except (OSError, UnreadableAttachment):
        return None


def _try(prepared: Prepared, person: Individual, texts: dict[str, str], word: str) -> None:
    """Write a copy and read it: what would break the archive, or leave the person in it, is not done.

    Raises:
        Refusal: it would.
    """
    with tempfile.TemporaryDirectory(prefix="arkiv-forget-") as folder:
        copy = Path(folder) / "docs"
        shutil.copytree(prepared.docs_dir, copy, symlinks=True)
        for path, text in texts.items():
            (copy / path).write_bytes(text.encode("utf-8", "surrogateescape"))
        people = prepare(prepared.settings, copy).people
    if any(people.called(name) for name in person.names):
        raise Refusal("PERSON: would still stand in the archive - edit their files by hand")
    # All who are forgotten have one name, so what is said of one of them would hold of every one.
    if any(one.exempt or one.protected for one in people.called(word)):
        what = "`always_named` or `protected` would stay and hold of all who are forgotten"
        raise Refusal(f"PERSON: {what} - remove it by hand")
