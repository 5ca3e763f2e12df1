"""`./arkiv new` as a secretary meets it: what is in the file, what is not, and what it refuses."""

from collections.abc import Callable
from pathlib import Path

import pytest

from arkiv.sources.archive import read_archive
from scripts import new

NETWORK = """---
kind: network
name: Vägchefer
members:
  - {name: Örjan Dalsjö, organization: Ödeby, role: vägchef, email: orjan@odeby.example}
  - {name: Åsa Vinterberg, organization: Ångby, start_date: 2026-02-06}
  - {name: Berit Lundmo, organization: Almvik, end_date: 2026-02-06, always_named: presskontakt}
  - {name: Ebbe Strand, organization: Almvik, protected: true}
  - {name: Zara Tidigare, organization: Almvik, end_date: 2026-02-05}
  - {name: Quintus Senare, organization: Almvik, start_date: 2026-02-07}
  - {name: Ivar Utan Plats}
---
"""
HEAD = "---\nkind: minutes\nnetwork: {network}\ndate: {date}\nstatus: {status}\n---\n\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    write(tmp_path, "natverk/vagchefer.md", NETWORK)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], docs: Path) -> Run:
    """Calls the command; gives status, standard output and standard error."""

    def call(*argv: str) -> tuple[int, str, str]:
        try:
            status = new.main([*argv, "--docs-dir", str(docs)])
        except SystemExit as stop:
            status = int(str(stop.code))
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def write(docs: Path, path: str, text: str) -> None:
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_text(text, encoding="utf-8")


def held(docs: Path, date: str, body: str, status: str = "approved", network: str = "vagchefer") -> None:
    text = HEAD.format(network=network, date=date, status=status) + body
    write(docs, f"moten/{date[:4]}/{date}-{network}.md", text)


def made(run: Run, docs: Path, date: str = "2026-02-06") -> str:
    status, _, err = run("--network", "vagchefer", "--date", date)
    assert (status, err) == (0, "")
    return (docs / f"moten/{date[:4]}/{date}-vagchefer.md").read_text(encoding="utf-8")


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("## ")]


def test_those_who_are_members_that_day_are_present_by_organisation_in_swedish_order(
    run: Run, docs: Path
) -> None:
    assert [line for line in made(run, docs).splitlines() if line.startswith("  - ")] == [
        "  - {name: Berit Lundmo, organization: Almvik}",
        "  - {name: Ebbe Strand, organization: Almvik, protected: true}",
        "  - {name: Åsa Vinterberg, organization: Ångby}",
        "  - {name: Örjan Dalsjö, organization: Ödeby, role: vägchef}",
        "  - {name: Ivar Utan Plats}",
    ]


def test_a_name_that_several_have_comes_with_its_id(run: Run, docs: Path) -> None:
    members = (
        "members:\n  - {id: a1, name: Bo Ek, organization: A}\n  - {id: a2, name: Bo Ek, organization: B}\n"
    )
    write(docs, "natverk/vagchefer.md", f"---\nkind: network\nname: Vägchefer\n{members}---\n")
    text = made(run, docs)
    assert "{id: a1, name: Bo Ek, organization: A}" in text
    assert "{id: a2, name: Bo Ek, organization: B}" in text


def test_the_file_is_a_draft_with_an_empty_item_and_passes_the_check_at_once(run: Run, docs: Path) -> None:
    text = made(run, docs)
    assert "status: draft\n" in text
    assert headings(text) == ["## 1. Rubrik"]
    reading = read_archive(docs)
    assert reading.problems == ()
    [minutes] = reading.archive.minutes
    [item] = minutes.items
    assert all(not hasattr(block, "kind") for block in item.blocks)  # the guide's examples are no records


def test_the_guide_names_every_marker_and_is_a_comment(run: Run, docs: Path) -> None:
    text = made(run, docs)
    comment = text[text.index("<!--") : text.index("-->")]
    for marker in ("**Beslut:**", "**Åtgärd:**", "**Utsedd:**", "**Medskick:**", "**Återkommer:**"):
        assert marker in comment


def test_what_was_to_come_back_is_an_item_that_says_from_when(run: Run, docs: Path) -> None:
    body = "## 1. Vägsalt\n\nText.\n\n**Återkommer:** nästa möte\n\n## 2. Broar\n\nKlart.\n"
    held(docs, "2025-11-14", body)
    text = made(run, docs)
    assert headings(text) == ["## 1. Rubrik", "## 2. Vägsalt"]
    assert text.endswith("## 2. Vägsalt\n\nÅterkommer från mötet den 14 november 2025.\n")


@pytest.mark.parametrize(
    "body",
    [
        "## 3. Nyckelskåpet {audience=internal}\n\n**Återkommer:** nästa möte\n",
        "## 3. Nyckelskåpet\n\n::: internal\n\n**Återkommer:** nästa möte\n\n:::\n",
    ],
)
def test_what_was_closed_stays_closed_when_it_comes_back(run: Run, docs: Path, body: str) -> None:
    held(docs, "2025-11-14", body)
    assert headings(made(run, docs))[1] == "## 2. Nyckelskåpet {audience=internal}"


