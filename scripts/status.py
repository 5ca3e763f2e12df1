"""Say which level is current, what is live and staged, and whether it is up to date with docs/."""

import argparse
import sys
from collections.abc import Callable

from arkiv import command_line
from arkiv.command_line import docs_dir, run, settings
from arkiv.fingerprint import fingerprint
from arkiv.settings import Settings
from arkiv.variants import AudienceStatus, Deployment, Receipt, State, Variant

_SHOWN = 12
"""Letters of a digest that are shown."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = command_line.parser(__doc__, "status")
    command_line.add_site(made)
    return made


def main(argv: list[str]) -> int:
    """Print the status; returns the exit status."""
    return run(_status, parser().parse_args(argv))


def _status(arguments: argparse.Namespace) -> int:
    known = settings()
    today = fingerprint(known.config_file, docs_dir(arguments, known))
    deployment = Deployment(arguments.site_dir, known.levels)
    for status in deployment.status():
        print("\n".join(_lines(status, known, lambda variant: _condition(variant, deployment, today))))
    return 0


def _lines(status: AudienceStatus, known: Settings, condition: Callable[[Variant], str]) -> list[str]:
    live = status.live
    lines = [f"{live.audience}: {_what(status, known)}"]
    if live.fault:
        lines.append(f"  {live.fault} - {live.remedy}")
    if live.variant and live.state is State.SITE:
        lines.append(f"  {live.variant.name}, {condition(live.variant)}")
    lines += [f"  staged: {one.name}, {condition(one)}" for one in status.staged if one != live.variant]
    if status.last:
        lines.append(f"  last step: {status.last.action} {status.last.when} by {status.last.by}")
        lines.append(f"  of it: {_digests(status.last)}")
    return lines


def _digests(receipt: Receipt) -> str:
    """What the step was done with, by digests: enough of each to compare it with the log."""
    named = {"sources": receipt.sources, "site": receipt.site, "audit": receipt.audit}
    return ", ".join(f"{name} {said[:_SHOWN] or 'none'}" for name, said in named.items())


def _what(status: AudienceStatus, known: Settings) -> str:
    live = status.live
    if live.state is State.NOTHING:
        return f"nothing is live; a build would be at {status.level.id}"
    if live.state is State.LOST:
        return f"nothing is live any more; a build would be at {status.level.id}"
    if live.state in (State.DOUBTFUL, State.FOREIGN):
        return "nobody can tell what is live"
    label = (
        known.levels.get(live.level).label if live.level and live.level in known.levels else "unknown level"
    )
    return f"closed; was at {label}" if live.closed else f"{label} ({live.level}) is live"


def _condition(variant: Variant, deployment: Deployment, today: str) -> str:
    if not deployment.verify(variant):
        return "not what was audited: its files have been changed - build it again"
    return "up to date" if variant.manifest.sources == today else "older than docs/"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
