"""What was found clean need not be read again, as long as nothing at all is found."""

import shutil
from pathlib import Path

import pytest

from arkiv.audit import audit, inspect
from arkiv.audit.site import Inspection, _Audit
from arkiv.variants import contents as read
from tests.unit.audit import builders as make
from tests.unit.audit.people import SECRETS

LEAK = "<p>Torvald Åkerblom</p>"


def write(site: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


def inspected(site: Path, known: frozenset[str] = frozenset()) -> Inspection:
    return inspect(site, SECRETS, known)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, {"index.html": "<p>Beslut</p>", "om/index.html": "<p>Om</p>"})
    write(tmp_path / "pagefind", make.bundle())  # type: ignore[arg-type]
    return tmp_path


def test_a_site_without_findings_is_known_from_then_on(site: Path) -> None:
    first = inspected(site)
    assert first.findings == ()
    assert inspected(site, first.clean) == first


def test_what_is_known_is_not_read_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean = inspected(site).clean
    write(site, {"ny.html": "<p>Nytt</p>"})
    read: list[str] = []
    monkeypatch.setattr("arkiv.audit.site._Audit._read", lambda self, path, *_: read.append(path))
    assert inspected(site, clean).findings == ()
    assert read == ["ny.html"]


def test_what_its_digest_tells_to_be_known_is_not_opened(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean = inspected(site).clean
    write(site, {"ny.html": "<p>Nytt</p>", "om/index.html": "<p>Om oss</p>"})
    opened: list[str] = []
    contents = _Audit._contents

    def noted(self: _Audit, paths: tuple[str, ...]) -> list[bytes] | None:
        opened.extend(paths)
        return contents(self, paths)

    monkeypatch.setattr(_Audit, "_contents", noted)
    again = inspect(site, SECRETS, clean, read(site).digests)
    assert sorted(opened) == ["ny.html", "om/index.html"]
    assert again == inspected(site)


@pytest.mark.parametrize("name", ["index.html", "ny/index.html", "pagefind/fragment/sv_ny.pf_fragment"])
def test_digests_of_what_is_new_hide_nothing(site: Path, name: str) -> None:
    clean = inspected(site).clean
    write(site, {name: LEAK})
    assert inspect(site, SECRETS, clean, read(site).digests).findings == audit(site, SECRETS) != ()


@pytest.mark.parametrize("name", ["index.html", "ny/index.html", "pagefind/fragment/sv_ny.pf_fragment"])
def test_what_is_new_is_found_beside_what_is_known(site: Path, name: str) -> None:
    clean = inspected(site).clean
    write(site, {name: LEAK})
    assert inspected(site, clean).findings == audit(site, SECRETS) != ()


def test_the_same_bytes_under_a_name_that_is_read_in_another_way_are_not_known(site: Path) -> None:
    packed = make.pf(b"")
    write(site, {"a.gz": packed})
    clean = inspected(site).clean
    (site / "a.gz").rename(site / "a.pdf")
    assert inspected(site, clean).findings != ()


def test_an_index_is_known_as_a_whole_and_in_no_other_mixture(site: Path) -> None:
    clean = inspected(site).clean
    [fragment, *_] = sorted((site / "pagefind" / "fragment").iterdir())
    fragment.unlink()
    assert inspected(site, clean).findings == audit(site, SECRETS) != ()


def test_a_word_that_only_another_file_excuses_is_looked_at_again(tmp_path: Path) -> None:
    """`Lindqvistt` is one letter from a hidden surname, and a word where it stands in lower case."""
    write(tmp_path, {"a.html": "<p>Om Lindqvistt.</p>", "b.html": "<p>en lindqvistt till</p>"})
    first = inspected(tmp_path)
    assert first.findings == ()
    (tmp_path / "b.html").unlink()
    assert inspected(tmp_path, first.clean).findings == audit(tmp_path, SECRETS) != ()


def test_a_name_of_a_file_is_always_read(site: Path) -> None:
    clean = inspected(site).clean
    shutil.copytree(site / "om", site / "torvald-akerblom")
    assert inspected(site, clean).findings != ()


def test_several_processes_find_what_one_does(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(site, {f"m{n}.html": f"<p>Möte {n}{' Lindqvistt' if n == 3 else ''}</p>" for n in range(20)})
    write(site, {"m19.html": LEAK, "m18.html": "<p>lindqvistt</p>"})
    alone = inspected(site)
    monkeypatch.setattr("arkiv.audit.site._MANY", 1)
    assert inspected(site) == alone
    assert {finding.file for finding in alone.findings} == {"m19.html"}
