"""A file is shown if the redactor and the audit both let it pass; neither stops a build because of one."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from arkiv.audit import FormKind, Judge, audit
from arkiv.building import Prepared, prepare, view
from arkiv.model import Audience, Place
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.secrets import HiddenPerson, Secrets
from arkiv.projection import AssetDesk
from arkiv.redaction import Redactor
from arkiv.settings import read_settings
from tests.unit.attachments.files import package, word

ROOT = Path(__file__).resolve().parents[3]
SECRETS = Secrets((HiddenPerson("m-1", ("Torvild Gräsmossa",), (), Disclosure.ROLE, None, None),), ())
PLACE = Place("moten/2024/2024-02-01-miljo.md", 7)

Keep = Callable[[str, bytes], str]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    def kept(name: str, data: bytes) -> str:
        (tmp_path / name).write_bytes(data)
        return name

    return kept


@pytest.fixture
def desk(tmp_path: Path) -> AssetDesk:
    redactor = Redactor(SECRETS, is_common=str.islower, is_word=str.islower, is_place=str.islower)
    return AssetDesk(tmp_path, redactor, Judge(SECRETS))


def offered(desk: AssetDesk, source: str) -> str | None:
    asset = desk.offer(source, "moten/bilaga-1", PLACE, Disclosure.ROLE, frozenset())
    return asset.target if asset else None


def test_a_file_that_both_let_pass_is_offered_under_a_neutral_name(desk: AssetDesk, keep: Keep) -> None:
    assert offered(desk, keep("a.TXT", b"Planen.")) == "moten/bilaga-1.txt"
    assert not desk.problems


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "Enligt Gräsmossa.".encode()),
        ("a.txt", b"Enligt Gr=C3=A4smossa."),  # the redactor does not read this, the audit does
    ],
)
def test_a_file_that_names_somebody_to_either_is_left_out_with_the_same_words(
    desk: AssetDesk, keep: Keep, name: str, data: bytes
) -> None:
    assert offered(desk, keep(name, data)) is None
    assert [str(problem) for problem in desk.problems] == [
        f"{PLACE}: attachments: names a hidden person, or may - nothing to do: it is left out of this build"
    ]
    assert [problem.severity for problem in desk.problems] == ["warning"]


def unfathomable() -> bytes:
    """A Word file with a part that ends in another file, which only the audit minds."""
    return word("<w:p>Planen</w:p>", {"word/a.bin": b"BZh9" + struct.pack("<I", 1) * 9})


def test_a_file_that_the_audit_cannot_read_is_left_out_and_told_at_its_own_line(
    desk: AssetDesk, keep: Keep, tmp_path: Path
) -> None:
    source = keep("a.docx", unfathomable())
    assert [one.form for one in audit(tmp_path, SECRETS)] == [FormKind.UNREADABLE]
    assert offered(desk, source) is None
    (problem,) = desk.problems
    assert problem.place == PLACE
    assert problem.severity == "warning"
    assert problem.what == "holds another file, of a kind the audit does not look into"


def test_a_file_offered_twice_is_judged_once(desk: AssetDesk, keep: Keep) -> None:
    judged: list[str] = []

    class Counting:
        def refuses(self, name: str, data: bytes, /) -> None:
            judged.append(name)

    desk.auditor = Counting()
    source = keep("a.txt", b"Planen.")
    assert offered(desk, source)
    assert offered(desk, source)
    assert len(judged) == 1


def test_the_judge_finds_in_a_file_what_the_audit_finds_in_a_site(keep: Keep, tmp_path: Path) -> None:
    data = package({"word/document.xml": "<p>Torvild</p>"})
    keep("a.docx", data)
    found = Judge(SECRETS).refuses("a.docx", data)
    assert found is not None
    assert (found,) == audit(tmp_path, SECRETS)


MINUTES = """---
format: 1
kind: minutes
network: miljo
date: 2024-02-01
status: approved
present:
  - {name: Torvild Gräsmossa}
attachments:
  - {file: ../../a.docx, title: Underlag}
  - {file: ../../b.txt, title: Kallelse}
---
## 1. Plan

Planen godkändes.
"""
NETWORK = """---
format: 1
kind: network
id: miljo
name: Miljöstrateger
members:
  - {name: Torvild Gräsmossa}
---
"""


@pytest.fixture
def archive(tmp_path: Path) -> Prepared:
    docs = tmp_path / "docs"
    for path, text in {
        "index.md": "# Start\n",
        "natverk/miljo.md": NETWORK,
        "moten/2024/2024-02-01-miljo.md": MINUTES,
        "b.txt": "Kallelse till mötet.",
    }.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, "utf-8")
    (docs / "a.docx").write_bytes(unfathomable())
    return prepare(read_settings(ROOT / "mkdocs.yml"), docs)


@pytest.mark.parametrize("level", ["normal", "forsamrat"])
def test_one_file_that_cannot_be_judged_does_not_keep_the_rest_from_being_shown(
    archive: Prepared, level: str
) -> None:
    shown = view(archive, Audience.PUBLIC, archive.settings.levels.get(level))
    assert [asset.source for asset in shown.archive.assets] == ["b.txt"]
    (meeting,) = shown.archive.meetings
    assert [one.asset is None for one in meeting.attachments] == [True, False]
    told = [one for one in shown.warnings if one.field == "attachments"]
    assert [(one.place.file, one.place.line) for one in told] == [("moten/2024/2024-02-01-miljo.md", 10)]
