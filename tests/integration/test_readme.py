"""The commands that README and handbook show are run, in a copy of the checkout, as a newcomer runs them."""

import re
import shutil
import signal
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from shlex import split
from typing import cast
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from arkiv.headers import FOLDER, policy
from arkiv.launcher import surroundings
from arkiv.model import Audience
from arkiv.starting import STARTER
from tests.integration.demo import ROOT, site
from tests.unit.docs.texts import OPERATING, README, blocks, said, section
from tests.unit.importers.documents import paragraph, word

pytestmark = pytest.mark.xdist_group("demo")

Call = Callable[..., subprocess.CompletedProcess[str]]

PATIENCE = 60
"""Seconds: the machine may be busy with other things."""

ELSEWHERE = {"./arkiv build", "./arkiv serve", "./arkiv test"}
"""Run by a test of its own, or (the last one) running this."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a clone has that commands need, and a document to import; `.venv` is that of the tests."""
    made = tmp_path_factory.mktemp("readme") / "arkiv"
    for name in ("docs", "hooks", "requirements", "scripts"):
        shutil.copytree(ROOT / name, made / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "mkdocs.yml", made / "mkdocs.yml")
    lines = ("Närvarande", "Torvald Provrud, Norrvik", "1. Vintern", "Beslut: Saltet köps in gemensamt.")
    word(made / "anteckningar.docx", "".join(map(paragraph, lines)))
    return made


