"""Auditing, checking and projecting, and what every command says of what it cannot do."""

import errno
import json
from pathlib import Path

import pytest

from arkiv.audit import Finding
from arkiv.building import secrets
from arkiv.model import Audience
from tests.integration.commands import Terminal, live
from tests.integration.demo import DOCS, prepared, site, tree

pytestmark = pytest.mark.xdist_group("demo")


def test_a_site_passes_its_own_audit(terminal: Terminal) -> None:
    built = site(Audience.PUBLIC, "forsamrat")
    assert terminal.run("audit", built, "--audience", "public", "--level", "forsamrat").status == 0


def test_an_open_site_fails_the_audit_of_a_stricter_level_by_ids_and_not_by_names(terminal: Terminal) -> None:
    found = terminal.run(
        "audit", site(Audience.PUBLIC, "normal"), "--audience", "public", "--level", "forsamrat"
    )
    assert found.status == 1
    assert "kc-01" in found.out
    leaking = {line.split(":", 1)[0] for line in found.out.splitlines()}
    assert {"natverk/kommunchefer/index.html", "index.html"} <= leaking
    assert any(name.startswith("pagefind/") for name in leaking)


def test_check_says_the_same_in_every_format(terminal: Terminal, small: Path) -> None:
    (small / "index.md").write_text("---\nfärg: blå\n---\n[borta](finns-inte.md)\n", "utf-8")
    text = terminal.run("check", "--docs-dir", small)
    found = [
        json.loads(line)
        for line in terminal.run("check", "--docs-dir", small, "--format", "json").out.splitlines()
    ]
    github = terminal.run("check", "--docs-dir", small, "--format", "github")
    assert [text.status, github.status] == [0, 0]
    assert {(one["file"], one["severity"]) for one in found} == {("index.md", "warning")}
    assert {one["line"] for one in found} == {2, 4}
    assert len(text.out.splitlines()) == len(found) == len(github.out.splitlines()) == 2
    assert all(line.startswith(f"::warning file={small}/index.md,line=") for line in github.out.splitlines())


def test_check_has_nothing_to_say_of_the_demo_archive(terminal: Terminal) -> None:
    checked = terminal.run("check", "--docs-dir", DOCS)
    assert (checked.status, checked.out) == (0, "")


def test_check_finds_what_is_broken(terminal: Terminal, small: Path) -> None:
    (small / "natverk/skolchefer.md").write_text("---\nkind: network\n---\n", "utf-8")
    checked = terminal.run("check", "--docs-dir", small)
    assert checked.status == 1
    assert "natverk/skolchefer.md:2: name: is missing" in checked.err


def test_a_projected_tree_is_plain_files_without_a_hidden_name(terminal: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "given away"
    call = ["project", target, "--audience", "public", "--level", "forsamrat"]
    assert terminal.run(*call).status == 0
    texts = [path.read_text("utf-8") for path in target.rglob("*.md")]
    hidden = secrets(prepared(), Audience.PUBLIC, "forsamrat").hidden
    assert len(texts) > 40
    assert not {
        one.id
        for one in hidden
        for said in (*one.names, *one.contacts)
        if any(said in text for text in texts)
    }
    assert {path.suffix for path in target.rglob("*") if path.is_file()} <= {
        ".md",
        ".pdf",
        ".docx",
        ".png",
        ".jpg",
    }
    before = tree(target)
    assert terminal.run(*call).status == 2
    assert tree(target) == before


@pytest.mark.parametrize(
    "call",
    [
        ["build", "--level", "okänd"],
        ["build", "--audience", "alla"],
        ["switch", "okänd"],
        ["switch"],
        ["audit", "finns-inte", "--audience", "public", "--level", "normal"],
        ["audit", ".", "--audience", "public", "--level", "okänd"],
        ["project", "x", "--audience", "public", "--level", "okänd"],
        ["check", "--format", "xml"],
        ["close", "--audience", "alla"],
    ],
)
def test_a_wrong_call_ends_with_2_and_changes_nothing(
    terminal: Terminal, tmp_path: Path, call: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = terminal.run(*call)
    assert (wrong.status, wrong.out) == (2, "")
    assert wrong.err
    assert not list(tmp_path.iterdir())


def test_an_unforeseen_error_is_told_without_its_text(
    terminal: Terminal, where: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text of an error may hold whatever was being worked on."""
    name = prepared().people.individuals[0].names[0]

    def fail(*_: object, **__: object) -> tuple[Finding, ...]:
        raise ValueError(name)

    monkeypatch.setattr("arkiv.building.inspect", fail)
    failed = terminal.run("build", *where)
    assert failed.status == 1
    assert "ValueError: a fault in arkiv" in failed.err


def test_close_works_while_mkdocs_yml_is_broken_and_switch_says_so(
    terminal: Terminal, tmp_path: Path, where: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.run("build", "--level", "forsamrat", *where)
    (tmp_path / "mkdocs.yml").write_text("a: [", "utf-8")
    monkeypatch.setattr("arkiv.command_line.ROOT", tmp_path)
    switched = terminal.run("switch", "skarpt", *where)
    assert switched.status == 1
    assert "./arkiv close" in switched.err
    closed = terminal.run("close", *where)
    assert closed.status == 0
    assert "mkdocs.yml:2: yaml" in closed.err
    assert "holding-public-forsamrat" in live(tmp_path)


@pytest.mark.parametrize("inside", [".", "site", "moten/site"])
def test_a_site_is_never_published_among_its_sources(terminal: Terminal, small: Path, inside: str) -> None:
    before = tree(small)
    wrong = terminal.run("build", "--docs-dir", small, "--site-dir", small / inside)
    assert wrong.status == 2
    assert "a folder of its own" in wrong.err
    assert tree(small) == before


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (OSError(errno.ENOSPC, "full"), 1, "the disk is full - make room"),
        (OSError(errno.EIO, "Alva Rotvik"), 1, "OSError: a fault in arkiv"),
    ],
)
def test_what_the_system_refuses_is_told_without_its_text(
    terminal: Terminal,
    where: list[object],
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    status: int,
    said: str,
) -> None:
    def fail(*_: object, **__: object) -> tuple[Finding, ...]:
        raise error

    monkeypatch.setattr("arkiv.building.inspect", fail)
    failed = terminal.run("build", *where)
    assert failed.status == status
    assert said in failed.err
    assert "Rotvik" not in failed.err