def test_of_minutes_that_are_internal_every_item_that_comes_back_is_closed(run: Run, docs: Path) -> None:
    body = "## 1. Nyckelskåpet\n\n**Återkommer:** nästa möte\n"
    held(docs, "2025-11-14", body, status="approved\naudience: internal")
    assert headings(made(run, docs))[1] == "## 2. Nyckelskåpet {audience=internal}"


def test_only_the_last_meeting_that_was_held_in_this_network_is_looked_at(run: Run, docs: Path) -> None:
    body = "## 1. {}\n\n**Återkommer:** nästa möte\n"
    write(docs, "natverk/andra.md", "---\nkind: network\nname: Andra\n---\n")
    held(docs, "2025-05-01", body.format("För länge sedan"))
    held(docs, "2025-11-14", body.format("Rätt möte"), status="draft")
    held(docs, "2025-12-01", body.format("Planerat"), status="planned")
    held(docs, "2025-12-02", body.format("Inställt"), status="cancelled")
    held(docs, "2026-03-01", body.format("Senare"))
    held(docs, "2026-01-01", body.format("Annat nätverk"), network="andra")
    assert headings(made(run, docs)) == ["## 1. Rubrik", "## 2. Rätt möte"]


def test_it_prints_the_path_and_what_is_next_and_no_name(run: Run, docs: Path) -> None:
    _, out, _ = run("--network", "vagchefer", "--date", "2026-02-06")
    path, counts, following = out.splitlines()
    assert path == str(docs / "moten/2026/2026-02-06-vagchefer.md")
    assert counts == "5 members as present, 0 items from the last meeting"
    assert following.endswith(f"./arkiv check --docs-dir {docs}")
    assert "Lundmo" not in out


def test_a_file_that_is_there_is_left_as_it_is(run: Run, docs: Path) -> None:
    held(docs, "2026-02-06", "## 1. Redan skrivet\n")
    before = (docs / "moten/2026/2026-02-06-vagchefer.md").read_text(encoding="utf-8")
    status, out, err = run("--network", "vagchefer", "--date", "2026-02-06")
    assert (status, out) == (1, "")
    assert err.startswith("moten/2026/2026-02-06-vagchefer.md:1: file: is there already - ")
    assert "write in that file, or give --number 2" in err
    assert (docs / "moten/2026/2026-02-06-vagchefer.md").read_text(encoding="utf-8") == before


def test_a_second_meeting_of_the_day_has_a_number_and_what_the_first_put_off(run: Run, docs: Path) -> None:
    held(docs, "2026-02-06", "## 1. Vägsalt\n\n**Återkommer:** i eftermiddag\n")
    status, _, _ = run("--network", "vagchefer", "--date", "2026-02-06", "--number", "2")
    text = (docs / "moten/2026/2026-02-06-vagchefer-2.md").read_text(encoding="utf-8")
    assert (status, headings(text)[1]) == (0, "## 2. Vägsalt")
    assert "number: 2\n" in text
    assert read_archive(docs).problems == ()


def test_an_unknown_network_is_refused_with_those_that_are_known(run: Run) -> None:
    status, _, err = run("--network", "vagar", "--date", "2026-02-06")
    assert (status, err) == (1, "natverk:1: network: is unknown (vagar) - give one of: vagchefer\n")


@pytest.mark.parametrize("network", ["../../ut", "/etc/passwd", ""])
def test_a_network_that_is_a_path_is_no_network(run: Run, docs: Path, network: str) -> None:
    assert run("--network", network, "--date", "2026-02-06")[0] == 1
    assert [path.name for path in docs.iterdir()] == ["natverk"]


@pytest.mark.parametrize("date", ["2026-02-30", "6/2", "2026-2-6", "imorgon", ""])
def test_a_date_that_is_none_is_a_wrong_call(run: Run, date: str) -> None:
    status, _, err = run("--network", "vagchefer", "--date", date)
    assert status == 2
    assert "--date" in err


def test_a_roster_that_is_wrong_is_told_and_nothing_written(run: Run, docs: Path) -> None:
    write(docs, "natverk/vagchefer.md", NETWORK.replace("2026-02-05", "igår"))
    status, _, err = run("--network", "vagchefer", "--date", "2026-02-06")
    assert status == 1
    assert "natverk/vagchefer.md:9: " in err
    assert not (docs / "moten").exists()


def test_what_is_wrong_in_other_files_does_not_keep_anybody_from_writing(run: Run, docs: Path) -> None:
    write(docs, "moten/2025/2025-01-01-vagchefer.md", "ingen början")
    assert "status: draft" in made(run, docs)
