"""The decisions of `./arkiv switch`: what is done at once, what is built first, and what is asked.

The order is the point. First every audience is made at least as strict as was asked for, which waits for
nothing; only then is anything built. Exit status 0 means that the level asked for is live for every
audience.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TypeVar

from arkiv.model import Audience
from arkiv.policy.levels import Level, Levels
from arkiv.problems import ArchiveError
from arkiv.variants.deployment import Deployment
from arkiv.variants.errors import DeploymentError
from arkiv.variants.layout import Variant
from arkiv.variants.live import Live, State
from arkiv.variants.publishing import Published

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Work:
    """What a switch needs done by others. Each may raise anything; that never stops what must not wait.

    Attributes:
        fresh: whether a variant was made from today's sources, rule and versions.
        audit: whether a site folder holds no name that is hidden today from this audience at this level id.
        build: builds, audits and stages; takes `Deployment.building` itself. Called under no lock.
        confirm: asks a person; True for `--yes`.
        say: tells a person, one line at a time.
    """

    fresh: Callable[[Variant], bool]
    audit: Callable[[Path, Audience, str], bool]
    build: Callable[[Audience, Level], Variant]
    confirm: Callable[[str], bool]
    say: Callable[[str], None]


class Move(Enum):
    """What a switch is for one audience."""

    RAISE = "raise"
    SETTLE = "settle"  # the level is current, or nothing is live: build what is stale, then publish
    LOWER = "lower"
    OPEN = "open"  # the holding page is up: whatever is shown instead is more
    DOUBT = "doubt"  # nobody knows what is live: close, and go on as for lowering
    REFUSE = "refuse"

    @property
    def asks(self) -> bool:
        """Whether a person must agree before anything is published."""
        return self in {Move.LOWER, Move.OPEN, Move.DOUBT}


def move(live: Live, level: Level, levels: Levels) -> Move:
    """What taking an audience from what is live to a level is. Total and pure."""
    if live.state is State.FOREIGN or levels.rank(level.id) < levels.rank(levels.lowest.id):
        return Move.REFUSE
    if live.state is State.NOTHING:
        return Move.SETTLE
    if live.state is State.DOUBTFUL:
        return Move.DOUBT
    if live.closed:
        return Move.OPEN
    difference = levels.rank(level.id) - live.rank(levels)
    return Move.RAISE if difference > 0 else Move.LOWER if difference < 0 else Move.SETTLE


def switch(deployment: Deployment, audiences: Sequence[Audience], level: Level, work: Work) -> int:
    """Make a level current for these audiences; returns the exit status.

    What is live never gets laxer but by an answer to `confirm`, and stays where anything fails, except that
    an audience that must be stricter is closed where there is no good site to show.
    """
    return _Switch(deployment, level, work).run(audiences)


def rehearse(deployment: Deployment, audiences: Sequence[Audience], level: Level, work: Work) -> int:
    """Do all that `switch` does but changing what is live; returns the exit status that it would have had.

    What is stale is built and staged, candidates are audited, and nobody is asked.
    """
    return _Rehearsal(deployment, level, work).run(audiences)


@dataclass(frozen=True, slots=True)
class _Course:
    """One audience on its way: `live` is what was put up, or left, when it was made safe."""

    audience: Audience
    move: Move
    live: Live


class _Switch:
    def __init__(self, deployment: Deployment, level: Level, work: Work) -> None:
        self.deployment, self.level, self.work = deployment, level, work
        self._proven: list[Variant] = []
        """What was found to be of today's sources, and as its audit saw it, while this switch ran."""

    def run(self, audiences: Sequence[Audience]) -> int:
        courses = [self._secured(audience) for audience in audiences]
        going = [course for course in courses if course.move is not Move.REFUSE]
        ready = {course.audience: self._ready(course) for course in going}
        asking = [course for course in going if course.move.asks]
        lowers = not asking or self._agreed(asking, ready)
        for course in going:
            variant = ready[course.audience]
            # Without an agreement nothing changes but what becomes stricter.
            if variant and (lowers or course.move is Move.RAISE):
                self._publish(course, variant)
        return 0 if all(self._reached(course.audience) for course in courses) else 1

    def _secured(self, audience: Audience) -> _Course:
        """Make an audience at least as strict as was asked for, waiting for nothing."""
        live = self.deployment.live(audience)
        step = move(live, self.level, self.deployment.levels)
        if step is Move.REFUSE:
            fault = live.fault or "the level is below the lowest that may be live"
            self.work.say(f"{audience}: {fault} - {live.remedy or 'choose a stricter one'}")
        elif step is Move.RAISE:
            self._raise(live)
        elif step is Move.OPEN and self._is_stricter(live):
            self._close(audience)  # that level holds from now on, whatever is answered
        elif step is Move.DOUBT:
            self.work.say(f"{self.deployment.layout.link(audience)}: {live.fault} - closing it")
            self._close(audience)
        return _Course(audience, step, self.deployment.live(audience))

    def _is_stricter(self, live: Live) -> bool:
        levels = self.deployment.levels
        return levels.rank(self.level.id) > live.rank(levels)

    def _raise(self, live: Live) -> None:
        for variant in self._tried(lambda: self.deployment.at_least(live.audience, self.level)) or ():
            fresh = self._is_fresh(variant)
            if (fresh or self._passes(variant)) and self._put(variant, live):
                self._proven += [variant] if fresh else []
                return
        self.work.say(
            f"{live.audience}: no staged site can be shown at this level - showing the holding page"
        )
        self._close(live.audience)

    def _is_fresh(self, variant: Variant) -> bool:
        return bool(self._tried(lambda: self.work.fresh(variant)))

    def _passes(self, variant: Variant) -> bool:
        """Whether a staged site that is not of today's sources may be shown today, however old it is.

        Where today's names cannot be read, because the content is broken, the audit cannot be made, and
        what it would have found is not known. That the site passed one when it was made says nothing of a
        person who has become protected, or been entered as a member, since. So it is not shown. (Where its
        sources are those of today, byte for byte, the audit it passed is today's.)
        """
        return bool(self._tried(lambda: self._audited(variant)))

    def _audited(self, variant: Variant) -> bool:
        audience, level = variant.manifest.audience, variant.manifest.level
        with self.deployment.using(variant) as site:
            passed = level is not None and self.work.audit(site, audience, level)
        if not passed:
            self.work.say(
                f"{audience}: {variant.name} did not pass the audit with today's names - trying the next"
            )
        return passed

    def _ready(self, course: _Course) -> Variant | None:
        """A site of exactly this level, made from what is there today; None if that fails."""
        staged = (v for v in self.deployment.staged(course.audience) if v.manifest.level == self.level.id)
        newest = next(staged, None)
        if newest in self._proven or (newest and self._is_fresh(newest) and self.deployment.verify(newest)):
            return newest
        built = self._tried(lambda: self.work.build(course.audience, self.level))
        if built is None:
            self.work.say(f"{course.audience}: {self._left(course)}")
        return built

    def _left(self, course: _Course) -> str:
        now = course.live
        if now.state is State.SITE and now.level == self.level.id:
            return "could not be built again, so an older site of this level is live - mend it, then build"
        shown = {State.SITE: "what was live is live still", State.HOLDING: "the holding page stays"}
        left = shown.get(now.state, "nothing is live")
        return f"could not be built, so {left} - mend it, then run switch again"

    def _agreed(self, asking: Sequence[_Course], ready: dict[Audience, Variant | None]) -> bool:
        if not all(ready[course.audience] for course in asking):
            self.work.say("nothing was lowered - mend it, then run switch again")
            return False
        who = ", ".join(f"{course.audience} ({self._shown(course.live)})" for course in asking)
        return self.work.confirm(f"Show more than now, {self.level.label}, to: {who}?")

    def _shown(self, live: Live) -> str:
        known = live.level is not None and live.level in self.deployment.levels
        label = self.deployment.levels.get(live.level or "").label if known else "at a level nobody knows"
        return f"closed, {label}" if live.closed else f"now {label}"

    def _publish(self, course: _Course, variant: Variant) -> None:
        if course.live.variant != variant:
            self._put(variant, course.live)

    def _put(self, variant: Variant, instead_of: Live) -> bool:
        outcome = self._tried(lambda: self.deployment.publish(variant, instead_of=instead_of))
        if isinstance(outcome, Published):
            self._told(outcome, f"{variant.name} is live")
            return True
        if outcome is not None:
            self.work.say(str(outcome))
        return False

    def _close(self, audience: Audience) -> None:
        outcome = self._tried(lambda: self.deployment.close(audience, self.level))
        if outcome:
            self._told(outcome, "the holding page is live")

    def _told(self, outcome: Published, what: str) -> None:
        self.work.say(f"{outcome.live.audience}: {what}")
        if outcome.receipt is None:
            self.work.say(
                f"{self.deployment.layout.log}: the log could not be written - note the time of this yourself"
            )

    def _reached(self, audience: Audience) -> bool:
        live = self.deployment.live(audience)
        return live.state is State.SITE and live.level == self.level.id

    def _tried(self, step: Callable[[], _T]) -> _T | None:
        """A step's outcome, or None after telling why it failed: what comes after must not stop for it."""
        try:
            return step()
        except (ArchiveError, DeploymentError) as error:
            self.work.say(str(error))
        except Exception as error:  # noqa: BLE001 - a fault nobody foresaw must not leave a laxer site live
            # Only what kind it was: the text of an error nobody foresaw may hold a name.
            self.work.say(f"{type(error).__name__}: a step failed - report this to those who keep arkiv")
        return None


class _Rehearsal(_Switch):
    """A switch whose last steps are told instead of taken."""

    def __init__(self, deployment: Deployment, level: Level, work: Work) -> None:
        super().__init__(deployment, level, work)
        self.shown: dict[Audience, str | None] = {}

    def _agreed(self, asking: Sequence[_Course], ready: dict[Audience, Variant | None]) -> bool:
        if not all(ready[course.audience] for course in asking):
            return super()._agreed(asking, ready)
        who = ", ".join(f"{course.audience} ({self._shown(course.live)})" for course in asking)
        self.work.say(f"would ask before showing more than now to: {who}")
        return True

    def _put(self, variant: Variant, instead_of: Live) -> bool:
        audience = instead_of.audience
        self.work.say(f"{audience}: {variant.name} would be live")
        self.shown[audience] = variant.manifest.level
        return self.deployment.verify(variant)

    def _close(self, audience: Audience) -> None:
        self.work.say(f"{audience}: the holding page would be live")
        self.shown[audience] = None

    def _reached(self, audience: Audience) -> bool:
        return self.shown[audience] == self.level.id if audience in self.shown else super()._reached(audience)
