"""A large index is audited beside the pages, and says what it would have said in one process."""

from pathlib import Path

import pytest

from arkiv import workers
from arkiv.audit import Finding, audit, site
from tests.unit.audit import builders as make
from tests.unit.audit.people import SECRETS


def _built(folder: Path, content: str, page: str) -> Path:
    for name, data in make.bundle(content=content).items():
        path = folder / "pagefind" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "index.html").write_text(f"<p>{page}</p>", "utf-8")
    return folder


def _beside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Finding, ...]:
    monkeypatch.setattr(site, "_MANY", 1)
    monkeypatch.setattr(workers, "CORES", 2)
    return audit(folder, SECRETS)


@pytest.mark.parametrize(
    ("content", "page"),
    [
        ("Mötet öppnades av Åkerblom.", "Mötet öppnades."),
        ("Mötet öppnades.", "Mötet öppnades av Åkerblom."),
        ("Åkerblom talade.", "Sedan talade Torvald."),
        ("Åkerblon talade.", "Mötet öppnades."),
        ("Mötet öppnades.", "Mötet öppnades."),
    ],
)
def test_an_index_audited_in_a_process_of_its_own_gives_the_same_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, page: str
) -> None:
    folder = _built(tmp_path, content, page)
    alone = audit(folder, SECRETS)
    assert _beside(folder, monkeypatch) == alone
    assert bool(alone) == ("tal" in content + page or "Åkerblo" in content + page)


def test_a_word_that_a_page_writes_small_excuses_a_likeness_in_the_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    misspelt = _built(tmp_path / "without", "Åkerblon talade.", "Mötet öppnades.")
    excused = _built(tmp_path / "with", "Åkerblon talade.", "En åkerblon talade.")
    assert "misspelling" in {finding.form for finding in _beside(misspelt, monkeypatch)}
    assert "misspelling" not in {finding.form for finding in _beside(excused, monkeypatch)}
