"""The lock: one for everybody, complete, with hashes, and with nothing in it of the machine that made it."""

import re
import tomllib
from pathlib import Path

import pytest

from arkiv.installation import normal, pins

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements"
LOCKS = ("run", "test")
WISH = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(.*)$")


def wishes(name: str) -> list[re.Match[str]]:
    lines = (REQUIREMENTS / f"{name}.in").read_text(encoding="utf-8").splitlines()
    return [found for line in lines if line and line[0] != "#" for found in [WISH.match(line)] if found]


def entries(name: str) -> list[str]:
    text = (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")
    return re.split(r"\n(?=[A-Za-z0-9])", text)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_asked_for_is_locked_in_that_very_version(name: str) -> None:
    asked = {(normal(wish[1]), wish[2]) for wish in wishes(name)}

    assert asked
    assert asked <= set(pins(REQUIREMENTS / f"{name}.txt"))


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_asks_for_one_exact_version(name: str) -> None:
    lines = (REQUIREMENTS / f"{name}.in").read_text(encoding="utf-8").splitlines()

    assert len(wishes(name)) == len([line for line in lines if line and line[0] != "#"])


def test_every_package_that_arkiv_runs_on_has_its_reason_beside_it() -> None:
    assert not [wish[1] for wish in wishes("run") if not re.match(r" +# \w", wish[3])]


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes(name: str) -> None:
    assert not [
        entry.split()[0] for entry in entries(name) if not re.search(r"--hash=sha256:[0-9a-f]{64}", entry)
    ]


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_names_no_host_no_path_and_no_option(name: str) -> None:
    text = (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")

    assert not re.search(
        r"://|\bfile:|@ |^ *-(?!-hash)|/(?:home|root|opt|tmp|work)/", remove_origins(text), re.MULTILINE
    )


def remove_origins(text: str) -> str:
    return re.sub(r"^ +#.*$", "", text, flags=re.MULTILINE)


def test_the_two_locks_agree_because_they_share_one_venv() -> None:
    run, test = (dict(pins(REQUIREMENTS / f"{name}.txt")) for name in LOCKS)

    assert {name: run[name] for name in run.keys() & test.keys()} == {
        name: test[name] for name in run.keys() & test.keys()
    }


def test_the_search_engine_which_is_a_binary_is_locked_for_several_platforms() -> None:
    entry = next(entry for entry in entries("run") if entry.startswith("pagefind-bin=="))

    assert entry.count("--hash=") >= 4


def test_pyproject_names_no_package_so_that_there_is_one_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["dependencies"] == []
    assert not {"optional-dependencies", "dependency-groups"} & project.keys()


def test_the_tool_that_builds_the_package_is_pinned() -> None:
    system = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]

    assert all(re.fullmatch(r"[\w-]+==[\d.]+", wish) for wish in system["requires"])


def test_uv_locks_nothing_but_arkiv_itself() -> None:
    packages = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]

    assert [package["source"] for package in packages] == [{"editable": "."}]
