"""A checkout of two small commands, bare or with a `.venv` that counts as installed."""

import shutil
import sys
from pathlib import Path

import pytest

from arkiv import installation
from arkiv.environment import Environment

ROOT = Path(__file__).resolve().parents[3]
LOCK = (
    "alpha==1.0 \\\n    --hash=sha256:00\nBeta.Two==2.0 ; sys_platform != 'win32' \\\n    --hash=sha256:11\n"
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with two commands of its own, and the launcher's real files."""
    shutil.copy(ROOT / "arkiv", tmp_path / "arkiv")
    (tmp_path / "hooks" / "arkiv").mkdir(parents=True)
    for name in ("__init__", "launcher", "environment", "installation"):
        shutil.copy(ROOT / "hooks" / "arkiv" / f"{name}.py", tmp_path / "hooks" / "arkiv")
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "build.py").write_text('"""Build it.\n\nAt length."""\nraise RuntimeError\n')
    (tmp_path / "scripts" / "aside.py").write_text(
        '"""Stand aside."""\nimport sys\nsys.exit(int(sys.argv[1]))\n'
    )
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text(LOCK)
    return tmp_path


@pytest.fixture
def installed(checkout: Path) -> Environment:
    """The same checkout with a `.venv` that counts as installed, though its packages are empty folders."""
    environment = Environment(checkout)
    packages = environment.folder / "lib" / "site-packages"
    for folder in ("alpha-1.0.dist-info", "beta_two-2.0.dist-info", "extra-3.0.dist-info"):
        (packages / folder).mkdir(parents=True)
    environment.python.parent.mkdir(exist_ok=True)
    environment.python.symlink_to(sys.executable)
    installation.finish(environment, "run", packages)
    return environment
