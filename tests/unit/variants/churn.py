"""A process to be killed by test_faults.py: it stages, publishes, closes and collects as fast as it can."""

import sys
from itertools import count
from pathlib import Path

from arkiv.model import Audience
from arkiv.policy.levels import Level, Levels
from arkiv.variants import Deployment, Manifest, tree_digest

LEVELS = Levels(tuple(Level(name, name, "") for name in ("normal", "skarpt")), Level("normal", "normal", ""))
FILES = 12


def churn(site: Path) -> None:
    """Go on until killed."""
    deployment = Deployment(site, LEVELS)
    print("ready", flush=True)
    for turn in count():
        level = LEVELS.order[turn % 2].id
        with deployment.building(), deployment.workspace() as workspace:
            folder = workspace / "site"
            folder.mkdir()
            for name in ("index.html", *(f"{number}.html" for number in range(FILES))):
                (folder / name).write_text(f"{level} {turn} " * 50, encoding="utf-8")
            manifest = Manifest(Audience.PUBLIC, level, str(turn), tree_digest(folder), "", "", "", "")
            variant = deployment.stage(folder, manifest)
        deployment.publish(variant, instead_of=deployment.live(Audience.PUBLIC))
        if turn % 5 == 4:
            deployment.close(Audience.PUBLIC)
        deployment.collect()


if __name__ == "__main__":
    churn(Path(sys.argv[1]))
