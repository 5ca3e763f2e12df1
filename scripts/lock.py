"""Lock the requirements anew, with hashes (for maintainers; needs uv).

Reads requirements/*.in and writes requirements/*.txt: every package that is needed, for every platform and
every Python that arkiv runs on, with the hash of every file of that version. The indexes that uv is set up
with are used, but stand nowhere in the result, which is the same wherever it is made.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = (
    "--no-config", "--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links",
    "--universal", "--python-version", "3.11", "--quiet",
)  # fmt: skip
# Where uv looks for packages that are on this machine only; nobody else could install what it found there.
LOCAL = {"UV_FIND_LINKS", "UV_CONSTRAINT", "UV_OVERRIDE"}


def main(argv: list[str]) -> int:
    """Write the locks; returns 1 if uv is missing or refuses."""
    arguments = parser().parse_args(argv)
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        print("lock: uv: not found - install uv, or name it in the variable UV", file=sys.stderr)
        return 1
    upgrade = ["--upgrade"] if arguments.upgrade else []
    calls = (
        ["run.in", "--output-file", "run.txt"],
        ["test.in", "--constraint", "run.txt", "--output-file", "test.txt"],
        ["bench.in", "--constraint", "run.txt", "--output-file", "bench.txt"],
    )
    return int(any(compiled([uv, "pip", "compile", *OPTIONS, *upgrade, *call]) for call in calls))


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = argparse.ArgumentParser(prog="./arkiv lock", description=(__doc__ or "").partition("\n")[0])
    made.add_argument("--upgrade", action="store_true", help="take newer versions of what the packages need")
    return made


def compiled(call: list[str]) -> int:
    """Run one call of uv among the requirements; returns its exit status."""
    variables = {name: value for name, value in os.environ.items() if name not in LOCAL}
    return subprocess.run(call, cwd=ROOT / "requirements", env=variables, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
