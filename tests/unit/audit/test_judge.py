"""A file judged alone is judged as in a site."""

import pytest

from arkiv.audit import Judge
from arkiv.policy.secrets import Secrets
from tests.unit.audit import builders as make
from tests.unit.audit.people import SECRETS, hidden
from tests.unit.audit.test_channels import BROKEN, CHANNELS, HARMLESS

FILES = {
    name: (file, content.encode() if isinstance(content, str) else content)
    for name, (file, content) in CHANNELS.items()
    if not name.startswith(("file name", "folder"))
}
UNREADABLE = {name: row for name, row in BROKEN.items() if "bomb" not in name}
JUDGE = Judge(SECRETS)


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_tells_of_somebody_is_refused_for_that_person(case: str) -> None:
    found = JUDGE.refuses(*FILES[case])
    assert found is not None
    assert found.person


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_file_that_cannot_be_read_is_refused_for_that(case: str) -> None:
    name, content, form = UNREADABLE[case]
    found = JUDGE.refuses(name, content.encode() if isinstance(content, str) else content)
    assert found is not None
    assert (found.person, found.form) == ("", form)


def test_who_is_told_of_counts_before_what_cannot_be_read() -> None:
    parts = make.package({"a.bin": make.package({}), "b.txt": "Torvald"})
    found = JUDGE.refuses("a.docx", parts + b"hej")
    assert found is not None
    assert found.person == "m-1"


@pytest.mark.parametrize("case", HARMLESS)
def test_a_harmless_file_passes(case: str) -> None:
    name, content = HARMLESS[case]
    assert JUDGE.refuses(name, content.encode() if isinstance(content, str) else content) is None


def test_a_word_of_the_dictionary_is_no_misspelling_though_it_stands_only_once() -> None:
    judge = Judge(Secrets((hidden("m-1", "Signe Mallern"),), ()))
    assert judge.refuses("a.txt", b"Mallen kom. Mallens text kom.") is None
    assert judge.refuses("a.txt", b"Mallarn kom.") is not None
