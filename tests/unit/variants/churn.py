"""A process to be killed by test_faults.py: it stages, publishes, closes and collects as fast as it can."""

import sys
from functools import partial
from itertools import count
from pathlib import Path

from arkiv.model import Audience
from arkiv.policy.levels import Level, Levels
from arkiv.variants import Deployment, Manifest, contents

LEVELS = Levels(tuple(Level(name, name, "") for name in ("normal", "skarpt")), Level("normal", "normal", ""))
FILES = 12


def write(folder: Path, files: dict[str, str]) -> None:
    """Write some files."""
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def churn(site: Path) -> None:
    """Go on until killed."""
    deployment = Deployment(site, LEVELS)
    print("ready", flush=True)
    for turn in count():
        level = LEVELS.order[turn % 2].id
        with deployment.building(), deployment.workspace() as workspace:
            folder = workspace / "site"
            text = f"{level} {turn} " * 50
            names = ("index.html", *(f"{number}.html" for number in range(FILES)))
            write(folder, dict.fromkeys(names, text))
            part = str(turn // 3)  # the same part of a site for three turns, as an index that has not changed
            index = {f"{part}.pf_x": part, "same.js": "same"}
            deployment.store.made("shard", part, folder / "index", partial(write, folder / "index", index))
            held = contents(folder)
            deployment.store.note_clean("key", f"public-{level}", held.digests.values())
            held = deployment.store.adopt(folder, held)
            manifest = Manifest(Audience.PUBLIC, level, str(turn), held.digest, "", "", "", "")
            variant = deployment.stage(folder, manifest, held)
        deployment.publish(variant, instead_of=deployment.live(Audience.PUBLIC))
        if turn % 5 == 4:
            deployment.close(Audience.PUBLIC)
        deployment.collect()


if __name__ == "__main__":
    churn(Path(sys.argv[1]))
