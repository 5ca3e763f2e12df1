"""One build from sources to an audited folder, as a table of contents of the whole program.

source -> model -> policy -> redaction -> projection -> pages, search -> audit. Rendering pages to HTML is
handed in, so that nothing here knows which engine does it.
"""

import tempfile
from collections.abc import Callable, Mapping, Set
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from arkiv.audit import NO_DIGESTS, Finding, Judge, inspect, report
from arkiv.data.ambiguity import is_ambiguous, is_mostly_name
from arkiv.data.dictionary import is_word
from arkiv.data.foreign_words import foreign_words
from arkiv.data.places import is_place
from arkiv.exports import Export, Publisher, feeds
from arkiv.fingerprint import digest, fingerprint, program
from arkiv.memory import Memory, Recall
from arkiv.model import Archive, Audience, Place
from arkiv.pages import TITLES, GeneratedPage, ThemeContext, Words, load_words, pages, theme_context
from arkiv.policy.hiding import Hiding, hiding
from arkiv.policy.levels import Level
from arkiv.policy.people import People
from arkiv.policy.rule import Row, Rule, rule
from arkiv.policy.secrets import Secrets
from arkiv.problems import ArchiveError, Problem, Refusal, raise_errors
from arkiv.projection import AssetDesk, Projection, project
from arkiv.projection.vocabulary import hidden_words, vocabulary
from arkiv.public import Build, PublicArchive
from arkiv.redaction import Redactor
from arkiv.search.labels import labels
from arkiv.search.records import records
from arkiv.search.service import index
from arkiv.search.shards import Shard, index_shards
from arkiv.settings import Settings
from arkiv.settling import Learnt, learnt, masks, remembering, settled_mentions
from arkiv.sources.archive import read_archive
from arkiv.sources.settlements import Settlements, read_settlements
from arkiv.statement import with_statement
from arkiv.timing import Say, timed
from arkiv.unregistered import Suspicion, innocent_words, survey, unsettled
from arkiv.workers import beside

SEARCH_FOLDER = "pagefind"


@dataclass(frozen=True)
class Prepared:
    """The sources read and found good, before any audience or level. `digest` covers all a build rests on."""

    settings: Settings
    docs_dir: Path
    archive: Archive
    rule: Rule
    people: People
    settled: Settlements
    words: Words
    warnings: tuple[Problem, ...]
    digest: str
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)
    projected: dict[str, Projection] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def learnt(self) -> Learnt:
        """What the texts teach; read when something is built: raising the level must not wait for it."""
        foreign = foreign_words(self.settings.language)
        return learnt(self.archive, self.people, self.words.ordinary, foreign, self.memory)

    @cached_property
    def suspicions(self) -> tuple[Suspicion, ...]:
        """Person-like names that are in no roster and not settled."""
        lessons, names = self.learnt.lessons, [one.names for one in self.people.individuals]
        on = (repr(names), repr(self.settled), repr(sorted(self.learnt.innocent)))
        recall = remembering(lessons, self.memory, "survey", *on)
        return survey(self.archive, self.people, self.settled, lessons, self.words.ordinary, recall)


@dataclass(frozen=True, slots=True)
class View:
    """One build before it is rendered: what may be shown, and what must not be seen in it."""

    archive: PublicArchive
    pages: tuple[GeneratedPage, ...]
    context: ThemeContext
    exports: tuple[Export, ...]
    secrets: Secrets
    docs_dir: Path
    config_file: Path
    language: str
    warnings: tuple[Problem, ...]
    memory: Memory = field(default_factory=Memory, repr=False)

    @property
    def audit_key(self) -> str:
        """A digest of all that the audit goes by."""
        return digest(program(), repr(self.secrets))

    @property
    def bodies(self) -> Recall:
        """The pages' bodies as they were converted before."""
        site = f"{self.archive.build.audience}-{self.archive.build.level}"
        return self.memory.recall(f"bodies-{site}", self.config_file.read_text("utf-8"))


