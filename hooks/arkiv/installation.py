"""Make `.venv` and install a lock into it, with progress on standard error and every file's hash checked.

pip does it, which comes with Python; where `uv run arkiv` made `.venv` there is no pip, and uv does it.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from arkiv.environment import Environment, SetupError

# What a user may set for pip: how it reaches packages. Where they go and which they are is not theirs to set,
# and a PIP_TARGET, PIP_USER or PIP_CONSTRAINT meant for something else would break the installation.
PIP_VARIABLE = re.compile(
    r"PIP_(CACHE_DIR|CERT|CLIENT_CERT|CONFIG_FILE|DEFAULT_TIMEOUT|EXTRA_INDEX_URL|FIND_LINKS|INDEX_URL"
    r"|KEYRING_PROVIDER|NO_CACHE_DIR|NO_INDEX|PROXY|RETRIES|TIMEOUT|TRUSTED_HOST)"
)
PIP_OPTIONS = (
    "--require-hashes", "--no-deps", "--only-binary=:all:", "--no-user", "--no-input", "--progress-bar=off",
    "--disable-pip-version-check", "--no-warn-script-location",
)  # fmt: skip
UV_OPTIONS = ("--require-hashes", "--no-deps", "--only-binary=:all:", "--no-progress", "--compile-bytecode")

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)

# Prints where `.venv` keeps its packages; fails where it is no `.venv`, or has a Python that is too old.
QUESTION = """
import sys, sysconfig
assert sys.version_info >= (3, 11) and sys.prefix != sys.base_prefix
print(sysconfig.get_path("purelib"))
"""
NETWORK = (
    "check the network, or name a mirror in PIP_INDEX_URL (UV_DEFAULT_INDEX for uv) or a proxy in "
    "HTTPS_PROXY, and run the same command again"
)
TAMPERED = (
    "a package is not the one that was locked: do not go on; empty the cache (`pip cache purge`), try "
    "another network, and tell the maintainers"
)
NO_VENV = "on Debian and Ubuntu, `apt install python3-venv`; or install uv and run `uv run arkiv`"


def install(environment: Environment, name: str, descriptor: int) -> None:
    """Install the lock `name` into `environment`, making it first where need be.

    Args:
        environment: the `.venv` of a checkout.
        name: which lock, `run` or `test`.
        descriptor: an open file that holds other launchers off; the installer inherits it, so that they
            are held off as long as it runs, even if this process is killed.

    Raises:
        SetupError: something failed; the message tells what to do.
    """
    try:
        packages = site_packages(environment) or make(environment)
        environment.stamp(name).write_text("{}")  # from here until it is finished, it is unfinished
        fetch(environment.lock(name), command(environment, name, packages), descriptor)
        finish(environment, name, packages)
    except OSError as error:
        raise SetupError(f".venv: {error} - remove .venv and run the same command again") from error


def site_packages(environment: Environment) -> Path | None:
    """Return the folder of `.venv`'s packages; None if it has no good Python or is unfinished."""
    if any(path.read_text() == "{}" for path in environment.folder.glob("arkiv-*.json")):
        return None
    try:
        done = subprocess.run(
            [environment.python, "-c", QUESTION], check=False, capture_output=True, text=True
        )
    except OSError:
        return None
    return Path(done.stdout.strip()) if done.returncode == 0 else None


def make(environment: Environment) -> Path:
    """Make `.venv` anew, whatever stood there; returns the folder of its packages."""
    say(f"making .venv with Python {sys.version.split()[0]}")
    base = getattr(sys, "_base_executable", sys.executable)  # `.venv`'s own Python goes away with it
    options = ["--without-pip"] if "UV" in os.environ else []
    shutil.rmtree(environment.folder, ignore_errors=True)
    environment.folder.mkdir()
    environment.stamp("venv").write_text("{}")  # unfinished as well: a pip that is half there does not work
    call = [base, "-m", "venv", *options, str(environment.folder)]
    done = subprocess.run(call, check=False, capture_output=True, text=True)
    environment.stamp("venv").unlink()
    packages = site_packages(environment)
    if done.returncode or packages is None:
        shutil.rmtree(environment.folder, ignore_errors=True)
        raise SetupError(f"could not make .venv with {base} - {NO_VENV}\n{tail(done.stdout + done.stderr)}")
    return packages