@pytest.fixture(scope="module")
def call(checkout: Path) -> Call:
    """Runs a line of a text, as `./arkiv` would, with further arguments."""

    def run(line: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        words = [*started(checkout, line), *map(str, arguments)]
        done = subprocess.run(
            words, cwd=checkout, env=surroundings(checkout), capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr
        return done

    return run


@pytest.fixture(scope="module")
def built(call: Call) -> subprocess.CompletedProcess[str]:
    """The README's first command, in a checkout where nothing has been built."""
    return call("./arkiv build")


def started(checkout: Path, line: str) -> list[str]:
    """The words of a line that begins with `./arkiv`, for a process of its own."""
    launcher, command, *arguments = split(line)
    assert launcher == "./arkiv"
    return [sys.executable, "-P", str(checkout / "scripts" / f"{command}.py"), *arguments]


def lines(text: str) -> list[str]:
    """The lines of a text's blocks for the shell."""
    return [line for block in blocks(text, "sh") for line in block.splitlines() if line.strip()]


def test_every_line_that_the_readme_shows_is_run_here() -> None:
    told = set(lines(said(README)))
    assert told >= ELSEWHERE
    assert {line.split()[1] for line in told - ELSEWHERE} == {"diff", "import", "new", "switch"}


def test_the_first_command_publishes_the_demo_archive(
    built: subprocess.CompletedProcess[str], checkout: Path
) -> None:
    assert built.returncode == 0, built.stderr
    assert "is live in site/public" in built.stdout
    assert (checkout / "site" / "public" / "index.html").is_file()
    assert not (checkout / "site" / "internal").exists()


@contextmanager
def running(checkout: Path, line: str, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A line that goes on until it is ended, and what it says first; it never outlives this."""
    with subprocess.Popen(
        [*started(checkout, line), *arguments], cwd=checkout, env=surroundings(checkout), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            assert process.stdout
            yield process, process.stdout.readline()
        finally:
            process.kill()


def fetched(address: str) -> str:
    """A page of the preview, which answers 503 until it has been built."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address, timeout=PATIENCE) as answer:
                return cast(bytes, answer.read()).decode()
        except HTTPError as error:
            error.close()
            if error.code != HTTPStatus.SERVICE_UNAVAILABLE:
                raise
        assert time.monotonic() < end
        time.sleep(0.2)


def test_the_second_command_shows_it(checkout: Path) -> None:
    with running(checkout, "./arkiv serve", "--port", "0") as (process, announced):
        address = re.search(r"http://127\.0\.0\.1:\d+/", announced)
        assert address, announced
        page = fetched(address[0])
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) == 0
    assert "Kommunalförbundet Almeådalen" in page


def test_a_document_becomes_a_draft_and_every_line_of_it_is_accounted_for(call: Call, checkout: Path) -> None:
    (line,) = (line for line in lines(said(README)) if " import " in line)
    made = checkout / "docs" / "moten" / "2026" / "2026-11-13-kommunchefer.md"
    done = call(line)
    assert done.returncode == 0, done.stderr
    text = made.read_text("utf-8")
    made.unlink()
    assert "status: draft" in text
    assert "Saltet köps in gemensamt." in text
    assert "Närvarande - now: present" in done.stdout


def test_new_minutes_have_the_members_filled_in(call: Call, checkout: Path) -> None:
    (line,) = (line for line in lines(said(README)) if " new " in line)
    made = checkout / "docs" / "moten" / "2026" / "2026-11-20-kommunchefer.md"
    done = call(line)
    assert done.returncode == 0, done.stderr
    text = made.read_text("utf-8")
    made.unlink()
    assert text.count("organization:") > 5
    assert "status: draft" in text


def test_what_a_switch_would_do_is_told_before_it_is_made(call: Call, checkout: Path) -> None:
    (line,) = (line for line in lines(said(README)) if " diff " in line)
    done = call(line)
    assert done.returncode == 0, done.stderr
    assert "ledgers/public-normal-forsamrat.html: the ledger" in done.stdout
    assert (checkout / "ledgers" / "public-normal-forsamrat.html").is_file()


def test_the_level_is_switched_and_status_says_so(
    call: Call, built: subprocess.CompletedProcess[str]
) -> None:
    (line,) = (line for line in lines(said(README)) if " switch " in line)
    done = call(line)
    assert done.returncode == 0, done.stderr
    assert call("./arkiv status").stdout.count("(forsamrat) is live") == 2


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive, which builds fast."""
    folder = tmp_path_factory.mktemp("starter") / "docs"
    shutil.copytree(STARTER, folder)
    return folder


def test_the_rehearsal_that_the_handbook_describes_goes_through(
    call: Call, starter: Path, tmp_path: Path
) -> None:
    where = str(tmp_path / "rehearsal")
    outcomes = []
    for line in lines(section(said(OPERATING), "Rehearse")):
        done = call(line.replace("/tmp/rehearsal", where), "--docs-dir", starter)
        assert done.returncode == 0, (line, done.stderr)
        outcomes.append(done.stdout + done.stderr)
    assert len(outcomes) == 5
    assert outcomes[2].count("(skarpt) is live") == 2
    assert outcomes[3].count("the holding page is live") == 2
    assert "-public-normal is live" in outcomes[4]


def test_what_the_handbook_says_of_status_and_of_switching_is_what_they_say(
    call: Call, starter: Path, tmp_path: Path
) -> None:
    options = ("--docs-dir", starter, "--site-dir", tmp_path / "site")
    page = section(said(OPERATING), "Switching in an emergency")
    assert call("./arkiv build --audience public", *options).returncode == 0
    (starter / "index.md").write_text("---\n", "utf-8")
    try:
        raised = call("./arkiv switch hogsta --audience public", *options)
    finally:
        shutil.copyfile(STARTER / "index.md", starter / "index.md")
    assert raised.returncode == 1
    assert "the holding page is live" in raised.stderr
    assert "`the holding page is live`" in page
    assert "public: closed" in call("./arkiv status", *options).stdout
    assert "must say `closed`" in page


def test_the_policy_that_a_build_gives_web_servers_names_the_inline_scripts_of_every_page() -> None:
    built = site(Audience.PUBLIC, "normal")
    inline = re.compile(r"<script>(.*?)</script>", re.DOTALL)
    scripts = {script for page in built.rglob("*.html") for script in inline.findall(page.read_text("utf-8"))}
    hashes = {f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}" for script in scripts}
    assert set(re.findall(r"'(sha256-[^']+)'", policy(built))) == hashes
    assert f"{FOLDER}/public.nginx.conf" in said(OPERATING)