Render = Callable[[View, Path], tuple[str, ...]]
"""Renders a view into a folder that does not exist yet; returns the engine's warnings."""

Keep = Callable[[str, str, Path, Callable[[], None]], None]
"""Takes a kind, a key, a folder and what fills it: fills it, perhaps with what this key gave before."""


class AuditFailed(Refusal):
    """A built site holds what it must not; `findings` says where, never what."""

    def __init__(self, findings: tuple[Finding, ...], docs_dir: Path | None = None) -> None:
        self.findings = findings
        lines = [*report(findings, docs_dir), "the audit stopped the build - nothing was published"]
        super().__init__("\n".join(lines))


def prepare(settings: Settings, docs_dir: Path, memory: Memory | None = None) -> Prepared:
    """Read everything and check it; `memory` is what earlier builds have found out.

    Raises:
        ArchiveError: something is wrong in the sources or the rule; all of it is told.
    """
    memory = memory or Memory()
    digest = fingerprint(settings.config_file, docs_dir)
    reading = read_archive(docs_dir, memory.recall("sources"))
    found = rule(
        settings.levels, Row(settings.default_visibility, settings.default_place), reading.archive.networks
    )
    words = load_words(settings.language)
    archive = with_statement(reading.archive, settings.accessibility, words)
    settled, unsettled = _settlements(archive, docs_dir)
    people = People(archive, settled_mentions(settled))
    warnings = raise_errors((*reading.problems, *found.problems(), *unsettled, *people.problems()))
    prepared = Prepared(
        settings=settings,
        docs_dir=docs_dir,
        archive=archive,
        rule=found,
        people=people,
        settled=settled,
        words=words,
        warnings=warnings,
        digest=digest,
        memory=memory,
    )
    ensure_unchanged(prepared)
    return prepared


def _settlements(archive: Archive, docs_dir: Path) -> tuple[Settlements, tuple[Problem, ...]]:
    members = (member.person.id for network in archive.networks for member in network.members)
    return read_settlements(docs_dir, {network.id for network in archive.networks}, {*filter(None, members)})


def ensure_unchanged(prepared: Prepared) -> None:
    """Refuse sources that have changed since they were read: a site must be of one piece.

    Raises:
        ArchiveError: they have changed.
    """
    if fingerprint(prepared.settings.config_file, prepared.docs_dir) != prepared.digest:
        place = Place(prepared.docs_dir.name)
        raise ArchiveError(
            (Problem(place, "docs", "has changed while it was read", "run the command again"),)
        )


def secrets(prepared: Prepared, audience: Audience, level: str) -> Secrets:
    """Who must not be seen in one build."""
    return _with_innocent(hiding(prepared.people, prepared.rule, audience, level).secrets, prepared)


def _with_innocent(hidden: Secrets, prepared: Prepared) -> Secrets:
    """The secrets with what both redaction and audit must not take for a misspelt name."""
    innocent = innocent_words(prepared.archive) | {*prepared.settled.not_names}
    return replace(hidden, innocent=tuple(sorted(innocent)))


def view(prepared: Prepared, audience: Audience, level: Level) -> View:
    """What one build shows, as pages.

    Raises:
        ArchiveError: an attachment cannot be read.
    """
    hidden = hiding(prepared.people, prepared.rule, audience, level.id)
    kept = _with_innocent(hidden.secrets, prepared)
    build = Build(audience, level.id, level.label, level.meaning, restricted=_is_restricted(prepared, level))
    made = _projected(prepared, hidden, kept, build)
    publisher = Publisher(prepared.settings.site_name, prepared.settings.site_url)
    return View(
        archive=made.archive,
        pages=pages(made.archive, prepared.words),
        context=replace(
            theme_context(made.archive, prepared.words, seal=prepared.digest[:16]),
            portal=tuple(asdict(one) for one in prepared.settings.portal),
        ),
        exports=feeds(made.archive, publisher, prepared.words),
        secrets=kept,
        docs_dir=prepared.docs_dir,
        config_file=prepared.settings.config_file,
        language=prepared.settings.language,
        warnings=(*prepared.warnings, *made.warnings, *unsettled(prepared.suspicions)),
        memory=prepared.memory,
    )