def command(environment: Environment, name: str, packages: Path) -> list[str]:
    """Return the call that installs a lock.

    It is uv's if uv runs the launcher, which it tells by its path in UV, or if uv made `.venv`, without pip.
    """
    python, lock = str(environment.python), str(environment.lock(name))
    has_pip = (packages / "pip").is_dir()
    if uv := os.environ.get("UV") or (not has_pip and shutil.which("uv")):
        return [uv, "pip", "install", "--python", python, *UV_OPTIONS, "-r", lock]
    if not has_pip:
        subprocess.run([python, "-m", "ensurepip"], check=False, capture_output=True)
    return [python, "-m", "pip", "install", *PIP_OPTIONS, "-r", lock]


def fetch(lock: Path, call: list[str], descriptor: int) -> None:
    """Run the installer and show how far it has come."""
    total = len({name for name, _ in pins(lock)})
    say(f"installing {total} packages of requirements/{lock.name} (this once; about a minute)")
    began = time.monotonic()
    with subprocess.Popen(
        call,
        env=variables(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=() if os.name == "nt" else (descriptor,),
    ) as process:
        lines = list(shown(process.stdout or [], total))
    if process.returncode:
        raise SetupError(failure(lines))
    say(f"installed {total} packages in {time.monotonic() - began:.0f} s")


def variables() -> dict[str, str]:
    """Return the environment variables of the installer: the user's, less what could lead it astray."""
    stray = {"PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE"}
    return {
        name: value
        for name, value in os.environ.items()
        if name not in stray and (not name.startswith("PIP_") or PIP_VARIABLE.fullmatch(name))
    }


def shown(lines: Iterable[str], total: int) -> Iterator[str]:
    """Pass the installer's lines on, and say at every quarter how many packages it has come to."""
    reached, quarter = 0, max(1, total // 4)
    for line in lines:
        if line.startswith(("Collecting ", "Processing ")):  # pip says Processing of a file on this machine
            reached += 1
            if reached % quarter == 0 and reached < total:
                say(f"  {reached} of {total}")
        yield line


def failure(lines: list[str]) -> str:
    """Return what to say when the installer failed."""
    text = "".join(lines)
    tampered = "DO NOT MATCH THE HASHES" in text or "Hash mismatch" in text
    return f"the packages could not be installed - {TAMPERED if tampered else NETWORK}\n{tail(text)}"


def tail(text: str, count: int = 12) -> str:
    """Return the last lines of what a program said, indented."""
    return "\n".join(f"    {line}" for line in text.splitlines()[-count:])


def finish(environment: Environment, name: str, packages: Path) -> None:
    """Write the stamp, whole or not at all."""
    wanted = set(pins(environment.lock(name)))
    installed = sorted(path.name for path in packages.glob("*.dist-info") if release(path) in wanted)
    stamp = environment.state(name) | {
        "packages": packages.relative_to(environment.folder).as_posix(),
        "installed": installed,
    }
    draft = environment.folder / f"arkiv-{name}.draft"
    draft.write_text(json.dumps(stamp, indent=1))
    draft.replace(environment.stamp(name))


def pins(lock: Path) -> Iterator[tuple[str, str]]:
    """Give the name, in its normal form, and the version of each package in a lock."""
    for name, version in PIN.findall(lock.read_text(encoding="utf-8")):
        yield normal(name), version


def release(folder: Path) -> tuple[str, str]:
    """Return name and version of the package that a `.dist-info` folder stands for."""
    name, _, version = folder.name.removesuffix(".dist-info").rpartition("-")
    return normal(name), version


def normal(name: str) -> str:
    """Return a package's name as the packaging specifications normalise it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def say(text: str) -> None:
    """Tell the user what is going on, on standard error, which no command's output is mixed with."""
    print(f"arkiv: {text}", file=sys.stderr, flush=True)
