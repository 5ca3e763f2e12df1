"""The page that is shown when nothing may be: made before it is needed, from nothing but this program.

There is one for each audience and level, so that the link alone says at which level an audience is closed,
and one for when nobody knows. They are the same page.
"""

import hashlib
import os
from pathlib import Path

from arkiv.model import Audience
from arkiv.policy.levels import Levels
from arkiv.variants.digest import tree_digest
from arkiv.variants.errors import DeploymentError, told
from arkiv.variants.files import scratch, sync_folder, write_synced
from arkiv.variants.layout import HOLDING, MANIFEST, SITE, Layout, Variant, plain
from arkiv.variants.manifest import Manifest, ManifestError, now, whoami

_PAGE = Path(__file__).with_name("holding_page")


def page_files() -> dict[str, str]:
    """The holding page, path to text.

    404.html is what a web server answers at every other address. From a deep one it does not find the style
    sheet; it reads well without, in light and dark.
    """
    page = (_PAGE / "index.html").read_text(encoding="utf-8")
    style = (_PAGE / "style.css").read_text(encoding="utf-8")
    return {"index.html": page, "404.html": page, "style.css": style}


def make_all(layout: Layout, levels: Levels) -> None:
    """Make what holding pages are missing. To be called under the lock.

    Raises:
        DeploymentError: they cannot be written.
    """
    present = set(layout.names())
    for audience in Audience:
        for level in (None, *(level.id for level in levels)):
            if _name(audience, level) not in present:
                make(layout, audience, level)


def make(layout: Layout, audience: Audience, level: str | None) -> Variant:
    """The holding page of an audience closed at a level; made, or made again, unless it is there and whole.

    Raises:
        DeploymentError: it cannot be written.
    """
    name = _name(audience, level)
    ready = _whole(layout, name)
    if ready:
        return ready
    with told(layout.folder):
        bundle = _bundle(layout, audience, level)
        folder = layout.folder / name
        if os.path.lexists(folder):
            folder.rename(scratch(layout))  # damaged: collected, never repaired in place
        bundle.rename(folder)
        sync_folder(layout.folder)
    return layout.variant(name)


def choose(layout: Layout, audience: Audience, level: str | None) -> Variant:
    """The holding page to put up: that of the level, or on a full disk whichever is there.

    Raises:
        DeploymentError: there is none and none can be made.
    """
    try:
        return make(layout, audience, level)
    except DeploymentError:
        spare = _whole(layout, _name(audience, None))
        if spare is None:
            raise
        return spare


def is_current(name: str, levels: Levels) -> bool:
    """Tell whether this folder holds a holding page that this program, with these levels, would make."""
    wanted = (None, *(level.id for level in levels))
    return any(name == _name(audience, level) for audience in Audience for level in wanted)


def _name(audience: Audience, level: str | None) -> str:
    # The digest lets a new version of the page, or of the program, come beside the old one and not into it.
    seed = "\0".join((level or "", str(level is None), *page_files().values()))
    digest = hashlib.sha256(seed.encode()).hexdigest()[:8]
    return f"{HOLDING}{audience.value}-{plain(level or 'unknown')}-{digest}"


def _whole(layout: Layout, name: str) -> Variant | None:
    try:
        variant = layout.variant(name)
        return variant if tree_digest(variant.site) == variant.manifest.site else None
    except (ManifestError, DeploymentError):
        return None


def _bundle(layout: Layout, audience: Audience, level: str | None) -> Path:
    bundle = scratch(layout)
    (bundle / SITE).mkdir(parents=True)
    for path, text in page_files().items():
        write_synced(bundle / SITE / path, text)
    site = tree_digest(bundle / SITE)
    manifest = Manifest(audience, level, "", site, "", "", whoami(), now(), holding=True)
    write_synced(bundle / MANIFEST, manifest.as_json())
    sync_folder(bundle / SITE)
    sync_folder(bundle)
    return bundle
