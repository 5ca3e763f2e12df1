"""The commands from end to end, on a site folder of their own."""

import errno
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from arkiv.audit import Finding
from arkiv.building import secrets
from arkiv.model import Audience
from tests.integration.commands import Terminal
from tests.integration.demo import DOCS, LEVELS, prepared, site, tree

pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Iterator[Terminal]:
    """A terminal on which, whatever is run, nobody's name is ever printed."""
    made = Terminal(capsys)
    yield made
    people = prepared().people.individuals
    printed = {one.id for one in people for said in (*one.names, *one.contacts) if said in made.everything}
    assert not printed


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A whole archive that builds fast: one network, its newest minutes, a start page."""
    folder = tmp_path / "docs"
    for name in (
        "natverk/skolchefer.md",
        "moten/2026/2026-09-09-skolchefer.md",
        "moten/2024/2024-05-17-kommunchefer.md",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text((DOCS / name).read_text("utf-8"), "utf-8")
    (folder / "natverk/kommunchefer.md").write_text(
        (DOCS / "natverk/kommunchefer.md").read_text("utf-8"), "utf-8"
    )
    (folder / "index.md").write_text("Välkommen.\n", "utf-8")
    return folder


@pytest.fixture
def where(tmp_path: Path, small: Path) -> list[object]:
    """The options that say which archive and which site."""
    return ["--docs-dir", small, "--site-dir", tmp_path / "site"]


def live(tmp_path: Path, audience: str = "public") -> str:
    """Where an audience's link leads; nothing where it is not there."""
    link = tmp_path / "site" / audience
    return str(link.readlink()) if link.is_symlink() else ""


def test_a_first_build_is_live_at_the_lowest_level(
    terminal: Terminal, tmp_path: Path, where: list[object]
) -> None:
    built = terminal.run("build", *where)
    assert (built.status, built.out) == (
        0,
        f"public: Normalläge (normal) is live in {tmp_path / 'site' / 'public'}\n",
    )
    assert (tmp_path / "site" / "public" / "index.html").is_file()
    assert not live(tmp_path, "internal")


def test_a_build_of_what_has_not_changed_is_not_made_again(
    terminal: Terminal, tmp_path: Path, where: list[object]
) -> None:
    terminal.run("build", *where)
    before = live(tmp_path)
    again = terminal.run("build", *where)
    assert (again.status, live(tmp_path)) == (0, before)
    assert "nothing has changed" in again.err


def test_a_stricter_build_goes_live_and_a_laxer_one_is_staged_and_says_so(
    terminal: Terminal, tmp_path: Path, where: list[object]
) -> None:
    terminal.run("build", *where)
    stricter = terminal.run("build", *where, "--level", "skarpt")
    assert stricter.status == 0
    assert "(skarpt) is live" in stricter.out
    strict = live(tmp_path)
    laxer = terminal.run("build", *where, "--level", "forsamrat")
    assert (laxer.status, live(tmp_path)) == (0, strict)
    assert "staged only" in laxer.out
    unsaid = terminal.run("build", *where)
    assert (unsaid.status, "skarpt" in unsaid.out) == (0, True)


def test_a_switch_raises_at_once_and_lowers_when_told_to(
    terminal: Terminal, tmp_path: Path, where: list[object]
) -> None:
    terminal.run("build", *where)
    terminal.run("build", *where, "--level", "hogsta")
    unasked = terminal.run("switch", "normal", *where, "--audience", "public")
    assert (unasked.status, "hogsta" in live(tmp_path)) == (1, True)
    lowered = terminal.run("switch", "normal", *where, "--audience", "public", "--yes")
    assert (lowered.status, "normal" in live(tmp_path)) == (0, True)
    raised = terminal.run("switch", "hogsta", *where, "--audience", "public")
    assert (raised.status, "hogsta" in live(tmp_path)) == (0, True)


