"""Rules that nothing can notice, each with the reason."""

from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("exempt.yml")


def exempt(package: str) -> dict[str, str]:
    """The names of the rules of a package that no test can notice, with their reasons."""
    told = yaml.safe_load(_FILE.read_text(encoding="utf-8"))[package] or {}
    return {name: reason for reason, names in told.items() for name in names}
