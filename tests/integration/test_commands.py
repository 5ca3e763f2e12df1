"""Building, switching, closing and asking how things are, on a site folder of their own."""

import re
from pathlib import Path

import pytest

from arkiv.model import Audience
from tests.integration.commands import Terminal, live
from tests.integration.demo import LEVELS, tree

pytestmark = pytest.mark.xdist_group("demo")


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