def test_close_needs_no_content_and_switch_opens_again(
    terminal: Terminal, tmp_path: Path, small: Path, where: list[object]
) -> None:
    terminal.run("build", *where)
    page = small / "index.md"
    page.write_bytes(b"---\n: [\n---\n\xff")
    closed = terminal.run("close", *where)
    assert closed.status == 0
    assert "holding" in live(tmp_path)
    assert "closed" in terminal.run("status", *where).out
    page.write_text("Välkommen.\n", "utf-8")
    staged = terminal.run("build", *where)
    assert (staged.status, "holding" in live(tmp_path)) == (0, True)
    opened = terminal.run("switch", "normal", *where, "--audience", "public", "--yes")
    assert (opened.status, "holding" in live(tmp_path)) == (0, False)


def test_status_tells_what_is_live_and_when_it_is_older_than_the_sources(
    terminal: Terminal, small: Path, where: list[object]
) -> None:
    assert "nothing is live" in terminal.run("status", *where).out
    terminal.run("build", *where)
    said = terminal.run("status", *where).out
    assert "up to date" in said
    assert re.search(r"of it: sources [0-9a-f]{12}, site [0-9a-f]{12}, audit [0-9a-f]{12}\n", said)
    (small / "index.md").write_text("Välkommen åter.\n", "utf-8")
    assert "older than docs/" in terminal.run("status", *where).out


def test_status_tells_of_a_site_that_somebody_has_changed_by_hand(
    terminal: Terminal, tmp_path: Path, where: list[object]
) -> None:
    terminal.run("build", *where)
    page = tmp_path / "site" / "public" / "index.html"
    page.chmod(0o644)
    page.write_text("ändrad", "utf-8")
    said = terminal.run("status", *where).out
    assert "not what was audited" in said
    assert "up to date" not in said
    terminal.run("build", *where)
    assert "up to date" in terminal.run("status", *where).out


def test_a_failed_audit_publishes_nothing_and_says_where_without_the_name(
    terminal: Terminal, tmp_path: Path, small: Path, where: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The redaction is made to let everything through."""
    terminal.run("build", *where)
    before, files = live(tmp_path), tree((tmp_path / "site" / "public").resolve())
    monkeypatch.setattr("arkiv.redaction.redactor.Redactor.text", lambda self, text, *_, **__: text)
    failed = terminal.run("build", *where, "--level", "hogsta")
    assert (failed.status, failed.out) == (1, "")
    assert "the audit stopped the build - nothing was published" in failed.err
    assert (live(tmp_path), tree((tmp_path / "site" / "public").resolve())) == (before, files)
    left = [path.name for path in (tmp_path / "site" / ".variants").iterdir()]
    assert not [name for name in left if name.startswith("tmp-") or name.endswith("-public-hogsta")]


def test_broken_content_publishes_nothing_and_tells_all_of_it(
    terminal: Terminal, tmp_path: Path, small: Path, where: list[object]
) -> None:
    terminal.run("build", *where)
    before = live(tmp_path)
    (small / "natverk/a.md").write_text("# Ingen frontmatter\n", "utf-8")
    (small / "moten/2026/2026-13-01-skolchefer.md").write_text("---\nkind: minutes\n---\n", "utf-8")
    failed = terminal.run("build", *where)
    assert (failed.status, failed.out, live(tmp_path)) == (1, "", before)
    assert "natverk/a.md:1: frontmatter: is missing" in failed.err
    assert "moten/2026/2026-13-01-skolchefer.md" in failed.err
    assert "Traceback" not in failed.err


def test_strict_refuses_what_is_only_warned_of(
    terminal: Terminal, tmp_path: Path, small: Path, where: list[object]
) -> None:
    (small / "index.md").write_text("[borta](finns-inte.md)\n", "utf-8")
    assert terminal.run("build", *where, "--strict").status == 1
    assert not live(tmp_path)
    warned = terminal.run("build", *where)
    assert warned.status == 0
    assert warned.err.count("index.md:1: link: a link that leads nowhere") == 1


def test_build_all_stages_every_site_and_publishes_each_audience_at_its_level(
    terminal: Terminal, tmp_path: Path, where: list[object]
) -> None:
    built = terminal.run("build", *where, "--all")
    assert built.status == 0
    assert ["normal" in live(tmp_path, audience) for audience in Audience] == [True, True]
    staged = terminal.run("status", *where).out
    assert all(f"{audience}-{level}" in staged for audience in Audience for level in LEVELS)


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
