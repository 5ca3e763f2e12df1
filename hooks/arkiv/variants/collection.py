"""Removing what nobody needs any more. To be called under the lock."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from arkiv.model import Audience
from arkiv.policy.levels import Levels
from arkiv.variants import holding
from arkiv.variants.files import scratch
from arkiv.variants.layout import HOLDING, TEMPORARY, Layout, number, target_name
from arkiv.variants.locks import is_in_use


def collect(layout: Layout, levels: Levels) -> tuple[str, ...]:
    """Remove old variants and what dead processes left; the names of the variants that went.

    Kept are what is live and what was live just before, for each audience; the newest of each audience and
    level; today's holding pages; and whatever a living process has in use.

    Raises:
        OSError: something could not be removed.
    """
    keep = _linked(layout) | _newest(layout)
    names = layout.names()
    old = [name for name in names if _is_old(name, levels) and name not in keep]
    gone = tuple(name for name in old if _set_aside(layout, name))
    for name in layout.names():
        if name.startswith(TEMPORARY):
            _remove(layout.folder / name)
    return gone


def _is_old(name: str, levels: Levels) -> bool:
    return bool(number(name)) or (name.startswith(HOLDING) and not holding.is_current(name, levels))


def _newest(layout: Layout) -> set[str]:
    newest = {
        (variant.manifest.audience, variant.manifest.level): variant.name for variant in layout.variants()
    }
    return set(newest.values())


def _linked(layout: Layout) -> set[str]:
    live = _targets(layout.link(audience) for audience in Audience)
    return live | _targets(layout.previous(audience) for audience in Audience)


def _targets(links: Iterable[Path]) -> set[str]:
    # Links are read, not judged: what a damaged one leads to is kept too.
    found = {os.readlink(link) for link in links if link.is_symlink()}  # noqa: PTH115 - the text
    return {name for target in found if (name := target_name(target))}


def _set_aside(layout: Layout, name: str) -> bool:
    """Take a variant away in one step, so that a crash leaves no half of one."""
    folder = layout.folder / name
    if is_in_use(folder):
        return False
    folder.rename(scratch(layout))
    return True


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif not is_in_use(path):
        shutil.rmtree(path)