def _projected(prepared: Prepared, hidden: Hiding, kept: Secrets, build: Build) -> Projection:
    """The projection for one build. Two that show all networks alike differ in the level's name only."""
    rulings = (prepared.rule.decide(one.id, build.audience, build.level) for one in prepared.archive.networks)
    key = digest(build.audience, repr([ruling.disclosure for ruling in rulings]), repr(kept))
    if key not in prepared.projected:
        prepared.projected.clear()  # one at a time: a large archive's takes a hundred megabytes
        known = vocabulary(prepared.words, TITLES)
        site, memory = f"{build.audience}-{build.level}", prepared.memory
        recall = memory.recall(f"redaction-{site}", repr(kept), repr(hidden_words(prepared.words)))
        redactor = redactor_for(kept, prepared.words, recall)
        masked = masks(prepared.learnt, prepared.settled, kept, known.hidden, memory, site)
        desk = AssetDesk(prepared.docs_dir, redactor, Judge(kept))
        prepared.projected[key] = project(
            prepared.archive, prepared.rule, hidden, build, redactor, known, desk, masked
        )
    made = prepared.projected[key]
    return replace(made, archive=replace(made.archive, build=build))


def redactor_for(hidden: Secrets, words: Words, recall: Recall | None = None) -> Redactor:
    """What writes without the hidden names of one build; `recall` is what it has made of texts before."""
    said = hidden_words(words)
    return Redactor(
        hidden, is_common=_is_common, is_word=is_word, is_place=is_place, words=said, recall=recall
    )


def _is_common(form: str) -> bool:
    """What redaction takes for a word and no name; the audit takes more, lest it cry wolf."""
    return is_ambiguous(form) and not is_mostly_name(form)


def _is_restricted(prepared: Prepared, level: Level) -> bool:
    """Any level past the laxest one."""
    return prepared.settings.levels.rank(level.id) > 0


def build_site(seen: View, folder: Path, render: Render, say: Say) -> tuple[str, ...]:
    """`make_site` and `audit_site` in one; nothing is published."""
    warnings = make_site(seen, folder, render, say)
    audit_site(seen, folder, say)
    return warnings


def make_site(
    seen: View, folder: Path, render: Render, say: Say, keep: Keep | None = None
) -> tuple[str, ...]:
    """Render and index one view into `folder`, one beside the other; returns the engine's warnings.

    Raises:
        SearchError: the index could not be made.
    """

    def indexed(target: Path) -> None:
        index_shards(records(seen.archive, labels(seen.context.words)), target, shard)

    def shard(part: Shard, target: Path) -> None:
        key = digest(program(), part.key(seen.language))
        make = partial(index, part.records, target, language=seen.language)
        keep("shard", key, target, make) if keep else make()

    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".search-", dir=folder.parent) as scratch:
        made = Path(scratch, SEARCH_FOLDER)
        with (
            timed(say, f"site     {len(seen.pages)} pages"),
            beside(lambda: indexed(made)),
        ):
            warnings = render(seen, folder)
        made.rename(folder / SEARCH_FOLDER)
    return warnings


def audit_site(
    seen: View, folder: Path, say: Say, known: Set[str] = frozenset(), digests: Mapping[str, str] = NO_DIGESTS
) -> Set[str]:
    """Audit what was made of a view, but for what is known to be clean by its digest; returns what is now.

    Raises:
        AuditFailed: a hidden name, or an unreadable file, is in it.
    """
    with timed(say, f"audit    {len(seen.secrets.hidden)} hidden people"):
        made = inspect(folder, seen.secrets, known, digests)
    if made.findings:
        raise AuditFailed(made.findings, seen.docs_dir)
    return made.clean
